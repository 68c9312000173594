import type { PhraseTable } from '../phrase-table.ts';

const sanctioned =
  '(?:fired|sacked|dismissed|demoted|disciplined|punished|reprimanded|suspended|reassigned|sidelined|benched|removed|relieved|stripped|' +
  'blacklisted|barred|banned|scolded|chastised|admonished|rebuked|censured|berated|upbraided|castigated|cautioned|chided|chastened|' +
  'lectured|penalised|penalized|fined|docked|axed|ousted|expelled|terminated|let go|replaced|shamed|humiliated|named|blamed|sanctioned|' +
  'taken to task|hauled|called out|shouted at|yelled at|told off|dressed down|held responsible|held to account|prosecuted|sued|' +
  'reported to|put on|given (?:a|an|his|her|their) (?:[a-z]+ )?(?:warning|notice|reprimand|dressing|telling|talking|ultimatum|marching|final|last))';
const privilege =
  '(?:access|rights|privileges|permissions|sudo|root|admin|keys|badge|role|roles|credentials|commit bit|merge rights|laptop|bonus|pay|salary|' +
  'promotion|title|responsibilities|duties)';
const record =
  '(?:review|rating|appraisal|evaluation|assessment|bonus|pay|raise|salary|record|file|score|scorecard|promotion|pay packet|compensation|objectives|career)';

/** Sanctions and appeals by their shape: done to a person, promised, entered in a record, or asked of everybody. */
export const sanctionFrames: readonly PhraseTable[] = [
  {
    category: 'punitive',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:{blamed}|{all}|S=[^ ]+){tail}{adv} (?:(?:has|have|had|will|shall|should|must|may|might|is|are|was|were|
        ought|needs?|deserves?) (?:not |no longer |never |also |now |since |already |duly |rightly |going |due |
        about |likely |finally |therefore |promptly |subsequently |to |[a-z]+ly ){0,3}?)?(?:is|are|was|were|be|been|
        being|get|gets|got) (?:now |also |since |already |[a-z]+ly ){0,2}${sanctioned}(?= )(?! (?:from the (?:list|
        load|pool|path|call|dashboard|mailing|escalation)|as (?:the )?(?:on-call|owner|scribe|commander)|
        by (?:the )?(?:rota|next|automation)|at the end of (?:his|her|their) shift|commander|in the (?:list|
        report)))`,
      `(?:fire|fires|firing|sack|sacking|dismiss|dismissing|demote|demoting|discipline|disciplining|punish|
        punishing|reprimand|reprimanding|suspend|suspending|scold|chastise|admonish|rebuke|censure|berate|castigate|
        penalise|penalize|penalising|penalizing|blacklist|ban|banning|barring|sideline|oust|expel|prosecute|shame|
        humiliate|lecture|sanction|sanctioning|reproach|ostracise|crucify) {adj}(?:{blamed}|S=[^ ]+|
        the (?:[a-z-]+ )?(?:guilty|culprits?))(?! (?:rotation|role|list|during the (?:next|handover)|at (?:[0-9]|
        the end)))(?= )`,
      `(?:a )?(?:stern|quiet|serious|firm|sharp|strong|few|strict|harsh|long) (?:word|words|chat|talk|conversation|
        discussion) (?:[a-z]+ )?with {adj}{blamed}`,
      `(?:come|comes|came|coming|crack|cracks|cracking|clamp|bear|land|press) down (?:hard |heavily |firmly |
        harder |severely )?on (?:[^ .;:]+ ){0,3}?(?:{human}|people|those|anyone|anybody|whoever|engineers|
        developers|S=[^ ]+)`,
      `(?:throw|threw|throwing) the book at|read (?:{human}|them|him|her|everyone|E=[^ ]+) the riot act|(?:haul|
        hauled|drag|dragged|rake|raked|call|called|bring|brought|take|took|taken|put|send|sent) (?:{human}|them|him|
        her) (?:[a-z]+ )?(?:over the coals|to task|to book|to justice|to account|before the|in front of|
        on the carpet|onto the carpet|in the corner|to the (?:headmaster|director|principal|boss|cto|ceo|vp)|out on|
        up on|on the (?:naughty|spot|hook))`,
      `(?:{blamed}|{all}|S=[^ ]+){tail}{adv} (?:will|shall|must|should|is to|are to|has to|have to|needs? to|
        ought to|had better|is going to|are going to) (?:[a-z]+ly |also |now |all |have to |need to |
        be made to )*(?:answer (?:to|for)|account for (?:his|her|their|this|what)|pay (?:for|back|the price|dearly)|
        take the (?:fall|blame|rap|hit|consequences)|face (?:[^ .;:]+ )?(?:consequences|music|sanctions|action|
        dismissal)|carry the can|make amends|atone|repent|own up|apologi[sz]e|come clean|step down|stand down from|
        resign|forfeit|surrender (?:his|her|their)|hand (?:in|over) (?:his|her|their) (?:badge|keys|laptop|access)|
        think twice|regret|be sorry|lose (?:his|her|their|all|any|its|the) (?:[^ .;:]+ ){0,2}?(?:${privilege}|
        rights|job|jobs))(?= )`,
      `(?:{blamed}|{all}|S=[^ ]+){tail}{adv} (?:must|should|has to|have to|needs? to|ought to|had better|is to|
        are to|will have to) (?:[a-z]+ly |also |now |all |really |just |be made to )*(?:explain (?:why|how|himself|
        herself|themselves)|justify|redo|retake|resit|wake up|shape up|grow up|toe the|sharpen up|smarten up|
        buck up|try harder|do better|work on (?:his|her|their)|concentrate|pay (?:more |closer |better )?attention|
        focus (?:more|harder|properly|better)|learn (?:to|how|a lesson|his|her|their)|read (?:more|properly|before|
        carefully)|think (?:before|harder|first|more)|double-check|triple-check|take (?:more|better|greater|extra|
        proper) (?:care|responsibility|ownership|caution|pride)|exercise (?:[a-z]+ )?(?:care|caution|restraint)|
        mind (?:his|her|their)|watch (?:what|his|her|their)|stop (?:being|making|breaking|cutting|guessing|ignoring|
        assuming|rushing)|start (?:reading|thinking|taking|paying|following|caring|behaving|being)|(?:attend|
        undergo|complete|sit through|take|repeat|go (?:back )?(?:to|through|on|for)) (?:[^ .;:]+ ){0,4}?(?:training|
        course|courses|refresher|school|certification|exam|induction|onboarding|class|workshop|counselling|
        retraining|briefing))(?= )`,
      `{human}{tail}{adv} (?:loses?|lost|forfeits?|forfeited|is losing|are losing) (?:his|her|their|the|its|all|any|
        every|[a-z]+) (?:[^ .;:]+ ){0,2}?(?:${privilege}|rights)(?= )(?! (?:when|because|while|during|as the|
        at [0-9]|after (?:the )?(?:failover|restart|upgrade|expiry)))`,
      `(?:strip|stripped|stripping|relieve|relieved|divest|deprive|deprived) {adj}(?:{human}|whoever|anyone) of`,
      `(?:revoke|revoked|withdraw|withdrawn|remove|removed|suspend|suspended|cut|pull|pulled|restrict|take away|
        taking away|cancel|rescind|rescinded|dock|docked|freeze|withhold|
        withheld) (?!by )(?:[^ .;:]+ ){0,3}?(?:{blamed} 's|his|her|their|
        {blamed}) (?:[^ .;:]+ ){0,3}?${privilege}(?! (?:automatically|after (?:ninety|thirty|[0-9])))`,
      `(?:reflected|noted|recorded|entered|mentioned|documented|remembered|felt|taken into account|considered|count|
        counted|held against|weighed|factored|figure|raised|brought up|show up|go down|appear) (?:[a-z]+ )?(?:in|on|
        into|at|against|during|for) (?:his|her|their|{blamed} 's|the (?:[a-z-]+ )?{blamed} 's|
        everyone 's) (?:[^ .;:]+ ){0,3}?${record}`,
      `(?:his|her|their|{blamed} 's) (?:[^ .;:]+ ){0,2}?(?:contract|engagement|employment|assignment|position|job|
        tenure|secondment|post|probation|retainer|career|rotation|place|seat) (?:[^ .;:]+ ){0,2}?(?:was|is|has been|
        will be|were|should be|must be|had been|gets|got|are) (?:[a-z]+ )?(?:terminated|ended|cut short|cancelled|
        canceled|not (?:be )?renewed|not extended|discontinued|over|revoked|at risk|in (?:danger|jeopardy|question|
        doubt)|under review|on the line|up for|finished|history|withdrawn|suspended)`,
      `(?:{blamed}|{all}|anyone|those|people|whoever|S=[^ ]+) who (?:[^ .;:]+ ){1,8}?(?:will|shall|must|should|
        is going to|are going to|needs? to|has to|have to|can expect|deserves?|gets?|risks?|faces?|
        loses?) (?:[a-z]+ly )?(?:answer|be (?:fired|dismissed|disciplined|dealt|removed|held|warned|reported|named|
        reprimanded|sanctioned|suspended|banned|retrained|taken|escalated|punished|blocked from|told|sent|
        asked to leave|sorry|made|shown)|face|pay|lose|explain|regret|consequences|a (?:warning|call|visit|talking|
        meeting)|apologi[sz]e|resign|to go|go|trouble|what (?:is|was) coming|learn)`,
      `(?:no|zero|little) (?:tolerance|mercy|leniency|sympathy|patience|second chances?|excuses?|
        forgiveness) (?:for|with|towards?|to) (?:[^ .;:]+ ){0,3}?(?:{human}|people|anyone|those|engineers|
        developers|whoever|mistakes|carelessness|sloppiness|shortcuts|failure|errors like)`,
      `(?:ban|bar|prohibit|forbid|exclude|keep|block|stop|prevent|restrict) {adj}{single} (?:[a-z]+ )?(?:from|
        away from|off|out of) (?!(?:seeing|having|reaching|being|the need)[^.]*)`,
      `(?:taken|removed|pulled|dropped|kicked|struck|bumped|moved|stood|thrown|booted|shunted|rotated|withdrawn|
        suspended|excluded) (?:off|from|out of|down from|down as) (?:the |his |her |their |
        our )?(?:[a-z-]+ )?(?:R=on-call|on-call|rota|rotation|roster|project|team|T=[^ ]+|shift|account|bridge|duty|
        list of approvers|approvers|release|role|position|post|leadership|command|case|
        review) (?:[^ .;:]+ ){0,4}?(?:for good|permanently|after|over|because of|for (?:this|that|his|her|their|
        what)|until further|indefinitely|as a|following|pending|with immediate)`,
      `(?:black|bad) marks? (?:[a-z]+ )?(?:against|on|for|next to) (?:[^ .;:]+ ){0,4}?{human}`,
      `(?:send|sends|sending|sent|enrol|enroll|enrolled|put|book|booked|sign|order|ordered|require|required|
        schedule|force|forced|assign|assigned) {adj}(?:{human}|whoever) (?:up )?(?:on|to|for|through|in|into|
        back) (?:[^ .;:]+ ){0,3}?(?:course|courses|training|refresher|class|classes|workshop|workshops|session|
        sessions|school|bootcamp|retraining|programme|program|seminar|exam|certification|counselling|coaching)`,
      `(?:{human}|S=[^ ]+) (?:has|have|needs?|must|will have|is going|are going|
        had better) (?:to )?(?:take the (?:fall|blame|rap)|pay for|carry the can|answer for|hang|go(?= [.!,])|
        be (?:the )?scapegoat|be made an example|face|swing)`,
      `(?:make|made|making) (?:an example|examples|a scapegoat|sure (?:[^ .;:]+ ){1,4}?(?:never|pays?|regrets?|
        learns?)) (?:of )?{human}`,
      '(?:{blamed}|{all}|S=[^ ]+){tail}{adv} (?:will|shall|should|ought to|must) be (?:paying|answering|apologi[sz]ing|explaining (?:himself|herself|themselves|this|why)|looking for|buying|held|sorry)(?= )',
    ],
  },
  {
    category: 'punitive',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:contract|engagement|employment|assignment|agreement|relationship|retainer|services) (?:[a-z]+ )?(?:was|
        were|has been|will be|is being|is|should be|must be|had been) (?:[a-z]+ly )?(?:terminated|ended|cut short|
        cancelled|canceled|severed|not renewed|torn up) (?:over|because of|for|after|following|as a (?:result|
        consequence)|in response|on account|due to)(?= )`,
      `(?:year-end|annual|quarterly|performance|mid-year|yearly|end-of-year|personal|next) (?:rating|review|
        appraisal|evaluation|bonus|assessment|objectives|score)(?! (?:of|period for the (?:service|system)))`,
      `(?:(?:double|triple)-check|recheck|re-check|check and recheck) (?:their|his|her|your|all|everything|every|
        each|his or her) (?:[a-z]+ )?(?:work|changes|commands|steps|edits|input|typing|commits|targets|before|diffs)`,
      `(?:need|needs|must|should|have to|has to|ought to|to|please|remember to|try to|asked to|told to|reminded to|
        expected to) (?:all |really |simply |just |always |please )*(?:concentrate|focus|think|listen|pay attention|
        be careful|take care|stay (?:focused|focussed|alert|awake|sharp|vigilant)|be (?:vigilant|attentive|diligent|
        thorough|alert|mindful|conscientious|disciplined|responsible)|keep (?:their eyes|their wits|your wits|
        your eyes)|mind (?:their|your)|watch (?:their|your) step|be on (?:their|your) (?:toes|guard)|use (?:their|
        your) (?:heads?|brains?|common sense|better judg)|look twice|read (?:more )?carefully|
        try harder)(?: [a-z]+){0,3}? ?(?:more|harder|better|next time|in future|in the future|from now on|
        going forward|at all times|always|when|while|before|during|with|and|about|,|[.!])(?= |$)(?! (?:the|
        this) (?:page|doc|guide|value|alert|retry))`,
      `(?:more|extra|greater|better|utmost|heightened|considerably more|a lot more) (?:personal )?(?:care|caution|
        vigilance|attention|diligence|discipline|attentiveness|carefulness|prudence|mindfulness|awareness|alertness|
        seriousness) (?:is|are|from|by|when|with|while|in future|next time|on the part|among|at all|must|should|
        will|needed|required|expected|going|during|before)(?= )(?! (?:of|to) )`,
      `(?:somebody|someone|heads?|jobs?|people|somebody's head|those responsible|the guilty|the culprits?|
        whoever did this|the responsible) (?:has to|have to|must|needs? to|will|should|is going to|are going to|
        shall|ought to) (?:[a-z]+ly )?(?:pay|roll|go|answer|hang|be (?:found|punished|lost|held|named|made|fired|
        dealt)|own|suffer|take|face)`,
      `(?:consequences|repercussions|sanctions|penalties|ramifications|reprisals) (?:for|against|
        on) (?:[^ .;:]+ ){0,3}?(?:individual|individuals|person|people|{folk}|team|those|anyone|whoever|responsible|
        offender|offenders|author|lead)`,
      `(?:there (?:will|must|should|need to|have to|are going to) be|face|faces|facing|expect|without|
        no) (?:[a-z]+ )?(?:consequences|repercussions|reprisals|ramifications)(?! (?:for (?:the )?(?:data|customers|
        users|slo|budget|traffic)|of))`,
      `(?:slap|slaps|slapped|rap|rapped) (?:on|across|over) the (?:wrist|knuckles)|(?:wrist|wrists) slapped|
        tarred and feathered|public flogging|naming names|(?:in|on) the (?:doghouse|dock|chopping block|firing line|
        hot seat)|(?:heads?|axe|hammer) (?:to|will|should|must|is about to|are going to) (?:roll|fall|come down)|
        (?:court-martial|witch-?hunt for|scapegoat)|marching orders|pink slip|walking papers|kangaroo|(?:a|
        the) (?:final|last|official|formal|written|verbal|yellow|red) (?:card|warning|chance|strike) (?:for|to|was|
        has|will|is)`,
      `(?:blacklist|blacklisted|dismissal|demotion|reprimand|suspension|termination|firing|sacking|punishment|
        sanction|penalty|discipline|disciplining) (?:of|for|against) (?:the |a |an |any |every |our |those |
        all )?(?:[a-z-]+ ){0,2}?(?:{folk}|author|lead|offender|offenders|team|culprit|culprits|person|responsible|
        committer|approver)`,
      `(?:hold|holding|held) (?:people|someone|somebody|individuals|engineers|developers|staff|everyone|them|him|
        her|the [a-z-]+(?: [a-z-]+)?) (?:[a-z]+ly )?(?:accountable|responsible|liable|to account|answerable)`,
      `(?:disciplinary|formal|final|written|verbal|stern|official|sharp|serious|severe|harsh|strong) (?:action|
        measures|proceedings|hearing|warning|warnings|reprimand|word|words|talk|letter|steps|notice|procedure|
        conversation|consequences|rebuke|caution) (?:[^ .;:]+ ){0,4}?(?:for|against|to|with|on|in respect of|over|
        will|is|are|has|have|was|were|should|must|under|now|being|to follow)(?= )`,
      `let (?:this|that|it) be (?:a|the|your) [a-z]+ to`,
      `(?:can|may|should|might|will have to|is free to|are free to|might want to|had better|better|would do well to) (?:start )?(?:look|looking) for (?:a new|another|other|a different) (?:job|team|role|employer|career|position|line of work|company|desk|home|work)`,
      `(?:note|entry|remark|letter|report|record|mark|comment|warning|memo) (?:[a-z]+ )?(?:goes|went|will go|should go|placed|put|entered|filed|added|recorded|kept) (?:in|into|on|to) (?:the|his|her|their|your) (?:[a-z]+ )?(?:personnel|hr|staff|employee|permanent)? ?(?:folder|file|files|record|records)(?= )`,
      `(?:publish|post|circulate|display|share|pin|hang|announce|read) (?:up |out )?(?:a |the )?(?:list|names?|ranking|table|league table) of (?:the )?(?:people|those|everyone|engineers|offenders|developers|teams|staff|who|culprits|employees)(?= )`,
      `(?:wants?|wanted|demands?|demanded|calls? for|called for|asks? for|after|looking for|out for) (?:a |the |some |somebody's |someone's )?(?:head|heads|scalp|scalps|blood|scapegoat|resignation|resignations|culprit|culprits)(?= )`,
      `(?:must|have to|has to|should|need to|needs to|will have to|made to|asked to|required to) sign (?:a |an |the |that |off that )?(?:they|he|she|declaration|statement|pledge|acknowledgement|acknowledgment|form|undertaking|written|paper|document)(?= )`,
    ],
  },
];
