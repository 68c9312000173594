import type { PhraseTable } from '../phrase-table.ts';

const rebuke =
  '(?:earful|bollocking|rollicking|roasting|tongue-lashing|ear-bashing|ear-bending|rap on the knuckles|slap on the wrist|dressing-down|dressing down|grilling|carpeting|' +
  'hairdryer treatment|telling-off|telling off|third degree|lashing|rocket|ticking-off|ticking off|hiding|lecture|good talking-to|piece of (?:my|our|his|her) mind|kick up)';
const doom =
  '(?:for the (?:high jump|chop|sack)|in (?:hot|deep|seriously deep) (?:water|trouble)|in for (?:it|a (?:shock|rough|long|hard|surprise|grilling))|toast|on (?:very |extremely |wafer |rather )?' +
  'thin ice|in the doghouse|on borrowed time|in the firing line|dead meat|a dead man|a dead woman|skating on|living on borrowed|on (?:the|a) (?:short|tight) (?:leash|rein)|up for the chop|' +
  'heading for the (?:door|exit)|on (?:his|her|their) way out|out on (?:his|her|their) ear|not long for|a marked (?:man|woman)|up the creek|in the soup|going to (?:swing|hang|pay|regret|hear about))';
const chore =
  '(?:documentation|paperwork|dish|coffee|tea|printer|toilet|cleaning|cable|ticket|helpdesk|doc|docs|tape|stationery|mailroom|kitchen|latrine|filing|data-entry|weekend)';
const sanctionedVerb =
  '(?:taken off|removed from|suspended|stood down|relieved of|moved off|struck off|barred|banned|dropped from|pulled off|let go|asked to leave|asked to resign|put on (?:leave|notice|probation)|' +
  'sent home|reassigned|replaced|demoted|stripped|escorted|sacked|fired|dismissed|disciplined|warned|spoken to)';

/** What awaits somebody, told in images: rebukes, exile, lost careers, forfeits and being watched. */
export const reckoning: readonly PhraseTable[] = [
  {
    category: 'punitive',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:hell|devil) to pay|day of reckoning|blood on the (?:carpet|floor|walls|tracks|boardroom)|(?:someone|somebody|people|he|she|they) (?:is|are) going to (?:swing|hang|fry)|
        bring me the head|head on a (?:stick|pole|platter|plate|spike)|hanging (?:offence|offense)|firing squad|(?:walk|walking) the plank|gallows|guillotine|pilloried|
        (?:thrown?|threw|throws|feed|fed) (?:[^ .;:]+ ){0,3}?to the (?:wolves|lions|dogs)|(?:under|beneath) the bus(?! (?:master|controller|driver))|hung out to dry|fall guy|sacrificial lamb|whipping boy|
        necks? on the (?:block|line)|sent to siberia|salt mines`,
      `(?:hat|cone|badge|cap|stool|corner|trophy|mug|jar|walk|wall|chair|cape|crown|pot) of (?:shame|dishonou?r)|naughty (?:corner|chair|step|list)|(?:sit|stand|sits|stands|go) in the corner|
        (?:fail|failure|outage|shame|breakage) (?:cake|trophy|hat|jar|mug|doughnuts?|donuts?|pizza|tax|crown|t-shirt)`,
      `(?:dust|dusting|polish|polishing|brush|brushing|update|updating|spruce|sprucing|print|printing) (?:off |up |out )?(?:the|his|her|their|your|a|that) (?:old )?(?:cv|cvs|resume|résumé|linkedin|curriculum)`,
      `(?:new|next|promising|glittering|future|bright|second|former) career (?:as|in|with|at|outside|elsewhere)|(?:ex-engineer|ex-employee|ex-administrator|ex-admin|ex-colleague|ex-developer|ex-contractor|ex-manager|ex-operator)(?= )|
        (?:career-limiting|career-ending|job-limiting|career limiting|career ending) (?:move|change|event|deploy|decision|mistake|commit|command)|(?:cleared?|clearing|empty|emptying|pack|packing) (?:out )?(?:his|her|their|your) (?:desk|locker|things|bags|box)`,
      `explaining to do|(?:a lot|much|plenty|quite a bit) of explaining|(?:better|had better) have a (?:very |really )?good (?:explanation|excuse|story)|(?:a lot|much) to answer for`,
      `(?:expect|expects|face|faces|facing|there (?:will|should|must|might) be|due|await|awaits|in for|booked|deserves?|owed|looking forward to|brace for|enjoy) (?:[a-z]+ ){0,3}?(?:uncomfortable|awkward|unpleasant|interesting|tough|
        painful|career-limiting|frank|robust|pointed|stiff|chilly|short) (?:and [a-z]+ )?(?:one-on-ones?|conversations?|chats?|questions?|meetings?|discussions?|interviews?|phone calls?|talks?|emails?)(?= )`,
      `(?:got|gets|get|given|gave|gives|received|had|deserves?|earned|faces?|due|owed|in for|take|took|getting|want|wants|needs?) (?:a|an|the|his|her|their|its|quite an?|him an?|her an?|them an?)(?: [a-z]+){0,3}? ${rebuke}(?= )(?! (?:from the (?:test|benchmark)|about (?:distributed|the history)))`,
      `knuckles (?:were |was |got |will be |to be )?(?:[a-z]+ )?(?:rapped|wrapped)|(?:rapped?|rapping) (?:some |a few |his |her |their )?knuckles|(?:wrists?|hands?) (?:were |was |got )?(?:[a-z]+ )?slapped|ears? (?:boxed|burning|pinned back)`,
      `kiss (?:[^ .;:]+ ){1,4}?(?:goodbye|good-bye)|(?:say|said|wave|waved) (?:goodbye|bye) to (?:his|her|their|your) (?:bonus|job|promotion|access|career|root|rights|[a-z]+ access)|(?:bonus|bonuses) (?:season|time|round|talks|letters?|day)|
        (?:deduct|deducted|deducting|cut|cutting|reduce|reduced|dock|docked|freeze) (?:[a-z]+ ){0,3}?(?:salary|salaries|bonus|bonuses|pay|wages?)(?= [.,!;]|$| of| for| from| until| after)`,
      `pull (?:his|her|their|your|its) (?:fingers?|thumbs?) out|(?:get|got|getting) (?:your|their|his|her) (?:heads?|backsides?|arses?|house|acts?) (?:out|in|into|in gear|together)|wake-up call for (?:the|them|him|her|everyone)`,
      `(?:see|wonder|wondering) (?:how|if) (?:much )?(?:he|she|they) (?:likes?|enjoys?|fares?|feels?|copes?|survives?)|(?:i |we |let us )?hope (?:he|she|they) (?:enjoys?|enjoyed|likes?|is (?:happy|proud|ashamed|sorry)|
        are (?:happy|proud|ashamed|sorry)|feels?|chokes?|learns?|learned|sleeps?)(?= )`,
      `(?:must|should|need|needs|have to|has to|shall|will) (?:to )?(?:be |get )(?:punish|fine|deduct|dismiss|warn|penalty|penalize|penalise|retrain|blame|scold)(?= )`,
      `(?:whoever|who|culprit|culprits|author|he|she|they|{folk}) (?:[^ .;:]+ ){1,12}?(?:losing|loses|lose|forfeits?|kiss|surrenders?) (?:his |her |their |all |any )?(?:root|sudo|admin|prod|production|deploy|commit|merge|write|keys?|laptop|privileges|rights)(?= )`,
      `(?:is|are|will be|was|were|am|be) (?:now )?(?:buying|bringing|paying for|baking|getting) (?:[a-z]+ ){0,3}?(?:lunch|cakes?|doughnuts|donuts|pizzas?|beers?|drinks|coffee|breakfast|rounds?)(?= )|
        (?:cake|doughnuts|donuts|pizza|pizzas|beer|beers|drinks|lunch|coffee|rounds?) (?:is|are|will be) on (?:him|her|them|you|whoever)`,
      `pending (?:the |an |our |a )?(?:outcome|results?|conclusion|end|completion|investigation|inquiry|enquiry|hearing)(?: [^.;:]{0,120})? ${sanctionedVerb}(?= )`,
      `(?:culprit|culprits|guilty party|offender|person responsible|people responsible|those responsible|responsible party|individual responsible|perpetrator)(?: [^ .;:]+){0,3}? (?:is|are|will|shall|must|should|was|were|has|have|got|gets|deserves?|can|needs?) (?:[a-z]+ ){0,2}?(?:${doom}|${sanctionedVerb}|be|get|
        a|an|to|pay|face|clear|pack|resign|expect)(?= )(?! (?:identified by the|a (?:bug|misconfig|query|pod|job|process|rule|cron|thread|query|memory|leak|single|stale|missing|race)))`,
      `(?:short|tight|tighter|shorter) (?:leash|rein|reins)|(?:next person|next one|anyone|anybody) (?:to|who) (?:[^ .;:]+ ){1,6}?(?:can|will|gets?|had better|may|is|answers?|clears?|loses?|goes|buys?) (?:[a-z]+ ){0,3}?(?:desk|answer|fired|home|door|warning|me|sorry|job|elsewhere|out|root|access|trouble)(?= )`,
    ],
  },
  {
    category: 'punitive',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:{human}|S=[^ ]+){tail}{adv} (?:is|are|was|were|will be|shall be|had better be|may be|could be|will find (?:himself|herself|themselves))(?: [a-z]+){0,2}? ${doom}(?= )`,
      `{human}{tail}{adv} (?:(?:has|have|had|will|should|must) )?(?:was|were|is|are|been|be|got|gets|being)(?: [a-z]+){0,2}? (?:banished|exiled|relegated|packed off|shipped off|consigned|sentenced|condemned|confined|carted off|demoted|put out to pasture|kicked upstairs) (?:to|off|upstairs|for|from)?(?= )`,
      `{human}{tail} (?:will be|is|are|gets?|goes|go|was put|has been put|were put|shall be) (?:now )?(?:on|back on|put on|stuck on|back to) ${chore} duty(?= )`,
      `from now on(?: ,)? {human} (?:[^ .;:]+ ){0,4}?(?:read-only|no|supervised|not|never|restricted|only|under|without)(?= )(?! (?:page|alert|longer (?:receives?|gets?|need)))`,
      `(?:keep|keeps|keeping|kept|have|having|with) (?:a|an|our|my|one|two) (?:very |extremely |much )*(?:close|closer|sharp|watchful|beady|careful|eagle|wary|stern) (?:eye|eyes|watch) on {adj}{blamed}(?! 's)`,
      `(?:cake|doughnuts|donuts|pizza|pizzas|beer|beers|drinks|lunch|coffee|rounds?) (?:is|are|will be) on {blamed}`,
      `{single}{tail} who (?:[^ .;:]+ ){1,9}?(?:has|have|was|were|is|are|will|had|should|must) (?:now )?(?:be |been |being )?${sanctionedVerb}(?= )`,
      `(?:{human}) (?:can|may|might|could|should) (?:already |now |start |also )*(?:kiss|forget|wave|dust|polish|brush|pack|clear|start (?:packing|looking|polishing|clearing|updating)) (?:[^ .;:]+ ){0,5}?(?:goodbye|promotion|bonus|cv|resume|bags|desk|linkedin|job|career|raise)(?= )`,
      `(?:{human}|S=[^ ]+){tail}{adv} (?:is|are|was|were) (?:[a-z]+ )?(?:wearing|carrying|holding|sporting) the (?:[a-z]+ ){1,4}?(?:this week|this month|today|until|for now|crown|hat|can|bag|baby)(?= )(?! (?:pager|phone))`,
      `(?:{human}|S=[^ ]+){adv} (?:must|should|needs? to|has to|have to|will|shall) (?:all )?(?:attend|join|take|pass) (?:[a-z-]+ ){0,3}?(?:discipline|ethics|behaviou?r|attitude|awareness|responsibility) (?:course|class|training|session|lesson)s?`,
    ],
  },
];
