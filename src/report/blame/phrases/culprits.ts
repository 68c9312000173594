import type { PhraseTable } from '../phrase-table.ts';

const work =
  '(?:change|changes|commit|commits|patch|script|refactor|refactoring|deploy|deployment|push|merge|config|configuration|edit|edits|pr|' +
  'pull request|migration|command|typo|query|code|line|release|build|hotfix|fix|update|rollout|cleanup|clean-up|cron job|job|rule|' +
  'manifest|template|branch|experiment|shortcut|hack|workaround|test|decision|call|choice|insistence|urge|habit|attempt|refusal|' +
  'failure|plan|bright idea|pet project|side project|force-push|rebase|rewrite|upgrade|restart|reboot|tweak|values|helm values)';
const reckoned = '(?:thought|figured|reckoned|assumed|believed|imagined|fancied|guessed|decided|presumed)';

/** Sentences that are built to end at a person: clefts, possessions, consequences and wry asides. */
export const culprits: readonly PhraseTable[] = [
  {
    category: 'by-actor',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:person|one|engineer|individual|man|woman|hand|hands|name|genius|hero|somebody|someone|[RS]=[^ ]+) (?:who|
        that|behind|responsible|on|at)(?! (?:{rescued}|will|can|should|knows|leads|owns|is|wrote|has|
        was)(?= )) (?:[^ .;:]+ ){1,12}?(?:is|was|turned out to be|happened to be) (?:[a-z]+ly |none other than |
        once again |again |of course )*{sure}`,
      `(?:it|this|that) (?:is|was|had been|would be) (?:[a-z]+ly |all |once again |
        again )*{sure} 's (?:[a-z-]+ ){0,3}?${work} (?:that|which|to|and|again|in|on)(?= )`,
      `{sure} 's (?:fingerprints?|fingers|name|hands?|signature|handwriting|pawprints|handiwork|brainchild|
        pet project|doing|watch|work|baby) (?:is|are|was|were|all|written|again|on|over|behind)`,
      `{sure} 's (?:[^ ,.;:]+ ){0,5}?${work} (?:[^ ,.;:]+ ){0,6}?{harm}(?= )`,
      `(?:{name}|P=s?he|R=[^ ]+)(?: [a-z]+ly)? (?:slipped|snuck|sneaked|smuggled|crammed|rammed|jammed|squeezed|
        shoved|bundled|dumped|dropped) (?:[^ .;:]+ ){0,6}?(?:in|into|past|through)(?= )`,
      `{single}{tail}{adv} ${reckoned} (?:that )?(?:it|this|he|she|they|P=[^ ]+|the [^ ]+|no one|nobody|Z=[^ ]+|
        it'd) (?:was|is|would|could|did|were|does) (?:[^ .;:]+ ){0,4}?(?:fine|safe|clever|smart|ok|okay|good|
        harmless|funny|not matter|notice|care|get away|quicker|faster|easier|know|enough|be alright|be fine|
        necessary|optional|a good idea)`,
      '{single}{adv} took it upon (?:himself|herself|themselves|itself)',
      `{sure}{adv} (?:decided|chose|elected|opted|saw fit|took the liberty|felt (?:free|entitled)|dared|presumed|
        ventured|thought it) (?:of )?(?:to |that )?(?:tidy|clean|tweak|play|experiment|try out|fiddle|tinker|meddle|
        improvise|skip|ignore|bypass|go ahead|push|press|cut|rewrite|help|gamble|have a go|be clever|save time|not|
        do it anyway|leave|forgo|forego|run|restart|deploy|merge|test in|wing|optimi[sz]e)`,
      `{single}{tail}{adv} (?:had|has) been (?:warned|told|asked|reminded|advised|begged|
        instructed) (?:[^ .;:]+ ){0,6}?(?:not to|before|twice|repeatedly|three|several|times|about|against|and|but|
        to)`,
      `{single}{tail}{adv} (?:could not|can not|could never) (?:resist|help (?:himself|herself|themselves)|wait|
        leave [^ ]+ alone|keep (?:his|her|their))`,
      `{single}{tail}{adv} (?:just |simply |only |apparently )?had to (?:go|have|be|press|touch|push|try|click|show|
        prove|meddle|play) (?:and|his|her|the|it|one|clever|that)`,
      `{blamed}{tail}{adv} (?!{helpful} )[a-z-]+(?:ed|t|n|k|w|d|e|de|ke|ck|ot|ut|
        it) (?:[^ .;:]+ ){1,12}?(?:(?:, )?(?:which|and|so|whereupon|at which point|after which|until|
        , )(?: [^ .;:,]+){0,5}?) {hurt}(?= )`,
      `{blamed}{tail}{adv} (?!{helpful} )[a-z-]+(?:ed|t|n|k|w|d|e|ke|ot|ut|
        it) (?:[^ .;:]+ ){1,12}?, (?:[a-z]+ly )?(?:causing|breaking|wiping|crashing|knocking|locking (?:out|every|
        us)|exposing|deleting|destroying|corrupting|leaking|killing|ruining|flooding|overloading|cutting off|
        costing|losing|blowing|stranding|erasing|overwriting|taking (?:[^ ]+ ){0,5}?(?:down|offline|out)|
        bringing (?:[^ ]+ ){0,5}?(?:down|to)|sending (?:[^ ]+ ){1,6}?(?:dark|offline|down|into|over|haywire)|
        leaving (?:[^ ]+ ){0,5}?(?:without|down|unable|dead|broken|exposed|open|unprotected|in the dark|stranded|
        locked|to clean))`,
      `{hurt} (?:[^ .;:]+ ){0,6}?(?:when|after|because|the moment|the minute|as soon as|once|
        since) {sure}(?: [a-z]+ly)? (?!{helpful} )[a-z-]+`,
      `(?:at the hands? of|by the hand of|on the (?:orders|say-so|whim|advice|word) of|with (?:the )?compliments of|
        at the whim of) {adj}{blamed}`,
      "on {single} 's (?:orders|say-so|whim|account|word|head|conscience)",
      '(?:who|what) (?:else )?(?:but|other than) {sure}',
      `{blamed} (?:must|should|has to|will have to|ought to|can) (?:live|carry|bear|shoulder|own) (?:with )?(?:this|
        that|the|it|his|her)`,
      `(?:pin|pins|pinned|lay|lays|laid|put|puts|place|placed|heap|heaped|shift|assign) (?:[^ .;:]+ ){0,4}?(?:blame|
        fault|this|it|responsibility|this one) (?:[a-z]+ly )?(?:on|at|with|to) (?:[^ .;:]+ ){0,4}?{blamed}`,
      '(?:hold|held|holds|holding) {adj}{blamed} (?:[a-z]+ly )?(?:responsible|liable|accountable|to)',
      '{sure} (?:alone|himself|herself|personally|single-handed|solely)(?: [a-z]+ly)? (?!{helpful} )[a-z]+',
      `{single} (?:[a-z]+ly )?(?:bears?|carries|shoulders?|takes?) (?:[a-z]+ ){0,3}?(?:blame|responsibility|fault|
        guilt)`,
      `(?!(?:comes?|came) to (?:the|a|an|help|see|work|light|meet|visit) )(?:leads?|led|traces?|traced|tracks?|tracked|boils?|comes?|came|goes|points?|pointed|attributed|attributable|
        ascribed|chalked up|put down|down) (?:[a-z]+ ){0,3}?(?:back |straight |directly |squarely )*(?:to|
        at) (?:[^ .;:]+ ){0,5}?{sure}(?! (?:for|when|at [0-9]))`,
      `{sure} , (?:as (?:usual|ever|always)|once again|again|naturally|predictably|of course|true to form|typically|
        who else)(?= )`,
      `{sure} , (?:who|with|in) (?:[^ .;:,]+ ){0,8}?(?:wisdom|hurry|rush|haste|warned|told|should|never|without|
        ignored|skipped|knows better|knew better|thought|wisely)`,
      '(?:not|never) (?:for )?the first time (?:for |that |with )?(?:{sure}|P=s?he)',
      `(?:every|each|any) time {sure}`,
      '(?:left|leaving|up|down) to {sure} (?:and|,|who)? ?(?:[a-z]+ )?(?:to )?(?:break|botch|forget|ruin|mess|screw)',
      `{sure} and (?:his|her|their) (?:[a-z-]+ ){0,3}?${work}`,
      `{single}{tail}{adv} (?:cost|costs|robbed|deprived|saddled|landed|burdened|treated|gifted|rewarded|presented|
        blessed|lumbered) (?:us|I=[^ ]+|E=[^ ]+|C=[^ ]+|the (?:company|business|customers|team)|everyone)`,
      `{single}{tail}{adv} (?:turned|made|converted|transformed|escalated|
        blew) (?:[^ .;:]+ ){1,6}?into (?:[^ .;:]+ ){0,5}?(?:outage|incident|disaster|nightmare|crisis|catastrophe|
        mess|fiasco|hour|hours|night|day|emergency)`,
      `{single}{adv} (?:has|had) (?:done it|struck|managed it|broken|taken|wiped|deleted|crashed|killed|caused|
        forgotten) (?:[^ .;:]+ ){0,6}?again`,
      `{blamed}{tail}{adv} (?:fiddled|tinkered|meddled|messed|toyed|monkeyed) (?:[^ .;:]+ ){0,3}?(?:with|around|
        about|in) (?:[^ .;:]+ ){0,3}?{outage}(?! (?:to|so|while))`,
      `{sure}{adv} (?:was|is|were) (?:[a-z]+ly )?(?:the (?:one|person|engineer|genius|hand|hero|individual)|
        one) (?:who|that|behind)(?! (?:{rescued}|{helpful}))`,
      `(?:(?:everyone|everything|all) )?(?:was|were) (?:fine|working|stable|calm|quiet|healthy|well|
        good) (?:[^ .;:]+ ){0,3}?(?:until|till|before) (?:{single}|{maybe}) (?!{helpful} )[a-z]+`,
      `(?:until|till|up to|before|right before|just before) (?:the (?:very )?(?:moment|minute|second|point|day|hour) )?(?:when |that |where )?{sure}(?: [a-z]+ly)? (?!{helpful} )(?:touched|got|came|arrived|changed|edited|decided|had|pushed|laid|opened|stepped|sat|turned|thought|tried|went|entered|started|typed|showed)(?= )`,
      '(?:clean|cleaned|cleaning|clear|cleared|clearing|mop|mopped|mopping|sort|sorted|sorting|tidy|tidied|tidying|pick|picked|picking)(?: things| it| the mess| the pieces)? up (?:the (?:mess|pieces) )?(?:after|behind|left by|made by) {adj}{blamed}',
      `{blamed}{tail} (?:quietly|silently|secretly|blithely|merrily|cheerfully|happily|casually|conveniently|gleefully|smugly|coolly|breezily|magically|innocently|proudly) (?!{helpful} )[a-z-]+(?:ed|t|n|k|w|d|e|ot|ut)(?= )`,
      '(?:if|had) {single} (?:only |just |simply )*(?:kept|taken|left) (?:his|her|their|well|things|it) (?:[a-z]+ )?(?:alone|off|away|out)',
      '(?:turns|turned) out (?:that )?(?:, (?:[^ .;:]+ ){2,14}?, )?{sure} (?!to |was right)(?:had|has|was|is) (?:been )?(?!{helpful} )[a-z]+',
      '{none} else (?:[^ .;:]+ ){0,8}?(?:except|but|apart from|other than|save for) {sure}',
    ],
  },
];
