import type { PhraseTable } from '../phrase-table.ts';

const effort =
  '(?:reading|checking|testing|asking|looking|running|opening|glancing|reviewing|following|thinking|verifying|calling|waiting|counting|measuring|' +
  'rehearsing|practising|typing|spending|scrolling|picking up|minutes?|seconds?|moments?|look|glance|thought|question|call|email|message|word|patience|' +
  'homework|caution|common sense|arithmetic|coffee|care|attention|courtesy|preparation|planning|peek|read|conversation)';
const ease =
  '(?:ask|check|read|look|call|verify|test|tell|send|open|write|say|glance|confirm|type|warn|ping|page|escalate|roll back|click|notice|wait|think)';
const instrument =
  '(?:review|reviews|code review|staging|checklist|checklists|runbook|runbooks|canary|canaries|testing|tests|approval|approvals|dry runs?|peer review|' +
  'change (?:window|board|control|freeze)|documentation|the (?:staging [a-z]+|test [a-z]+|manual|handbook|policy|wiki|second approver|escalation [a-z]+))';

/** Trouble that somebody is said to have spared themselves: rhetorical questions, mock modesty and proverbs. */
export const untakenTrouble: readonly PhraseTable[] = [
  {
    category: 'counterfactual',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:was|were|is|are|being|proved|seemed|seems) (?:[a-z]+ ,? ?){0,3}?(?:(?:far |rather )?too much (?:to ask|trouble|bother|like (?:hard )?work)|
        a bridge too far|(?:asking|expecting) too much|for (?:other|lesser|little|normal|ordinary) people|(?:an|just an|only an) optional extra)(?= )(?! (?:load|traffic|data|for the (?:node|disk)))`,
      `(?:apparently|evidently|seemingly|presumably|it seems|it appears|clearly|obviously)(?: ,)? (?:[a-z]+ )?(?:optional|a lost art|a dying art|out of fashion|
        overrated|unfashionable|a luxury|old-fashioned|for wimps|not a thing)(?= )`,
      `would it (?:really |honestly )?(?:have )?(?:kill|killed|hurt|been so (?:hard|difficult)|been too much) (?:[^ .;:]+ ){0,3}?to(?= )`,
      `(?:was|is|would) it (?:really |have been |honestly |ever )*(?:so|that|too) (?:hard|difficult|much|complicated) (?:to|for)(?= )|
        how (?:hard|difficult) (?:can|could|would|is|was) (?:it|that) (?:be|have been|really|to)(?= )|it (?:would|does|did) not (?:have )?(?:kill|killed|hurt) (?!the |performance)[^ ]+`,
      `(?:would|could|might) have cost (?:us |them |him |her |anyone )?(?:exactly |precisely |all of )?(?:nothing|very little|five|two|ten|a minute|a fraction|zero|next to nothing)(?= )`,
      `(?:would|could|might) (?:only |just |barely |hardly )?have taken (?:all of |only |just |about |less than |literally )?(?:a|one|two|three|five|ten|thirty|
        sixty|half a|[0-9]+) (?:[a-z]+ )?(?:seconds?|secs?|minutes?|mins?|moments?|emails?|calls?|messages?|glances?|lines?|words?|clicks?) to ${ease}(?= )`,
      `(?:is|are|was|were|exists?|existed|have|has|had|got) (?:[^ .;:,]+ ){0,6}?for a (?:good |very good |damn good )?reason(?= [.!?,;]|$)|
        there (?:is|was) a reason (?:why )?(?:we|they|people|everyone|everybody|sane|grown-up) (?:have|has|had|write|do|test|use|keep|ask|review|wait)(?= )`,
      `(?:that|this|which|it) is (?:exactly |precisely |literally )?what (?:[a-z-]+ ){0,1}?${instrument} (?:is|are) (?:there )?for(?= [.!?,;]|$)`,
      `(?:is|are|was|were) (?:not|never) (?:there |put there |written |just |merely |only |here |up there )*(?:for (?:decoration|fun|show|nothing|our
        amusement|laughs|the fun of it|the benefit of)|decoration|decorative|wallpaper|ornamental|a (?:mere )?suggestion|suggestions|an optional extra|light reading)(?= )`,
      `(?:radical|novel|crazy|wild|revolutionary|mad|outlandish|strange|groundbreaking) (?:idea|thought|concept|notion|suggestion|proposal|tip)(?: here)?(?= [,:])|
        here is (?:a|an) (?:[a-z]+ )?(?:thought|tip|hint)(?= [,:])`,
      `next time(?: ,)? (?:maybe|perhaps|try|how about|someone|somebody|just|you might|u might|do not|could (?:we|someone|you)|let us (?:try|maybe|not)) [a-z]+|
        (?:maybe|perhaps)(?: ,)? (?:next time|try|start by|start|consider) (?:[a-z]+ )?(?:reading|testing|checking|asking|looking|thinking|doing)`,
      `what (?:on earth |exactly |the hell )?(?:was|were) (?:they|he|she|we|you|everyone|everybody|anyone|people) (?:all |even |actually )?(?:waiting for|thinking|
        doing|playing at|hoping for|up to|smoking|looking at)(?= [.!?]|$| all| when| while| with| for)`,
      `(?:stable|barn|gate) door (?:[^ .;:]+ ){0,6}?(?:horse|bolted|open)|horse (?:has|had|was) (?:[a-z]+ )?(?:bolted|long gone)|stitch in time|
        little ,? too late|day late and|locking the (?:stable|barn)|ounce of prevention`,
      `(?:checklist|runbook|procedure|policy|document|guide|manual|page|section|playbook|process|tool|alarm|command) for (?:exactly |precisely |just )?(?:this|that|
        such)(?: [^ .;:,]+){0,3}?(?: ,)? (?:and|but|yet|which) (?:[^ .;:]+ ){0,4}?(?:unread|unused|ignored|not (?:used|read|followed|opened|consulted)|
        never (?:used|read|followed|opened)|untouched|nobody|no one|unopened)(?= )`,
      `(?:went|lay|sat) (?:[a-z]+ )?(?:unread|unheeded|unopened|ignored|unloved)(?= )`,
      `(?<=^ )(?:should|could|ought to) (?:really |at least |just |easily |never )*have (?:really |at least |just |never )*(?!been |had |no )(?:{pp})(?= )`,
      `(?:no idea|no clue|beats me|god knows|heaven knows|goodness knows|lord knows|search me|beyond me|dunno) (?:why|how|what) (?:they|he|she|you|u|nobody|no one|anyone|someone|somebody|everyone)(?= )`,
      `${effort} (?:[^ .;:]+ ){0,8}?(?:would|could|might) (?:easily |surely |probably |well )?have (?:spared|saved|bought|rescued|sorted|made all)(?= )`,
      `(?:if only|had) (?:somebody|someone|anyone|anybody|one of (?:them|us)) (?:only |just |simply |actually |ever )*(?:bothered|thought|cared|looked|read|asked|checked|
        stopped|opened|spoken|pressed|picked|taken|had)(?= )`,
      `(?:did|does|do|has|had|have) (?:it )?not (?:occur|occurred|cross|crossed) to (?:anyone|anybody|them|him|her|you|us)|(?:not|never) (?:once )?cross(?:ed)? (?:his|her|their|anyone's|anybody's) mind`,
    ],
  },
  {
    category: 'counterfactual',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:{blamed}|I=we) (?:must|should|need|has|have) to (?:[a-z]+ ){1,6}?(?:before|first|already|earlier)(?: ,)? (?:but|and) (?:P=[^ ]+ )?(?:did|do|does|not|never)(?= )`,
      `(?:would it have|was it so|was it really so) (?:[a-z]+ ){1,3}?(?:for )?{human} to`,
      'what (?:on earth |exactly )?(?:was|were) {human} (?:all |even |actually )?(?:waiting for|thinking|playing at|hoping for|smoking)(?= )',
    ],
  },
];
