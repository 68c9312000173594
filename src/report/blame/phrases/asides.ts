import type { PhraseTable } from '../phrase-table.ts';

const result = '(?:results?|consequences?|outcomes?|effects?|ending)';
const careless =
  '(?:on a friday|in production|in prod|like this|like that|anyway|these days|nowadays|without [a-z]+|by hand|at noon|at peak)';

/** Asides of a narrator who has already judged: rhetorical questions, winks at the reader, airs and excuses quoted. */
export const asides: readonly PhraseTable[] = [
  {
    category: 'hindsight',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:with|to) (?:entirely |all too |utterly |perfectly |the )*(?:predictable|usual|inevitable|foreseeable|obvious) ${result}(?= [.,!;]|$)|rest is history(?= )|hilarity ensued|go figure|
        (?:can|could) (?:all |easily )?imagine (?:the rest|what happened|how (?:this|that|it) ended)|need (?:i|we) say more|enough said|nuff said|colou?r me (?:surprised|shocked|amazed)|
        who (?:would|could) have thunk|what else is new|facepalm|smh`,
      'let that sink in|read that again|read that (?:right|correctly)|kid you not|(?:can not|could not) make (?:this|it|that)(?: stuff)? up|words fail|mind boggles|beggars belief|(?:wait )?it gets (?:better|worse)(?= )',
      `(?:was|were|is|had been) (?:right |all |always |plainly |just )*there (?:to be (?:read|seen|found|used)|for (?:all|everyone|anyone|the (?:reading|taking|asking))|in (?:bold|capitals|red|black and white|plain))|(?:was|were) right there(?= [.,!?]|$)`,
      `(?:in|written in|printed in) (?:bold|large|big|capital|red|ten-foot|six-foot|foot-high) (?:[a-z]+ )?(?:letters|type|capitals|print)(?= )`,
    ],
  },
  {
    category: 'hindsight',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `who (?:on earth|the hell|the heck|in (?:his|her|their) right mind|in (?:god|heaven)'s name|thought (?:that )?(?:it|this|that) (?:was|would)|
        (?:runs|deploys|pushes|merges|tests|writes|does|puts|uses|approves|hard-codes|hardcodes|edits|leaves|keeps|stores|reboots|ships) (?:[^ .;:]+ ){1,6}?${careless})(?= )`,
      `whose (?:[a-z]+ )?(?:bright|brilliant|great|clever|stupid|genius|wonderful) idea|in what (?:world|universe)|what (?:kind|sort) of (?:[a-z-]+ )?(?:{folk}|team|idiot|fool|company|place|operation|organisation|outfit)(?= )|
        since when (?:do|does|is|are) (?:we|they|people|anyone)|(?:thinks?|thought) (?:that )?(?:this|that|it) (?:is|was) (?:a good idea|normal|fine|acceptable|ok|okay)(?= [.?!])`,
    ],
  },
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `for reasons (?:best |only )?(?:known|clear|apparent|obvious) (?:only |best )?to (?:himself|herself|themselves|itself|him|her|them)|(?:stroke|flash|fit|burst) of (?:genius|brilliance|madness|inspiration|insanity|enthusiasm|creativity)|
        with (?:his|her|their) (?:usual|customary|characteristic|trademark|habitual|typical|legendary|famous)|with (?:characteristic|customary|trademark) [a-z]+|as is (?:his|her|their) (?:wont|habit|custom)|
        in what can only be (?:described|called)|living up to (?:his|her|their)`,
      `(?:blissfully|cheerfully|happily|merrily|blithely|serenely|wilfully|willfully) (?:unaware|ignorant|oblivious|ignoring|ignored|unconcerned|unbothered|uninterested)(?= )`,
      '(?:not|hardly|scarcely) (?:exactly |quite |really )?(?:his|her|their) (?:finest|best|proudest|greatest|brightest) (?:hour|day|moment|work|week|performance|deploy|idea|decision)',
    ],
  },
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      '{blamed} and [a-z]+ (?:do|did|have|has|are|were) (?:not|never) (?:really |exactly |quite )?(?:mix|met|get along|get on|on speaking|friends|go together|been introduced|see eye)',
      `{blamed}{tail}{adv} (?:other|different|better|bigger|grander|more important) (?:ideas|plans|things to do|priorities)(?= )`,
      `{human}{tail}{adv} (?:strolled|ambled|wandered|sauntered|waltzed|breezed|swanned|drifted|sidled|trundled|shuffled|mooched|slunk|tiptoed) (?:in|into|up|over|off|out|onto|past|along|back|away|through|around|onto)(?= )`,
      `{human}{tail} (?:was|were|seemed|felt) in no (?:particular |great |visible |apparent |obvious )?(?:hurry|rush|mood)(?= )`,
      '{single}{tail}{adv} (?:took|takes|taking) (?:his|her|their) (?:sweet |own |good )*time',
      `{human}{tail}{adv} [a-z-]+ {wide}without so much as`,
      "(?:not|hardly|scarcely) (?:exactly |quite |really )?{blamed} 's (?:finest|best|proudest|greatest|brightest) (?:hour|day|moment|work|week|performance|deploy|idea|decision)",
      `{human}{tail}{adv} (?:felt|decided|thought|figured|reckoned|concluded|judged) (?:that )?(?:now|friday|lunch ?time|noon|peak|midnight|production|prod|today|tonight|this|that|[a-z]+ (?:morning|afternoon|evening|night)) (?:was|would be|is) (?:clearly |surely |just |also )?
        (?:the|a|as good a|an) (?:[a-z]+ )?(?:time|moment|place|idea|day|occasion)(?= )`,
    ],
  },
  {
    category: 'incompetence',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      '{blamed}{tail}{adv} (?:learned|learnt|discovered|found out) the hard way',
      `it took {blamed} (?:[^ .;:]+ ){0,3}?(?:attempts|tries|goes|guesses|reminders|phone calls) to`,
      '{blamed}{tail}{adv} to be (?:shown|reminded|taught|talked through|walked through|told (?:twice|again|three|what|how))(?= )',
      'S=[^ ]+ (?:should|needs to|has to|had to|must|ought to|really should) (?:really )?(?:tell|explain to|show|teach|remind) (?:{blamed}|them|him|her|these|those)(?= )',
      `(?:{none}|none)(?: of)?(?: [^ .;:]+){1,6}? (?:knew|understood|understands|remembered) (?:what|the (?:first|difference)|how to (?:read|use|open|stop|start|spell))(?= )(?! (?:was happening|had happened|caused|had caused))`,
    ],
  },
  {
    category: 'human-error',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:one|a|single) (?:click|keystroke|key|character|digit|letter|word|line|tab|window|zero|dot|comma|slash|space|coffee|beer) too (?:many|few|far|early|late|soon|fast|quickly)(?= )`,
      `(?:typed|ran|run|entered|pasted|executed|issued|command|keystroke|sent) (?:[^ .;:]+ ){0,5}?(?:in|into|at|to) the wrong (?:terminal|window|tab|shell|console|session|prompt|pane|screen|machine|box)(?= )`,
      `(?:plus|meets?|met|add) (?:one|a|an) (?:[a-z-]+ )?(?:tired|sleepy|hurried|bored|distracted|rushed|hasty|hungry|exhausted|careless|bleary-eyed|half-asleep|overworked) (?:[a-z]+ )?(?:{folk}|human|pair of)(?= )`,
    ],
  },
  {
    category: 'punitive',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      '(?:replace|replacing|swap|swapping) (?:him|her|them|{blamed}) (?:out )?(?:with|by|for) (?:S=[^ ]+|R=[^ ]+|people|a person) (?:who|that)',
      '{human}{tail} deserves? (?:to be (?:fired|sacked|punished|shouted|named|shown|told|demoted)|whatever|everything (?:he|she|they|P=[^ ]+)|what|no (?:sympathy|mercy|pity)|an? (?:kick|slap|lesson|demotion|good|talking)|the sack)',
      '(?:way to go|thanks a bunch|good going|nice going|well played|smooth move|smooth)(?: ,)? {blamed}(?= [.!?,]|$| for nothing)',
    ],
  },
  {
    category: 'team-blame',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      '(?:can|could) always (?:rely|count|depend|bank) on {adj}{blamed} (?:to|for)',
      '(?:it is|it was|why is it) always {adj}{role}(?= )(?! (?:that (?:is|gets) paged|who (?:is|gets) paged))',
      'with (?:[TV]=[^ ]+|friends|colleagues|partners|vendors) like (?:this|these|that|{role})',
      '{role}{tail}{adv} (?:never fails?|did not fail|manages?) to (?:disappoint|surprise|amaze|break|forget|be late|let)',
    ],
  },
];
