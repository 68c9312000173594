import type { PhraseTable } from '../phrase-table.ts';

/** Judgements of ability, training and fitness for the work. */
export const incompetence: readonly PhraseTable[] = [
  {
    category: 'incompetence',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:incompetent|incompetently|incompetence|incompetency|inept|ineptly|ineptitude|clueless|cluelessly|
        cluelessness|bungled|bungling|bungle|botched|botching|botch|bumbling|amateurish|amateurishly|
        amateurism|ham-fisted|ham-handed|cack-handed|unskilled|untalented|dimwit|dim-witted|noob|n00b|
        newbie (?:mistake|error)|imbecilic|dunce|dunces|hopeless at|useless (?:at|engineer|engineers|team|
        vendor|people|support)|mishandled|mishandling|mismanaged|mismanagement|ill-equipped to|clown|clowns|
        clown show|amateur hour|keystone cops|shambolic|half-baked fix by|dilettante|script kiddie|
        copy-paste developers?|know-nothing|dead weight|deadwood|muppet|muppets|numpty|laughing stock|
        laughing-stock)(?! (?:pod|image|release|upgrade))`,
      `(?:an? |the |such an? |this |another |usual |typical )*(?:amateur|amateurs|rookie|beginner|beginners|
        beginner's|newbie|schoolboy|junior|freshman|first-year|novice|intern-level|elementary|school-level|
        kindergarten|textbook|student|entry-level|day-one) (?:mistake|mistakes|error|errors|blunder|move|slip|
        stuff|level|work|programming|code|engineering|attempt|handling|decision|misunderstanding)`,
      `(?:unqualified|untrained|inexperienced|underqualified|under-qualified|unskilled|unfit|incapable|
        overpromoted|over-promoted|clueless|third-rate|second-rate|mediocre) (?:people|staff|person|engineer|
        engineers|developer|developers|operator|operators|contractor|contractors|hands|admin|admins|personnel|
        team|manager|responder|responders|dba|folks|crew|for (?:the|this|that|such)|to (?:run|operate|be|
        handle|hold|own|lead))`,
      `any (?:[a-z-]+ly )?(?:competent|decent|reasonable|sane|half-decent|half-competent|experienced|
        seasoned|self-respecting|sensible|trained|qualified|real|proper|good|serious|responsible|professional|
        thinking|minimally|halfway|reasonably|first-year) (?:[a-z-]+ ){0,3}?(?:would|could|should|knows|will|
        can|ought|understands|has|does|checks|tests|reads|in)`,
      `(?:in|was|were|is|are) (?:way |far |well |completely |totally |clearly |badly |hopelessly |
        so )*(?:over|above|out of|beyond) (?:his|her|their|its|our|your) (?:head|heads|depth|league|pay grade|
        paygrade|competence|abilities|capabilities|ability|experience)`,
      'out of (?:his|her|their) (?:depth|league|element)',
      `not (?:really |quite |even |just |simply |remotely |clearly |yet |at all |in any way )*(?:cut out for|
        up to (?:the|this|that|it|par|scratch|speed on)(?: job| task| work| role| standard| mark| challenge)?|
        smart enough|fit (?:for (?:the job|this job|on-call|duty|the role|purpose as|leading|running)|
        to (?:run|lead|operate|be|hold))|qualified|competent|the sharpest|skilled enough|experienced enough|
        senior enough|clever enough|technical enough|suited (?:for|to)|on-call material|of the calib(?:re|er)|
        our (?:best|brightest)|the brightest|exactly (?:a genius|einstein|the sharpest|our best))`,
      `(?:has|have|had|with|have got|having|showed|shows|displayed) (?:absolutely |clearly |obviously |
        evidently |literally |apparently |really )*(?:no|zero|not the slightest|not the faintest|little|not a|
        the barest) (?:real |actual |earthly |basic |idea |clue )*(?:idea|clue|business (?:touching|running|
        being|operating|near|on|in|holding|managing|with)|understanding|grasp|grip|inkling|concept of|notion|
        skills?|competence|talent|knowledge|aptitude|technical|business)(?! (?:of|about) (?:the )?(?:schema|
        topology|order|type|locale))(?! for)`,
      `(?:what|how) (?:he|she|they|it) (?:is|are|was|were) (?:even |actually |supposedly )*(?:doing|
        looking at|talking about)(?= )`,
      `(?:does|do|did|could|can) not (?:even |really |actually |seem to |appear to |clearly |properly |
        quite |fully |remotely |ever )*(?:know|grasp|comprehend|get|understand) (?:the (?:first thing|basics|
        fundamentals|difference between|simplest|most basic)|basic|what (?:he|she|they) (?:is|are|was|were)|
        how to (?:read|use|operate|run|do|debug|write|restore|drive|handle|even|test)|simple|even the|
        elementary|(?:his|her|their) own|anything about|enough about|networking|databases?|concurrency|
        kubernetes|linux|git|sql|dns|the technology|the job|(?:one|their|his|her) (?:end|thing|job))`,
      `(?:could|can|would) not (?:even )?(?:read a|debug|code|program|manage|configure|run|operate|find|tell|
        write|organise|organize|spell|handle) (?:a |an |its way |their way |his way |
        her way )?(?:(?:[^ ]+ ){0,3}?)?(?:to save (?:his|her|their) life|if (?:his|her|their) life|
        out of a (?:paper|wet)|properly if|with both hands|with a map|[^ ]+ in a brewery|bath|way out|even if)`,
      '(?:one|a|couple|few) (?:[^ ]+ ){0,2}?(?:short of a|sandwich(?:es)? short|brain cell|brain cells)',
      `(?:never|not) (?:have been |be |been |should have been )+(?:hired|promoted|given (?:root|admin|
        production|access|the|this|that|responsibility|write|sudo)|allowed (?:near|to touch|anywhere|to be|on|
        to run)|let (?:near|loose)|trusted|put in charge|near (?:a|the|production)|certified|on call)`,
      `(?:should|can|could|must) (?:not|never) be (?:trusted|allowed (?:near|to touch|anywhere|on|to be|
        to run)|let (?:near|loose)|left (?:alone|in charge)|in charge|on call|on-call|near|anywhere near|
        given|leading|running|touching|writing|in this (?:job|role))(?! (?:empty|blank|null|open|unset|by|as|
        in the|from|enabled))(?! on (?:its|their) own)`,
      '(?:who|that) (?:hired|trained|promoted|certified) (?:him|her|them|this|these)',
      `(?:the )?(?:bus|intern|night) (?:factor )?(?:b-team|b team)|(?:the )?b-team|c-team|second string|
        left (?:the )?(?:kids|children|juniors|interns) (?:in charge|alone|unsupervised)`,
      `(?:lack|lacks|lacked|lacking) (?:of )?(?:the |any |even |basic |elementary |necessary |required |
        sufficient |technical |proper )*(?:competence|skill|skills|expertise|aptitude|(?:basic|
        elementary) (?:knowledge|understanding|training)|know-how|intelligence|talent|brains|
        qualifications) (?:to|of (?:the|our|their)|in|on|for|among|by|needed|required|within|from|at|was|
        were)(?! (?:the )?(?:docs|documentation|product))`,
      `(?:poor|bad|terrible|dreadful|awful|abysmal|atrocious|horrible|weak|pathetic|abysmal|dire|hopeless|
        laughable) (?:engineering|engineer|engineers|workmanship|craftsmanship|programming|programmer|
        programmers|coder|decision-making|decision making|decisions|leadership|management|coding|
        technical skills?|skills|handling of (?:the|this) (?:incident|outage|situation|alert|page|crisis|
        failover|rollback|escalation)|execution by|planning by|planning|performance by|incident command|
        communication skills|operator|work by|review by|job)(?! of the)`,
      `(?:this|that) is what (?:happens|you get|we get|one gets) (?:when|if|for) (?:you |we |they |
        one )?(?:let|lets|allow|hire|give|put|leave|trust|outsource|cut|skip|ignore|rush|hand|letting|hiring|
        outsourcing|people|nobody|no one|amateurs|interns|juniors)`,
      `by (?:an amateur|amateurs|a child|children|monkeys|a monkey|interns|an intern|beginners|a beginner|
        a novice|novices)`,
      '(?:special|rare) kind of (?:talent|stupid|genius|incompetence|skill|idiot)',
      `so-called (?:experts?|engineers?|seniors?|professionals?|specialists?|architects?|team|support|sre|
        sres|leads?)`,
      `(?:wrong|last|worst) (?:person|people|man|woman|team|engineer) (?:for|to|in) (?:the|this|that|run|
        have|be|lead|put)`,
    ],
  },
  {
    category: 'incompetence',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{person}{tail}{adv} (?:fumbled|bungled|botched|butchered|mangled|mishandled|mismanaged|muffed|flubbed|
        flunked|bodged|screwed up|messed up|blundered|floundered|struggled (?:with|to) (?:basic|simple|even|
        understand|grasp|keep|cope|read|use|follow)|stumbled|made a (?:mess|hash|pig|meal|dog|shambles|bad)|
        made such|made things worse|made it worse|only made|got lost in|lost the plot|lost control|
        had to be told|needed hand-holding|needs hand-holding|guessed)`,
      `{blamed}{tail}{adv} (?:was|were|is|are|proved|seems|seemed|appeared|remains) (?:[a-z]+ly |too |still |
        far too |so |simply |way too |just |not |a |an |the )*(?:inexperienced|incapable|unable to (?:cope|
        handle|grasp|understand|think|read|operate|follow|manage|do|lead|keep up)|not capable|unqualified|
        unfit|junior to|junior for|green|underqualified|overwhelmed|hopeless|useless|amateur|novice|
        unprepared|ill-prepared|lost|out of (?:his|her|their)|over (?:his|her|their)|liability|
        confused about (?:basic|how)|slow learner|dangerous|slow to learn|struggling|overrated|weak|weakest|
        no expert|not an expert|below (?:par|standard)|substandard|bad at|terrible at|poor at|not good|
        no good|fool|embarrassment|joke|danger to|amateurs|beginner|beginners|not (?:very )?(?:bright|smart|
        good|technical|strong|sharp))(?! (?:to (?:reach|log|connect|access|see)|by (?:the|[0-9]|alerts?|
        pages?)|with (?:pages|alerts)))`,
      `{person}{tail}{adv} (?:does|do|did|could|can) not (?:even |really |actually |seem to |appear to |
        clearly |properly |quite |fully |ever |remotely |bother to )*(?:understand|grasp|comprehend|know|
        fathom|read (?:a|basic)|follow (?:a simple|simple|basic|instructions)|operate|handle|manage|cope|
        think|debug|code|do (?:basic|simple|the job|his|her|their)) (?!.{0,3}(?:whether|which cell|from the|
        about the (?:new|change|deploy|maintenance|quota|limit)|that the|why|who|when|yet|if ))`,
      `{person}{tail} (?:clearly |obviously |evidently |apparently |plainly )+(?:does|do|did|has|have|had|
        lacks?|lacked|needs?|is|was|are|were|can|could) (?:not|never|no|out|lost|struggling|unable|beyond|
        over|learned|basic|more)`,
      `{blamed}{tail}{adv} (?:lacks?|lacked) (?:the |any |even |basic |elementary |necessary |required |
        sufficient |technical |proper |a )*(?:competence|skill|skills|expertise|knowledge|ability|experience|
        training|aptitude|understanding|know-how|intelligence|talent|brains|maturity|discipline|grasp|depth|
        basics|judg(?:e)?ment|seniority|vision|rigou?r|backbone)`,
      `{blamed}{tail} (?:should|must|can|could) (?:not|never)(?: really| even)? (?:be (?:on|in|allowed|
        trusted|let|given|touching|near|running|leading|anywhere|left|working|permitted)|
        have (?:been )?(?:hired|root|production access|access|promoted|been allowed|the keys|admin)|touch|
        operate|own|run|lead|approve)`,
      `{blamed}{adv} (?:could|would|can) not (?:find|tell|debug|spot|recognise|recognize|manage|run|organise|
        read|hit) (?:[^ .;:]+ ){0,6}?(?:if |even with|with both|in a brewery|from a|bag|with a map|staring)`,
      `{blamed}{adv} (?:keeps?|kept) (?:making|breaking|touching|getting|screwing|messing|forgetting|missing|
        failing|guessing|repeating|losing|restarting (?:things|everything)|causing|ignoring|pushing (?:broken|
        bad|untested))`,
      `{blamed}{adv} (?:needs?|needed) (?:a |some |more |basic |remedial |serious |proper |to (?:learn|
        be taught|go back|read|study|grow|understand))+(?:training|supervision|babysitting|hand-holding|
        lesson|lessons|course|education|how|the|basic|basics|school|up|what|manual|to)`,
      `{person}{tail} never (?:really |even |actually |quite |fully )?(?:understood|grasped|learned|mastered|
        understands|learns)`,
      '{blamed}{adv} (?:proved|proves) (?:[a-z]+ly )?(?:unable|incapable|unfit|unequal|inadequate)',
      '{person}{adv} (?:misunderstands?|misinterprets?|cannot grasp)',
      `{blamed}{adv} (?:was|were|is|are) (?:[a-z]+ly |just )*(?:flailing|floundering|fumbling|bickering|
        panicking|running around|guessing|stumbling)`,
      "{person} 's (?:grasp|understanding|knowledge|command|ignorance|misunderstanding) of ",
      `S=whoever (?:[^ .;:]+ ){1,6}?(?:does not (?:understand|know|care|get|read|think)|did not|clearly|
        never|forgot|failed|thought|must have|ought|owes|had no|has no|needs to)`,
      '(?:even|maybe|perhaps) {blamed} (?:could|can|would|should|will)',
      `(?:what|nothing|all|as much as)(?: else)? (?:you|one|we|Y=[^ ]+|I=[^ ]+|E=[^ ]+) (?:can |could |
        would |should |must )*(?:expect|get|deserve)s? (?:when|from|with|if|of)`,
    ],
  },
];
