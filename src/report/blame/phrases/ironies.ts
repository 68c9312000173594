import type { PhraseTable } from '../phrase-table.ts';

const disaster =
  '(?:loss|losses|outage|incident|failure|mess|damage|breach|leak|downtime|disruption|delay|disaster|error|errors|mistake|chaos|corruption|deletion|accident|shambles)';
const wording =
  '(?:forgotten|broken|lost|delayed|ruined|deleted|ignored|late|overlooked|botched|misread|misplaced|done (?:badly|late|wrong|twice|halfway))';
const oath =
  '(?:easter|christmas|kingdom come|the cows|retirement|the end of time|doomsday|hell|judgement day|next (?:year|summer|winter)|pension)';
const others =
  '(?:[TRSEV]=[^ ]+|the (?!runbook|docs|documentation|policy|procedure|guide|plan|manual|playbook|checklist|standard|spec|tool|system)(?:[a-z]+ )?[a-z]+|my [a-z]+|a|an|one|other people|others|some people|most people|some|children|cats|tourists|amateurs)';
const insult =
  '(?:insult|attack|accusation|affront|threat|slight|offence|offense|personal|provocation|compliment|suggestion|invitation)';
const warnings =
  '(?:warnings?|advice|objections?|protests?|recommendations?|judg(?:e)?ment|concerns?|instructions?|orders|wishes|will)';

/** Shapes in which irony comes, whatever its words: likeness, mock definition, mock advice, mock regret. */
export const ironies: readonly PhraseTable[] = [
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{human}{tail}{adv} [a-z]+ (?:[^ .;:]+ ){1,5}?(?:the (?:same )?way|in the (?:same )?(?:way|manner|spirit)|much as|rather as) (?:that )?${others} (?!(?:is|was|were|are) )[a-z]+`,
      `{human}(?:{tail}| who| that){adv} (?:takes?|took|sees|saw|hears?|heard|reads?|regards?|treats?|treated) (?:every|any|each|all|most) (?:[^ .;:]+ ){1,4}?as (?:a |an )?${insult}(?= )`,
      `(?:not|never|hardly|scarcely) (?:[a-z]+ )?(?:among|one of|counted among|on the list of) (?:[^ .;:]+ ){0,3}?(?:virtues|strengths|gifts|talents|qualities|habits|priorities|hobbies|interests|skills) of {adj}{blamed}`,
      `(?:not|never|hardly|scarcely) (?:[a-z]+ )?(?:among|one of|counted among|on the list of) (?:{blamed} 's|his|her|their) (?:[a-z]+ )?(?:virtues|strengths|gifts|talents|qualities|habits|priorities|hobbies|interests)`,
      '{human}{tail}{adv} (?:closed|shut|put down|turned off|switched off|rolled over|hung up|logged off|logged out|packed up|clocked off) (?:[^ .;:]+ ){0,4}?and (?:[a-z]+ )?(?:went|gone|goes|left)(?: back| straight| off)? (?:to (?:bed|sleep|lunch|the pub)|home)',
      '{human}{tail}{adv} (?:could|can|would) not be (?:fussed|bothered|arsed|troubled|moved|persuaded) (?:to|with|by)',
      'far be it from {human} to',
      '(?:asking|expecting|getting|working with|talking to|dealing with|relying on|calling|paging|waiting for) {adj}{blamed} (?:[^ .;:]+ ){0,5}?(?:is|was|feels|felt) (?:a bit |a lot |rather |much |about as )?(?:like|useful as|as)(?= )',
    ],
  },
  {
    category: 'incompetence',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:{blamed} 's|his|her|their) (?:own |whole |entire |personal )?(?:idea|notion|concept|version|definition|interpretation|understanding) of (?:[^ .;:]+ ){1,5}?(?:is|was|seems|seemed|consists|consisted|amounts|amounted|means|meant|involves|involved|stops|ends) (?!(?:that|documented|in the|based) )`,
      `{human}{tail} (?:can|could) not (?:even )?(?:spell|pronounce|find|count|tell|locate|define) [^ ]+(?= )(?! (?:in|from|because|on|which|whether|how|why|where|the|what) )`,
    ],
  },
  {
    category: 'team-blame',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{blamed} 's (?:only |sole |main |biggest |entire |whole |great |big |one )*contribution (?:[^ .;:]+ ){0,6}?(?:is|was|consisted|amounted|came|boiled)(?= )`,
      `{blamed} 's (?:only |sole |entire |whole |official |considered )*(?:answer|response|reaction|reply|help|input|solution|advice) (?:[^ .;:]+ ){0,4}?(?:is|was|consisted of|amounted to) (?:[a-z]+ )?(?:silence|a shrug|to shrug|an? emoji|a thumbs|no|nothing|a link|an automated|an auto-reply|a smiley|a ticket number|to (?:wait|reboot|blame|ignore|close)|(?:,|that) it works)(?= )`,
      `if (?:Y=[^ ]+|I=we|one|E=[^ ]+|S=[^ ]+) (?:ever )?(?:want|wants|need|needs|wish|fancy|like) (?:[^ .;:,]+ ){1,4}?${wording}(?: [^ .;:,]+){0,3}?(?: ,)? (?:just |simply |you can |then )?[a-z]+ (?:[^ .;:]+ ){0,4}?{blamed}`,
      `{blamed}{tail}{adv} (?:said|says|say|claimed|claims|insisted|insists|replied|answered|thought|thinks|decided|maintained|explained)(?: [^ .;:]+){0,4}? (?:it |this |that )?(?:was|is) (?:S=[^ ]+ else 's|another [^ ]+ 's|not (?:its|their|his|her)|none of (?:its|their|his|her)) (?:problem|job|fault|business|concern|department|responsibility|ticket)`,
      `{blamed} (?:always|only|just|keeps?|keep on) (?:say|says|saying|promise|promises|promising|claim|claims|answers?|replies) (?:[^ .;:]+ ){0,6}?(?:but|and|yet) (?:never|not|nothing|do not|does not)(?= )`,
      `{blamed}{tail}{adv} [a-z-]+(?:ed|t|n|k|w|d|e) {wide}against (?:every|all|our|the|repeated|explicit|clear|strong|better|express|written|everyone 's|E=[^ ]+ 's|his|her|their) (?:[a-z-]+ ){0,2}?${warnings}(?! (?:threshold|level|list))`,
      `(?:closed|rejected|dismissed|deleted|forwarded|returned|archived|filed|binned|parked) (?:[a-z]+ )?(?:unread|unanswered|unopened|untouched|unseen|without (?:[^ .;:]+ ){1,3}?)(?: [^ .;:]+){0,3}? ?by {blamed}`,
    ],
  },
  {
    category: 'by-actor',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:oh|ah) (?:good|great|joy|goody|lovely|look|wonderful|brilliant|fantastic|yay|splendid|marvellous|dear)(?: ,)? {human}`,
      `if (?:[^ .;:]+ ){2,9}?(?:it|that|the name|its name|they) would (?:have to |surely |probably )?be {blamed}(?= [.!?,]|$)`,
      `(?:responsibility|liability|accountability|culpability|credit) for (?:[^ .;:]+ ){0,3}?${disaster} (?:[^ .;:]+ ){0,4}?(?:rests?|lies|sits|falls|lands|belongs|remains|goes) (?:[a-z]+ )?(?:with|on|at|to|upon) {adj}{blamed}`,
      '{human} (?:has|have) (?:got )?(?:form|previous|a reputation|a name)(?= (?:for|in|here|with|[.,!])|$)',
      '{sure} and (?:his|her|their) (?:trusty|famous|beloved|magic|little|clever|infamous|favou?rite|legendary|shiny|mighty|brand-new|wonderful|brilliant|heroic|ingenious|itchy|magical)(?= )',
      `because {sure} had (?:[a-z]+ly |just |already )?(?!{helpful} |not |no |been |the |a |an |to )(?:{pp})(?= )`,
      `{blamed} (?:went|goes) and [a-z]+(?= )`,
      '{blamed}(?: ,)? without whom (?:none|nothing) of (?:this|it)',
      '(?:trail|trace|path|story|thread|scent|buck|breadcrumbs?|footprints?) (?:[^ .;:]+ ){0,6}?(?:ends?|ended|leads?|led|stops?|stopped|goes|runs?) (?:[a-z]+ )?(?:at|to|with|on|by) {adj}{blamed}',
      'did {blamed} (?:just |really |seriously |actually )?(?:delete|drop|wipe|break|kill|nuke|forget|truncate|overwrite|unplug)(?= )',
    ],
  },
  {
    category: 'counterfactual',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{blamed}{tail}(?: , (?:[^ .;:]+ ){3,20}?,)? (?:might|could|should|would|ought to)(?: ,)? (?:at (?:any|some|no|this|that|the very) (?:point|time|moment|stage|least)|at least|at once|in that hour|by then|as a minimum|there and then|then and there|even then)(?: ,)? (?:have )?(?:{pp}|call|stop|ask|halt)(?= )`,
      `(?:could|should|might|ought to) (?:and should |easily |well |really )?have been (?:[a-z]+ly )?{pp} (?:[^ .;:]+ ){0,7}?by (?:S=any[^ ]+|{adj}{blamed}|E=[^ ]+|any of (?:us|them))(?! 's)`,
      `if {adj}{blamed} (?:tell|tells|inform|informs|ask|asks|check|checks|read|reads|test|tests|follow|follows|report|reports|warn|warns) (?:[^ .;:]+ ){0,6}?(?:before|earlier|first|in time)(?: ,)? (?:I=we|it|the|this|that|C=[^ ]+) (?:can|could|would|will not)`,
      `(?:{none}|none)(?: of)?(?: [^ .;:]+){0,5}? (?:got as far as|got beyond|got past|made it (?:to|past|as far)|got round|got around|spoke up|stepped in|speaks up|picked up the phone|raised a hand|raised (?:a|an) (?:eyebrow|objection)|said a word|batted|turned a hair|lifted|blinked)(?= )`,
    ],
  },
  {
    category: 'punitive',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{human}{tail} (?:will|can|may|is going to|are going to) be [a-z]+ing (?:[^ .;:]+ ){1,7}?(?:until|till) ${oath}`,
      `(?:made|making|make) (?:it )?(?:very |quite |abundantly |perfectly |painfully |absolutely )*clear to {adj}{blamed} (?:that|what|how)`,
      '(?:speak|talk|meet) (?:to|with) {adj}{blamed} (?:[^ .;:]+ ){0,4}?about (?:his|her|their) (?:[a-z]+ )?(?:conduct|behaviou?r|attitude|performance|future|mistakes?|errors?|work|duties|part)(?= )',
      '(?:critici[sz]es?|critici[sz]ed|scolds?|scolded|shouted at|yelled at|rebuked|berated|told off|tells off) {adj}{blamed}',
      '(?:have|having|had|has) (?:a few |some |strong |quiet |harsh )?words with {adj}{blamed}',
      `(?:give|gives|giving|gave|apply|applies|issue|issues|impose|imposes|hand) (?:out )?(?:a |an |the |some |heavy |serious )*(?:penalty|penalties|punishment|punishments|fines?|sanctions?|demerits?) (?:to|on|for|against) (?:[^ .;:]+ ){0,3}?{human}`,
      `{human} owes? (?:[^ .;:]+ ){0,6}?(?:doughnuts|donuts|cake|pizza|beers?|lunch|drinks|a round|coffee|breakfast)`,
      `until (?:{blamed}|P=[^ ]+|both|all) (?:[a-z]+ )?(?:pass|passes|complete|completes|sit|sits|retake|retakes|attend|attends|prove|proves|show|shows|earn|earns|learn|learns|have learned|has learned|apologi[sz]e|apologi[sz]es) (?:[^ .;:]+ ){0,4}?(?:exam|test|course|training|trust|worthy|certificate|certification|themselves|himself|herself|lesson|class|assessment|apology|responsib[a-z]+|how to)(?= )`,
      `{human}{tail} (?:will |shall |must |should |is to |are to )?(?:loses?|forfeits?|forgoes?|forgo) (?:his|her|their) (?:[a-z-]+ ){0,3}?(?:allowance|allowances|leave|holiday|holidays|day off|days off|office|desk|parking|title|seniority|stripes|seat|vote|weekend|laptop|budget|perks)(?= )`,
    ],
  },
  {
    category: 'punitive',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:will|might|should|would|may|could|shall) (?:[a-z]+ )?(?:improve|sharpen|teach|cure|refresh|concentrate|focus|broaden|cool|correct|remind|motivate|encourage) (?:his|her|their) (?:typing|memory|mind|minds|manners|attitude|aim|judg(?:e)?ment|eyesight|reading|attention|spelling|arithmetic|skills|focus|work|ways|tempers?|heads?|interest|enthusiasm|concentration)(?= )`,
      `(?:must|should|can|may|will|shall) (?:not|never) (?:ever )?(?:be allowed to )?(?:happen|occur|be repeated|recur) (?:again )?(?:on|under|with) (?:his|her|their|your) (?:watch|shift|command)`,
    ],
  },
  {
    category: 'hindsight',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:could|can|should|would) (?:hardly|scarcely|not|never) (?:really |exactly )?(?:have )?(?:come|be|been|called|counted) (?:[a-z]+ )?(?:as )?(?:a |any )?(?:surprise|shock|secret)`,
      `(?:most|so|very|more|entirely|perfectly) (?:foreseeable|predictable|avoidable|preventable)(?= )|as (?:plain|clear|obvious|subtle|visible|loud) as (?:a|an|the|day|mud is)(?= )`,
      `(?<!(?:this|that|the|which|either|another|no|each|every|any) )(?:you|one|anyone|anybody|u) could (?:easily |almost |practically |literally |just |simply |probably |well )?have (?:{pp})(?= )`,
      `(?:you|one|u) could (?:almost |practically |literally |positively )(?:see|smell|hear|feel|taste|touch|count)(?= )`,
      `(?<!(?:let|make|help|have|to|that|if) )(?:everybody|everyone|we all|they all|all of (?:us|them|you)) (?:already |always |long |has |have |surely )*(?:know|known)(?= (?:that|this|it|the|about))`,
    ],
  },
  {
    category: 'counterfactual',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:there (?:was|were|had been|would have been)|had) (?:ample|plenty of|enough|more than enough|all the|room|time|scope|every chance|a chance|an opportunity) (?:[a-z]+ )?(?:for|to) (?:a |an |one |just |at least )*(?:test|tests|check|look|question|call|review|think|rollback|roll back|second (?:look|opinion|pair)|ask|stop|read|warn|conversation|phone call|rehearsal)(?= )`,
      `(?:had|have|has|got) (?:just |only |literally |exactly )?(?:one|a single) (?:job|task|thing to do)(?= [.!?,]|$| (?:lads|guys|mate|people|folks|team|here|today|tonight|that))`,
      `(?:not|hardly|scarcely) (?:have been )?(?:be |been )?beyond the wit of|not (?:quite |exactly )?the full (?:shilling|quid|ticket|deck|picnic)|(?:more|anything) to do than (?:watch|wait|sit)|(?:stop|stopped|stopping) to (?:ask|think|check|wonder) (?:whether|why|if|what)(?= )(?<=(?:not|never|nobody|one) (?:even )?stop(?:ped)? to [a-z]+ [a-z]+)`,
    ],
  },
];
