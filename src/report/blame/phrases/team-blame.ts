import type { PhraseTable } from '../phrase-table.ts';

/** Groups and suppliers as the cause, and the idioms of failing together. */
export const teamBlame: readonly PhraseTable[] = [
  {
    category: 'team-blame',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:{blamed}|{all}|{us}|{none}){tail}{adv} (?:dropped|drops|fumbled|took (?:its|his|her|
        their) eyes? off) (?:the|a) ball`,
      `{role}{adv} (?:caused|created|brought|invited|earned|deserved|enabled|allowed|permitted|tolerated|
        encouraged) (?:this|that|it|these|us|I=us|the (?:outage|incident|mess|problem|failure|delay|
        conditions|whole|situation))`,
      `[TVR]=[^ ]+ 's (?:[a-z-]+ )?(?:overreach|fault|failure|failures|negligence|incompetence|neglect|
        inaction|indifference|mess|doing|blunder|blunders|oversight|arrogance|mistake|mistakes|penny-pinching|
        paranoia|red tape|slowness|sluggishness|chaos|obsession|refusal|unwillingness|inability|
        shortsightedness|short-sightedness|meddling|interference|micromanagement|foot-dragging|bureaucracy|
        obstruction|obstructionism|stonewalling|sloppiness|laziness|lack of|complacency|silence|excuse|
        excuses|empty promises|broken promises|poor|bad|shoddy|sloppy|usual|ignorance|empire-building|turf|
        politics|greed|unrealistic|insistence|decision to (?:cut|skip|ignore|push|rush|save|outsource|defer|
        delay)|cost-cutting|dithering|bad planning|laxity|untested|half-baked|unreviewed|problem|broken|
        incompetent|pathetic|disregard)(?! (?:statement|report|domain|tolerance|page))`,
      `(?:{role}|{all}|{us}){adv} (?:failed|let) (?:us|I=us|the (?:customer|customers|business|company)|
        its customers|E=[^ ]+|our|C=[^ ]+|everyone)(?: down| again| once again| badly| completely)?`,
      `(?:{role})(?:,)? (?:as usual|in typical fashion|true to form|as ever|as always|in (?:its|
        their) infinite wisdom)`,
      `(?:as usual|once again|yet again|as ever|as always|typically|predictably|true to form|
        in typical fashion|not for the first time)(?: ,)? {role}`,
      `{role}{tail}{adv} (?:could|can) not (?:even )?(?:be bothered|be trusted|be relied|get its act|
        get their act|agree on anything|organise|deliver|do (?:its|their) job|keep (?:its|their) (?:own|
        promise|promises|house|word|service|systems))`,
      `{role}{tail}{adv} (?:did|do|does|done|doing|had done) (?:not |n.t )(?:[a-z]+ ){0,2}?(?:its|their|his|
        her) (?:job|jobs|homework|part|share|due diligence|duty)`,
      `{group}{adv} (?:ghosted|held up|obstructed|strung|fobbed|blindsided|hung|left us|left I=us|misled|
        deceived|burned|screwed|sold us|sold I=us|threw|passed the buck|pointed fingers|hid behind|
        went silent|went dark on|went quiet|gave us the runaround|dragged (?:its|their) (?:feet|heels)|
        stalled|sandbagged|washed (?:its|their) hands|buried|swept|whitewashed|blocked (?:us|I=us|every|the (?:fix|rollback|release|response|failover))|vetoed|
        insisted on|pressured|pressurised|bullied|strong-armed|forced (?:us|I=[^ ]+|our hand)|rammed|
        rushed(?! (?:back|out a fix|to (?:help|restore)))|pushed through|railroaded|starved|underfunded|
        understaffed|gutted|slashed|cut (?:corners|costs|headcount|the budget|our (?:budget|headcount))|refused|kept (?:saying|
        promising|ignoring|us|I=us|pushing|changing|breaking|deferring|putting)|over-promised|
        overpromised|oversold|under-delivered|undelivered|broke (?:its|their) (?:promise|word|contract|sla|
        commitment)|threw it over the wall|lobbed|tossed|dumped|did nothing|sat on|slept|
        looked the other way|shrugged|made excuses|cheaped out|skimped|yanked|bodged|cocked|bungled|
        botched)(?! (?:from|with no errors|a ticket))(?= )`,
      `{role} (?:is|was|are|were|has been|have been) (?:[a-z]+ly |once again |again |always |as usual |
        , as usual , |too |nowhere |completely |so |simply |still |just )*(?:to blame|at fault|asleep|useless|
        hopeless|incompetent|unresponsive|unhelpful|uncooperative|negligent|careless|a bottleneck|
        the bottleneck|a disaster|a mess|a joke|a shambles|unreliable|nowhere|out to lunch|too slow|too busy|
        too late|late again|slow again|missing in action|awol|mia|the problem|the weak link|
        responsible for (?:this|the (?:outage|incident|mess|failure|delay|loss|disaster|breach))|blameworthy|
        in denial|obsessed with|clueless|disorganised|disorganized|dysfunctional|chaotic|more interested|
        happy to|quick to|slow to|sitting on|dragging|busy(?! with)|unwilling|letting|caught (?:napping|out|
        flat-footed)|culpable|toxic|the cause|the reason|why)`,
      '(?:failure|failures|failing|inability|refusal|unwillingness|neglect) (?:of|by) {role} to [a-z]+',
      `(?:blame|fault|responsibility|failings|negligence|mess|culpability|onus) (?:here |for (?:this|
        the [^ ]+) )?(?:at|within|lies|rests|sits|falls|is|was|belongs|goes) (?:[a-z]+ly |with |on |to |at |
        by |down to )*(?:the door of |the feet of )?{role}`,
      `(?:because|since|as|given that) {role} (?:[a-z]+ly )?(?:could not be|did not (?:bother|care|want|
        listen|test|check|tell|read|think|do)|never|refused|forgot|failed|ignored|insisted|decided|wanted|
        broke|pushed|rushed|cut|skipped|neglected|would not|kept|let|sat|chose|thought)`,
      '(?:no one|nobody|Z=[^ ]+) (?:in|on|at|from) (?:the )?{role} (?!(?:had|has|is on|is at|(?:is|was|were) (?:told|paged|notified|informed|given|aware|able|affected|available|on|reached|alerted|asked|invited)|can be|could be) ?)(?:[a-z]+ )?[a-z]+',
      `(?:Z=[^ ]+|none)(?: of)?(?: in| on| at| from| of)? {role} (?:ever |even |actually |bothered |thought |
        once )*(?:[a-z]+ed|thought|knew|took|ran|read|saw|spoke|told|cared|wrote|did)(?= )(?! access)`,
      `{group}{adv} (?:yanked|pulled|ripped|cut|unplugged|changed|deployed|pushed|merged|rolled out|flipped|
        rotated|deleted|dropped|rebooted|restarted|upgraded|removed|renamed|revoked|switched|migrated|
        released|shipped|did) {wide}(?:without (?:telling|asking|warning|notifying|informing|checking|testing|
        consulting|notice|approval|coordination|announcing|any|a word|saying|so much)|on a friday|
        at the worst|behind our|and told (?:nobody|no one|Z=[^ ]+)|and did not tell|unannounced|at peak)`,
      `(?:waiting|wait|waited) (?:[^ .;:]+ ){0,4}?(?:on|for) {role} to (?:wake|get (?:its|their|around|out|
        off)|bother|finally|do (?:its|their)|care|notice|deign)`,
      '{role}{adv} (?:took|takes|needed|needs) (?:its|their|his|her) (?:sweet |own sweet |own )?time',
      `C=[^ ]+ (?:[a-z]+ly )?(?:ignored|disregarded|failed to (?:read|follow|upgrade|update|heed|migrate|
        act)|refused to|never (?:read|upgraded|responded)|misused|abused|did not bother|brought (?:this|
        it) on)`,
      `{group}{adv} (?:pushed|pressed|lobbied|clamoured|insisted) {wide}(?:not ready|unready|too (?:early|
        soon)|unrealistic|untested|impossible)`,
      `{role}{adv} (?:has|have|had) (?:[a-z]+ly |once again |again |yet again |a long |long |been |
        , as usual , )*(?:form|history|track record|habit|let|failed|dropped|ignored|neglected|been warned|
        been told|a lot to answer|blood|no excuse|only (?:itself|themselves)|refused|mismanaged|ruined|
        a history of|broken|forgotten|fallen asleep|fallen short|slept)(?! (?:over|back to|liveness|
        readiness))`,
      `(?:typical|classic|usual|trademark|good old|trust|leave it to|count on|count on the|
        no thanks to|despite) (?:of )?(?:the )?(?:[TVN]=[^ ]+|{name}) (?:to |'s |behaviou?r|move|incompetence|
        chaos|nonsense|again|fashion|arrogance|for (?:nothing|the|this|that|another|breaking|leaving))`,
      `(?:thank|thanks to) (?:the )?(?:[TV]=[^ ]+|{name}) for (?:nothing|breaking|leaving|(?:the|this|that|another|our|an) (?:(?!(?:quick|
        clear|good|great|fast|timely|careful|excellent|detailed|fix) )[a-z-]+ ){0,2}?(?:outage|incident|mess|downtime|disaster|crash|
        errors|loss|delay|page|pages|night|weekend|dashboards|failure|regression|chaos|surprise|replay|headache|bill))`,
      '(?:typical|classic|usual|vintage|trademark) {name}',
      `(?:thanks|thank you|no thanks) to (?:the )?(?:[^ .;:]+ ){0,2}?(?:{role}|
        {name}) (?:'s )?(?:[^ .;:]+ ){0,4}?(?:for (?:nothing|breaking|ignoring|forgetting|taking down|
        deleting|the outage|this mess|not|waking|the mess)|negligence|incompetence|carelessness|blunder|
        mistake|inaction|laziness|silence|refusal|failure|decision|oversight|brilliance|genius)`,
    ],
  },
  {
    category: 'team-blame',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:left|leaving|leaves) (?:[^ .;:]+ ){0,3}?(?:in the lurch|high and dry|holding the (?:bag|baby)|
        to clean up|to pick up the pieces|out to dry|in the dark)`,
    ],
  },
];
