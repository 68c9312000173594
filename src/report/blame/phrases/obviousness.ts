import type { PhraseTable } from '../phrase-table.ts';

const onlooker =
  '(?:reader|observer|bystander|onlooker|outsider|layperson|layman|newcomer|schoolchild|schoolkid|child|fool|idiot|person|passer-by|viewer|' +
  'student|undergraduate|beginner|novice|intern|junior|apprentice|professional|practitioner|{folk}|eye|glance|look|mind)';
const small =
  '(?:two|three|five|ten|thirty|sixty|a few|a couple of|half a|one|a|another) (?:more )?(?:second|seconds|minute|minutes|moment|moments|click|clicks|' +
  'keystroke|keystrokes|line|lines|query|queries|grep|greps|word|words)';
const see =
  '(?:see|seen|tell|told|know|known|spot|spotted|notice|noticed|guess|predict|realise|realize|foresee|work out|understand|show|shown|reveal|revealed)';

/** What is called obvious, predictable or easy once the outcome is known. */
export const obviousness: readonly PhraseTable[] = [
  {
    category: 'hindsight',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:any|every|even the most|even a|the most) (?:[a-z-]+ ){0,3}?${onlooker}(?: [^ .;:]+){0,6}? (?:would|could|
        should|can|will|knows|sees|understands) (?:have )?(?:immediately |instantly |easily |at once |never |not |
        quickly )*(?:${see}|question|questioned|ask|asked|stop|stopped|balk|avoid|avoided|think|thought|check|
        checked|do|done|run|expect|expected|recogni[sz]e|recogni[sz]ed|catch|caught|find|found|pick|flag|flagged|
        object|suspect|suspected)(?= )`,
      `(?:clue|clues|answer|evidence|warning|warnings|sign|signs|hint|hints|cause|problem|culprit|explanation|error|
        message|number|numbers|alert|fault|truth|solution|metric|trend|spike|banner|line) (?:was|were|had been|is|
        sat|lay|stood|stared|hung|blinked|flashed) (?:[a-z]+ly |all |sitting |staring |right |there |
        just )*(?:right |there |plainly |staring )*(?:in front of|under|before|at|in plain|in bold|in red|
        in capital|on the first|on page one|on the very|for all|back at) (?:them|him|her|us|everyone|everybody|
        everyone's|their|his|her|our|the [a-z-]+ all|sight|view|letters|to see|line|page|screen|red|capitals|
        [a-z]+'s nose)`,
      `(?:hard|difficult|impossible|tough|not easy) to (?:understand|see|believe|imagine|fathom|credit|comprehend|
        explain|accept|grasp|justify|excuse|forgive) (?:why|how|that|what) (?:[^ .;:]+ ){0,3}?(?:anyone|anybody|
        nobody|no one|no-one|someone|somebody|they|he|she|we|people|{folk}|team|teams|management|vendor|this (?:was|
        got|could|passed|went))`,
      `${small} (?:of|with|spent|in|on|at|looking|reading|checking|to|more) (?:[^ .;:]+ ){0,6}?(?:would|could|might|
        should) (?:have )?(?:been (?:enough|all|plenty)|${see}|saved|prevented|avoided|stopped|sufficed|spared|
        caught|made|done|settled|cleared|told|exposed)`,
      `(?:a|one|any) (?:two|three|five|ten|thirty|sixty)-(?:second|minute|line) [a-z]+ (?:[^ .;:]+ ){0,4}?(?:would|
        could|might|shows|tells)`,
      `(?:five|ten|thirty|two|three|sixty)-(?:second|minute) (?:look|check|glance|search|read|test|call|
        conversation|review)`,
      `(?:glaringly|blindingly|painfully|patently|plainly|embarrassingly|blatantly|self-evidently|
        screamingly) (?:obvious|clear|apparent|evident|plain|foreseeable|predictable|visible|wrong)(?! (?:from|
        in) (?:the )?(?:logs?|trace|traces|metrics|graph|capture|dashboard))`,
      `(?:should|ought to|must) (?:surely |really |have )*(?:have )?(?:been )?(?:set (?:off )?(?:alarm|every)|rung|
        raised (?:alarm|eyebrows|red|questions)|sounded (?:the )?alarm|tipped (?:them|him|her|us|everyone) off|
        told (?:them|him|her|us|everyone) (?:everything|something|all|that)|been (?:a|an|the|
        enough of a) (?:[a-z-]+ ){0,2}?(?:red flag|clue|hint|giveaway|tip-off|wake-up call|warning|sign|alarm|
        no-brainer|first (?:thing|suspect|clue|place|stop|guess|check|step|thought|question)))`,
      `(?:seen|visible|spotted|heard|smelled|smelt|predicted|noticed) (?:from )?(?:from space|a mile (?:off|away)|
        miles (?:off|away)|from the moon|from orbit|weeks ahead by|by a blind|coming (?:a|from|for|since|weeks|
        months|a mile))`,
      `(?:not exactly|hardly|scarcely|not really|no great|no big|no real|not much of a) (?:a |an )?(?:subtle|hidden|
        secret|surprise|mystery|shock|rocket science|revelation|news|bolt from the blue|difficult to (?:spot|see|
        predict|guess)|well hidden|unexpected|unforeseeable|unpredictable|obscure|state secret)`,
      `(?:knew|known|knows|know|knowing) (?:full|perfectly|very|damn|only too|all too|fine) well|knew or (?:should|
        ought)|(?:put|putting) two and two together|(?:connect|connected|join|joined) the dots|two plus two|(?:it|
        this) (?:was|is) (?:only|just|always|simply) (?:ever )?(?:going to (?:end|be)|a question of when)|
        (?:writing|warning|smell) (?:was )?in the air|a blind (?:man|person) (?:could|would)|with (?:their|his|her|
        our) eyes (?:closed|shut|open)|(?:wide|eyes) (?:shut|closed)|asleep not to|you did not (?:need|have) to be|
        one (?:did not|need not) (?:need|have|be)|(?:no one|nobody|anyone) in (?:his|her|their) right mind|
        (?:beggars|defies|defied|beggared|strains|strained|passes|stretches) (?:belief|comprehension|understanding|
        credulity|all understanding)`,
      `(?:with|using|given|applying|had there been) (?:even )?(?:just )?(?:the slightest|a bit of|a little|
        a modicum of|an ounce of|a shred of|basic|minimal|a moment of|a minute of|any|some|a grain of|
        half an ounce of) (?:[a-z]+ )?(?:thought|common sense|sense|foresight|forethought|care|attention|effort|
        logic|reasoning|arithmetic|reflection|curiosity|imagination|planning|reading)(?= )`,
      `(?:right|correct|sensible|obvious|safe|proper|better|only sensible|only sane|logical|wise) (?:course|move|
        answer|choice|decision|call|option|thing to do|step|path|next step) (?:was|is|had been|
        should have been) (?:[a-z]+ly )?(?:clear|obvious|apparent|evident|plain|there|known|staring|to have|always|
        right)`,
      `(?:easily|readily|trivially|perfectly|entirely|quite) (?:foreseen|foreseeable|anticipated|predicted|spotted|
        seen coming|avoidable|guessable|imaginable)`,
      `(?:would have been|was|is) (?:trivial|child's play|simplicity itself|the easiest thing|dead easy|
        the work of (?:a|five|two)|a moment's work|effortless) (?:to|for|in) (?:[^ .;:]+ ){0,3}?(?:notice|see|spot|
        check|verify|realise|realize|catch|find|know|tell|avoid|prevent|stop|ask|read|anyone|anybody|them|the)`,
      `what (?:else )?(?:did|does|do|had|could|would) (?:they|he|she|you|anyone|anybody|people|we|everyone|
        the [a-z-]+(?: [a-z-]+)?) (?:really |seriously |honestly |possibly |actually )*(?:expect|expected|think|
        thought|imagine|imagined|suppose|hope|believe)`,
      `who (?:in (?:his|her|their) right mind|on earth|in the world|could (?:possibly |seriously |ever |
        not )*(?:have )?(?:think|thought|believe|believed|imagine|miss|missed|not)|would (?:ever |seriously |
        possibly )*(?:think|thought|do|run|deploy|build|design|put|write|choose|have))`,
      `(?:as|just as) (?:anyone|anybody|everyone|everybody|we all|many|some of us|most of us|others|the rest of us|
        one) (?:[^ .;:]+ ){0,5}?(?:could|would|knew|knows|had|predicted|warned|said|expected|saw|might)`,
      `(?:all|everything) (?:the )?(?:warning signs|red flags|alarm bells|warnings|signs|clues) (?:were|had been|
        was) (?:there|present|ignored|visible|missed|flashing)`,
      `(?:nobody|no one|no-one|anyone|anybody) (?:could|can|would) (?:seriously|honestly|reasonably|possibly|really|
        sensibly) (?:have )?(?:believed?|thought|think|expect|expected|claim|claimed|be surprised|argue|imagine|
        imagined|doubt|doubted|miss|missed)`,
      `(?:came|comes|come|was|is|be) (?:as )?(?:no|little|hardly a|not much of a|not a) surprise (?:to|that|when|
        given|after)(?! (?:x|[0-9]))`,
      `could (?:not|hardly|scarcely|barely) have been (?:any )?(?:plainer|clearer|more (?:obvious|plain|clear|visible|explicit|evident)|louder|simpler|easier)(?= )(?! to (?:roll|fix|reproduce|restore))`,
      `no (?:prizes?|points|awards?|medals?|marks) for (?:spotting|guessing|noticing|working|knowing|seeing|realising|realizing|figuring|predicting)`,
      `only (?:a|an|the) (?:blind|fool|idiot|madman|lunatic|gambler|optimist|amateur|beginner|novice|moron|reckless|foolish|careless|naive|blind|very|truly|complete|[a-z]+ (?:optimist|fool|idiot|gambler|amateur|beginner)) (?:[a-z]+ )?(?:would|could|can)`,
      `all (?:that|it|anyone|anybody|one) (?:was|is|had|would have|needed|took|takes|ever) ?(?:been )?(?:required|needed|necessary|called for|asked|taken|to do|took|required of [a-z]+)? ?(?:to do )?(?:was|is|would have been) (?:to |one |reading|checking|looking|asking|opening|running|testing|waiting|pressing|scrolling)`,
    ],
  },
  {
    category: 'hindsight',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?<=^ |, |; )(?:of course|predictably|unsurprisingly|inevitably|naturally|not surprisingly|surprise surprise|
        lo and behold|sure enough|needless to say|to nobody 's surprise|
        as expected)(?: ,)? [^.:]{0,140}? (?:{blamed}|{group}|P=they|{single}|the (?:[a-z-]+ )?shortcut)(?= )`,
      `(?:{blamed}|{all}|{us}){tail}{adv} (?:stared|stare|looked|gazed|gaped) (?:[a-z]+ )?(?:at|past|
        through) (?:[^ .;:]+ ){0,8}?(?:without|and (?:saw|did|missed|never|still)|for (?:[a-z]+ ){1,3}(?:minutes|
        hours|hour)|yet)`,
      `{blamed}{tail}{adv} (?:ran|deployed|merged|went ahead|pushed|proceeded|carried on|
        did) (?:[^ .;:]+ ){0,6}?(?:at noon|at midday|at peak|in broad daylight|in the middle of|on black friday|
        on a friday|on christmas|during (?:the )?(?:peak|launch|sale|freeze))`,
      `{blamed}{tail}{adv} (?:knew|know|knows) (?:the risk|the risks|the danger|about the (?:risk|danger|bug|
        problem|flaw|defect|issue) (?:and|but|for)|this (?:would|was going|could)|it (?:would|was going)|what would|
        better|that (?:it|this) (?:would|was))`,
      `{all}{tail}{adv} (?:knew|saw|could (?:see|tell|have)|had (?:known|seen|warned|predicted)|was aware|
        were aware)(?= )(?! (?:the same|how to|where|who|which|their)| same)`,
      `(?:under|before|in front of|right past|past|beneath) (?:{blamed}|{all}|{us}) 's (?:very |own )*(?:nose|noses|
        eyes|face|desk)`,
      `{human}{tail}{adv} (?:walked|ran|drove|sailed|marched|stumbled|blundered|sleepwalked) (?:right |straight |
        blindly |headlong |eyes wide open )*(?:into|past|off|over)(?= )`,
      `(?:did|could|how could|how did|how can|why did|why would|how do) (?:{person}|{all}|{none}|anyone|
        anybody) (?:[a-z]+ly |possibly |ever |even |not |really )*(?:not )?(?:realise|realize|see|notice|know|think|
        understand|spot|miss|believe|imagine)(?= )`,
      '{all}{tail}{adv} (?:could|can) (?:smell|feel|sense|taste|hear(?= (?:it|this|that|trouble))|see|tell|guess|predict)(?= )(?! (?:the same|it on|this on|which|who|how|the (?:dashboard|panel|graph|status|page)))',
      '{blamed}{tail}{adv} (?:had|have|has) (?:it|the answer|the evidence|the proof|the warning|everything|all the signs|the numbers) (?:in black and white|in front of|on (?:screen|paper|the screen)|in (?:bold|plain|writing)|to hand|right there)',
      'how (?:{human}|anyone|anybody) (?:could|can|managed to|came to|was able to) (?:[a-z]+ly |ever |possibly |even )*(?:have )?(?:not )?(?:miss|missed|overlook|overlooked|ignore|ignored|fail|failed|forget|forgotten|not see|not notice|think|thought|approve|approved|ship|shipped|believe|believed|let)(?= )',
    ],
  },
];
