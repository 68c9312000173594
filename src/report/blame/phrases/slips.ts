import type { PhraseTable } from '../phrase-table.ts';

const slip =
  '(?:mistake|mistakes|error|errors|slip|slips|slip-up|slip-ups|lapse|lapses|blunder|blunders|oversight|oversights|typo|typos|fumble|' +
  'goof|gaffe|misstep|missteps|misclick|misclicks|mix-up|mix-ups|confusion|inattention|distraction|forgetfulness|misjudgement|' +
  'misjudgment|misreading|mishap|failing|failings|fault|inaccuracy|negligence|screw-up|miscommunication|misunderstanding|' +
  'absent-mindedness|clumsiness|mistyping|mishandling|omission|omissions|misuse|incompetence|fallibility|wrongdoing|miscalculation)';
const byHand =
  '(?:pressed|hit|clicked|pulled|pushed|typed|picked|selected|flipped|entered|ticked|unticked|keyed|keyed in|chosen|copied|pasted|' +
  'unplugged|yanked|toggled|dragged|tapped)';
const thingInHand =
  '(?:key|button|switch|window|terminal|tab|command|cable|line|box|environment|checkbox|option|row|link|menu|lever|cord|plug|breaker|' +
  'drawer|tray|rack|host|server|file|date|number|id|digit|console|account|cluster|drive|volume|database|region|project|' +
  'directory|path|value|parameter|branch|profile|shard|bucket|zone|table|screen|tag|flag|version|name|icon|machine)';
const destroyed =
  '(?:deleted|dropped|wiped|truncated|erased|overwritten|purged|unplugged|shut down|switched off|powered off|destroyed|formatted)';
const mishap =
  '(?:accidentally|mistakenly|inadvertently|erroneously|unintentionally|wrongly|carelessly|by accident|by mistake|in error)';

/** Human slips as the cause, put together from words for slips, for people and for things done by hand. */
export const slips: readonly PhraseTable[] = [
  {
    category: 'human-error',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `${slip} (?:made |committed |caused )?(?:by|on the part of|from|of|among|amongst) (?:(?:a|an|the|our|one|some|
        of|its|their|another|whoever|individual|human|single|tired|single|busy|[a-z-]+) ){0,4}?(?:{folk}|
        human beings?|members? of (?:the )?(?:staff|team|crew)|whoever|hands?|keyboard)(?= )(?! (?:pod|pods|image|
        log|logs|page|api|was (?:fixed|logged)))`,
      `(?:human|manual|keyboard|personnel|staff|employee|people|personal|individual|procedural|user-side|
        operator-side|admin|clerical|typing|data-entry|copy-paste|copy-and-paste|
        transcription) (?:[a-z]+ )?(?:mistake|mistakes|slip|slips|slip-up|lapse|lapses|blunder|blunders|oversight|
        fallibility|failing|failings|fumble|misstep|error|misjudg(?:e)?ment|carelessness|inattention|negligence|
        frailty|misclick)(?! (?:messages?|pages?|logs?|rates?|codes?|handling|budgets?|reports?|handlers?|types?|
        class|text|correction|detection|prevention|counts?|is reported|are reported))`,
      `human (?:hand|finger|fingers|fallibility|frailty|oversight|weakness|limitation|limitations|imperfection|
        condition|side|link|cause|agency|interference|intervention gone|decision was wrong)(?! (?:of|is required|
        review))`,
      `(?:hitting|pressing|clicking|typing|pulling|choosing|picking|selecting|entering|unplugging|copying|pasting|
        running|editing|deleting|rebooting|restarting) (?:[^ .;:]+ ){0,3}?(?:wrong|
        incorrect) (?:[a-z]+ )?${thingInHand}`,
      `(?:moment|moments|second|minute|flash|fit|bout|spell)(?:'s| of) (?:[a-z]+ )?(?:inattention|distraction|
        confusion|carelessness|madness|absent-mindedness|forgetfulness|weakness|panic|haste|inattentiveness)`,
      `(?:down|attributed|attributable|due|owing|thanks|ascribed|traced|came|boiled|boils|put it down|put this down|
        chalked up) (?:[a-z]+ ){0,2}?to (?:(?:a|an|one|plain|simple|simply|pure|sheer|nothing more than|just|
        old-fashioned|good old|someone's|somebody's|single|honest|silly|momentary|regrettable|unfortunate|his|her|
        their) ){1,4}(?:[a-z]+ )?(?:typo|mistake|slip|oversight|carelessness|inattention|misclick|blunder|lapse|
        fumble|forgetfulness|distraction|error of|misjudg(?:e)?ment|fat finger)(?! (?:rate|log|code|
        in (?:the )?(?:parser|code)))`,
      `(?:failure|failures) (?:of|by|on the part of) (?:a |an |the |our )?(?:individual|individuals|person|people|
        staff|personnel|human|humans|operators?|employees?)`,
      `(?:procedure|procedures|process|processes|runbook|runbooks|checklist|protocol|policy|instructions|steps|
        guidelines|playbook|rules) (?:was|were|is|are|had been|have been|has been) (?:simply |clearly |just |
        not being |knowingly )*(?:not (?:followed|adhered to|read|respected|observed|obeyed)|ignored|disregarded|
        flouted)(?! by the (?:automation|script|job|controller|tool|pipeline))`,
      `(?:human|people|person|operator|user|man) (?:was|were|is|are) (?:[a-z]+ly |still |once again |
        the ){0,2}(?:the )?(?:weak(?:est)? (?:link|point|spot)|cause|root cause|culprit|problem|
        single point of failure)`,
      `(?:human element|human side|human link|human in the loop|person in the loop|human operator) (?:failed|broke|
        slipped|erred|let|was at fault|proved|fell|got it wrong|was the)`,
      `(?:no|nothing) (?:technical|tooling|system|platform|software) (?:fault|failure|problem|issue|
        defect)s? (?:was|were|is|could be) (?:[^ .;:]+ ){0,4}?(?:, )?(?:only|just|but|purely|
        simply) (?:[^ .;:]+ ){0,3}?(?:people|person|human|someone|mistake)`,
      `(?:cause code|cause|reason code|rca code|category|classification|classified as|categorised as|categorized as|
        recorded as|logged as|filed as|closed as|filed under|tagged|verdict|conclusion|determination|
        diagnosis)(?: [a-z0-9-]+){0,3}?(?: :| ,)? (?:[^ .;:]+ ){0,3}?(?:${slip} (?:by|of|on)|human|pilot|personnel|
        operator|user|people|manual|staff|individual) (?:mistake|error|factor|factors|failure|slip|oversight|fault|
        issue)`,
      `(?:case|matter|question|example|result|consequence|story|instance|effect) of (?:a|an|one|the|some|our|another) (?:[a-z-]+ )?(?:{folk}|worker|human being) (?:not )?(?:simply |just |blindly |carelessly )*(?!being|having|needing|seeing|working)[a-z]+ing(?= )`,
      `(?:erroneous|wrong|incorrect|mistaken|unauthori[sz]ed|inadvertent|accidental|unintended|ill-advised|clumsy|hasty) (?:[a-z-]+ )?(?:action|actions|command|step|move|keystroke|change|decision|selection|input|entry|operation|click|assumption|judgement|call|choice|interpretation|reading|use|handling) (?:made |taken |issued |entered )?(?:by|from|of|on the part of) (?:(?:a|an|the|our|one of|some|another|whoever|[a-z-]+) ){0,3}?(?:{folk}|worker|workers|member|members)(?= )`,
      `(?:wrong|incorrect) [a-z-]+ (?:[a-z-]+ )?(?:pulled|deleted|removed|selected|picked|typed|entered|unplugged|pressed|clicked|chosen|rebooted|restarted|wiped|edited|copied|pasted) by (?!the (?:script|job|tool|controller|automation|pipeline|system))`,
      `(?:tired|clumsy|careless|shaky|untrained|unsteady|heavy|fat|wandering|nervous|inexperienced|wrong) (?:pair of )?(?:hands|fingers)`,
      `between the (?:ears|seat|chair|keyboard)|(?:sits|sat|lies|lay|located|found|problem was|issue was|error was) (?:in front of|behind|at|between) the (?:keyboard|screen|monitor|console|chair|desk)`,
    ],
  },
  {
    category: 'human-error',
    tier: 'block',
    view: 'actors',
    excusedBy: 'action',
    phrases: [
      `(?:by|from) (?:accident|mistake|error) by (?:[^ .;:]+ ){0,3}?(?:[NPRTS]=[^ ]+|{folk})`,
      `{person}{tail}{adv} ${byHand} (?:[^ .;:]+ ){0,3}?(?:wrong|incorrect|other)(?= )`,
      `{person}{tail}{adv} (?:made|makes|committed|commits|commit|had made) (?!to )(?:[^ .;:]+ ){0,4}?(?:mistake|
        mistakes|error|errors|blunder|blunders|slip|slips|slip-up|oversight|typo|misstep|lapse)(?= )(?! (?:message|
        messages|page|pages|visible))`,
      `{person}{tail}{adv} (?:slipped up|tripped up|tripped over|goofed|erred|blundered|fumbled|misclicked|mistyped|
        mis-keyed|miskeyed|mixed up|muddled up|got (?:confused|mixed up|distracted|muddled|the wrong)|
        had a (?:lapse|brain|moment|senior)|lost (?:focus|concentration|track|count)|hit enter (?:too|before|in)|
        pasted (?:[^ .;:]+ ){0,4}?(?:wrong|production)|was not (?:concentrating|paying|looking|focused|thinking)|
        were not (?:concentrating|paying|looking|focused|thinking))(?= )`,
      `S=(?:someone|somebody)(?! (?:from|in|on|at|else|with|has to|must|must|should|can|needs|may|will|had access|
        who (?:knows|has|can)) ) (?:[^ .;:,]+ ){0,4}?(?!{helpful} )[a-z-]+(?:ed|ke|ot|t|
        n) (?:[^ .;:]+ ){1,8}?(?:and|, which|, so|which) (?:[^ .;:,]+ ){0,5}?{hurt}`,
    ],
  },
  {
    category: 'human-error',
    tier: 'block',
    view: 'words',
    excusedBy: 'action',
    phrases: [
      `(?:one|some|a couple|several|two|most) of (?:our|the|their|
        its) (?:[a-z-]+ )?(?:own )?{folk}(?: [a-z]+ly)? (?!{helpful} )[a-z-]+(?:ed|t|n|ot|ut|ke)(?= )`,
    ],
  },
  {
    category: 'human-error',
    tier: 'warn',
    view: 'words',
    excusedBy: 'action',
    phrases: [
      `(?:was|were|got|been|being) (?:[a-z]+ )?${mishap} ${destroyed}(?= )(?! by (?:the|a|
        an) (?:[^ .;:]+ ){0,3}?(?:job|script|controller|service|process|scheduler|pipeline|tool|automation|rule|
        cron|reconciler|operator|deploy|migration|release|upgrade|change|system|policy))`,
      `(?:was|were|got|been) ${destroyed} (?:[^ .;:]+ ){0,4}?(?:by accident|by mistake|in error)(?= )`,
      `(?:accidental|inadvertent|unintentional|mistaken|erroneous) (?:[a-z-]+ )?(?:deletion|removal|drop|truncation|
        shutdown|commit|push|merge|wipe|overwrite|change|reboot|restart|keystroke|click|paste|disconnection|
        unplugging) (?:of (?:[^ .;:]+ ){1,6}?)?(?:caused|led|took|brought|triggered|was the|resulted|is what|
        started|set)`,
      `(?:the )?wrong (?:[a-z-]+ )?${thingInHand} (?:was|were|got|had been) ${byHand}(?= )(?! by (?:the|a|
        an) (?:job|script|tool|controller|automation|scheduler|pipeline))`,
    ],
  },
];
