import type { PhraseTable } from '../phrase-table.ts';

const lack =
  '(?:incompetence|ineptitude|ineptness|inexperience|incapacity|amateurism|cluelessness|bungling|mismanagement|illiteracy|mediocrity|' +
  'inability|shortcomings|inadequacy|inadequacies|incapability|unpreparedness|lack of (?:[a-z]+ )?(?:skill|skills|ability|experience|' +
  'knowledge|understanding|competence|expertise|training|talent|judg(?:e)?ment|preparation|aptitude|know-how|nous))';
const group =
  '(?:team|teams|management|leadership|vendor|provider|supplier|department|squad|group|side|shift|office|company)';
const very =
  '(?:(?:too|so|very|rather|quite|both|simply|just|far|way|clearly|still|not|a bit|a little|[a-z]+ly) ){0,3}';

/** Judgements of what somebody is able to do, built from words for failing at a task and for not being up to it. */
export const abilityJudgements: readonly PhraseTable[] = [
  {
    category: 'incompetence',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `[NPRTVSE]=[^ ]+ 's (?:[a-z-]+ ){0,2}?${lack}(?= )`,
      `{human}{tail}{adv} (?:was|were|is|are|seemed|seems|looked|proved|remained|appeared) ${very}(?:inept|
        bewildered|befuddled|muddled|helpless|hapless|bumbling|blundering|mediocre|third-rate|second-rate|subpar|
        sub-par|inadequate|overmatched|outmatched|overawed|illiterate|innumerate|slow-witted|dim-witted|dense|thick|
        rusty|raw|hamstrung by inexperience|at sea|out to sea|clueless|outclassed|way behind|wet behind the ears|
        a passenger|a liability|dead weight|deadwood|an embarrassment|a danger|a menace|a disaster|a spectator|
        punching above|promoted beyond|a bad fit|a poor fit|the wrong (?:person|choice)|no (?:engineer|operator|dba|
        leader|expert|sre)|not much of a)(?= )`,
      `{human}{tail}{adv} (?:was|were|is|are) (?:simply |just |clearly |obviously |still |far |way |
        much )*too (?:inexperienced|green|junior|slow|dim|weak|raw|young|old|thick|untrained|new|slow-witted|
        clueless|unskilled)(?= )(?! (?:to (?:have|be given)|for (?:access|the training|that training)))`,
      `{human}{tail}{adv} (?:made|makes|has made|had made|is making|was making) (?:(?:a|an|the|such|another|
        complete|total|right|real|utter|absolute|proper|thorough|spectacular|even) ){1,3}(?:hash|mess|botch|meal|
        shambles|disaster|cock-up|muddle|balls-up|pig 's ear|dog 's (?:dinner|breakfast)|fool|mockery|bungle|
        train wreck|bodge)`,
      `{human}{tail}{adv} (?:fluffed|muffed|flubbed|bodged|butchered|fouled up|cocked up|ballsed up|mucked up|
        screwed up|messed up|loused up|goofed up|bolloxed|borked|mangled|flunked|bombed|choked on|floundered|
        foundered|tied (?:himself|herself|themselves) in knots|got in a (?:muddle|mess|tangle)|got (?:himself|
        herself|themselves) (?:lost|confused|tangled)|drew a blank on (?:basic|the most))(?= )`,
      `{blamed}{tail}{adv} (?:got|gets|had got|read|judged|sized|called) (?:[^ .;:]+ ){1,5}?(?:badly|completely|
        totally|hopelessly|entirely|utterly|horribly|spectacularly|all|so|dead) wrong`,
      `(?:[RT]=[^ ]+|people|staff|folks|those|somebody|S=[^ ]+) who (?:clearly |obviously |simply |just |still |
        plainly )*(?:can (?:not|barely|hardly)|do not (?:know|understand|have a clue|get)|does not (?:know|
        understand|get)|know nothing|knows nothing|have no (?:idea|clue|business)|has no (?:idea|clue|business)|
        barely|hardly|had never (?:even )?(?:seen|used|touched|run|read|operated|opened)|
        have never (?:even )?(?:seen|used|touched|run|read|operated)|should never|could not)(?= )`,
      `{human}{tail} (?:can|could) (?:barely|hardly|scarcely) (?:even )?(?!see|hear|reach|load|connect)[a-z]+`,
      `{blamed}{tail}(?: [a-z]+ly)? can not (?:even )?(?:read|write|configure|debug|operate|run|tell|count|type|
        spell|manage|handle|do|follow|code|use|find|maintain|organise|organize|build|keep|be left|cope|plan|think|
        deliver|explain|distinguish|administer|secure)(?= )(?! (?:to|from (?:the )?(?:outside|home|there|console|
        log)|the (?:log|audit|bucket|console|old|new|production|vendor)|access))`,
      `(?:Z=[^ ]+|none)(?: of)? (?:in|on|at|from|of) (?:the |that |this |their )?(?:[TRV]=[^ ]+|them) (?:can|could|
        knows?|knew|understood|understands)(?= )(?! (?:access|been (?:given|told|paged)|a way|permission|
        production))`,
      `{human}{tail} never (?:really |even |actually |quite |fully |properly )?(?:got (?:the hang|to grips)|
        figured out|worked out|comprehended|mastered|learnt|got (?:his|her|their) head)`,
      `(?:left|entrusted|handed|given|assigned|delegated|outsourced|trusted) to (?:a bunch of |a team of |
        a group of |some )?(?:S=[^ ]+|people|[RT]=[^ ]+) (?:who|with (?:no|little|zero)|that (?:can|has|have|had|do|
        does|could))`,
      `{human}{tail}{adv} (?:has|have|had|with|showed|shows|lacks?|lacked|demonstrated|displayed|
        possesses) (?:[^ .;:]+ ){0,3}?(?:faintest|foggiest|slightest|vaguest|remotest|earthly|grasp of|clue about|
        feel for|business (?:being|running|touching|operating|near|on|in))(?! (?:rise|drop|change|delay|increase))`,
      `(?:because|as|since|when) {blamed} (?:did|does|do) not (?:know|understand|get|grasp) (?:what|how|
        the (?:basics|first|difference))`,
    ],
  },
  {
    category: 'incompetence',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `${lack} (?:of|on the part of|by|among|amongst|from|within|at|in) (?:(?:the|a|an|our|their|some|whole|entire|
        of|[a-z]+) ){0,3}?(?:{folk}|${group})(?= )`,
      `(?:sheer|pure|plain|utter|gross|blatant|collective|rank|breathtaking|staggering|technical|professional|
        management|basic|out of|through|owing to|thanks to|down to|caused by|result of|product of|case of|sign of|
        due to|because of) (?:(?:sheer|pure|plain|simple|gross|utter|technical|personal|his|her|
        their) )?(?:incompetence|ineptitude|ineptness|amateurism|cluelessness|bungling|inexperience|ignorance|
        incapacity|mediocrity|unpreparedness|lack of (?:skill|skills|ability|competence|talent|aptitude|
        know-how))(?= )`,
      `(?:his|her|their|whose) (?:[a-z-]+ ){0,2}?(?:incompetence|ineptitude|inexperience|ignorance|bungling|
        cluelessness|inability|shortcomings|limitations|limited (?:skills?|abilit(?:y|ies)|understanding|
        experience))(?= )`,
      `(?:hasn't|had not|has not|have not|without) (?:got )?(?:the |a |even a |even the )?(?:faintest|foggiest|
        slightest|vaguest|remotest|first) (?:idea|clue|notion|concept|thing|understanding|inkling)`,
      `(?:self-styled|self-proclaimed|self-appointed|so-called|supposed|alleged|would-be|armchair|
        resident) (?:[a-z-]+ )?(?:expert|experts|guru|gurus|specialist|specialists|architect|architects|
        professional|professionals|genius|wizard|ninja|rockstar|engineer|engineers|seniors?|leads?)`,
      `(?:the )?blind leading the blind|headless chickens?|fish out of water|(?:deer|
        rabbits?) (?:caught )?in (?:the )?headlights|babes? in the woods|(?:amateur|open-mic) (?:night|hour)|
        learner drivers?|bull in a china shop|monkeys? (?:at|with|on) (?:a |the )?(?:keyboard|typewriter|wheel)s?|
        (?:bring|brought) a knife to|square peg|back to school|(?:third|second)-rate (?:engineering|team|vendor|
        work)|(?:like|with) (?:a )?(?:headless|blindfolded)|how did (?:he|she|they) (?:ever )?(?:get (?:hired|
        this job|the job|through|past)|pass)|(?:should|must) not have (?:been given|had) (?:the keys|root|
        production|this job)`,
      `(?:a|any|every|no) (?:properly |better |well |half |adequately |minimally )?(?:trained|schooled|educated|
        more experienced|more capable|more competent|more senior|more able|better|capable|seasoned|skilled|
        competent|qualified) (?:[a-z-]+ ){0,2}?{folk} (?:[^ .;:]+ ){0,3}?(?:would|could|should|might|will)(?= )`,
      `(?:amateurish|unskilled|clumsy|inept|incompetent|inexpert|unprofessional|botched|bungled|ham-fisted|
        cack-handed) (?:and [a-z]+ )?(?:[a-z-]+ )?(?:{deed}|job|use|operation|usage|restore|failover|upgrade|setup|
        installation|execution|running)(?= )`,
      `(?:made|making|make) (?:a |an |such a |another |complete |total |right |real |utter |absolute |
        proper )+(?:hash|botch|shambles|cock-up|balls-up|pig's ear|dog's (?:dinner|breakfast)) of`,
      `(?:beyond|above|exceeded|exceeds|outside) (?:his|her|their) (?:abilit(?:y|ies)|skills?|skill level|
        capabilit(?:y|ies)|understanding|competence|talents?|experience|comprehension|intellect|grasp|pay grade)`,
      `(?:not|hardly|no|far from) (?:exactly |really |quite |what one would call )?(?:an expert|a genius|
        rocket scientists|(?:his|her|their) strong(?:est)? (?:suit|point)|(?:the )?(?:best|brightest|
        smartest) (?:engineer|person|team|people|tool))`,
      `(?:day-one|first-day|first-week|first-year|entry-level|elementary|kindergarten|primary-school|abc|101-level|textbook) (?:knowledge|stuff|material|skill|skills|competence|lesson|engineering|operations|hygiene)`,
      `(?:masterclass|lesson|tutorial|case study|textbook (?:example|case)|prime example|object lesson|perfect example) (?:in|of|on) (?:how not to|incompetence|chaos|confusion|failure|negligence|carelessness|bungling|mismanagement|what not to)`,
      `(?:thrown|stumped|baffled|floored|defeated|confused|beaten|fazed|flummoxed|tripped up|lost) by (?:the|even the|a) (?:simplest|most basic|slightest|easiest|most elementary|basic|simple|trivial)`,
      `(?:got|received|sent|given|staffed with|staffed by|run by|handed|left with|ended up with) (?:only |mere |a bunch of |a team of |nothing but )*(?:apprentices|amateurs|juniors|beginners|interns|novices|rookies|students|school-leavers|trainees|clowns|kids|children)(?= )`,
      `(?:not|none|hardly|scarcely|barely) (?:a single )?(?:one )?(?:person )?(?:of|on|in) (?:them|the [a-z-]+ ?[a-z-]*|that [a-z-]+|their [a-z-]+) (?:can|could|knows|know|understands|understand|knew|understood)(?= )(?! (?:be|have been))`,
      `(?:his|her|their|whose) (?:[a-z-]+ ){0,2}?${lack}(?= )`,
    ],
  },
];
