import type { PhraseTable } from '../phrase-table.ts';

const own = '(?:his|her|their|its)';
const virtue =
  '(?:attention to detail|patience|diligence|communication|modesty|humility|caution|care|testing|planning|tact|listening|punctuality|documentation|' +
  'reading|teamwork|honesty|discipline|thinking|foresight|precision|subtlety|thoroughness|follow-through|restraint|accuracy|organisation|organization|checking|asking|escalating|sharing|documenting|reviewing|waiting|writing|arithmetic|networking|tidiness|speed)';
const elsewhere =
  '(?:away with the fairies|snoring|out to lunch|on another planet|in another world|in a world of (?:his|her|their) own|miles away|in dreamland|in la-la land|twiddling|' +
  'half asleep|half-asleep|fast asleep|sound asleep|dead to the world|swanning|gallivanting|faffing|lounging|sunning|down the pub|at the pub|in the pub|at the bar|' +
  'on the golf course|playing golf|sipping|scratching (?:his|her|their) (?:head|heads|nose|backside)|counting the (?:minutes|hours|days)|watching the clock|' +
  'clock-watching|staring (?:into space|out of)|picking (?:his|her|their) nose|gazing|navel-gazing|admiring|glued to (?:the|a|his|her|their|some)(?! (?:bridge|graphs?|' +
  'dashboards?|screens?|console))|on cruise control|on autopilot|going through the motions|checked out|no use to anyone|looking the other way|otherwise engaged)';
const pose =
  '(?:all mouth|all talk|all hat|all bark|full of (?:hot air|excuses|it)|far too (?:important|grand|good|cool|clever|proud|posh|precious|fancy|senior|busy) (?:to|for)|' +
  'too (?:important|grand|good|cool|clever|proud|posh|precious|fancy|senior) (?:to|for)|not (?:exactly |really |quite |generally |widely )?(?:known|famous|renowned|' +
  'celebrated|noted|remembered) for|not (?:exactly )?the (?:most (?:careful|diligent|patient|attentive|reliable|thorough)|careful type|type to|kind to|sort to)|never (?:one|the type|' +
  'the sort|the kind|known) (?:to|for)|allergic to|immune to (?:advice|feedback|criticism|reason|warnings)|deaf to|not (?:a )?serious|playing (?:fast and loose|' +
  'with fire|russian roulette|god|politics|cowboy)|flying (?:blind|by the seat)|making it up|winging it|a law unto|(?:his|her|their) own worst enemy|' +
  'half[- ]hearted|born lazy|above (?:such|testing|the rules|checklists|reading|all that)|in it for)';
const acts =
  `(?:turned a (?:blind eye|deaf ear)|looked the other way|kicked the can|passed the buck|stuck ${own} fingers in|(?:played|plays|is playing) (?:fast and loose|` +
  '(?:U=)?russian roulette|with fire|cowboy|the hero)|flew (?:blind|by the seat)|took a (?:flyer|punt|gamble)|chanced (?:it|his arm|her arm|their arm|his luck)|' +
  `pushed ${own} luck|swept (?:[^ .;:]+ ){1,3}?under the (?:rug|carpet)|brushed (?:[^ .;:]+ ){1,3}?under the carpet|walked (?:straight |right )?(?:past|by) (?:the|a|every|an|it)|` +
  'went walkabout|clocked off|switched off (?:mentally|at)|twiddled|gave it (?:a lick|half an eye|a cursory)|had (?:better|more important|other|bigger) (?:things|fish|priorities)|' +
  `had (?:one eye|half an eye|one foot|${own} (?:mind|head|nose|eyes) (?:elsewhere|in|on|stuck|buried))|(?:cowboyed|yeeted|yolo.d|bodged|fudged|blagged|blundered)|` +
  'rested on (?:his|her|their|its) laurels|marched to|did (?:as|what|whatever) (?:he|she|they) (?:pleased|liked|wanted|fancied)|took (?:it|the day|things) easy|put (?:his|her|their) feet up|' +
  'made no effort|could not tear (?:himself|herself|themselves)|could not see past (?:his|her|their)|wanted (?:the glory|to look|no part)|' +
  'did (?:a|an|such a|the usual|another) (?:half-arsed|half-assed|half-hearted|lousy|sloppy|slapdash|rush|rushed|lazy|botch|bodge|poor|shoddy) (?:job|attempt|piece))';

/** Attitude told in images and in understatement: absence of mind, airs, shrugging and chance-taking. */
export const temperamentIdioms: readonly PhraseTable[] = [
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{human}{tail}{adv} (?:was|were|is|are|has been|had been|seemed|seems|must have been|may have been|appeared) (?:[a-z]+ly |still |mostly |, [a-z]+ , |busy |
        too busy |just |off )*(?:${elsewhere}|${pose})(?= )`,
      `{human}{tail}{adv} ${acts}(?= )`,
      `{human}{tail} (?:was|were) (?:half )?asleep(?! (?:when the (?:page|alert)|because|at home))(?= [.,!;]| and)`,
      `(?:nobody|Z=[^ ]+|one) (?:could|can|would|will) (?:ever |really |hardly |seriously |never )?(?:accuse|suspect) {adj}(?:{blamed}|them|him|her) of`,
      '{human}{tail} (?:could|can) (?:never|hardly|not|scarcely)(?: [a-z]+)? be accused of',
      `${virtue} (?:is|was|has|had|are|were)(?: [a-z]+ly)? (?:not|never|hardly|scarcely)(?: exactly| quite)?(?: been)? (?:[a-z]+ )?{adj}{blamed} 's (?:[a-z]+ )?(?:suit|
        point|forte|thing|strength|middle|department|favou?rite|priority|idea|style|game)`,
      '{human}{tail} (?:has|have|had) never been (?:one|the type|the sort|the kind|known|a fan|a friend|much|big|keen|good|shy|accused|above)(?= )',
      '{human}{tail}{adv} (?:was|were) (?:busy )?(?:having|enjoying|sharing) (?:a|an|his|her|their|some) (?:[a-z]+ )?(?:laugh|coffee|nap|drink|cigarette|smoke|lie-in|beer|chat|gossip|time|lunch|snooze|siesta|party|fun|kip|cuppa|tea|breakfast|dinner)(?= )(?! of it)',
      'same (?:can not|could not|can hardly|could hardly) be said (?:of|for|about) {adj}{human}',
      '{human} never met (?:a|an) [a-z-]+ (?:that )?P=[^ ]+ (?:did not|could not|would not|liked?)',
      `{human}{tail} (?:does|do|did) not (?:really |exactly |seem to )?(?:believe in|hold with|do (?:tests|testing|reviews|documentation|mornings|weekends|checklists|backups|
        details|reading))(?= )`,
      "{blamed} 's heart (?:was|is) (?:not|never|clearly not) in",
      `{human}{adv} (?:treats?|treated|saw|sees|took|takes|viewed|views|regarded|regards|read|reads) (?:[^ .;:]+ ){1,6}?as (?:more of |merely |just |little more than |
        nothing more than |at best |only |rather |a sort of |some kind of )+(?:an? )?(?:suggestions?|guidelines?|decoration|option|challenge|recommendations?|rumou?r|jokes?|
        opening bid|dare|nuisance|invitation|formality|hint)`,
      `{human}{adv} (?:treats?|treated|saw|sees|took|takes|viewed|views|regarded|regards) (?:[^ .;:]+ ){1,6}?as (?:an? )?(?:guidelines?|decoration|challenge|rumou?r|opening bid|dare|invitation)(?= [.,!;]|$)`,
      `{human}{tail}{adv} (?:work|works|worked|do|does|did|act|acts|acted|type|typed|deploy|deploys|deployed|push|handle|handles|handled|run|ran) (?:[^ .;:]+ ){0,4}?(?:without|with no|with zero|
        with little) (?:any |enough |proper |much |a )?(?:care|thinking|thought|attention|responsibility|regard|conscience)(?= )`,
      `{human}{tail}{adv} (?:is|are|was|were|has|have) (?:no|not (?:have|has)|not|without|no any|not any|lack|lack of) (?:enough )?(?:carefulness|responsible|
        sense of|seriousness|serious|attentive|discipline|caring)(?= )(?! for)`,
    ],
  },
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:some|another) (?:[a-z-]+ )?(?:genius|bright spark|hero|joker|mastermind|wise guy|smart alec|smart aleck|clever clogs|einstein|comedian|clown|cowboy|wiseacre|bozo|wizard|champion)(?= (?:in|from|at|had|has|decided|
        thought|forgot|left|pushed|put|set|turned|deleted|typed|ran|pulled|merged|on|who|wrote|made|hard-coded|hardcoded|must))`,
      `(?:geniuses|bright sparks?|hero of the hour|masterminds?|wise guys?|smart alecs?|clever clogs|einsteins?|wunderkind|whizz-kids?|
        golden boy|superstars?|comedian|bozos?|know-alls?|prodigy)(?= (?:who|that|in|from|at|on|was|were|had|has|decided|thought|forgot|behind|then|,))(?! (?:who|that) (?:{rescued}|{helpful}) )`,
      `(?:hero|genius)(?: of the (?:hour|day|night|week))? (?:was|is|thought|decided|could|had|forgot|then|did) (?:[a-z]+ )?(?:far |way |much |so )?(?:too|not|never|nowhere|asleep|busy|that|it|had|to)(?= )`,
      `(?:not|never|hardly|scarcely)(?: been)?(?: exactly| quite)? (?:his|her|their|anyone's|anybody's) (?:strong(?:est)? (?:suit|point)|forte|strength|middle name|cup of tea|
        top priority|first priority|idea of)`,
      `(?:his|her|their) heart (?:was|is) (?:not|never|clearly not) in|(?:his|her|their) (?:high horse|ivory tower|own little world)|
        ego (?:the size|as big|bigger|that)|(?:could|did|does|do) not (?:really )?give (?:a|two) (?:monkey|hoot|fig|toss|damn|stuff|hoots|figs|rat|flying)`,
      '(?:asleep|sleeping|snoozing|napping|nodding) (?:at|on) the (?:helm|tiller|oars|controls|bridge|console|button)|half an eye on|with (?:his|her|their) eyes (?:closed|shut)',
    ],
  },
];
