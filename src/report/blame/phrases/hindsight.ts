import type { PhraseTable } from '../phrase-table.ts';

/** Judgements that are only possible once the outcome is known. */
export const hindsight: readonly PhraseTable[] = [
  {
    category: 'hindsight',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:S=any(?:one|body)|
        E=[^ ]+)(?: who| with| reading| looking| paying| that)?(?: [^ .;:,]+){0,7}? (?:could|would|
        can) (?:easily |plainly |clearly |immediately |instantly |surely |tell you |have )*(?:see|seen|tell|
        told|know|known|spot|spotted|notice|noticed|guess|guessed|predict|predicted|realise|realised|realize|
        realized|foresee|foreseen|worked out|work out|figured|figure|recognised|recognise|recognized|
        recognize|caught|catch|understood|understand|sensed|smelled|expected|avoided|found|find|stopped|stop|
        asked|ask(?! (?:in|for|on|at|to) )|checked|check|done|do better|read|have done)(?! (?:the same|only|it on|this on|which))`,
      `E=[^ ]+ (?:already |always |in the room |here |else |on the team |(?:on|in|at|from) [TV]=[^ ]+ |
        could see |who )*(?:knew|knows|saw|warned|predicted|could have told|had been saying|had warned|
        was warned)(?! (?:how|where|who|their|which|what to))`,
      `(?:how|why) (?:on earth |in the world |the hell |could |can |did |do |does |is it that |was it that |
        come |has |had |would )+(?:{none}|S=any[^ ]+)(?= )`,
      `how (?:on earth |in the world |the hell )?(?:did|could|can|do|does|has|had) (?:{person}|{all}|
        {us}) (?:possibly |ever |even |still |seriously |actually |all )*(?:not|miss|think|believe|let|
        get past|approve|ignore|overlook|forget|fail|imagine|expect|get this|get it so|be so|be this|
        have missed|sleep|merge this|ship this|assume|allow|justify|manage to (?:miss|break|delete|lose|
        overlook|ignore))`,
      `(?:{person}|{all}|{us}|{none}){tail}{adv} (?:walked|went|sailed|scrolled|looked|drove|blew|
        breezed) (?:right |straight |clean |blithely )?(?:past|by|through|over) `,
      `(?:{person}|{all}|{us}){adv} (?:overlooked|missed|ignored|failed to (?:see|spot|notice)|
        did not (?:see|spot|notice)|could not see|refused to see) (?:the |all the |such an? |what was |every |
        an? )*(?:obvious|glaring|blatant|blindingly|plain|clear|screaming|unmistakable|staring|writing|
        red flags?|warning signs?|signs|elephant|flashing|right in front)`,
      `all (?:{human}|it took|that was needed|
        it would have taken)(?: had| needed| was required| would have had| has| have| ever had)* to (?:do|
        have done|take)? ?(?:was|is|would have been)(?! an? (?!(?:look|glance|check|quick|simple|phone|call|question|message|click|read|word|minute|moment|second (?:look|glance|of))(?= )))`,
      `(?:{human}) (?:only|just|simply|merely) (?:had|needed|have|has) to (?:look|read|check|open|run|scroll|
        ask|glance|test|type|click|follow|wait|use|press|turn|grep|listen|think|count|compare|search|call)`,
      '(?:{human}) (?:simply|just) (?:needed|had) to [a-z]+ (?!in |into )',
      '(?:any|every) [RE]=[^ ]+',
      `(?:{blamed}|{us}) (?:clearly|obviously|plainly|evidently|surely|apparently|of course|
        undoubtedly) (?:did not|had not|never|had no|was not|were not|knew|thought|assumed|wanted|should|
        does not|do not|has|have|could not|ignored|forgot|missed|failed|needs?|believed|saw|just|
        underestimated|rushed|chose)`,
      `(?:clearly|obviously|plainly|evidently|surely|of course|needless to say|naturally|predictably|
        unsurprisingly|inevitably)(?: ,)? (?:{person}|{none}|{all}|Z=[^ ]+)(?= )`,
      `(?:{us}|{person}|{all}) (?:should|could|might|would) (?:easily |all |surely |really )*have (?:seen|
        known|guessed|foreseen|predicted|expected|spotted) (?:it|this|that|what|the) ?(?:was )?coming`,
      `(?:{us}|{person}|{all}) (?:simply |just |clearly |plainly )*(?:refused|failed|chose not|did not want|
        declined) to (?:see|believe|acknowledge|accept|look)`,
      `(?:in front of|under) (?:their|his|her|our|E=[^ ]+|N=[^ ]+ 's|R=[^ ]+ 's|everyone's) (?:own |
        very )*(?:eyes|nose|noses|face|faces)`,
      'how (?:on earth|in the world|the hell|in heaven|in god)(?= )(?=[^.;]* [NPRTVSZE]=)',
      '(?:plain|evident|apparent|glaring|clear) to (?:E=[^ ]+|S=any[^ ]+)',
      'E=[^ ]+ (?:pretended|looked the other way|turned a blind eye|assumed (?:someone|S=[^ ]+))',
      `(?:somehow|amazingly|incredibly|astonishingly|unbelievably|remarkably|mysteriously|miraculously|
        shockingly)(?: ,)? (?:{none}|{one}|T=[^ ]+)`,
      'obvious to (?:S=any[^ ]+|E=[^ ]+|{role}|{name}|all|most|us|even)',
      '{blamed} (?:was|were) (?:blind|oblivious|deaf) to',
      '(?:nobody|Z=[^ ]+) (?:in their right mind|with (?:any|half|a brain|two)|who had)',
      'what (?:was|were|is|are) (?:{person}|{all}) (?:even )?(?:thinking|doing|expecting|playing)',
      'what did (?:{person}|{all}|{us}) (?:think|expect)(?= (?:would|was|to|might|when|\\?))',
      'as (?:S=any[^ ]+|E=[^ ]+) (?:[^ .;:,]+ ){0,6}?(?:could|would|knows|knew|can)',
    ],
  },
  {
    category: 'hindsight',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:it|this|that|which) (?:was|is|had been|would have been|became|should have been|
        must have been) (?:[a-z]+ly |so |quite |all too |pretty |surely |always |already )*(?:obvious|plain|
        apparent|self-evident|evident|clear|predictable|foreseeable|inevitable|
        unavoidable)(?: ,)? (?:from (?:the (?:start|beginning|outset|get-go|first|word go|very)|day one|
        miles away|a mile|the off|word)|to (?:anyone|anybody|everyone|everybody|all|most|any|even|me|us|a|
        those|the [a-z-]+ )|at the time|all along|long before|that (?:it|this|they|he|she|someone|nobody|
        something|the [^ ]+ (?:[^ ]+ )?(?:would|was going|could not|had to|was bound))|this would|it would|
        straight away|immediately|what would|what was (?:going|about))`,
      `(?:obvious|plain|glaring|clear|blatant|textbook|unmistakable|blindingly obvious|screaming|
        telltale) (?:mistake|mistakes|error|errors|sign|signs|warning|warnings|warning signs?|risk|risks|
        danger|dangers|red flags?|blunder|oversight|
        disaster)`,
      '(?:an? )?(?:obvious|blindingly obvious|glaringly obvious) (?:thing to|in hindsight|choice|thing)',
      `(?:was|were|is|are|had been) (?:clearly|obviously|plainly) (?:a |an |the )?(?:bad idea|wrong|stupid|foolish|mistake|wrong call|
        a risk|bad call|reckless|dangerous|doomed|unsafe|unwise|going to (?:fail|break|fall|happen|blow|cause|
        end)|should have|not (?:tested|reviewed|thought|ready|a good)|untested|nobody|no one|no-one|never)`,
      '(?:the )?(?:writing|handwriting) (?:was|had been) (?:[a-z]+ )?on the wall',
      `(?:signs?|warnings?|warning signs|red flags|clues|hints|evidence|symptoms|indications|answer|proof|
        data|graph|alarm bells) (?:[^ .;:]+ ){0,2}?(?:was|were|had been|all|right|
        there)(?: [^ .;:]+){0,3}? (?:there|everywhere|in plain sight|plain|for all to see|for anyone|
        for everyone|ringing|staring|obvious|unmistakable|flashing|screaming|all over|right there|in front of|
        impossible to miss|hard to miss|ignored)`,
      `for (?:anyone|anybody|everyone|all|those) (?:who (?:was|were|cared|bothered|looked|had|wanted|knew|
        chose)|paying|to see|willing|awake|with (?:eyes|half|a|any)|looking|watching|reading|that (?:looked|
        cared))`,
      `(?:star(?:ing|ed)|stares) (?:them|him|her|us|everyone|you|everybody|the [^ ]+(?: [^ ]+)?|
        [^ ]+) (?:right |straight |squarely )?in the face`,
      `(?:it )?(?:does not|do not|did not|would not|should not|hardly|does|no) (?:take|require|need) (?:a |
        an |much |any )?(?:genius|rocket scientist|rocket science|phd|ph\\.d|crystal ball|expert|degree|
        brain surgeon|einstein|detective|sherlock|clairvoyant|great deal|mind reader|doctorate|
        fortune teller|prophet|imagination)`,
      `(?:is|was|are) (?:not|hardly|no) (?:exactly )?(?:rocket science|brain surgery|rocket surgery|
        that hard|so hard|too much to ask|quantum physics|difficult to (?:see|predict|guess|foresee|imagine|
        spot))(?= )`,
      'a child (?:could|would)',
      `(?:even )?a (?:five-year-old|toddler|first-year|blind man|monkey|schoolchild|student|trained monkey|
        goldfish|kid|layman|novice|beginner|first-week) (?:[^ ]+ ){0,2}?(?:could|would|knows|can|should)`,
      `(?:even )?(?:a|one|the) (?:most )?(?:cursory|casual|quick|brief|single|passing|moment's|fleeting|
        superficial|five-second|ten-second|careful|closer|half-decent|basic|simple|second|proper|sane|bit of|
        moment of) (?:look|glance|check|read|reading|review|inspection|thought|test|question|search|grep|
        reflection|google|googling|common sense|skim|think|peek|scroll)(?: [^ .;:]+){0,6}? (?:would|could|
        should|might|shows?|was all|tells)`,
      `(?:one|a) (?:look|glance|peek|read|phone call|question) (?:at|through|of|
        to) (?:[^ .;:]+ ){1,5}?(?:would|could|should|was all|shows|tells|is enough|was enough)`,
      `(?:common sense|basic arithmetic|simple arithmetic|simple maths|basic maths|
        elementary)(?: [a-z]+)? (?:would|says|dictates|tells|should|suggests|alone|was)`,
      '(?:an? )?(?:accident|disaster|outage|catastrophe|incident) waiting to happen',
      'how (?:on earth|in the world|the hell) (?:did|could|was|is|does|has)',
      "(?:in front of|under) (?:their|his|her|our|everyone's) (?:own |very )*(?:eyes|nose|noses|face|faces)",
      'plain to see',
      `(?:risk|risks|danger|problem|mistake|bug|consequence|consequences|outcome|cause|error|solution|answer|
        warning|pattern|trend|issue) (?:was|were|is) (?:[a-z]+ly |all too |so |right )?(?:obvious|glaring|
        staring|plain as|screaming)`,
      `(?:takes?|took|needs?|needed|requires?|required) (?:no|a|very little|little) (?:expertise|genius|
        great|special|particular|phd|skill|imagination|rocket|crystal|detective|effort to see)`,
      `all it (?:took|takes|needed|would have taken) (?:was|is) (?:one|a|to) ?(?:single |quick |
        simple )?(?:look|glance|check|phone|call|read|test|question|ping|message|grep|minute|second|click|
        [a-z]+)(?= )`,
      'should be (?:obvious|common sense|second nature)',
      '(?:beggars|defies|beyond) belief|crystal ball|smelled trouble|a disaster in the making',
      '(?:only|just) a (?:matter|question) of time',
      `(?:was|were|is) (?:always |clearly |obviously |never |inevitably )+(?:going to(?! be (?:(?:a|an) (?:world|need|trade-off|place|point|time)|some|more|needed|required|necessary))|bound to|destined to|
        doomed|a (?:bad|terrible|stupid|foolish) idea)`,
      `(?:was|were) (?:bound|doomed|destined) to (?:fail|happen|break|fall|end|blow|go wrong|go badly|cause|
        crash|collapse|come)`,
      `(?:in (?:retrospect|hindsight)|with (?:the benefit of )?hindsight|
        looking back)(?: ,)? (?:[^ .;:]+ ){0,6}?(?:obvious|obviously|clear that|clearly|should|plain|foolish|
        mistake|naive|stupid|wrong call|wrong decision|bad (?:idea|call|decision)|predictable|inevitable|
        wrong|ought|never have|easy to see|unwise|negligent|careless|a poor)`,
      `(?:obvious|clear|plain|easy to see|predictable|inevitable|evident) (?:now )?(?:in (?:retrospect|
        hindsight)|with hindsight)`,
      `(?:hard|impossible|difficult) to (?:miss|overlook|ignore|imagine (?:how|why)|understand (?:how|
        why) (?:anyone|nobody|no one|they|he|she)|see how (?:anyone|they|nobody|he|she|no one))`,
      `(?:baffling|beyond (?:belief|me|us|comprehension)|inconceivable|unbelievable|incomprehensible|
        inexplicable|astonishing|amazing|incredible|shocking|mind-boggling|staggering|puzzling|a mystery|
        remarkable|unfathomable|bewildering) (?:that |how |why |to (?:me|us) )+(?:anyone|nobody|no one|no-one|
        someone|somebody|they|he|she|this|it|the [^ ]+|anybody|so many)`,
      `(?:blindingly|painfully|patently|glaringly|screamingly|staggeringly|embarrassingly|
        bleeding) (?:obvious|clear|simple|evident|apparent|predictable|basic)`,
      `(?:as )?(?:plain as day|clear as day|plain as the nose|plain for all|in plain sight|
        no surprise to anyone|surprised no one|surprised nobody|surprise no one|surprise to no one|
        surprise to nobody|should surprise no|should come as no surprise|came as no surprise|what a surprise|
        surprise , surprise|to nobody's surprise|to no one's surprise|saw (?:it|this|that) coming|see (?:it|
        this|that) coming|saw this one coming|you would think|you would have thought|one would think|
        one would have thought|one would expect|told you so|told them so|i told you|we told you|
        who would have thought|who could have (?:guessed|known|predicted|foreseen)|
        what could possibly go wrong|what could go wrong|goes without saying|no-brainer|no brainer|
        elephant in the room|asking for trouble|begging for|playing with fire|ticking time bomb|
        recipe for disaster|everyone could see|as expected , nobody|it was a given|
        should have been (?:obvious|clear|apparent|evident|a red flag|self-evident|enough of a warning|
        enough warning|the first (?:thing|place|question|check))|alarm bells should|bells should have|
        first thing (?:anyone|anybody|any [a-z]+|you|one) (?:would|should|does|checks?|learns?|ought)|least (?:anyone|they|one|he|she) could have)`,
      `(?:entirely|completely|totally|wholly|utterly|perfectly|eminently|easily|depressingly|
        all too) (?:predictable|foreseeable|inevitable)`,
      'would have been (?:obvious|plain|clear|apparent|trivial|evident|enough to see) (?:to|if|had|from|at)',
      `(?:simply|just|merely) (?:reading|checking|looking|asking|opening|running|scrolling|following|
        testing) (?:[^ .;:]+ ){1,8}?(?:would|could|might) have`,
    ],
  },
];
