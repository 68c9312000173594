import type { PhraseTable } from '../phrase-table.ts';

const care =
  '(?:question|verify|confirm|double-check|check|review|validate|test|read|ask|escalate|notify|inform|warn|tell|challenge|consult|' +
  'notice|spot|catch|stop|raise|flag|push back|speak up|wait|watch|monitor|think|look|investigate|inspect|consider|follow|prevent|' +
  'anticipate|coordinate|announce|communicate|document|rehearse|intervene|act|react|respond|pause|halt|abort|roll back|step in|page)';
const unmet =
  '(?:did not|had not|has not|was not|were not|never|nobody|no one|Z=[^ ]+|failed|forgot|instead|that did not|which did not|none of|' +
  'it did not|ignored|skipped|chose|neither|yet|still)';

/** Duties that were not met, chances that were not taken and better courses seen afterwards. */
export const duties: readonly PhraseTable[] = [
  {
    category: 'counterfactual',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:it )?(?:was|were) (?:[a-z]+ly |always )?(?:up to|on|incumbent (?:on|upon)|the (?:job|duty|responsibility|
        task|role|place|business) of|for) {adj}{blamed} to [a-z]+ (?:[^ .;:]+ ){0,9}?(?:(?:and|but|, and|, but|
        , yet|yet|,) (?:[^ .;:]+ ){0,4}?${unmet})(?= )`,
      '(?:it )?was (?:[a-z]+ly )?(?:up to|incumbent (?:on|upon)) {adj}{blamed} to [a-z]+',
      `{blamed}{tail}{adv} needed to (?:[a-z]+ly )?${care}(?= )(?! (?:[^ .;:]+ ){0,6}?(?:by hand|manually|
        before (?:they|he|she|P=[^ ]+|it) could|because|since|twice a|every|[0-9]))`,
      `{blamed}{tail}{adv} (?:had|has|have) (?:a|the|one|every|his|her|their|its) (?:[a-z]+ ){0,2}?(?:duty|
        obligation|responsibility|job|remit|mandate|chance|chances|opportunity|right|
        cue) to [a-z]+ (?:[^ .;:]+ ){0,8}?(?:(?:and|but|, and|, but|, yet|yet) (?:[^ .;:]+ ){0,3}?${unmet}|
        in (?:march|april|may|june|july|[a-z]+ber|january|february)|weeks|months|before|earlier|long)(?= )`,
      `(?:expected|hoped for|would have liked|deserved|demanded|wanted|required|needed) (?:far |much |a lot |
        so much )?(?:more|better) (?:from|of|by|than) {adj}{human}`,
      `(?:would|might|could) have (?:expected|liked|hoped|wanted|thought|wished|
        preferred)(?: for)? {adj}{blamed} (?:to|would|had|could|was)`,
      `{blamed}{tail}{adv} (?:passed up|wasted|let slip|squandered|missed|threw away|did not take|
        ignored) (?:[^ .;:]+ ){0,3}?(?:chance|chances|opportunity|opportunities|window|cue|hint|hints|sign|signs|
        warning|warnings)`,
      `(?:rather than|instead of) (?:just |simply |first |immediately )*(?:ask|check|test|escalat|call|pag|
        roll(?:ing)? back|revert|read|wait|tell|rais|report|fix|stop|verify|confirm|admit|declar|consult|listen|
        investigat|review|look|follow)[a-z]* (?:[^.;:,]{0,80} )?, {blamed} (?:[a-z]+ )?(?!could|had no|was (?:told|
        paged|asked)|were (?:told|paged|asked))[a-z]+`,
      `{blamed}{tail}{adv} [a-z-]+(?:ed|t|n|k|w|d|e) (?:[^ .;:]+ ){1,8}?(?:rather than|instead of) (?:simply |just |
        first |immediately |properly )*(?:asking|checking|testing|escalating|calling|paging|rolling back|reverting|
        reading|waiting|telling|raising|reporting|following|fixing|looking|stopping|verifying|confirming|admitting|
        declaring|using the (?:runbook|standard|proper|documented)|consulting|listening|investigating|
        reviewing)(?! (?:[^ .;:]+ ){0,6}?(?:because|since|as the))`,
      `(?:there was|there is|had|with|for) (?:absolutely |really )?no (?:good |real |earthly |valid |
        reason or )*(?:reason|excuse|need|justification|cause) for {adj}{blamed} (?:not )?to`,
      `{blamed}{tail} (?:was|were) (?:[a-z]+ly )?(?:in a position|well placed|best placed|ideally placed|duty-bound|
        honour-bound|obliged|perfectly able|free|well able|more than able|well within (?:his|her|
        their) rights) to [a-z]+`,
      `(?:only|just|simply|merely) (?:had|needed|wanted|required|took) {blamed} to [a-z]+`,
      `(?:if|(?<=^ |, )had) (?:[^ .;:]+ ){0,6}?{blamed} (?:had )?(?:done|followed|read|listened|checked|asked|stuck|
        spoken|acted|paid|taken|been (?:more|paying|awake|watching|doing|at|less|honest|alert|trained|on top|
        in the)|thought|told|kept|waited|stopped|looked|tested|shown|known)(?= )`,
      `(?:but for|if not for|were it not for|absent|without) {blamed} 's (?:[a-z-]+ ){0,3}?(?:haste|error|mistake|
        delay|inaction|decision|change|refusal|failure|omission|oversight|slowness|hesitation|reluctance|shortcut|
        silence|negligence|carelessness|meddling|indecision)`,
      `{blamed}{tail}{adv} (?:sat|stood|waited|hung) (?:on (?:his|her|their|its) hands|by|idly|around|back) (?:and|
        while|as|when|until|for|instead)(?= )`,
      `(?:did|had|would|could) {adj}{blamed} (?:[a-z]+ly )?(?:but|only|just|even|simply) (?:ask|asked|look|looked|
        check|checked|read|think|thought)`,
      `(?:where|why) (?:was|were) {adj}(?:{blamed}|the (?:review|test|tests|testing|oversight|leadership|ownership|
        supervision)) (?:when|while|during|\\?|all)`,
      `{blamed}{tail}{adv} (?:should|ought to|must) (?:[a-z]+ ){0,2}?(?:not |never )?(?:think|know|check|ask|test|
        read|learn|understand|communicate|explain|answer) (?:[^ .;:]+ ){0,5}?(?:before|first|next time|better|
        by now|themselves|himself|herself|why|how)`,
      `(?:{blamed}|{all}|{none}|I=[^ ]+){tail}{adv} (?:would|could) (?:surely |easily |well )?(?:[a-z]+ly )?have (?:saved|spared|
        prevented|avoided|stopped|halved|cut|shortened|averted|caught|told|warned|known|seen|done (?:better|more|so|
        it|this|that))(?= )`,
    ],
  },
  {
    category: 'counterfactual',
    tier: 'warn',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `[a-z]+ing (?:[^ .;:]+ ){0,7}?would (?:surely |clearly |obviously |certainly |
        have been )*(?:have been )(?:[a-z]+ )?(?:the (?:right|better|best|safer|sane|obvious|sensible|correct|
        responsible|wise|smart|prudent|proper) (?:call|thing|move|choice|decision|step|option|course)|wiser|better|
        smarter|safer|prudent|advisable|sensible|preferable|wise|enough)`,
      `it would (?:surely |clearly |certainly )*have been (?:far |much |so |a lot )?(?:wise|wiser|smart|smarter|
        better|prudent|advisable|sensible|preferable|polite|courteous|professional|nice|responsible|decent|safer|
        simple|easy|trivial|no trouble)(?: enough)? (?:to|if|had|for)(?! (?:[^ .;:]+ ){0,2}?(?:system|tool|
        service)) `,
      `(?:better|proper|more careful|more thorough|closer|adequate|competent|basic|any|some|minimal|simple|earlier|
        sooner|timely|even basic|even minimal) (?:[a-z-]+ )?(?:judg(?:e)?ment|communication|planning|preparation|
        review|reviewing|supervision|attention|diligence|care|leadership|teamwork|discipline|handover|thought|
        reading|homework|research|testing|foresight|ownership|escalation|coordination) (?:[^ .;:]+ ){0,5}?(?:would|
        could|might) (?:easily |surely |well )?have`,
      `(?:need|needed|had) (?:not|never) (?:to )?have (?:happened|been|come|gone|lasted|reached)|(?:did not|
        need not) have to (?:happen|be this way|come to this|end this way|go this way|be so|last|get this far)`,
      `(?:should|ought to|could) (?:easily |really |clearly |surely )?have (?:been )?(?:noticed|spotted|caught|
        avoided|prevented|escalated|handled|communicated|dealt with|stopped|questioned|reviewed|flagged|foreseen|
        anticipated|known|checked|tested|reported) (?:[^ .;:]+ ){0,3}?(?:by (?:the|a|an|any|our|those|whoever|
        someone|somebody|anyone|anybody) (?:[a-z-]+ ){0,3}?(?:{folk}|team|lead|shift|desk|vendor|provider|anyone|
        approver|approvers|author|commander|who)|much earlier|far sooner|far earlier|hours earlier|days earlier|
        weeks earlier|hours before|much sooner|at once|right away|immediately|in review|at review|during review)`,
      `(?:a|one|single|any) (?:[a-z-]+ )?(?:phone call|call|question|message|ping|email|look|word|conversation|
        heads-up|second pair of eyes|sanity check|review|sentence|comment|chat|stand-up|walkthrough|rehearsal|
        dry run|dry-run) (?:[^ .;:]+ ){0,6}?(?:would|could|might) have (?:been enough|saved|spared|prevented|
        avoided|stopped|changed|sufficed|told|averted|caught|shown|revealed|settled)`,
    ],
  },
];
