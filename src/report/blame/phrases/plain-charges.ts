import type { PhraseTable } from '../phrase-table.ts';

const ill =
  '(?:incorrectly|wrongly|badly|poorly|inadequately|improperly|hastily|carelessly|sloppily|upside down|backwards|back to front|the wrong way (?:round|around))';
const unasked =
  '(?:without (?:a |an |any |the )?(?:[a-z-]+ )?(?:request|approval|ticket|review|permission|word|warning|notice|consent|announcement|backup|test|testing|asking|telling|checking|reading|thinking)|against (?:policy|advice|the rules|instructions)|by mistake|in error|by accident|unannounced|out of (?:boredom|habit|curiosity|spite|convenience|laziness|impatience))';
const heed =
  '(?:read|heeded|consulted|acted (?:on|upon)|listened to|taken seriously|asked|told|warned|questioned|double-checked|thought (?:of|about|through)|followed up|looked (?:at|into|after)|spoken)';
const lacking =
  '(?:not enough|insufficient|too low|very low|so low|low|poor|weak|lacking|not sufficient|not good|not up|very limited|limited)';
const chief =
  '(?:boss|manager|line manager|superior|superiors|supervisor|hr|director|employer|head of department|team lead)';

/** Charges in plain words whose shape alone tells: passives that name the doer, adverbs of failing, talk of consequences. */
export const plainCharges: readonly PhraseTable[] = [
  {
    category: 'by-actor',
    tier: 'block',
    view: 'actors',
    excusedBy: 'action',
    phrases: [
      `(?:was|were|been|got|being) (?:[a-z]+ly )?{pp} (?:[^ .;:]+ ){0,4}?by {adj}{blamed} (?:[^ .;:]+ ){0,4}?${unasked}(?= )`,
      `(?:was|were|been|got) (?:[a-z]+ly )?(?:mistyped|misread|mislabell?ed|misplaced|mishandled|misconfigured|miskeyed|mixed up|overlooked|ignored|neglected|forgotten|botched|bungled|fumbled|messed up|waved through|bypassed|skipped|nuked|trashed|
        broken|silenced|sabotaged|mangled|muddled) (?:[^ .;:]+ ){0,6}?by {adj}{blamed}`,
      `{blamed}{tail}{adv} [a-z-]+(?:ed|t|n|k|w|d|e|ew|ut) {gap}${ill}(?= )`,
      `(?:{human}|I=we) (?:was|were|had been|have been) never (?:even |once )?(?:told|informed|warned|asked|notified|consulted)(?: [^ .;:]+){0,4}? by {adj}{blamed}`,
      `{blamed}{tail}{adv} (?!{helpful} )[a-z-]+(?:ed|t|n|k|w|d|e|ew|ut) (?:[^ .;:]+ ){1,8}?and (?:then |promptly |thereby |so |in doing so |, )*(?:lost|broke|took (?:down|out)|brought down|corrupted|crashed|exposed|caused|destroyed|overwrote|ruined|forgot|doubled|wiped|wrecked|poisoned|tripled)(?= )`,
      `(?:person|individual|one|man|woman|R=[^ ]+) (?:responsible )?(?:for|behind) (?:[^ .;:]+ ){0,4}?(?:outage|incident|mess|failure|loss|downtime|disaster|breach|error|mistake|typo|crash|deletion) (?:is|was) (?:[a-z]+ )?{sure}`,
      `(?:requests?|proposals?|warnings?|budgets?|calls?|tickets?|concerns?|suggestions?|questions?|offers?|objections?|escalations?|fix|upgrade|rollback)(?: [^ .;:]+){0,8}? (?:was|were|has been|had been|got|have been) (?:[a-z]+ ){0,2}?(?:turned down|rejected|refused|ignored|dismissed|vetoed|postponed|shelved|overruled|brushed aside|brushed off|sat on|laughed at|waved away) (?:[^ .;:]+ ){0,3}?by {adj}{blamed}(?! 's)`,
      `by {adj}{blamed} who (?:had |has )?(?:[a-z]+ly )?(?:misread|mistook|misunderstood|misjudged|confused|mixed|forgot|forgotten|failed|missed|ignored|skipped|overlooked|assumed|thought|panicked|rushed|was (?:careless|distracted|in a (?:hurry|rush)|asleep|bored))(?= )`,
      `almost as (?:if|though) {adj}{blamed}`,
      `{blamed}{adv} (?:a )?(?:play|fiddle|tinker|mess|dabble|twiddle|muck)(?: around| about)? (?:with|in|at)(?= )`,
      `(?:that|those|which|what|ones) {sure} (?:has|had) (?:been (?:near|anywhere|at|let)|touched|got (?:his|her) hands)`,
      `(?<=^ |(?:and|but|because|when|that|,|after|then) )(?:{sure}|P=s?he) (?:delete|remove|change|push|forget|drop|restart|stop|press|type|merge|execute|edit|skip|ignore|disable|kill|shut|reboot|choose|overwrite|modify) (?:the|a|an|all|wrong|our|it|this|that|production|prod|to)(?= )`,
      `{blamed} (?:[^ .;:]+ ){1,8}?(?:and|but) (?:do )?not (?:tell|inform|ask|check|notify|test|read|listen|cooperate|follow|care|confirm|warn|reply|answer)(?= )`,
      '{blamed}{tail}{adv} (?:tested|tried out|experimented with|practised|practiced) (?:[^ .;:]+ ){1,5}?on (?:us|I=us|C=[^ ]+|E=[^ ]+|live|real|paying|production|prod)(?! traffic)(?= )',
      `{person} (?:asleep|sleeping|missing|late|silent|awol|useless|clueless|absent|nowhere|offline) (?:again|as usual|as always|as ever|once more|yet again)(?= )`,
      `why (?:do|does|did|is|are|can|must) {adj}{blamed} (?:always|never|keep|constantly|still|insist)(?= )`,
      '{blamed}{tail} always (?:gives?|makes?|finds?|has|have) (?:[a-z]+ )?excuses?',
    ],
  },
  {
    category: 'human-error',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:attributes?|attributed|attributable|ascribes?|ascribed|traces?|traced) (?:[^ .;:]+ ){0,6}?to (?:the )?(?:[a-z]+ )?(?:actions?|conduct|behaviou?r|inattention|decisions?|fault|negligence|omissions?|hands?|mistakes?) of (?:(?:the|a|an|one|our) )?(?:[a-z-]+ )?(?:{folk}|user|team|clerk|crew|member)(?= )`,
      `(?:was|were|got|had been|has been) {pp} (?:inadvertently|accidentally|mistakenly|erroneously|unintentionally|carelessly)(?= )`,
      `(?:was|were|got|had been|has been) {pp}(?: in| out| off| over)?(?: twice| again)? by (?:accident|mistake)(?= )`,
      'everything (?:except|but|apart from|other than) (?:for )?(?:[a-z]+ )?(?:people|humans|human beings|operators|users|engineers|the (?:operator|user|human))(?= )',
      `(?:had|having|was having) (?:a|an|one of) (?:[a-z]+ )?(?:funny|off|senior|wobbly|weird|dozy|those|blonde|stupid) (?:five minutes|moments?|turn|days?|mornings?|nights?)(?= )`,
    ],
  },
  {
    category: 'counterfactual',
    tier: 'warn',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      '(?:more|better|greater|closer|some|any|a little|proper) (?:thought|care|attention|consideration|effort|time|planning|preparation) (?:could|should|might) have been (?:given|paid|taken|put|devoted|spent|invested)(?= )',
      `should (?:really |surely |certainly |clearly )?have been (?:[a-z]+ly )?${heed}(?= )(?! (?:by|from) (?:the|a|an|its) (?:[^ .;:]+ ){0,2}?(?:checker|controller|service|job|worker|process|client|cache|replica|system|tool|scheduler|server|node|proxy))`,
      `would not have (?:gone amiss|been amiss|come amiss|hurt(?! (?:the|performance))|harmed|been (?:too much|out of place|unwelcome|impossible))(?= )|would have been (?:wiser|smarter|well advised|better advised|more prudent|cleverer)(?= )`,
      '(?<= )nothing (?:was|had been|has been) (?:ever )?done (?:about|with)(?= )',
      'all (?:that )?it would have taken(?= )|all (?:that )?(?:was|it) (?:needed|took|required)(?= [.!]|$)',
    ],
  },
  {
    category: 'counterfactual',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:new|little|wonderful|amazing|magical|marvellous|clever|ancient|obscure|exotic) (?:invention|thing|concept|technology|trick|practice|custom|device|art) (?:called|known as)|(?:thing|things|something) called (?:a |an |the )?(?:tests?|testing|backups?|email|phone|telephone|calendar|clock|documentation|manual|reviews?|rollback|checklist|staging|common)(?= )`,
    ],
  },
  {
    category: 'hindsight',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      '(?<!(?:was|were|been|be) )(?:told|warned) (?:them|him|her|you|everyone|everybody|management) (?:so(?= [.!,]|$| at)|(?:[^ .;:]+ ){0,2}?(?:times|repeatedly|again and again|for (?:months|weeks|years)|(?:this|it) would))(?= )',
      '(?:everyone|everybody) and (?:his|her|their) (?:dog|mother|cat|grandmother|mum|brother)(?= )|(?:foreseeable|predictable|obvious|clear|apparent|evident|plain) (?:to|for) (?:anyone|anybody|everyone|everybody)(?= )',
      `(?:common|public|general) knowledge (?:that|in|on|at|to|among)|open secret|no secret that|have to be (?:[a-z]+ )?(?:daft|blind|stupid|mad|crazy|deaf|asleep|a fool|an idiot|dense|thick|comatose|dead) (?:not )?to`,
      `(?:danger|dangers|risks?|mistake|flaw|consequences?|outcome|folly) (?:[^ .;:]+ ){0,6}?(?:was|were|is) (?:[a-z]+ )?(?:obvious|clear|plain|evident|apparent|visible) (?:from|to|at|in)(?= )`,
      `(?:apparently|evidently|seemingly|presumably|obviously|clearly|naturally|of course)(?: ,)? (?:nobody|no one|no-one|none of (?:them|us))(?= )`,
      `(?:thing|exactly what|precisely what|just what) (?:we|they|he|she|everyone|everybody|i) (?:was|were|had been|have been|had|have) (?:[a-z]+ )?(?:warned|told|predicted|feared|said)(?= )`,
      `(?:docs|documentation|manual|runbook|readme|logs?|ticket|email|inbox|wiki|dashboard|screen|page|changelog|release notes) all along`,
      `(?:could|would) not have been (?:any )?(?:much )?(?:clearer|plainer|louder|redder|bigger|brighter|more obvious|more visible|simpler|easier to (?:see|find|spot))|(?:been|were|was|got) any (?:clearer|plainer|louder|redder|bigger|brighter|more obvious|more visible)(?= )`,
      `(?:can|could|may|might) (?:all |probably |easily |surely )*guess (?:what|who|how|where|the rest|which)(?= )`,
    ],
  },
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      '{human}{tail}{adv} (?:silenced|muted|acked|acknowledged|ignored|dismissed|snoozed|swiped) (?:[^ .;:]+ ){1,5}?and (?:then )?(?:went|rolled|turned|fell) (?:straight |right )?(?:back |over |to )(?:to )?(?:sleep|bed|asleep|over)(?= )',
      '{human}{tail}{adv} never (?:let|lets|allowed|allows) (?:[^ .;:]+ ){1,6}?(?:stand|get|come) in the way',
      "{blamed} 's (?:relationship|acquaintance|familiarity|love affair|quarrel|feud|struggle|dealings) with (?:[^ .;:]+ ){1,5}?(?:is|was|ended|began)(?= )",
      '(?:is|was|were|are|be) (?:clearly |obviously |evidently |apparently |far )?beneath (?:{blamed}|him|her|them)(?= [.,!;]|$| and)',
      '{human}{tail}{adv} (?:was|were|is|are) (?:busy )?off [a-z]+ing(?= )',
      '{human}{tail}{adv} (?:preferred|prefers) to (?:[^ .;:]+ ){1,8}?(?:rather than|instead of)(?= )',
      `{human}{tail}{adv} (?:is|was|are|were) (?:too much|so much|very much) (?:confident|proud|lazy|relaxed|careless|self-confident|hurry)`,
    ],
  },
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      '(?:heaven|god|lord) (?:forbid|forfend)(?= )',
      '(?:lazy|sloppy|dumb|stupid|careless|clueless|arrogant) (?:af|asf|as hell)(?= )',
    ],
  },
  {
    category: 'incompetence',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `watching (?:{human}|him|her|them) [a-z]+ (?:[^ .;:]+ ){0,5}?(?:is|was|felt) (?:a bit |a lot |rather |somewhat |much )?like(?= )`,
      `{human}{tail}{adv} (?:is|was|are|were) not (?:very |so |at all |really |enough |exactly )*(?:professional|serious|careful|attentive|skilled|skillful|skilful|capable|competent|reliable|disciplined|diligent|motivated|cooperative|proactive|punctual|responsible(?! for))(?= )`,
      `{human}{tail} (?:has|have|had) the (?:[a-z]+ )?(?!(?:role|roles|rights|permissions?|status|access|privileges|position|title|job|task|name|id|address|number|version|copy|list|support|help|attention|use|benefit|advantage|luxury) )[a-z]+ of (?:a|an) (?!(?:admin|administrator|manager|lead)(?= ))[a-z-]+`,
      `(?:{blamed}|{blamed} 's|his|her|their) (?:[a-z]+ )?(?:ability|abilities|skills?|competence|skill level|technical level|capability) (?:is|are|was|were) (?:[a-z]+ )?${lacking}(?= )`,
    ],
  },
  {
    category: 'incompetence',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:handled|managed|planned|executed|communicated|coordinated|organi[sz]ed|led|supervised|prepared) (?:so |very |rather |quite |extremely |really )?(?:poorly|badly|terribly|appallingly|amateurishly|clumsily|dreadfully|atrociously|abysmally)(?= )`,
      `(?:poorly|badly|terribly|appallingly|clumsily|dreadfully|atrociously|abysmally) (?:handled|managed|planned|executed|communicated|coordinated|organi[sz]ed|led|supervised)(?= )(?! (?:memory|heap|thread|pool|cache|queue|connection))`,
      '(?<=(?:by|to|from|of|with) (?:a |an |some )?)(?:somebody|someone|people|person|engineers?|operators?|admins?) who (?:[a-z]+ly )?(?:has|have|had) (?:[a-z]+ly )?(?:only|never|not|barely|hardly|merely)(?= )(?! (?:access|been (?:paged|told|given)))',
      '(?:apparently|evidently|seemingly|clearly|presumably|obviously)(?: ,)? (?:[^ .;:]+ ){1,6}?(?:is|was|are|were) (?:a |an |too |quite |such |really |rather )*(?:difficult|hard|tricky|complicated|advanced|foreign|confusing|alien|radical|novel) (?:a )?(?:concept|idea|notion|art|skill|discipline|words?|instructions?)',
      'who (?:[a-z]+ly (?:had|has|have)|(?:had|has|have) [a-z]+ly) never (?:[a-z]+ly )?(?:done|seen|used|touched|run|read|opened|restored|even|heard|worked|operated|written)(?= )',
      'could not (?:even )?(?:organi[sz]e|arrange|run|pour|hit|find) (?:a|an|his|her|their) (?:[a-z-]+ ){1,3}?in (?:a|an) [a-z]+',
      '(?:entrusted|left|given|handed|assigned|delegated|outsourced) to (?:somebody|someone|people|a person) (?:without|with)(?= )',
      'only thing (?:he|she|they) (?:know|knows|knew|can do|could do|ever|understand|understands)(?= )',
    ],
  },
  {
    category: 'punitive',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:his|her|their|letter of|letters of) (?:[a-z]+ )?resignation|(?:getting|gonna get|going to get|about to get|to be) (?:fired|sacked|canned|axed)(?= [.!?,]|$| for| over| lol| today| soon| after)`,
      `names? of (?:those|all|everyone|everybody|the people|anyone|staff|(?:the |all )?{folk}) (?:[^.;:]{0,60} )?(?:will|shall|should|must|to) be (?:read|published|posted|listed|announced|displayed|circulated|called|reported|shown|passed)(?= )`,
      '(?:given|handed|got|gets|received|collect|collected) (?:his|her|their) (?:cards|marching|p45|p60|notice|walking|papers)(?= )',
      'whether (?:he|she|they|the [a-z-]+|this [a-z-]+) (?:is|are|was|were) (?:really |actually |at all |still )*(?:suited|suitable|fit|cut out|the right (?:person|man|woman)|qualified|up to|right for|the best)(?= )',
      '(?:referred|passed|handed|reported|forwarded|left|taken) (?:[a-z]+ )?to (?:personnel|hr|the works council)(?= )',
      'congratulations to (?:the )?(?:[a-z]+ )?(?:winner|winners|genius|hero|champion|one|whoever|somebody|someone|brain|brains|mastermind)(?= )',
      '(?:explore|pursue|seek|look for|consider) (?:[a-z]+ )?(?:opportunities|options|challenges|employment|pastures) (?:outside|elsewhere)|pastures new',
      'fleas? (?:[a-z]+ )?in (?:his|her|their) ears?',
      `(?:talk|conversation|chat|word|words|meeting|discussion|appointment|interview) with (?:his|her|their) (?:[a-z]+ )?${chief}(?= )`,
    ],
  },
];
