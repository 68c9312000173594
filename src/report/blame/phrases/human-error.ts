import type { PhraseTable } from '../phrase-table.ts';

/** Human slips named as the cause. */
export const humanError: readonly PhraseTable[] = [
  {
    category: 'human-error',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:human|operator|user|pilot|administrator|admin|engineer|developer|people|personnel|staff|individual|
        personal|employee|technician|programmer|manual|keyboard|finger|on-call|contractor|reviewer|dba|
        sysadmin|customer|procedural)(?:-| )(?:side )?(?:error|errors|mistake|mistakes|slip|slip-up|slips|
        blunder|oversight|negligence|lapse|lapses|fault|mishap|incompetence|inattention|carelessness|trouble|
        misjudg(?:e)?ment|fallibility|screw-up|fumble|misstep|forgetfulness)(?! (?:message|messages|page|
        pages|handling|log|logs|rate|rates|code|codes|budget|report|reports|prevention|management|pages?|
        dialog|tracking|metrics?|count|response|responses|handler|class|type|types|category|categories|
        in the (?:input|form)|became|were grouped|are (?:shown|logged|returned|counted)|
        from the [^ ]+-operator|probabilit|taxonomy|training|text|string|template|boundary|feedback|screen|
        channel|queue|\\(|excluded|per minute|of the last|(?:are|were|is|get) (?:caught|excluded|shown|logged|counted|returned|handled|reported|prevented|detected|rejected|blocked|flagged|visible|validated)|(?:a|an|the|it|one|this|that|them) ))`,
      `human (?:factor|factors|failure|failures|element|intervention error|being|weakness|inattention|
        frailty|negligence|nature)(?! (?:engineering|review|research|specialist|course|team|study|analysis|
        workshop|training|expert|readable|check|approval|reviewer|class))`,
      'human-(?:caused|induced|error|made|factor|related|inflicted|generated)(?! (?:messages?|readable))',
      `(?:caused|introduced|triggered|initiated|made|created|committed|induced|brought about|
        precipitated) (?:entirely |solely |purely |directly |simply |unintentionally |accidentally )*by (?:a |
        an |the |another |one )?(?:[^ ]+ )?(?:human|person|people|individual|humans|employee|operator|
        engineer|developer|administrator|admin|technician|someone|somebody|staff|member of staff|intern|
        contractor|mistake|accident|typo|oversight|carelessness|inattention|clumsiness|negligence|
        forgetfulness|fat finger|sysadmin|dba)(?! (?:upgrade|pod|image|error|request|account|session|event))`,
      `(?:a |the |some |several |many |serious |multiple )*(?:mistakes|errors|mistake|error|blunders|blunder|
        slip|misstep|missteps|oversight|error of judgement|error in judgement|error of judgment|
        error in judgment|error in judgement|bad calls?|wrong calls?|poor decisions?|poor choices?) (?:was|
        were|had been|got|has been|have been) (?:clearly |obviously |regrettably |unfortunately |simply |
        also )*(?:made|committed)(?! (?:(?:in|by) the (?:parser|compiler|encoder|converter|model)|visible|available|known|clear|public|searchable|part))`,
      `(?:error|errors|lapse|lapses|failure|slip|momentary lapse|lack) (?:of|in) (?:judgement|judgment|
        attention|concentration|focus|diligence|memory|care|discipline|vigilance)`,
      `(?:mistake|mistakes|error|errors|blunder|slip|slip-up|typo|oversight|lapse|failing|misstep|screw-up|
        misjudgement|misjudgment|carelessness|inattention) (?:made )?(?:by|on the part of|on behalf of|
        from) (?:a |an |the |our |one of |some |someone |somebody |another |human )*(?:[^ ]+ )?(?:engineer|
        engineers|operator|operators|developer|developers|person|people|human|humans|admin|administrator|
        technician|employee|staff|team|someone|somebody|individual|on-call|responder|contractor|intern|dba|
        reviewer|author|us|our|their|his|her|one)`,
      `(?:a |an |the |simple |one )*(?:fat-finger|fat finger|fat-fingered|fat fingers|fat-fingering|
        finger slip|slip of (?:the|a) (?:finger|hand|mouse|keyboard|pen|tongue)|slipped finger|finger trouble|
        finger problem|fumbled (?:keystroke|command|copy|paste|click)|stray (?:keystroke|click|keypress)|
        (?:copy-paste|copy-and-paste|copy/paste|cut-and-paste) (?:mistake|slip|blunder)|(?:finger|fingers|
        hand|mouse) slipped|butterfingers|brain fade|brain fart|brain freeze|senior moment|mental lapse|
        memory lapse|momentary (?:lapse|inattention|distraction|confusion)|lapse of memory|absent-mindedness|
        forgetfulness|clumsiness)`,
      `(?:pebkac|pebcak|picnic error|id-10-t|id10t|id-10t|layer 8|layer-8|layer eight|wetware|meatware|
        meatbag|carbon-based|carbon unit|biological interface|between (?:the )?(?:chair and (?:the )?keyboard|
        keyboard and (?:the )?chair|seat and (?:the )?keyboard|screen and (?:the )?chair|
        monitor and (?:the )?chair)|nut behind the wheel|loose nut|weakest link (?:is|was|remains|
        in the chain|proved)|luser)`,
      `(?:cause|causes|root cause|category|classification|cause code|reason|factor|contributing factor|
        failure mode|source|fault|type|trigger|class|verdict|finding|conclusion|attribution) ?(?:code)? ?(?::|
        =) (?:[^ .;:]+ ){0,4}?(?:people|person|human|humans|operator|personnel|inattention|carelessness|
        negligence|mistake|complacency|forgetfulness|user|staff|distraction|fatigue|oversight|inexperience|
        sloppiness|haste|laziness|incompetence|human-error|manual|typo)(?! (?:timeout|config|upgrade|log|pod|
        error log|image|version|agent|limit|quota|input|count|facing))`,
      `(?:failure|cause|error|problem|fault|issue|root cause) (?:here )?(?:was|is) (?:purely |entirely |
        simply |clearly |all too |just |a )*human(?! [a-z])`,
      `(?:because of|due to|thanks to|down to|caused by|on account of) (?:just )?(?:one|a single) (?:person|
        man|woman|individual|engineer|developer|guy|operator|colleague)`,
      'by (?:a |an )?(?:member|members) of (?:the )?staff',
      `(?:human|a person|people|a human|humans|a human being) (?:to blame|at fault|was at fault|is at fault|
        messed up|got it wrong|made|slipped|forgot|missed|failed|pressed the wrong|typed the wrong|erred|were careless|
        did it wrong)`,
      `(?:an? )?(?:honest|stupid|silly|dumb|simple|avoidable|unforced|basic|elementary|careless|costly|
        embarrassing|unfortunate|innocent|classic|schoolboy|sloppy|individual|personal|foolish|needless|
        avoidable human|preventable|regrettable|genuine|unforgivable|inexcusable) (?:human )?(?:mistake|
        mistakes|error|errors|blunder|slip|slip-up|oversight|lapse|misstep)(?! (?:message|log|page|rate|
        bars?))`,
      `(?:to err is human|erring human|humans err|we are only human|they are only human|only human|all human|
        people make mistakes|humans make mistakes|pure carelessness|plain carelessness|sheer carelessness|
        through (?:carelessness|inattention|negligence|neglect)|out of (?:carelessness|habit and)|
        by sheer inattention|due to (?:inattention|carelessness|distraction|forgetfulness|negligence|
        fatigue of|oversight|an oversight|a mistake|a typo|a slip|complacency|neglect|manual error)|own goal|
        self-inflicted|unforced error)`,
      `(?:typo|misclick|mistype|keystroke|slip|mis-click|wrong click|wrong button|wrong key) (?:by|from|
        made by|on the part of|in a command (?:typed|entered) by)(?= )`,
    ],
  },
  {
    category: 'human-error',
    tier: 'block',
    view: 'actors',
    excusedBy: 'action',
    phrases: [
      `{person}{tail}{adv} (?:made|makes|committed|commits) (?:an? |the |another |some |several |many |this |
        that |such an? |two |one )?{adj}{mistake}`,
      `{person}{tail}{adv} (?:slipped up|slipped|goofed(?: up)?|erred|blundered|messed (?:up|this|it|that|
        things)|screwed (?:up|this|it|that|things)|got it wrong|got this wrong|hit the wrong|
        pressed the wrong|clicked the wrong|typed the wrong|stuffed up|cocked (?:up|it)|mucked up|
        slipped (?:on|while)|fumbled|stumbled|botched it|tripped over|made a mess|dropped a (?:zero|digit|
        minus)|had a (?:brain|senior|blonde|lapse)|lost (?:concentration|focus))(?= )`,
      `S=(?:someone|somebody|whoever)(?! (?:[^ .;:]+ ){0,4}?(?:may|can) ) {wide}(?:wrong|without {careful}|not thinking|and walked|too (?:many|
        few)|by hand without)(?= )`,
      `S=(?:someone|somebody|whoever(?! (?:is|was|may|can|has|wants|will|must) ))(?: [^ .;:,]+){0,5}? (?:deleted|dropped|pushed|typed|ran|wiped|merged|
        copied|pasted|hard-coded|commented|unplugged|restarted|rebooted|disabled|changed|flipped|pulled|
        clicked|pressed|edited|overwrote|removed|turned|committed|left|let|thought|decided|misread|tripped|
        kicked|approved|truncated|broke|forgot|hardcoded|shut|rotated|killed|applied|hit|entered|
        swapped|bumped|deployed|touched|missed|shipped|was (?:careless|asleep|
        not))(?= )(?! (?:the channel|a ticket|this in|an issue))`,
      '(?:owing|due|down|thanks|attributed|because) (?:to|of) S=(?:someone|somebody)(?= )',
      "S=(?:someone|somebody|anyone) 's (?:{mistake}|typo|fault|finger|clumsy|careless|failure|bad)",
      `[RTPV]=[^ ]+ (?:'s )?{mistake}(?! (?:a|an|the|it|one|this|that|them|message|messages|log|logs|page|pages|rate|rates|budget|budgets|
        code|codes|handling|domain|injection|tolerance|tracker|in the))`,
      '{mistake} (?:made )?(?:by|on the part of) {person}',
    ],
  },
];
