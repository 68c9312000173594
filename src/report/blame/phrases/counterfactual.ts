import type { PhraseTable } from '../phrase-table.ts';

/** What people do and others would rather have seen undone. */
const regretted =
  '(?:approved|changed|deleted|deployed|disabled|dropped|flipped|given|ignored|merged|pushed|raised|released|run|shipped|' +
  'skipped|started|touched|waived)';

/** What somebody should, could or would have done; present only as judgement of the past, plans are free. */
export const counterfactual: readonly PhraseTable[] = [
  {
    category: 'counterfactual',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?<!so )(?:(?:{person}|{all}|{none}){tail}{adv} (?:should|ought to|must)|(?:{blamed}|
        {none}){tail}{adv} (?:might|could|
        would))(?: not| never| at least| really| simply| just| have| also| easily| easily enough| both| all| clearly| obviously| certainly| surely| probably| [a-z]+ly){0,2} {have}(?: not| never| at least| simply| just| been able to| also| instead| both| [a-z]+ly){0,2} (?!been (?:paged|
        notified|alerted|informed|given|able|offered|shown|asked|told|reached|affected|prevented|impacted|
        redirected|served|evicted|rejected|blocked|logged|prompted|throttled|locked|moved|removed|routed|
        retried|rotated|closed|opened|deleted|updated|renewed|replaced|cached|warmed|created|set|excluded|
        dropped|released|restarted|available|in|at|on|visible|expired|refreshed|invalidated|validated)|
        had (?:[0-9]+|a |the |no |two|access|to |only|more )|(?:received|lost|helped|seen (?:stale|errors|
        the banner|an error|no|a 5|incorrect|duplicate|delays?|elevated)|experienced|noticed (?:slow|delays?|
        errors)|needed|expired|got|arrived|affected|timed))(?:{pp}|thought|better)(?= )`,
      `(?:{person}|{all}|{us}){tail} (?:should|ought to|must|could) (?:not |never |really |surely |
        clearly )*have (?:not |never |really )*been (?:more|less|better|watching|paying|looking|checking|
        monitoring|aware|awake|listening|testing|running|careful|smarter|faster|quicker|wiser|prepared|ready|
        alert|thinking|reading|allowed (?:near|to touch)|anywhere near|following|trusted|let|there|at (?:his|
        her|their) desk|on top|all over|honest|clear|obvious|bolder|braver|tougher|stricter|caught|stopped|
        sensible|proactive|vigilant|suspicious|online|reachable|available|able to)`,
      `{us}{adv} (?:should|
        ought to)(?: not| never| really| clearly| obviously| at least| all| also| simply| just| both){0,2} {have}(?: not| never| at least| simply| just| also| [a-z]+ly){0,2} (?!been (?:able|
        paged|notified|alerted|given))(?:{pp})(?= )`,
      `{us}{adv} (?:could|would) (?:easily |simply |just |clearly |at least |surely |
        and should )*have (?:easily |simply |just |at least )*(?:prevented|avoided|caught|checked|tested|
        asked|noticed|spotted|known|acted|rolled|stopped|told|verified|done better|seen (?:this|it|
        that) coming|reacted|handled|saved|been (?:faster|quicker|more|better))`,
      `(?:should|would|could|must) (?:not |never )?(?:{person}|I=[^ ]+|{all}) (?:not |really |just |
        simply )?have (?:not |ever |really )?{pp}`,
      '(?:{human}){tail}{adv} ought (?:not )?to (?:know|have|be (?:more|ashamed)|check|test|read|learn)',
      `(?:{human}){tail} (?:should|ought to|would)(?: really| surely| damn well)? know (?:better|that|by now|
        how|not to|the)`,
      `(?:{blamed}|{all}|{none}|{us}){tail}{adv} (?:was|were|is|are) (?:[a-z]+ly )?(?:supposed|meant|obliged|
        paid|trained|told|asked|instructed|expected|required) to (?:[^ .;:]+ ){0,12}?(?:and|but|yet|
        ,) (?:[^ .;:]+ ){0,3}?(?:did not|never|failed|forgot|ignored|skipped|chose|instead|has not|had not|
        was not|were not|nothing|clearly|apparently|obviously|still has)`,
      `(?:{blamed}|{us}){tail}{adv} (?:was|were) (?:[a-z]+ly )?(?:supposed|
        meant) (?:not )?to (?:[a-z]+ly )?(?:be (?:watching|monitoring|checking|on|paying|looking|available|
        reviewing|awake|responding|testing|keeping|verifying|running)|[a-z-]+)(?= )`,
      `(?:{blamed}|{us}){tail}{adv} needed to (?:tell|inform|notify|warn|communicate|have|ask|think|pay|
        speak|wait|stop|slow|be more|be better|look harder|double-check|know|listen|be paying|do better|
        step up|read the|check (?:with|before|first|the [^ ]+ before)|test (?:this|it|before)|
        escalate (?:sooner|earlier|faster))`,
      `(?:Y=you|I=we|one|I=i) (?:would|might|should)(?: have)? (?:expect|expected|think|thought|hope|
        hoped) (?:that )?(?:{person}|{all})`,
      `{blamed}{tail}{adv} (?:was|were) (?:expected|required|told|asked|instructed|due|scheduled|trained|
        paid) to (?:[^ .;:]+ ){0,8}?but (?!the |no |it |could |was not (?:told|given|paged|able)|had no |its |
        when )[a-z]+`,
      `{blamed}{tail}{adv} (?:had|needed) to (?:[^ .;:]+ ){0,8}?(?:but|and) (?:did not|never|simply did|
        failed|forgot)`,
      `it would (?:only |just |barely |hardly )?have (?:only |just |barely )?(?:taken|cost) (?:{person}|
        {all}|them|him|her|N=[^ ]+)`,
      'where (?:was|were) (?!P=they)(?:{person}|{all})',
      '(?:{blamed}|{us}) (?:just |only |simply )?(?:had|needed) only to [a-z]+',
      '(?:if|(?<=^ |[,;:] |and |but |then )had) only (?:{person}|{us}|{all}|{none}|x|the|this|that)(?= )',
      'if only {human}',
      `if (?:{person}|{none}|{all}|{us}){tail} (?:had|just|simply|
        only)(?: not| just| simply| only| actually| bothered to| even| ever| properly| done| taken| thought| at least| merely| once| [a-z]+ly){0,2} (?!(?:a|
        an|the|no|access|any|more|to) )(?:{pp}|their|his|her)(?= )`,
      `(?<=^ |[,;:] |(?:and|but|then|yet|that|because|as|maybe|perhaps) )had (?:{person}|{all}|I=we(?! not)|
        Z=[^ ]+){tail}(?: not| just| simply| only| actually| bothered| even| ever| properly| at least| merely| once| [a-z]+ly){0,2} (?!(?:a|
        an|the|no|access|any|more|to) )(?:{pp})(?= )`,
      'had S=[^ ]+ (?:in|on|at) ',
      `why (?:on earth |in the world |the hell )?(?:did|had|was|were|has|would|could|
        is) (?:not )?(?!P=they)(?:{person}|{all}|{none})(?: not| [a-z]+ly){0,2} (?!(?:able|affected) )[a-z]+`,
      'why (?:on earth )?(?:did|had|was|were|has|could) not {person}',
      '(?:{blamed}) (?:could|might|should) (?:just )?as easily have',
      `(?:{blamed}|{us}) (?:had|has|have) (?:every|ample|plenty of|all the|more than enough|
        enough) (?:opportunity|opportunities|chance|chances|time|warning|warnings|reason|information|notice|
        data)`,
      `(?:{blamed}|{us}|{none}|{all}){adv} (?:did not|never|had not) (?:even )?(?:think|thought|occur|bother|
        bothered) to [a-z]+`,
      'it (?:never|did not|had not)(?: even| seem to)? (?:occurred|occur) to (?:{human})',
      `{person}{adv} had no (?:reason|excuse|business|right) to (?!suspect|believe|expect|doubt|think|assume|
        look|question|know|check)[a-z]+`,
      '(?:{blamed}|{us}) had better',
      '(?:{person}|{us}){tail} (?:would|could) (?:have )?(?:do|done) well to',
      `instead of (?:[a-z]+ing) [^.;:]{0,60}?, (?:{single}|{group}|R=[^ ]+) (?:just |simply )?(?:kept|chose|
        decided|went|pushed|restarted|spent|sat|tried|ran|did|waited)`,
    ],
  },
  {
    category: 'counterfactual',
    tier: 'block',
    view: 'actors',
    excusedBy: 'action',
    phrases: [
      `(?:{blamed}) (?:chose|decided|elected|preferred|opted) (?:not to|to (?:ignore|skip|bypass|keep|
        push on|press on|carry on|do nothing|wait|gamble|sit|hide|override|disregard|play))`,
    ],
  },
  {
    category: 'counterfactual',
    tier: 'warn',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:this|that|it|which|(?:the|this|that|such an?|these|those) (?:[^ ]+ ){0,2}?(?:issue|problem|bug|
        bugs|mistake|mistakes|error|errors|regression|defect|change|typo|outage|incident|risk|flaw|gap|
        warning|warnings|signs?|oversight|failure|query|misconfiguration|index|migration|trend|anomaly|alert|
        spike|symptoms?)) (?:should|could|ought to|must) (?:and should |really |clearly |obviously |
        easily |surely |never |not |so easily |all |simply |certainly )*have (?:easily |never |really |
        surely )*(?:been|got|gotten) (?:[a-z]+ly )?(?:caught|spotted|noticed|reviewed|tested|checked|
        escalated|known|flagged|anticipated|foreseen|predicted|communicated|questioned|obvious|picked up|seen|
        avoided|prevented|approved|allowed|merged|deployed|run|tried|attempted|raised|addressed|fixed|
        reported|dealt with|thought through|thought of|realised|realized|understood|taken seriously|stopped|
        shipped|pushed|discovered)(?! by (?:the|an?|our) (?:[^ ]+ ){0,3}?(?:check|checker|validator|
        validation|canary|linter|ci|pipeline|alert|alerts|monitor|test|tests|suite|breaker|gate|probe|
        compiler|scanner|schema|job|service|proxy|controller|system|tool|limiter|parser|hook|analyser|
        analyzer|type|policy))`,
      `(?:this|that|it|none of this|the outage|the incident|the whole thing|all of this|all this) (?:should|
        would|could|need|had|must) (?:never|not) (?:need )?(?:to )?have (?:happened|occurred|been necessary|
        gone live|gone out|been possible|passed review|made it|reached production|been this bad|got)`,
      `(?:obviously|clearly|plainly|evidently|of course|needless to say|(?:obvious|plain|evident) that)(?: [^ .;:]+){0,7}?
        should (?:never|not) have (?:been )?${regretted}`,
      `should (?:obviously|clearly|plainly|evidently|of course) (?:never|not) have (?:been )?${regretted}`,
      `(?:this|it|that|the outage|the incident|all of this|all this) (?:was|were|is) (?:entirely |
        completely |totally |wholly |easily |perfectly |eminently |utterly |clearly |so |100% )*(?:avoidable|
        preventable)`,
      `(?:an? )?(?:entirely|completely|totally|wholly|easily|perfectly|eminently|utterly|
        clearly) (?:avoidable|preventable)`,
      `would have (?:been )?(?:trivially |easily |obviously )*(?:caught|prevented|avoided|revealed|shown|
        spotted|saved) (?:[^ .;:]+ ){0,4}?(?:if|had) (?:anyone|anybody|someone|somebody|they|he|she|people|we)`,
      `(?:a|one) (?:simple|quick|single|basic|trivial|little bit of|modicum of|bit of|moment of|moment's|
        five-minute|two-minute|one-line|thirty-second|ten-second|minute of|
        second of) (?:[^ .,;:]+ ){0,6}?(?:would|could|might) (?:easily |surely |well )?have (?:[a-z]+ly )?(?:been (?:enough|all|sufficient)|prevented|avoided|caught|shown|revealed|
        saved|told|spared|fixed|stopped|spotted|made (?:the|all)|averted|sufficed|done|settled|changed|flagged|exposed|found|kept (?:us|it))`,
      `(?:reading|checking|testing|asking|looking|running|opening|glancing|reviewing|following|thinking|
        verifying) [^.;:]{0,60}? would (?:easily |quickly |immediately |obviously )*have (?:been enough|
        caught|prevented|avoided|revealed|shown|saved|spotted|told|made)`,
      '(?:all|everything|half) of (?:this|it) (?:would|could) have been avoided',
      'both (?:of them )?should have',
      `a (?:little|bit) (?:more |of |extra )?(?:care|thought|attention|effort|patience|communication|
        courtesy|common sense|diligence|caution|foresight|planning) (?:would|could|might)`,
      `(?:right|sensible|proper|correct|responsible|professional|sane|logical|decent) (?:thing|move|call|
        decision|choice|step|course|response|action)(?: [^ ]+){0,2}? (?:would have been|was to)`,
      'if only (?:[^ ]+ ){1,4}?(?:had|were|was|could|would)(?= )',
      `should (?:really |clearly |all |probably )?(?:have )?(?:been )?(?:[^ .;:]+ ){1,6}?(?:weeks|months|
        years|ages|long) (?:ago|before)`,
    ],
  },
];
