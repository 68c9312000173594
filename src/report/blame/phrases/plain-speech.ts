import type { PhraseTable } from '../phrase-table.ts';

const bareDeed =
  '(?:delete|remove|change|push|run|forget|break|drop|restart|stop|press|type|merge|deploy|turn|click|execute|update|edit|skip|ignore|disable|kill|shut|reboot|make|choose|select|put|leave|overwrite|miss|cause|use|touch|modify)';
const bareCare =
  '(?:check|test|verify|read|inform|tell|ask|follow|look|confirm|review|update|answer|reply|respond|care|think|backup|back|monitor|notice|communicate|report|warn|listen|finish|do|make|take|validate|watch|know|understand|see|pay|escalate|notify|prepare|plan|cooperate|support|help)';
const unsaid =
  '(?:ask|inform|tell|confirm|verify|notify|permission|approval|testing|thinking|checking|care|announce|announcement|read carefully)';

/** Blame in the grammar of chats and of learners of English: bare verbs, dropped subjects, missing endings. */
export const plainSpeech: readonly PhraseTable[] = [
  {
    category: 'by-actor',
    tier: 'block',
    view: 'actors',
    excusedBy: 'action',
    phrases: [
      `(?:{sure}|P=s?he|P=they|{group}) (?:always |often |usually |just |only )?(?:not|no|never|forget to|forgot|ignore to|miss to|no do) (?:even )?${bareCare}(?= )(?! (?:the (?:bridge|alert)s? (?:as|when)))`,
      `(?:because|since|when|after|then) (?:{sure}|P=s?he) (?:always |just |only )?${bareDeed}(?= )`,
      `{blamed}{tail}{adv} (?:${bareDeed}|[a-z-]+(?:ed|t|n|k|w)) {wide}without (?:any |the |even |first )?${unsaid}(?= [.,!?;]|$| (?:anyone|us|me|to|first|before|anybody|him|her|them|with|from|the (?:team|others|other)))`,
      `(?:problem|issue|error|mistake|fault|cause|incident|outage|accident|trouble|failure) (?:is |was |are |here )*(?:come|came|comes|coming|caused|happen|happened|happens|start|started|starts) (?:from|because of|because|by|with) {sure}(?! (?:found|noticed|reported))`,
      `it (?:was|is) {sure}(?: ,)? (?:P=[^ ]+|who)? ?(?!{helpful} |{rescued} )(?:restarted|deleted|broke|pushed|ran|changed|merged|killed|dropped|rebooted|turned|flipped|forgot|left|disabled|touched|removed|pressed|typed|unplugged)(?= )`,
      '(?:this|that|it) (?:is|was) (?:[a-z]+ ){0,2}?(?:mistake|fault|error|problem|responsibility) (?:of|from|by) {adj}{blamed}(?! to)',
    ],
  },
  {
    category: 'hindsight',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:very |so |really |quite |too )?(?:easy|clear|obvious|simple|basic|visible) (?:[^.;:]{0,80} )?but (?:{none}|{blamed}) (?:[a-z]+ )?(?:see|saw|notice|noticed|check|checked|read|look|looked|care|cared|not|did|do|know)(?= )`,
      '(?:how|why) (?:come |on earth )?{none} (?:can |could |did |do )?(?:see|saw|notice|noticed|check|checked|read|look|looked|test|tested)',
    ],
  },
  {
    category: 'human-error',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:cock-up|cock up|balls-up|foul-up|screw-up|mess-up|muck-up|boo-boo|booboo|howler|clanger|bloomer|oopsie|whoopsie|whoopsy|faux pas|own-goal|cock-ups|foul-ups|screw-ups|mess-ups|howlers|clangers)(?= (?:by|at|on|from|of|during|in|when|with|that|,|[.!?])|$)`,
      `(?:sausage|fat|clumsy|butter|nervous|itchy|trembling|careless|wandering|overeager|tired|sleepy|stray|loose|slippery) (?:trigger )?(?:fingers?|thumbs?|hands?)(?= )`,
      `(?:fingers?|thumb|elbow|hand) (?:landed|slipped|strayed|wandered|hit|found|hovered|came down|got there|twitched|met) (?:[^ .;:]+ ){0,4}?(?:wrong|button|key|enter|return|delete|switch|row|line|first|before)(?= )`,
      `(?:weak|weakest) (?:link|point|spot)(?: [^ .;:]+){0,4}? (?:is|was|:|proved(?: to be)?|turned out to be) (?:the |a |our |[a-z]+ly )*(?:human|person|people|operator|user|man|woman|finger|fingers|one (?:typing|sitting|who)|meat|brain|mind)(?= )`,
      `(?:nothing|anything) (?:was |is )?(?:technically )?wrong with (?:[^ .;:,]+ ){1,5}?(?:, )?(?:only|just|except|but|apart from|other than|beyond) (?:[^ .;:]+ ){0,4}?(?:person|people|human|operator|whoever|man|user|hands|who|driver)(?= )`,
      `(?:trouble|problem|fault|bug|defect|failure|flaw|issue|error|weakness) (?:was|is|has|had|lay|lies|sits|sat|walks|came|comes) (?:[a-z]+ly )?(?:on |in |with |from )?(?:two legs|legs|who (?:did|was|is|gave|sat|used|typed|held|ran)|a badge|opposable thumbs|a pulse|whoever (?:was|is|typed|sat|held)|the (?:chair|seat|wetware|hands?|meat)(?= )|human hands)`,
      `(?:did|does|do|done) (?:exactly |precisely |just |only )?(?:as|what) (?:it|they) (?:was|were|is|are) (?:told|asked|instructed)(?: to do)?(?: ,| and| but)? (?:[^.]{0,60} )?(?:who|person|human|one telling|telling)(?= )`,
      `blame (?:it |this |that )?on (?:a |an |the )?(?:[a-z]+ )?(?:brains?|fingers?|hangover|coffee|sleep|tiredness|exhaustion|person|human|operator|nerves)(?= )`,
      `(?:asleep|tired|weary|foggy|distracted|exhausted|sleepy|overtired) (?:brain|mind|head|eyes|hands)(?= )`,
    ],
  },
];
