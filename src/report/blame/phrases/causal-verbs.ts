import type { PhraseTable } from '../phrase-table.ts';

/** Verbs by which a person or a group brings harm about, and steps they are said to have left out. */
export const causalVerbs: readonly PhraseTable[] = [
  {
    category: 'by-actor',
    tier: 'block',
    view: 'actors',
    excusedBy: 'action',
    phrases: [
      `{person}{tail}{adv} (?:broke|crashed|tanked|torpedoed|sabotaged|bricked|hosed|nuked|trashed|torched|
        wrecked|ruined|sank|demolished|clobbered|obliterated|hobbled|crippled|zapped)(?! (?:the )?(?:tie|
        deadlock|loop|cycle|glass|silence|impasse|down|ground|work|task|dependency|coupling|lock|stalemate|chain|problem|change|monolith))`,
      '{person}{adv} knocked {gap}(?:offline|over|out|down)',
      `{person}{tail}{adv} (?:took|brought|knocked|dragged|pulled) (?:down|out|over|
        offline) {outage}(?! (?:[^ .]+ ){0,3}?(?:to|so|while|before|after|for (?:maintenance|safety|repair|
        repairs|investigation|inspection)) )`,
      `{blamed}{adv} (?:took|brought|knocked|dragged) {outage} (?:down|offline|over|out|to its knees|
        to a halt)(?! (?:[^ .]+ ){0,3}?(?:to|so|while|before|after|for (?:maintenance|safety|repair|repairs|
        investigation|inspection)) )`,
      `{blamed}{tail}{adv} (?:killed|wiped|deleted|dropped|truncated|erased|destroyed|purged|corrupted|
        overwrote|blew away|yanked|unplugged|flattened|zeroed|rm-rf.d|formatted|flooded|swamped|overloaded|
        saturated|ddos.d|starved|poisoned|stalled|degraded) (?:out )?{outage}(?! (?:[^ .]+ ){0,3}?to (?:free|
        fix|stop|restore|recover|relieve|unblock|reset|clear|mitigate|reclaim|make|release|save))`,
      `{blamed}{adv} (?:killed|wiped|deleted|dropped|truncated|erased|destroyed|purged|overwrote|ran|
        restarted|rebooted|terminated|drained|edited|changed|pushed|typed|entered|picked|chose|selected|
        copied|pasted|merged|applied|approved|sent|rotated|revoked|disabled|unplugged|pulled|restored|
        promoted|deployed|released|shipped|tagged|used|set|put|clicked|pressed) {gap}(?:wrong|incorrect)`,
      `{person}{tail}{adv} (?:caused|single-handedly|singlehandedly|instigated|precipitated|
        provoked)(?! (?:no|zero|little|by|[a-z]+ly by) )`,
      `{person}{adv} (?:triggered|started|created|sparked|set off|unleashed|kicked off|produced|inflicted|
        delivered|engineered|orchestrated) {the} {gap}(?:outage|incident|incidents|failure|mess|disaster|
        cascade|cascading|meltdown|crash|breach|leak|downtime|disruption|fiasco|chaos|catastrophe|fire|storm|
        chain of|avalanche|data loss|problem|sev-1|sev-2|sev1|sev2)`,
      `{person}{adv} (?:introduced|added|left|planted|slipped|committed|wrote|shipped|merged|pushed|deployed|
        released|checked|put|rolled|delivered|published|gave) (?:in |out |us |I=us )?{gap}(?:bug|bugs|
        regression|defect|faulty|broken|buggy|bad|untested|unreviewed|half-tested|half-baked|half-finished|
        malformed|typo|flawed|breaking|vulnerability|memory leak|infinite loop|garbage|junk|poison)`,
      `{person}{adv} (?:pushed|merged|committed|deployed|shipped|released|force-pushed|applied|
        ran) {gap}(?:straight|directly|right) (?:to|into|in|on|against|at) (?:main|master|production|prod|
        live|trunk|the)`,
      `{person}{adv} (?:force-pushed|fat-fingered|mistyped|misconfigured|miscalculated|misread|
        misjudged|misunderstood|misclicked|misinterpreted|miscounted|misdiagnosed|misrouted|mislabell?ed|
        misspelled|mixed up|muddled|confused|typo.d|mis-typed|mis-set|misplaced|mistook)`,
      `{person}{tail}{adv} (?:bypassed|circumvented|sidestepped|evaded|dodged|overrode|turned off|
        switched off|disabled|muted|silenced|snoozed|removed|commented out) {gap}(?:review|reviews|check|
        checks|gate|gates|approval|approvals|process|safeguard|safeguards|canary|ci|tests|controls|safety|
        protection|guardrail|guardrails|freeze|monitoring|linter|policy|procedure|lock|interlock|
        alerts? (?:because|since|as) [^ ]+:)`,
      '{person}{adv} [a-z-]+(?:ed|t|n|k|w|d) {wide}without {careful}',
      `{person}{tail}{adv} (?:accidentally|mistakenly|wrongly|inadvertently|erroneously|carelessly|blindly|
        unilaterally|prematurely|needlessly|foolishly|recklessly|stupidly|knowingly|incorrectly|thoughtlessly|
        hastily|improperly|unwisely|negligently|lazily|sloppily|cluelessly|unthinkingly|clumsily|idly|
        absent-mindedly|rashly|unnecessarily|haphazardly|irresponsibly) (?!that )[a-z-]+`,
      `{blamed}{adv} [a-z-]+(?:ed|t|n|k|w|d|e) {wide}(?:by accident|by mistake|in error|on a whim|in a hurry|
        in a rush|in haste|half asleep|with no plan|with no rollback|with no testing|against advice|
        against policy|against the advice|despite being told|despite the warnings?|despite repeated|
        despite clear|despite the freeze|despite knowing|during the freeze|for no reason|for no good reason|
        and walked away|and went home|and went to lunch|and left for the day|and hoped for the best|
        and logged off|and said nothing|and told no one|and told nobody|out of spite|out of laziness|
        unannounced|on a friday (?:afternoon|evening)|at the worst|behind our backs?)`,
      `{person}{adv} locked (?:everyone|everybody|E=[^ ]+|us|I=[^ ]+|R=[^ ]+|every [^ ]+|all [^ ]+|
        half [^ ]+) {gap}out`,
      `{blamed}{adv} (?:left|leaves) {wide}(?:open|exposed|wide open|running|unlocked|unprotected|unattended|
        unmonitored|dangling|undocumented|untested|in the dark|hanging|logged in|in a mess|half done|
        half finished|half-finished|broken|enabled in production)`,
      `{blamed}{adv} let {wide}(?:happen|expire|lapse|slip|rot|run out|burn|go stale|slide|fill up|pile up|
        escape|through|down)`,
      '{person}{adv} (?:let us|let I=us|let E=[^ ]+|let the team|let T=[^ ]+|let everyone|let customers) down',
      `{person}{adv} (?:leaked|exposed|published|pasted|emailed|posted|committed(?! to)) {gap}(?:secret|
        secrets|password|passwords|key|keys|token|tokens|credentials?|customer data|personal data|records|
        certificate|private)`,
      `{blamed}{adv} (?:waited|took|needed|spent|was|were|sat|dithered|hesitated) (?:far |way |much |
        altogether |so |an? )?(?:too long|forever|ages|eternity|too slow|so slow|too late|late to|slow to|
        hours to|asleep|on it for)`,
      `{person}{adv} (?:approved|signed off|rubber-stamped|waved|accepted|merged|okayed|passed|
        greenlit) {wide}(?:without|blindly|unread|unseen|with a|through|in (?:thirty|ten|five|two|a few|
        seconds|under)|regardless|anyway)`,
      '{person}{adv} rubber-stamped',
      '{one}{adv} (?:merged|pushed|deployed|released|shipped|approved|proceeded|carried on|went ahead|continued) {wide}despite (?:the |a |an |all |several |two |three |[a-z]+ )?[a-z]+',
      'R=(?:author|architect) of (?:the|this|our) (?:outage|incident|mess|disaster|downtime|fiasco|failure)',
      '{person}{adv} (?:hit|pressed|clicked|typed|chose|picked|selected) {gap}instead of',
      `{blamed}{adv} (?!(?:noticed|found|saw|spotted|reported|received|got|corrected|fixed|replaced|
        identified|showed|displayed|returned|was|were|is|are|had|has|been|discovered|caught|detected|
        explained|be|a|an|the|to|of|and|or|in|on|for|with|by|at|from|see|sees|get|gets|
        s) )[a-z-]+ {gap}(?:wrong|incorrect)(?= )(?! (?:because|since))`,
      'what {sure} did to',
      `{blamed} (?:[^ .;:]+ ){1,8}?and (?:then )?(?:forgot|never (?:told|came|looked|checked|said|bothered)|
        left it|did not tell|failed to|told (?:nobody|Z=[^ ]+))`,
      '(?:fine|up|working|healthy|green|quiet|ok|stable|well|good) until {sure} [a-z]+',
      "(?:bug|mistake|error|mess|idea|decision|outage|fault|doing|typo) (?:was|is) (?:[a-z]+ )?{sure} 's",
      `(?:lost|broke|crashed|failed|died|collapsed|down|offline|outage|incident|trouble|chaos|corrupted|
        began|started) (?:[^ .;:]+ ){0,6}?(?:when|after|once|because) {sure} (?!(?:joined|acknowledged|
        noticed|was|paged|arrived|reported|opened|declared|took over|started|found|looked|checked|rolled|
        escalated|had|is|saw|confirmed|asked|left|handed|read|began|followed|approved|tried) )[a-z]+(?:ed|ot|
        oke|an|ent|id|ew|et|ook|ut|it)(?= )`,
      "{sure} 's name (?:on|all over|written)",
      '(?:because|when|after) R=(?:person|individual) (?!(?:who|is|has) )[a-z]+',
      '(?:boils?|boiled|comes?|came|is|was|all) (?:[a-z]+ )?down to {person}',
      '{blamed}{adv} dropped the (?:page|ticket|alert|handover|case|request|follow-up)(?! rate)',
      '(?<=^ )not {role} [a-z]+',
      'neither (?:of )?{role} [a-z]+',
      'took {person} (?:far |way |much |altogether )?(?:too long|so long|forever|ages|an eternity|an age) to',
      `{one}{tail}{adv} [a-z-]+(?:ed|t|n|k|w|d|e) {wide}(?:anyway|regardless|nonetheless|all the same|
        without a second thought)`,
      `{one}{adv} lost (?:the|our|all|every|both|half|several) {gap}(?:key|keys|password|passwords|data|
        backup|backups|records|orders|credentials|volume|snapshot|snapshots|logs|database)`,
      `{blamed}{adv} (?:managed|contrived) to (?:[a-z]+ly )?(?:delete|break|take|crash|wipe|lose|destroy|
        drop|corrupt|knock|lock|bring|miss|ignore|overwrite|kill|ruin|leak|expose|forget|confuse|wreck|trip)`,
      `{one}{adv} (?:ran|typed|issued|executed|fired off) {gap}(?:destroy|drop|truncate|delete|wipe|purge|
        format|mkfs|force-delete) `,
      `{one}{adv} (?!was |were |is |are |has been |had been |arrived |came )[a-z-]+(?:ed|t|n|k|w|d|
        e) {wide}too (?:early|late|soon|fast|quickly|hastily|eagerly|long|slowly)`,
      `(?:silenced|muted|switched off|turned off|purged|unplugged|nuked|disabled|deleted|dropped|wiped|overwritten|broken|skipped|bypassed|ignored|forgotten|
        corrupted|misconfigured|crashed|mishandled|sabotaged|wrecked|ruined|lost|
        left [a-z]+) (?:[a-z]+ly )?by {sure}`,
      'until {sure} (?:touched|came|changed|got|showed|decided|arrived|edited|pushed|deployed|took)',
      `(?:accidental|inadvertent|mistaken|erroneous|unintentional|wrong|incorrect|bad|careless|botched|
        sloppy|hasty|mistyped) (?:[^ .;:]+ ){0,5}?by {person}`,
      "{name} 's {adj}(?:is|was) what (?:killed|broke|crashed|took|brought|caused|started|triggered|sank|did)",
      "on {single} 's watch",
      'only {sure} (?:could|would)',
      `{person}{adv} (?:gets|wins|takes|deserves|earned|got|won) (?:the|a|this|an) {gap}(?:prize|award|medal|
        trophy|crown|biscuit|oscar)`,
      'R=[^ ]+ (?:at fault|to blame|who did (?:it|this)|behind (?:it|this)) (?:is|was) {sure}',
      `{blamed}{adv} (?:rolled out|deployed|pushed|merged|released|shipped|upgraded|
        migrated) {wide}on a (?:friday|sunday|saturday|holiday|bank holiday)`,
      `{blamed}{adv} (?:waited|spent|lost|wasted|took) (?:[^ .;:]+ ){1,5}?(?:before|without|
        rather than) (?:paging|escalating|calling|telling|declaring|rolling|asking|admitting|informing|
        notifying|reverting|acting|reacting|responding|looking|checking|anyone|bothering)`,
      `{blamed}{adv} (?:kept|continued|carried on|pressed on|ploughed on|plowed on|went ahead|proceeded|
        insisted) {wide}(?:wrong|incorrect|regardless|anyway|despite|ignoring|blindly|even though|although|
        in spite of)`,
      '{single} (?:had|has|only had) (?:just |only |literally )?one job',
      `(?:if it (?:was|were|had) not (?:been )?for|were it not for|
        had it not been for) {single}(?! (?:noticing|catching|spotting|quick))`,
      '(?:the )?fault of (?:[^ .;:]+ ){0,2}?{blamed}',
      `{blamed}{adv} (?:sat on|kept quiet about|covered up|lied|hid|concealed|buried|swept|downplayed|
        brushed off|shrugged off|waved away|dismissed|played down|blew off|stonewalled) `,
      '{person}{adv} (?:cost|costs) (?:us|I=us|the|our|E=[^ ]+|C=[^ ]+|everyone|[0-9]+)',
      `{person}{tail} (?:is|was|are|were) (?:(?:[a-z]+ly|the|once again|again|also|all|main|real|actual|
        single|sole|a) ){0,3}(?:to blame|at fault|responsible for (?:[^ ]+ ){0,3}?(?:outage|incident|failure|
        loss|loop|mess|downtime|breach|leak|bug|regression|errors?|mistake|crash|problem|disruption|delay|
        damage|this|deleting|breaking|causing|corruption|corrupting|taking|wiping|disaster|missing|broken|
        exposing|fiasco|lost|misconfiguration|typo|deletion|losing|leaking|issue)(?! (?:response|review|
        channel|process|command|report|reporting|budget|commander|management|handling|tracking|log|page|
        pages))|the cause|the reason|the culprit|the culprits|culpable|guilty|the root cause|the problem|
        the weak link|the weakest link|the bottleneck|behind (?:this|the outage|the incident|it|all)|why )`,
      `{blamed}{adv} (?:must|should|has to|have to|needs to) (?:take|accept|own|bear|shoulder) (?:the |full |
        some |all |more )*(?:blame|responsibility|consequences|fault)`,
      `{blamed}{adv} (?:set|put|ran|pulled|flipped|turned|typed|fired|hit|pressed|clicked|
        did) (?:[^ ]+ ){0,6}?(?:and|, and|which|, which|, and then) {gap}(?:took (?:down|out)|brought down|
        broke|crashed|killed|wiped|knocked|corrupted|melted|lost|blew up|cost|locked out|went dark|fell over|
        dropped off|went down|collapsed|took [^ ]+ down)`,
    ],
  },
  {
    category: 'by-actor',
    tier: 'block',
    view: 'actors',
    excusedBy: 'omission',
    phrases: [
      `{blamed}{tail}{adv} (?:did|does|do|could|had|have|
        has) not(?: [a-z]+ly| even| once| actually| ever| simply| just)* (?!(?:have|receive|received|know|
        know|get|got|need|affect|apply|exist|want|lose|lost|include|contain|require|yet|been|match|appear|
        experience|support|own|had|reach|see|seen|change|hear|be|start|arrive|log|report|mind|have|use|agree|
        show|happen|return|find|found|expire|complete|finish|break|fail|work|recover|only|retry|matter|
        determine|reproduce|help|join|understand) )(?:bother|check|test|verify|read|look|think|ask|tell|
        notify|inform|warn|review|respond|acknowledge|escalate|notice|follow|care|run|document|update|
        communicate|consult|validate|monitor|watch|wait|listen|pay|take|make|raise|flag|confirm|announce|
        coordinate|consider|realise|realize|question|spot|catch|pick|answer|act|react|do|write|add|set|fix|
        close|rotate|renew|page|mention|speak|stop|try|deliver|honou?r|keep|plan|provide|roll|declare|hand|
        restore|call|open|share|follow-up|understand|[a-z]+ed|done|kept|told|run|written|thought|taken)(?= )`,
      `{blamed}{tail}(?: [a-z]+ly| again| still| has| have| had){0,2} never(?: [a-z]+ly| even| once)* (?:bothered|
        checked|tested|verified|read|looked|thought|asked|told|notified|informed|warned|reviewed|responded|
        acknowledged|escalated|noticed|followed|cared|ran|run|documented|updated|communicated|consulted|
        validated|monitored|watched|listened|raised|flagged|confirmed|announced|considered|questioned|wrote|
        written|added|fixed|rotated|renewed|replied|returned|answered|opened|finished|cleaned|learned|learns|
        listens|tests|reads|checks|documents|answers|replies|delivers?|delivered|owned|showed|turned|picked|
        planned|tried|rehearsed|tells|asks|followed)(?= )`,
      `{blamed}{tail}{adv} (?:fail|fails|failed|failing) (?:to (?!reproduce|connect|authenticate|log in|
        reach|load|access|sign in|receive|complete|fetch|start|open|resolve)[a-z-]+|the customer|us|I=us|
        C=[^ ]+|at the|badly|again|in (?:their|its|his|her)|everyone|E=[^ ]+|dismally|miserably|completely|
        spectacularly|here)`,
      `{blamed}{tail}{adv} (?:forgot|forgets|forgotten|neglects?|neglected|omitted|overlooked|disregarded|
        ignored|ignores|skipped|skips|flouted|bungled) ?`,
      '{person}{tail}{adv} (?:forgot|neglected|overlooked|disregarded|omitted|ignored|skipped|flouted)(?= )',
      `{blamed}{tail}{adv} (?:missed|misses|glossed over|skimmed|slept through|lost track of|lost sight of|
        turned a blind eye|looked the other way|stood by|sat idle|did nothing|said nothing|gave up|
        walked away from|walked off|abandoned)(?! (?:heartbeats?|(?:[^ ]+ ){0,2}?(?:heartbeats?|polls?|
        samples?|scrapes?|frames?|packets?)))`,
      `{none}{tail}{adv} (?:bothered|checked|tested|thought|cared|looked|told|asked|reviewed|verified|
        questioned|escalated|responded|documented|owned|read|followed|listened|stopped|spoke|raised|warned|
        rehearsed|tried|watched|took|wanted to|could be bothered|picked up|realised|realized|considered|
        flagged|notified|informed|saw fit|answered|replied|reacted|helped|monitored|validated|rotated|renewed|
        updated|cleaned|spotted|caught|ran|did|paid|acknowledged|had the sense|had the decency|had thought|
        had bothered|had checked|had tested|had ever)(?= )`,
      '{none}{tail} (?:ever |even |actually |once |really ){1,2}[a-z]+(?:ed|t|d|k|n|w)?(?= )',
      'and {none} noticed',
      'not a single (?:person|[RTE]=[^ ]+|reviewer|engineer|responder|one of (?:them|us)|soul) [a-z]+',
    ],
  },
];
