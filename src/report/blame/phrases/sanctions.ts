import type { PhraseTable } from '../phrase-table.ts';

/** Sanctions, appeals to attention and training as an answer, whoever is meant. */
export const sanctions: readonly PhraseTable[] = [
  {
    category: 'punitive',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:held|hold|holding|holds|be held|made|make) (?:[^ .;:]+ ){0,6}?(?:accountable|to account|answerable|
        liable|personally responsible)`,
      `(?:written up|write (?:him|her|them) up|writing (?:him|her|them) up|formal warning|formally warned|
        verbal warning|written warning|(?:issued?|gave|given|give|got|gets|received|on) (?:a |his |her |their |the |its )?(?:first |final |last |official )+warning|stern (?:warning|talk|talking-to|words|word|letter|email|
        lecture)|(?:a word|words|a chat|a quiet word|a serious talk) with the (?:engineer|author|operator|
        team|person|manager)|letter of warning|disciplinary|disciplined|
        discipline the|reprimand|reprimanded|reprimands|reprimanding|sanctions for (?:the|anyone|those|whoever|engineers|people)|dressing-down|
        dressing down|telling-off|told off|scolded|a talking-to|talking to from|chewed out|raked over|
        carpeted|demoted|demotion|demote|sacked|sack|(?:was|be|were|been|is|get|got|gets) fired for|
        firing (?:him|her|someone|whoever|the (?:engineer|operator|developer|contractor|person|admin))|
        fire (?:him|her|whoever|someone|the (?:engineer|operator|developer|contractor|person|admin|one))|
        let go after|let go of (?:the|him|her)|dismissal|dismiss the (?:engineer|operator|person|contractor|
        admin|developer)|terminate (?:his|her|their|the) (?:contract|employment)|contract (?:terminated|
        was terminated|ended as a)|be terminated for|employment (?:was )?(?:terminated|ended)|
        suspended without|suspended pending|suspended from (?:duty|work|the (?:team|rotation|on-call)|on-call|
        all)|gross misconduct|misconduct|performance review|performance reviews|performance improvement plan|
        performance plan|put on a pip|on a pip|annual review|appraisal|bonus (?:cut|reduced|withheld|will|
        should|cancelled|forfeited)|bonuses (?:cut|reduced|withheld|will|should|cancelled)|dock(?:ed|
        ing)? (?:their|his|her|the|pay|a)|pay cut|personnel file|personnel record|permanent record|on (?:his|
        her|their) (?:record|file)|hr (?:has|have|had|will|was|is|should|must|needs|to|file|record|
        involvement|meeting|action|matter)|human resources (?:has|have|had|will|was|is|should|must)|(?:to|by|with|from) human resources(?! (?:portal|system|app|page|service|database|tool))|heads (?:will|must|should|have to|need to|
        are going to|rolled|to) ?(?:roll)?|head on a (?:plate|platter|spike|stick)|someone's head|
        naughty step|dunce|wall of shame|hall of shame|walk of shame|name and shame|named and shamed|
        naming and shaming|public shaming|publicly shamed|shame (?:on|the|them|him|her)|punish|punished|
        punishing the (?:engineer|person|team|author)|punishment|penalty for the (?:engineer|team|person|
        author)|penalise (?:the|whoever|anyone)|penalize (?:the|whoever|anyone)|penalised for|penalized for|
        zero tolerance|three strikes|make an example|made an example|example of (?:him|her|them|someone)|
        serve as a (?:lesson|warning) to|teach (?:him|her|them|everyone|people|the team) a lesson|
        taught a lesson|learn (?:his|her|their) lesson|learned (?:his|her|their) lesson|pay for (?:it|this|
        that|his|her|their)|pay the price|face (?:the )?(?:consequences|music|disciplinary|sanctions|
        dismissal|action)|suffer (?:the )?consequences|consequences for (?:the (?:engineer|person|people|team|
        author|individual|responsible)|those|anyone|whoever|him|her|them)|there (?:will|must|should|need to|
        have to) be consequences|must answer for|have to answer for|answer for (?:this|it|that|what|his|her|
        their)|buy (?:the )?(?:cake|doughnuts|donuts|pizza|beers?) for|duty of shame)(?! (?:itself|slow|
        backends?|policy in|hosts?))`,
      `(?:will|should|must|shall) lose (?:their|his|her|its|all|the right|
        every) (?:[^ .;:]+ ){0,3}?(?:access|rights|privileges|bonus|permissions|job|jobs|role|admin|root|sudo|
        badge|promotion)`,
      `(?:his|her|their) (?:[^ .;:]+ ){0,2}?(?:access|rights|privileges|permissions|admin|sudo|root|bonus|
        contract) (?:has|have|was|were|is|are|will|should|must) (?:[a-z]+ )?(?:be |been )?(?:taken|revoked|
        removed|withdrawn|suspended|restricted|cut|stripped|pulled|terminated)(?! automatically)`,
      `(?:suspend|disable|lock|revoke|freeze|cancel|restrict) (?:his|her|their) (?:[^ ]+ )?(?:account|access|
        rights|privileges|permissions|credentials)`,
      `warning letter|letter of warning|let (?:this|that|it) be a (?:lesson|warning)|(?:wants?|wanted|
        demands?|demanded) (?:names|heads|blood|a scapegoat|someone to blame)|make (?:people|them|everyone|
        staff) (?:pay|think|follow|read|understand|listen|behave|careful)`,
      'consequences (?:will|must|should|shall) (?:follow|come)',
      'no more (?:[^ .;:]+ ){0,3}?(?:access|deploys|root|sudo|merges|rights|permissions|keys) for',
      `people (?:have|need|must|should|ought)(?: to)? (?:finally |really |just )?(?:start|begin|be more|pay|
        learn|stop being)`,
      `(?:buys?|brings?|owes?|pays? for) (?:[a-z]+ )?(?:the )?(?:cake|doughnuts|donuts|pizza|beer|beers|
        drinks|lunch|breakfast)`,
      'be careful (?:next time|in (?:the )?future|going forward|from now on|please|in production)',
      `(?:be|being|are|is|was|were|been) (?:much |far |way |a lot |a bit |extra |very |even |twice as |
        doubly |really )*(?:more|extra|less) (?:careful|careless|cautious|attentive|vigilant|mindful|diligent|
        alert|thorough|conscientious|disciplined|responsible|focused|professional|rigorous|watchful|
        considerate|prudent|aware of)(?! (?:than|canary|tuning))`,
      `(?:take|taking|exercise|show|use|apply|need|needs|exercising|requires?|with) (?:much |far |way |
        a lot |even |a bit |a little |some |significantly |considerably )*(?:more|greater|better|extra|due|
        proper|additional|the utmost|some|extreme) (?:care|caution|diligence|attention|vigilance|discipline|
        ownership|responsibility|accountability|professionalism|pride|common sense|seriousness|
        judg(?:e)?ment)(?! of)`,
      `(?:pay|paying|give|giving) (?:[a-z]+ ){0,3}?(?:more|better|closer|careful|proper|full|greater|extra|
        some|close) (?:[a-z]+ )?attention`,
      `(?:pay attention (?:during|when|while|next|in future|to (?:alerts|dashboards|what|process|detail))|
        think (?:harder|twice|before|more carefully|things through|it through|first)|try harder|work harder|
        do (?:his|her|their|your) jobs?|sharpen up|shape up|buck up|pull (?:his|her|their|your) socks up|
        step up (?:their|his|her|your)|get (?:his|her|their|your) act together|up (?:his|her|their|your) game|
        raise (?:his|her|their|your) game|clean up (?:his|her|their|your) act|grow up|toe the line|
        slow down and|be reminded|keep (?:his|her|their|your) eyes? (?:open|peeled)|stay (?:alert|focused|
        vigilant|awake)|double-check (?:their|his|her|your|everything|all)|triple-check|check twice|
        read (?:the )?(?:docs|documentation|manual|runbook|instructions) (?:next time|before|properly|more|
        first)|look before (?:you|they)|not (?:to )?let (?:this|it|that) happen again|never let (?:this|it|
        that) happen again|not (?:to )?do (?:it|this|that) again|never (?:to )?do (?:it|this|that) again|
        not (?:to )?make (?:this|that|the same) mistake|never make (?:this|that|the same) mistake|
        know better next time|get it right next time|learn to (?:read|test|code|listen|follow|use|check|type|
        count|communicate|do)|learn how to (?:read|test|use)|think about what (?:he|she|they|you)|
        reflect on (?:his|her|their|your) (?:actions|behaviou?r|conduct|performance|mistake)|be ashamed|
        ashamed of|hang (?:his|her|their) heads?|apologi[sz]e (?:publicly|in (?:person|writing|front)|
        to (?:the (?:team|whole|company|rest)|everyone))|owe (?:us|everyone) an apology|written apology|
        public apology|personal apology|formal apology|letter of apology|an apology from|explain (?:himself|
        herself|themselves)|justify (?:himself|herself|themselves|his|her|their)|
        stand up and explain)(?! (?:of|to the (?:order|difference|format|default|following)|: |we |customers|
        our (?:customers|users)|to (?:our )?(?:customers|users|all|everyone affected|those affected)|
        for (?:the|any) (?:inconvenience|disruption|impact|delay|trouble|outage)))`,
      `(?:retrain|re-train|retraining|re-training|re-educate|reeducate|re-education|remedial training|
        refresher training|retrained|re-trained|mandatory training|compulsory training|sent (?:back )?(?:to|
        on) (?:[^ ]+ ){0,3}?training|send (?:[^ .;:]+ ){1,6}?(?:on|to|for|back to|through) (?:a |an |the |
        some |more |remedial |basic |mandatory )*(?:training|course|courses|school|bootcamp)|
        more training for (?:the|those|whoever|him|her|them|all)|train (?:staff|people|engineers|operators|
        everyone|developers|the (?:team|staff|engineers|operators|developers|on-call)|all|them|him|her)|
        training for (?:the )?(?:engineer|operator|person|author|responsible|individual|culprit)|coach(?:ed|
        ing)? (?:the|him|her) (?:[^ ]+ )?(?:engineer|responder|on)|counsell?ed (?:on|about|for)|
        educate (?:the|our|all|engineers|developers|staff|people|users|operators|everyone|them|him|
        her))(?! (?:model|models|classifier|network|weekly|nightly|on (?:fresh|new|last|the (?:full|new|
        latest)|data)|job|pipeline|environment|run))`,
      `(?:remind|reminding|reminded|reminder|reminders|warn|admonish|urge|exhort|lecture|impress upon|
        impress on|drill into|drum into|hammer home to|drill) (?:[^ .;:,]+ ){0,6}?(?:to (?:be (?:more |extra |
        very )?(?:careful|cautious|vigilant|attentive|diligent|mindful)|pay|check|double-check|follow|read|
        test|think|always|never|not|take|use|stop|run|respect|verify|review|look|write|keep|ask|do|get|stay|
        not)|not to|about (?:the importance|following|checking|being|their|his|her|reading|process|policy|
        procedure|best)|that (?:they|he|she|it is|this is|policy|rules|production|everyone)|of (?:the|their|
        his|her) (?:importance|responsibilit|duty|duties|polic|process|procedure|rules|obligation|
        consequences|need|runbook|checklist))(?! (?:retry|reload|use the new|connect))`,
      `(?:revoke|revoked|revoking|remove|removed|removing|strip|stripped|stripping|take away|takes away|
        taking away|took away|taken away|withdraw|withdrawn|pull|pulled|lose|loses|losing|lost|suspend|
        suspended|cancel|cancelled|restrict|restricted|deny|denied|ban|banned|barred|bar|confiscate|yank|
        yanked|forfeit|forfeits) (?:[^ .;:]+ ){0,6}?(?:sudo|root|rights|privileges|access|permissions|deploy|
        commit|merge|admin|keys|production|badge|laptop|on-call|role|duties|responsibilities|bit|
        sudo)(?: [^ .;:]+){0,5}? (?:as a (?:consequence|result|punishment|penalty|sanction|lesson)|
        from (?:the (?:engineer|engineers|developer|developers|person|people|team|author|responsible|culprit|
        individual|operator|contractor|intern|admin|junior|one)|him|her|them|those|anyone who|whoever|
        everyone who)|until (?:they|he|she)|after (?:what|this|that|his|her|their)|for (?:what|causing|
        breaking|this|good)|because of (?:what|this)|who (?:caused|broke|did|made|pushed|deleted)|
        once and for all)`,
      `(?:identify|find|find out|determine|establish|track down|hunt down|discover|name|unmask|single out|
        expose|figure out|investigate|know|ask|tell us) (?:exactly )?(?:who|whoever|the (?:individual|
        individuals|person|people|engineer|developer|employee|operator|culprit|culprits|guilty|offender|one|
        ones|responsible|author|perpetrator)|which (?:engineer|person|developer|individual|idiot|operator|
        genius|employee)|whose)(?: [^ .;:]+){0,3}? (?:responsible|who|approved|did|broke|caused|pushed|wrote|
        merged|deleted|ran|changed|made|let|is|was|party|to blame|left|signed|deployed|fault|behind|mistake|
        and|thought|allowed|forgot|dropped|failed)(?! (?:on call|on-call|paged|the incident commander|
        affected|impacted))`,
      `(?:will|shall|must|should|may|is|are|was|were|has been|have been|to be|be|being) (?:not |no longer |
        never )?(?:be )?(?:leading|removed|taken off|kicked off|pulled off|thrown off|dropped|barred|banned|
        excluded|reassigned|moved off|rotated off|relieved|struck|suspended|stripped|benched|sidelined|
        replaced|fired|sacked|let go|dismissed|escorted) (?:any more|of (?:his|her|their|duty|duties|command|
        all|production|access)|from (?:the (?:rotation|on-call|team|project|role|platform|company|payments?|
        release|roster|review|change)|his|her|their|on-call|production|all|any|future|touching|deploying|
        being|duty|working)|off (?:the )?(?:team|project|rotation|on-call|bridge|account|case)|for (?:this|
        that|the outage|the incident|cause|causing|gross|his|her|their|what|good|breaking|losing|negligence)|
        after (?:this|that|what|the (?:outage|incident)|his|her|their)|over (?:this|the outage|the incident)|
        until (?:they|he|she)|immediately for|if (?:this|it) happens|as a (?:result|consequence))`,
      `as a (?:punishment|penalty|sanction|lesson|warning to|deterrent|disciplinary measure|
        reprimand)(?: of (?:the|this|that) (?:incident|outage|mistake|
        event)| to others)?(?= )(?! of (?:the )?(?:reboot|change|design|upgrade))`,
      `(?:how badly (?:they|he|she)|let (?:us|everyone|the (?:team|company)) down|disappointed (?:in|with|
        by) (?:the|him|her|them|you|our|this team)|not acceptable|will not be tolerated|cannot be tolerated|
        can not be tolerated|unacceptable (?:behaviou?r|conduct)|no excuse|no excuses|without excuse|
        inexcusable|no second chances?|one more (?:mistake|incident|outage|strike)|last chance|final chance|
        repeat offenders?|offenders|next (?:offence|offense|offender|time (?:he|she|they))|
        not allowed to (?:deploy|merge|touch|push) (?:any more|again|until|unsupervised|alone)|keep (?:him|
        her|them) away from|should (?:be|get|consider) (?:fired|sacked|another (?:job|career|line)|
        looking for|finding|his position|her position|their position)|(?:his|her|their) (?:job|career|days|
        position|contract|employment|future|promotion|bonus|salary|probation) (?:is|are|was|were|will|should|
        may|here|at|on the line|over)|(?:clear|clean) (?:his|her|their|your) desk|show (?:him|her|them|
        someone) the door|shown the door|find(?:ing)? (?:a |another )?(?:new )?(?:job|employer|scapegoat)|
        out of a job|polish (?:his|her|their) cv)(?= )`,
      `(?:make sure|ensure|see to it) (?:that )?(?:everyone|everybody|people|staff|engineers|developers|
        operators|all (?:engineers|staff|developers|operators|teams|employees|responders)|the (?:team|
        engineer|engineers|developers|responders|on-call|night shift|operators|author|reviewers)|he|she|
        whoever|nobody|no one|responders) (?:[a-z-]+ )?(?:is|are|be|understands?|knows?|follows?|reads?|pays?|
        takes?|checks?|tests?|never|does not|do not|remembers?|learns?|realises?|realizes?|double-checks?|
        feels?|has to|have to|behaves?|repeats?|stays?|stops?)(?! (?:paged|notified|routed|able|logged|given|
        reachable))`,
      `(?:everyone|everybody|all|people|engineers|developers|operators|staff|responders|the team|they|he|she|
        you|whoever [^ ]+(?: [^ ]+){0,3}) (?:must|needs? to|has to|have to|should|ought to) (?:just |simply |
        really |all |always |finally |now |also )*(?:be (?:more |much more |extra |very |less )?(?:careful|
        cautious|attentive|vigilant|careless|mindful|diligent|disciplined|responsible|accountable|ashamed|
        alert|retrained|reminded|warned|punished|fired|sacked|disciplined|suspended|reprimanded|held)|pay|
        take (?:more|better|greater|ownership|responsibility)|try harder|think|focus|concentrate|remember to|
        learn (?:to|from|how|that)|stop (?:being|making|breaking|pushing|ignoring|cutting)|grow up|wake up|
        step up|own up|lose|face|answer|explain (?:himself|herself|themselves|why)|apologi[sz]e|forfeit|
        resign|go(?= [.!])|pay for)`,
    ],
  },
];
