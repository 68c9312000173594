import type { PhraseTable } from '../phrase-table.ts';

/** Ways to point at somebody: fault, thanks for an outage, culprits and their possessions. */
export const pointing: readonly PhraseTable[] = [
  {
    category: 'by-actor',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{single} 's (?:own )?(?:fault|doing|{mistake}|mess|handiwork|failure to|failure|refusal|incompetence|
        lack of|sloppiness|recklessness|laziness|arrogance|stupidity|ego|bad|impatience|ineptitude|ignorance|
        inability|stubbornness|indecision|inexperience|poor|careless|sloppy|reckless|botched|untested|
        unreviewed|half-baked|forgetfulness|cowboy|shortcut|shortcuts|hubris|dithering|silence|complacency|
        bungling|meddling|interference|tinkering|fiddling|haste|overconfidence|bright idea|brilliant idea|
        clever|little|inaction|excuse|excuses|unauthori[sz]ed|rogue|ill-advised|misguided|broken|bad|
        buggy)(?= )(?! (?:[^ .;:]+ ){0,8}?(?:saved|helped|found|fixed|restored|rescued|worked)(?= ))`,
      `{name} 's (?:[^ ,.;:]+ ){0,6}?(?:took (?:down|out|offline|{outage} (?:down|offline|out))|broke|caused|
        crashed|brought (?:down|{outage} down|us|I=us)|knocked|wiped|triggered|corrupted|cost|
        led (?:directly |straight )?to|resulted in|left|ruined|tanked|sank|deleted|dropped|nuked|blew|
        poisoned|hammered|flooded|is why|was why|is the reason|was the (?:cause|reason|root cause|trigger)|
        is to blame|was to blame|killed (?!the (?:runaway|stuck|hung|long))|locked|overloaded|saturated|
        melted|leaked|exposed|breached|filled|exhausted|double-charged|overwhelmed|trashed|tripped|
        started (?:the|this)|sent (?:half|all|every|the whole)|made (?:things|it|matters) worse)(?= )`,
      `(?:because of|due to|owing to|caused by|traced (?:back )?to|attributed to|attributable to|down to|
        on account of|the work of|result of|introduced by|broken by|triggered by|the fault of|blamed on|
        pinned on|laid at) (?:[^ .;:]+ ){0,3}?{name}(?! (?:reporting|noticing|being (?:on|paged)|flagging|
        spotting))`,
      `(?<!(?:noticed|detected|found|discovered|spotted|caught|seen|avoided|averted|prevented) )(?:because|since|as) {sure} (?:[a-z]+ly )?(?!(?:was|is|had|were|reported|noticed|escalated|paged|
        rolled|spotted|flagged|found|joined|acknowledged|asked|confirmed|had) )[a-z]+(?:ed|ot|oke|an|ook|ut|
        ent|id|ame|ew|et)(?= )`,
      `{maybe}(?: then| also| just| simply| once again| again)? (?:forgot|fat-fingered|botched|bungled|
        goofed|panicked|neglected|screwed up|messed up|slipped up|dropped the ball|force-pushed|mistyped|
        misread|never bothered|did not bother|was careless|was (?:being )?(?:lazy|sloppy|reckless)|
        strikes again|is to blame|was to blame|should have (?:known|checked|tested|asked|read|noticed|told|
        waited|escalated))`,
      "{maybe} 's (?:fault|doing|carelessness|negligence|blunder|incompetence|mistake)",
      'courtesy of {gap}{person}',
      `(?:thanks (?:entirely |once again |again |largely |solely |in no small part )*to {adj}(?:{name}|
        {role}|P=[^ ]+)|(?:owing|down|due) (?:entirely |
        solely )?to {adj}{name})(?: 's)?(?! for )(?!{good})(?={bad})`,
      '{bad}(?: ,)? (?:all )?(?:thanks|courtesy|compliments) (?:to|of) {adj}(?:{name}|{role})',
      `(?:brought to (?:you|us|Y=[^ ]+|I=[^ ]+) by|compliments of|with compliments from|sponsored by|
        a gift from|a present from|with love from) {gap}{person}`,
      `(?:yet )?another (?:[^ ]+ )?(?:gem|masterpiece|classic|beauty|triumph|disaster|special|masterclass|
        stroke of genius|work of art|fine piece of work|mess|brilliant idea|great idea|stunt|surprise|present|
        gift|screw-up|blunder|outage|incident|own goal|fiasco|shambles|performance|bright idea|
        one) (?:[^ ]+ )?(?:from|by|of|courtesy|thanks to) (?:[^ ]+ ){0,2}?[NRTV]=[^ ]+`,
      `{person} (?:strikes|struck|did it|does it|is at it|was at it|at it|has done it|had done it|managed it|
        got us) again`,
      `{sure}(?: ,)? (?:again|of all people|, who else|, naturally|, predictably|, as (?:usual|ever|
        always))(?= [.!?,)]| $)`,
      '{person} (?:being|was being|is being) {person}',
      'classic {name}',
      `(?:well done|nice (?:one|work|going|job)|great (?:job|work)|good job|bravo|congratulations|kudos|
        hats off|slow clap|round of applause|
        applause)(?: once again)?(?: ,| to| go to| for)? (?:to )?{person}(?: [^ .;:]+){0,8}? (?:for|on|who|
        , who|, you|,) {gap}(?:breaking|taking down|deleting|wiping|ruining|crashing|bringing|killing|
        knocking|dropping|losing|leaking|waking|ignoring|skipping|forgetting|missing|causing|nuking|
        the outage|this mess|another|you broke)`,
      '(?:blame|blaming|blamed)(?: it| this| that| all of this)?(?: on)? {gap}{person}(?! (?:instead|rather))',
      `{person} (?:has|have|had|has got) {gap}(?:to answer for|explaining to do|some explaining|
        to account for|blood on|owes?)`,
      '{blamed} owes? {gap}(?:explanation|apology|apologies|answers?|an)',
      `(?:fingers?|roads?|signs?|evidence|trail|everything|logs?|all|git|audit|arrows?|
        line) (?:[^ ]+ ){0,3}?(?:points?|pointed|leads?|led|blames?|goes|comes) (?:squarely |straight |right |
        directly |clearly |only )?(?:back )?(?:at|to|down to) {name}`,
      `(?:ask|go and ask|better ask|someone ask|maybe ask|just ask|go ask) {name} (?:why|how (?:the|this|
        that|it|come|he|she|P=[^ ]+|we|I=[^ ]+|a|an|N=[^ ]+|half|production|prod)|what|about (?:the|this|that|
        last|his|her)|where|who|whether|if)`,
      `(?:can|may|should|all) (?:all )?(?:thank|applaud|congratulate) {person} for (?:(?:the|this|that|our|an|
        last|yesterday 's) (?!(?:quick|clear|good|great|fast|timely|careful|excellent|fix|help) )|
        another|taking|breaking|losing|deleting)`,
      '(?:have|had|got) {person} to thank',
      'look no further than {person}',
      `(?:it|this|that) (?:is|was|were) (?:all |entirely |totally |once again |again |of course |actually |
        indeed |really |only |clearly )*{name}(?: again)? (?:who|that|which|,)(?! (?:noticed|found|spotted|
        reported|identified|fixed|restored|caught|saw|raised|paged|escalated|suggested|proposed|confirmed))`,
      `(?:it|this|that|outage|incident|one|fault|blame|responsibility|mess|problem|failure)(?: here)? (?:is|
        was|lies|lay|rests|falls|sits|belongs|
        stops)(?: [a-z]+ly| all| squarely| fairly| entirely| again){0,3} (?:on|with|to|at the feet of|
        at the door of) {blamed}(?= [.!?,;]| $)`,
      `(?:entirely|all|totally|completely|solely|wholly|purely|clearly|squarely|this is|this was|it is|
        it was) {blamed} 's (?:doing|fault|mess|work|problem)`,
      'came from {name} ,? ?who',
      `{name} , who (?:[a-z]+ly )?(?:ignored|skipped|forgot|failed|missed|bypassed|never|broke|overrode|
        neglected|thought|decided|did not|had not|approved|waved|disabled|apparently|somehow|should|insisted|
        deleted|pushed|took)`,
      `(?:{us}|I=[^ ]+) (?:[a-z]+ly )?(?:screwed up|messed up|dropped the ball|failed to|failed (?:our|the|
        C=[^ ]+)|blew it|let (?:E=[^ ]+|everyone|C=[^ ]+|the team|T=[^ ]+|customers) down|am to blame|
        are to blame|take full (?:blame|responsibility)|botched|fumbled|should have known)`,
      `(?:the )?(?:culprit|culprits|guilty party|offender|offenders|perpetrator|perpetrators|
        ringleader) (?:here )?(?:is|was|were|are|turned out|, |being)(?: [^ .;:]+){0,4}? {blamed}`,
      `(?:culprit|root cause|cause|fault|responsible|trigger|reason|blame|responsible party|
        person responsible) : (?:[^ .;:]+ ){0,3}?[NTRS]=[^ ]+`,
      `(?:root cause|cause|reason|problem|issue|trouble|weak link|weakest link)(?: here| of (?:this|
        the) [^ ]+)? (?:is|was|remains) (?:[a-z]+ly )?{blamed}(?= (?:[.,;!?]|who|and|again|[a-z]+ing|not|being|
        making|running|deploying|merging|deleting|forgetting|failing|ignoring|skipping)|$)`,
      '(?:had|if) {name} not(?= )',
    ],
  },
  {
    category: 'named-individual-at-fault',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:my|our|his|her|their) (?:own )?(?:fault|mistake|bad|screw-up|mess|blunder|carelessness|stupidity|
        negligence|incompetence|laziness|sloppiness|arrogance|recklessness|slip-up|error in judgement|
        error of judgement|thoughtlessness)(?! (?:budget|rate|log|domain|tolerance|injection|page|message|
        code|handling))`,
      `(?:it|this|this one|that|
        all of it)(?: is| was)(?: entirely| all| totally| squarely| purely)? on (?:me|him|her|
        them)(?= [.!?,;]| $)`,
      '(?:guess|wonder|three guesses|no prizes for guessing|you will never guess) (?:who|which [^ ]+|whose)',
    ],
  },
];
