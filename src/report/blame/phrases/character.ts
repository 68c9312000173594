import type { PhraseTable } from '../phrase-table.ts';

/** Judgements of attitude and character. */
export const character: readonly PhraseTable[] = [
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:careless|carelessly|carelessness|reckless|recklessly|recklessness|negligent|negligently|
        (?<!contract , )(?<!liability , )negligence(?! or other)|irresponsible|irresponsibly|irresponsibility|lackadaisical|slapdash|slipshod|
        half-hearted|half-heartedly|half-arsed|half-assed|cavalier|arrogant|arrogantly|arrogance|hubris|
        stubbornly|stubbornness|laziness|sloppiness|thoughtless|thoughtlessly|thoughtlessness|inattentive|
        inattentively|inattention to|absent-minded|absent-mindedly|unprofessional|unprofessionally|
        unprofessionalism|apathy|apathetic|complacency|complacent|lazily left|cowardly|cowardice|dishonest|
        dishonestly|deceitful|selfish|selfishly|selfishness|egotistical|overconfident|overconfidence|
        over-confident|cocky|gung-ho|trigger-happy|hot-headed|hotheaded|bull-headed|pig-headed|big-headed|
        irrational|hysterical|spineless|gutless|clumsy|clumsily|clumsiness|slacker|slackers|slacking|shirked|
        shirking|lackluster|lacklustre|lethargic|indolent|neglectful|foolhardy|foolish|foolishly|foolishness|
        rash decision|rashly|impulsive|impulsively|impatience|dereliction|derelict in|spiteful|vindictive|
        obstinate|obstinacy|incautious|heedless|heedlessly|unthinking|unthinkingly|unconscientious|
        undisciplined|indiscipline|unreliable colleague|dismissive|condescending|passive-aggressive|jobsworth|
        prima donna|loose cannon|maverick|cowboy|cowboys|hotshot|rogue engineer|gone rogue|went rogue|
        know-it-all|control freak|drama queen|scatterbrained|scatter-brained|airhead|daydreaming|day-dreaming|
        goofing off|goofing around|messing around|mucking about|phoning it in|phoned it in|coasting|
        sleepwalked|sleepwalking|disinterest|uninterested in|indifference|indifferent|nonchalant|nonchalantly|
        nonchalance|blasé|blase|flippant|flippantly|shoddy|shoddily|feckless|wilful|willful|wilfully|
        willfully|disgraceful|disgrace|shameful|shamefully|pathetic|inexcusable|inexcusably|unforgivable|
        unforgivably|unacceptable (?:behaviou?r|attitude|conduct|performance|from)|appalling|lamentable|
        woeful|woefully|deplorable|embarrassing (?:performance|lack|failure|behaviou?r)|self-important|
        big ego|bravado|macho|petulant|childish|childishly|immature|insubordinate|insubordination|two-faced|
        sneaky|sneakily|underhand|devious|unscrupulous|greed|greedy management|cowered|stupid|stupidly|
        stupidity|idiotic|idiot|idiots|idiocy|moron|morons|moronic|dumb|imbecile|brainless|mindless|
        mindlessly|insane decision|crazy decision|foolish decision|lazy (?:shortcut|shortcuts|review|reviews|
        engineer|engineers|engineering|approach|people|developer|developers|workaround|attitude|decision|work|
        coding|thinking|habit|excuse|on-call|admin|team|and|testing))(?! (?:quorum|load|loading|evaluation|
        timeout|retry|mode|mount|deletion|copy|metadata|use|combustion|terminal|terminals|pipe|proxy|init|
        client|traffic|actor|actors|input|payload|payloads|request|requests|package|packages|activity|code|
        user|users|file|files|intent|domain|link|url|script|combination|relabel|masquerade|assertion))`,
      '(?:sloppy|shoddy) (?!(?:quorum|match|matching|matches|selector|clock|timer|hash|phrase|search|parser|parsing|mode|index)(?= ))[a-z-]+',
      `(?:was|were|is|are|being|been|got|so|too|just|plain|simply|pure|sheer|gross|utter|downright|grossly|
        criminally|outright|how|very|rather|incredibly|unbelievably|extremely|a bit|a little|quite|totally|
        completely) (?:lazy|sloppy|stubborn|impatient|selfish|proud|hasty|rash|timid|slack|vain|inconsiderate|
        disorganised|disorganized|checked out|hungover|drunk|bored|smug|naive|unmotivated|uncooperative|
        unhelpful|defensive|defiant|hostile|rude|paranoid|gullible|forgetful|unserious|unbothered|oblivious|
        clueless about|cocksure|pushy|sulking|tone-deaf)(?! (?:for|instead of|to the (?:fact|node|
        new))(?= x))(?! (?:load|loading|quorum|regex|regular|match|matching|evaluat|init|cache|quantifier|
        pattern|expression|timeout))`,
      `(?:cut|cuts|cutting|taking|took|takes) (?:some |a few |every |too many |all the |lazy |dangerous |
        the usual )?(?:corners|shortcuts)`,
      `(?:could|can|would) not (?:even )?(?:be bothered|be arsed|be asked|have cared less|care less)|
        could care less`,
      `(?:not|never) (?:even )?(?:bothered|bother|bothering) to|not bothering|without bothering|
        cannot be bothered|not in the mood`,
      `(?:asleep|sleeping|fell asleep|dozing|napping|dozed off|nodding off|caught napping|half asleep|
        half-asleep|dead asleep|snoozing) (?:at|on|behind|through|while on|during) (?:the |his |her |their |
        its )?(?:wheel|switch|job|watch|keyboard|desk|console|shift|post|duty|incident|review|call|page|whole|
        entire|alert)`,
      `(?:not|never|without|rarely|hardly|barely|stopped) (?:really |even |actually |properly |exactly |
        bothering to )*(?:paying|pay|paid) (?:[a-z]+ )?(?:attention|heed|any attention|enough attention)`,
      `(?:lack|absence|want|shortage|complete lack|total lack|utter lack|dearth) of (?:any |basic |personal |
        professional |common |real |even )*(?:care|ownership|diligence|discipline|effort|interest|respect|
        responsibility|professionalism|attention|commitment|common sense|rigou?r|integrity|accountability|
        urgency|initiative|curiosity|thought|concern|seriousness|motivation|conscience|backbone|
        judg(?:e)?ment|maturity|humility|consideration|foresight|engagement|pride|leadership|courage|honesty|
        enthusiasm|empathy|work ethic|sense)`,
      `(?:no|zero|little|without any|not an ounce of|not a shred of|no apparent) (?:sense of|regard for|
        respect for|ownership of|pride in|interest in(?! (?:taking|pursuing|[a-z]+ing)(?= ))|concern for|thought for|consideration for|discipline|
        common sense|conscience|sense of urgency|urgency|backbone|attention to detail|work ethic|
        accountability|integrity)`,
      `(?:poor|bad|terrible|wrong|appalling|awful|rotten|casual|laissez-faire|couldn't-care-less|do not care|
        sloppy|defeatist|arrogant|lazy) (?:attitude|work ethic|attitudes|judg(?:e)?ment|discipline|behaviou?r|
        mentality|character)`,
      `(?:attitude|arrogance|ego|laziness|stubbornness|carelessness|impatience|greed|incompetence|negligence|
        complacency|vanity|pride|temper) (?:problem|problems|issue|issues|of (?:the|our|some|one)|kept|led|
        cost|caused|got|made|meant|prevented|was|were|is|and|on display|towards?)`,
      '(?:head|heads) in (?:the|their|his|her) (?:clouds|sand)',
      `(?:took|take|takes|taking|has|had|have|with) (?:their|his|her|its) (?:eye|eyes|hands|foot|mind|
        mind clearly) (?:off|elsewhere|firmly off|somewhere else|on (?:the clock|his phone|her phone|
        their phone))`,
      `(?:playing|gambled|gambling|gambles|rolled the dice|playing fast and loose|fast and loose|winging it|
        winged it|played god|cowboy coding|shot from the hip|shooting from the hip|yolo.d|yolo|
        hope for the best|hoped for the best|hoping for the best|crossed (?:their|his|her) fingers|
        threw caution|took (?:a )?(?:stupid|needless|unnecessary|foolish|reckless) risks?)(?: with)?(?= )`,
      `(?:left|leave|leaving|drop|dropped|washed|wash|washing) (?:it to others|everyone else to|their hands|
        his hands|her hands|others to clean|someone else to|the mess for)`,
      `(?:more|too) (?:interested|busy|concerned|worried|keen|focused|eager|proud|arrogant|lazy|stubborn|
        impatient|scared|timid|clever|cool|comfortable|drunk|distracted|selfish|careless|hasty) (?:about |
        with |in |on )?(?:to |[a-z]+ing|than|gossiping|himself|herself|themselves|his|her|their|being|looking|
        for (?:his|her|their))`,
      '(?:did|do|does|doing) (?:only |just )?the bare minimum',
      'in (?:too much of|far too much of|such) a (?:hurry|rush)',
      `(?:impatient|hasty|lazy|sloppy|distracted|stubborn|overeager|over-eager|bored|drunk|forgetful|naive|
        rash|timid|selfish|angry|disgruntled|hurried|unmotivated|inattentive|sleepy|uninterested|lone|
        overzealous|over-zealous) (?:[a-z-]+ ){0,2}?(?:engineer|engineers|developer|developers|operator|
        operators|admin|admins|administrator|manager|responder|reviewer|reviewers|contractor|contractors|dba|
        team|on-call|technician|author|intern|colleague|person|people|staff|programmer|sre|lead)`,
      `took the easy (?:way|route|option)|(?:sloppily|half-heartedly|shoddily)|(?:washed|
        washes) (?:his|her|their) hands|(?:passed|passing|pass) the buck|(?:covered|covering|cover) (?:his|
        her|their) (?:tracks|backs?|own)|(?:hid|hide|hiding|conceal|cover up|covered up) (?:the|his|her|their|
        this|that) (?:mistake|error|mess|outage|blunder|evidence|problem)`,
      'more (?:interested|worried|concerned|focused|keen|bothered) (?:about|with|in|on) (?:[^ .;:]+ ){1,6}?than',
      `(?:did|does|do|could|would|had) not (?:really |seem to |appear to |even |particularly |actually |
        much |ever )*(?:care|give a (?:damn|toss|hoot|monkey)|lift a finger|raise a finger|
        give it a second thought|take (?:it|this|that|the [^ ]+|their [^ ]+|his [^ ]+|her [^ ]+) seriously|
        want to be bothered|feel like [a-z]+ing|pull (?:their|his|her) weight|own up|
        try (?:very )?hard)(?! (?:about (?:the )?(?:order|case|whether|which)|which|whether|what))`,
      `(?:ignored|brushed aside|trampled|disregarded) (?:everyone|everybody|all advice|every warning|
        all warnings|repeated warnings|all the advice|sound advice|every piece of advice)`,
    ],
  },
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{person}{tail}{adv} (?:panicked|freaked out|lost it|lost (?:his|her|their) (?:head|nerve|temper|cool)|
        went to pieces|melted down|fell apart|flailed|flapped|froze up|choked|cracked|crumbled|dithered|
        faffed|sulked|slacked|loafed|skived|bluffed|gambled|winged|showboated|grandstanded|gossiped|snapped|
        ranted|bragged|stonewalled|whined|moaned|scoffed|sneered|laughed off|couldn.t care)(?= )`,
      `(?:{none}|{blamed}|{all}){adv} (?:cared|cares|gave a|gives a|could be bothered|lifted a finger|
        took (?:it|this|that|the [^ ]+) seriously|takes [^ ]+ seriously|took (?:responsibility|ownership)|
        takes (?:responsibility|ownership)|had the (?:guts|courage|decency|patience|discipline|backbone|nerve|
        sense|presence of mind))`,
      `{blamed}{adv} (?:thought|thinks|considers?|considered|regards?|regarded|sees|views?|believes?|
        believed|assumes|figured|felt|acts?|acted|behaved?|treats?|treated) (?:[^ .;:]+ ){0,4}?(?:above the|
        rules do not apply|rules did not apply|knew better|knows better|know better|too good|too important|
        too busy|like a|as optional|as a (?:joke|nuisance|formality|suggestion|toy|chore|hindrance)|optional|
        unnecessary|beneath|a (?:waste|nuisance|formality|joke|chore)|like an? (?:optional|suggestion|toy|
        playground)|with contempt|good enough|no big deal|not (?:his|her|their) (?:job|problem))`,
      `{blamed}{adv} (?:was|were|is|are|seemed|seems|appeared|looked|sounded) (?:[a-z]+ly |too |more |
        clearly |just )*(?:busy (?:with(?! (?:the|a|an|another|other) (?:[a-z-]+ )?(?:migration|incident|deploy|deployment|release|upgrade|outage|customers?|tickets?|calls?|failover|restore|handover|alerts?|maintenance|recovery))|on|watching|chatting|scrolling|playing)|watching (?:football|netflix|
        tv|videos|a)|playing|scrolling|chatting|gossiping|distracted|drunk|hungover|tired of|bored|
        at lunch instead|on (?:his|her|their) phone|nowhere to be (?:found|seen)|missing in action|awol|mia|
        sleeping|asleep|lazy|sloppy|stubborn|impatient|afraid to|scared to|reluctant to (?:admit|ask|
        escalate)|unwilling to|hiding|in denial|out partying|half asleep|in a hurry to|rushing|careless|hasty|
        slack)`,
      '{blamed}{adv} (?:fell asleep|dozed off|nodded off|drifted off|zoned out)',
      `{blamed}{adv} (?:refused|refuses|declined|stubbornly) to (?:listen|admit|accept|ask|help|follow|
        back down|roll back|escalate|hand over|acknowledge|take|read|believe|cooperate|answer|budge|do|
        consider|change|use|own)`,
      `{blamed}{adv} (?:wanted|tried|was trying|were trying|likes?|liked|loves?|insisted on|insists on|had|
        has|have) (?:to )?(?:be (?:a|the) hero|play(?:ing)? (?:the )?hero|look(?:ing)? (?:good|clever|smart|
        busy)|impress|show(?:ing)? off|save face|get home|go home early|knock off early|hide (?:it|this|the)|
        having (?:his|her|their) (?:own )?way|a habit of|an attitude|a track record|a history of)`,
      `{blamed}{adv} (?:rushed|raced|barrelled|charged|blundered|barged|plunged|ploughed|plowed|
        jumped) (?:it|this|that|the [^ ]+|ahead|in|into|through|straight|to)`,
      `[NPRTV]=[^ ]+ 's (?:[a-z]+ )?(?:attitude|arrogance|ego|laziness|stubbornness|carelessness|impatience|
        greed|negligence|complacency|vanity|pride|temper|recklessness|sloppiness|hubris|impulsiveness|lack of|
        overconfidence|indifference|apathy|inattention|selfishness|cowardice|dishonesty|obstinacy|insistence|
        disregard|dismissiveness|foot-dragging|unwillingness)`,
    ],
  },
];
