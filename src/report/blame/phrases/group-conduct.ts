import type { PhraseTable } from '../phrase-table.ts';

const asked =
  '(?:request|requests|proposal|proposals|warning|warnings|plea|pleas|budget|budgets|call|calls|ticket|tickets|concern|concerns|suggestion|suggestions|question|questions|appeal|appeals|offer|offers|demand|demands|advice|objection|objections|reminder|reminders|email|emails|escalation|escalations|report|reports|page|pages)';
const uninformed =
  '(?:telling|asking|warning|notifying|informing|consulting|involving|checking with|talking to|coordinating with|announcing|so much as|a word|any (?:warning|notice|coordination|communication|heads-up)|notice|warning|coordination|consultation)';

/** Groups and suppliers by how they are said to have behaved towards others. */
export const groupConduct: readonly PhraseTable[] = [
  {
    category: 'team-blame',
    tier: 'block',
    view: 'actors',
    excusedBy: 'action',
    phrases: [
      `{role}{tail}{adv} (?:turned down|rejected|denied|refused|dismissed|ignored|shot down|killed|vetoed|
        deprioriti[sz]ed|brushed aside|brushed off|binned|waved away|laughed off|sat on|shelved|buried|
        blocked|overruled|overrode) (?:[^ .;:]+ ){0,5}?${asked}(?= )`,
      `{role}{tail}{adv} (?:waved|nodded|rushed|pushed|rammed|steamrollered|railroaded|bulldozed|
        forced(?! (?:[a-z]+ )?(?:builds?|jobs?|traffic|requests?|tests?|data|packets?))) (?:[^ .;:]+ ){0,5}?through`,
      `{role}{tail}{adv} (?:kept|left|keeps|leaves) (?:[^ .;:]+ ){0,4}?(?:in the (?:dark|lurch|cold)|hanging|
        guessing|waiting|out of the loop|high and dry|stranded|holding|to (?:fend|clean|pick|deal|sort|rot|fester|
        guess)|dangling|blind|uninformed)`,
      `{role}{tail}{adv} (?:was|were|is|are|went|has been|have been|seemed|remained|stayed) (?:[a-z]+ly |as usual |very |quite |rather |always |
        once again |again |still |too |far too |so |simply |completely )*(?:asleep|sleeping|absent|missing|
        unreachable|silent|unavailable|evasive|obstructive|unprepared|late|slow|useless|unhelpful|nowhere|awol|
        on another planet|out of (?:touch|its depth|their depth)|caught (?:napping|off guard|out|flat-footed)|
        half-hearted|in denial|fixated|obsessed|at (?:fault|each other 's throats)|too (?:busy|slow|late|proud|lazy|
        cheap|arrogant|stubborn|comfortable)|the (?:usual|same|real|main|root|weak|
        biggest)(?: [a-z]+)? (?:suspects?|problem|culprits?|offender|link|cause|bottleneck|obstacle)|
        the ones? (?:who|that)|responsible for (?:the |this |our )?(?:[a-z]+ )?(?:outage|mess|failure|delay|
        disaster|incident|breach|loss)|to blame)(?= )(?! (?:for (?:the )?(?:page|call|review) (?:because|as)|
        (?:because|since|as) the))`,
      `{role}{tail}{adv} (?:slept|dozed|snoozed|dithered|dawdled|stalled|procrastinated|bickered|squabbled|shrugged|
        yawned|hid|ducked|dodged|faffed|flapped|fiddled|argued|waffled|prevaricated|lost interest|looked away|
        moved on|gave up|washed (?:its|their) hands|passed the (?:buck|parcel)|pointed (?:the )?fingers?|
        moved the goalposts|played (?:politics|dumb|for time|games|the blame)|closed ranks|kept (?:quiet|mum|schtum|
        silent|stalling|us waiting|I=us waiting)|went (?:quiet|silent|dark on|awol|missing|off radar|to ground)|
        made (?:excuses|a mess|a hash|things worse|us|promises)|made us [a-z]+|took (?:forever|ages|an age|the easy|
        its sweet|their sweet|the money|shortcuts|no notice|no responsibility|no action|no interest)|stood by|
        sat (?:idle|back|by|on)|did (?:nothing|little|not lift)|said nothing|lifted no|offered no|
        showed no (?:interest|urgency|concern|remorse|sense)|had no (?:interest|intention|excuse|sense|clue|idea|
        business|plan b)|could not (?:agree|care|be (?:bothered|reached)|get (?:its|their|a grip)|organi[sz]e|
        keep (?:its|their))|cannot be (?:trusted|relied)|overpromised|over-promised|underdelivered|under-delivered|
        oversold|misled|lied|deceived|reneged|backtracked|cheaped out|skimped|penny-pinched|cut (?:corners|costs|
        the budget|staff)|fell (?:asleep|short|down on)|let (?:us|I=us|everyone|E=[^ ]+|customers|C=[^ ]+|
        the (?:side|team|company|rest)) down|let (?:[^ .;:]+ ){1,6}?(?:pile up|rot|slide|lapse|expire|drift|fester|
        slip|burn|run out|fill up|go)|got what (?:it|they) (?:paid|asked|deserved)|held (?:[^ .;:]+ ){1,4}?(?:up|
        back|hostage|ransom)|threw (?:[^ .;:]+ ){1,4}?(?:over the (?:wall|fence)|under the bus)|brought (?:this|
        it) on|has (?:a lot|much|some) to answer|dropped the ball|missed the boat|took (?:its|their) eye)(?= )`,
      `{role}{tail}{adv} (?:launched|changed|deployed|shipped|released|pushed|moved|switched|renamed|migrated|
        upgraded|rotated|removed|dropped|altered|scheduled|started|ran|rolled out|turned (?:off|on)|disabled|
        enabled|merged|announced|cancelled|introduced|rewrote|replaced|flipped|took|made|signed off(?: on)?|
        approved|published|cut) (?:[^ .;:]+ ){0,8}?(?:without|with no|with zero|with (?:little|barely any|
        hardly any|not a word of)) (?:[a-z]+ )?${uninformed}`,
      `{role}{tail}{adv} (?:signed off|approved|accepted|passed|certified|greenlit|green-lit|
        okayed) (?:[^ .;:]+ ){0,6}?without (?:looking|reading|testing|checking|understanding|thinking|a (?:second|
        single|proper)|opening|running|so much|asking|actually|even|really)`,
      `{role}{tail}{adv} (?:broke|breaks|shipped|ships|crashed|took|takes|messed|delivered|did|does|let|missed|
        forgot|blew|ruined|failed) (?:[^ .;:]+ ){0,6}?(?:again|once more|as usual|yet again|as always|
        for the (?:second|third|fourth|umpteenth|nth) time)(?= )`,
      `(?<=^ |, )(?:once again|yet again|as usual|as always|as ever|once more|true to form|predictably|
        not for the first time)(?: ,)? {adj}{role} (?!{helpful} )[a-z]+`,
      `{role}{tail}{adv} (?:prioriti[sz]ed|favou?red|valued|chased|cared (?:more|only)) (?:[^ .;:]+ ){0,5}?(?:over|
        above|ahead of|instead of|rather than|about (?:features|revenue|shipping|optics|its own|their own)|
        than)(?= )`,
      `{role}{tail}{adv} (?:pressured|pressurised|bullied|strong-armed|forced|pushed|browbeat|cajoled|leaned on|
        rushed|hurried|goaded|ordered|badgered|overrode|overruled|vetoed|undermined|starved|underfunded|
        understaffed|neglected|ignored|abandoned|shortchanged|sidelined|bypassed) (?:{human}|us|me)(?= )`,
      `(?:{role}) 's (?:[a-z-]+ ){0,2}?(?:dithering|indecision|foot-dragging|tardiness|slowness|delay|delays|
        inaction|inertia|silence|obstruction|stonewalling|neglect|failings?|shortcomings|sloppiness|shambles|chaos|
        mess|games|politics|empire|penny-pinching|cost-cutting|stinginess|short-termism|complacency|bureaucracy|
        red tape|meddling|refusal|reluctance|unwillingness|insistence|obsession|incompetence|indifference|apathy|
        excuses|blunders?|bungling|mismanagement|micromanagement|interference|poor|bad|shoddy|sloppy|careless|
        reckless|untested|broken promises|empty promises|promises|track record|usual|so-called|pet|hobby|rushed|
        botched|handiwork|overreach|carelessness)(?= )(?! (?:because|since))`,
      `(?:fault|failings|shortcomings|negligence|blame|guilt|sins?) (?:of|with|within|lies with|rests with|
        on) (?:[^ .;:]+ ){0,2}?[TV]=[^ ]+(?! 's)(?= )`,
      `(?:it|this|that) (?:is|was) (?:[a-z]+ly |all |once again )*(?:{role} 's|down to {role}|{role}) (?:fault|
        doing|mess|problem|who|that|to blame|again)(?! {helpful})`,
      `(?:blame|fault|responsibility) (?:[a-z]+ ){0,3}?(?:lies|lay|rests|sits|falls|
        belongs) (?:[a-z]+ ){0,2}?(?:with|on|at) (?:[^ .;:]+ ){0,3}?{role}`,
      `{role}{tail}{adv} (?:walked|ran|drifted|backed|slunk|turned) (?:away|off|out|its back|
        their backs?)(?: [a-z]+)?(?: (?:from|on))?(?= )`,
      `C=[^ ]+{tail}{adv} (?:abused|misused|hammered|ignored|refused|brought (?:it|this)|should have {pp}|
        ought to have|were warned|was warned|flouted|disregarded|did not (?:bother|read|listen|follow|migrate|heed)|
        could not be bothered|only have|have only|broke|insisted|caused|overloaded)(?= )`,
      `(?:waiting|waited|wait|chasing|chased|begging|begged|nagging|nagged|pleading|
        pestering) (?:[^ .;:]+ ){0,4}?(?:for|on|with) {role}(?= (?:to|for (?:weeks|months|hours|days|an answer|
        a reply)|again))`,
      `{role}{tail}{adv} (?:blames?|blamed|blaming|scapegoated|accused|pointed at|finger-pointed)(?= )`,
      `{role} (?:and {role} )?(?:never|rarely|seldom|hardly ever|do not|does not|did not) (?:[a-z]+ )?(?:talk|
        talked|speak|spoke|communicate|communicated|listen|listened|share|shared|cooperate|cooperated|collaborate|
        learn|learned|care|cared|deliver|delivered|test|tested|answer|answered|reply|replied|respond|help|
        helped)(?= )(?! (?:because|since|while|until the))`,
      `{role}{tail}{adv} (?:took|takes|needed|needs|spent|required|wasted) (?:[^ .;:]+ ){0,6}?(?:just )?to (?:even |
        finally |so much as )?(?:reply|respond|answer|acknowledge|admit|notice|wake|react|pick up|call back|open|
        read|care|realise|realize|decide|agree)(?= )`,
      `{role}{tail}{adv} (?:had|has|have) (?:[a-z]+ )?(?:been )?(?:sitting|sat|slept|known|promised|promising|
        putting off|ignoring|stalling|kicking|delaying|postponing|deferring|dragging) (?:[^ .;:]+ ){0,8}?(?:for|
        since|on|about|off)(?= )`,
      `{role} (?:only|finally|eventually|belatedly|at long last) (?:woke|bothered|reacted|admitted|noticed|replied|
        responded|answered|got round|got around|deigned|realised|realized|owned|called back|acted)(?= )`,
      `{role}{tail}{adv} (?:argued|fought|bickered|quarrelled|squabbled|debated|haggled) (?:over|about) (?:whose|who|blame|ownership|credit|turf|responsibility)(?= )`,
      '{role}{tail}{adv} (?:could|can) not (?:organi[sz]e|run|manage|arrange|deliver|coordinate|plan|handle|finish|agree on|decide on) (?:a|an|even|its|their|anything|one|the simplest|simple|basic)(?= )',
      `{role} (?:strikes?|struck|does it|did it|is at it|was at it|have done it|has done it) again`,
      `{role} 's (?:job|task|duty|responsibility)(?: ,)? (?:and|but|yet|,)(?: but| and)? (?:[^ .;:]+ ){0,3}?(?:did not|never|forgot|failed|ignored|skipped|nobody|not done)`,
      `{role}{tail}{adv} (?:promised|sold|committed to|agreed) (?:[^ .;:]+ ){0,5}?(?:nobody|no one|Z=[^ ]+|that could not|(?:it|they) could not|without asking|we could not|never|impossible|unrealistic)`,
    ],
  },
];
