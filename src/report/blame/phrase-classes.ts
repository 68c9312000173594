const traits =
  'abrasive|absent-minded|aloof|apathetic|argumentative|arrogant|belligerent|blasé|bloody-minded|bone-idle|brash|brazen|' +
  'bullish|bumptious|callous|cagey|capricious|careless|casual|cavalier|childish|closed-minded|cocksure|cocky|complacent|' +
  'conceited|condescending|cowardly|crass|dawdling|deceitful|defeatist|defensive|defiant|delusional|dilatory|dim|disengaged|' +
  'dishonest|disingenuous|disinterested|dismissive|disorganised|disorganized|disrespectful|distracted|dogmatic|domineering|' +
  'dozy|egotistical|erratic|evasive|excitable|feckless|flaky|flippant|flustered|foolhardy|foolish|forgetful|gullible|gung-ho|' +
  'half-asleep|half-hearted|haphazard|hapless|hard-headed|hard-nosed|hasty|haughty|headstrong|heedless|high-handed|' +
  'hot-headed|hubristic|ignorant|ill-disciplined|immature|impatient|imperious|impetuous|imprudent|impulsive|inattentive|' +
  'incautious|inconsiderate|incurious|indecisive|indifferent|indolent|inflexible|insensitive|insincere|insolent|insouciant|' +
  'insubordinate|intransigent|irresolute|irresponsible|jaded|lackadaisical|lax|lazy|lethargic|listless|mean-spirited|mindless|' +
  'mulish|naive|naïve|neglectful|negligent|nonchalant|obdurate|oblivious|obstinate|obstructive|obtuse|offhand|' +
  'overbearing|overconfident|over-confident|overeager|over-eager|overzealous|panicky|petty|petulant|pig-headed|pompous|pushy|' +
  'rash|reckless|remiss|rude|ruthless|sanctimonious|scatterbrained|scatty|secretive|self-absorbed|self-satisfied|selfish|' +
  'short-sighted|shortsighted|slapdash|slipshod|sloppy|slovenly|smug|sneaky|snobbish|spineless|stroppy|stubborn|' +
  'sulky|sullen|supercilious|surly|tactless|tardy|temperamental|thick-skinned|thoughtless|timid|timorous|tone-deaf|touchy|' +
  'trigger-happy|tunnel-visioned|unapologetic|unbothered|uncaring|uncommunicative|unconcerned|uncooperative|undisciplined|' +
  'unfocused|unfocussed|ungrateful|unhelpful|uninterested|unmotivated|unprofessional|unrepentant|unresponsive|unscrupulous|' +
  'unserious|unthinking|untrustworthy|vain|vindictive|wayward|weak-willed|wilful|willful|wishy-washy|workshy|work-shy';

/** Forms the adverb of an adjective: careless, carelessly; lazy, lazily; responsible, responsibly. */
function adverbOf(adjective: string): string {
  if (adjective.endsWith('le')) return `${adjective.slice(0, -1)}y`;
  if (adjective.endsWith('y')) return `${adjective.slice(0, -1)}ily`;
  return adjective.endsWith('ic') ? `${adjective}ally` : `${adjective}ly`;
}

// Programs are lazy, naive and defensive as well, and nobody minds.
const technical = /^(?:lazy|naive|naïve|defensive|erratic|flaky|casual|dim)$/;
const adverbs = traits
  .split('|')
  .filter((trait) => !technical.test(trait))
  .map(adverbOf)
  .join('|');

/** Classes of words that phrases share; a phrase names a class in braces like any other macro. */
export const classes: Readonly<Record<string, string>> = {
  // People by what they are, without a role of their own.
  folk:
    '(?:human|humans|person|persons|people|personnel|staff|staffer|staffers|employee|employees|operator|operators|' +
    'admin|admins|administrator|administrators|technician|technicians|engineer|engineers|developer|developers|programmer|' +
    'programmers|individual|individuals|someone|somebody|contractor|contractors|intern|interns|dba|dbas|sysadmin|sysadmins|' +
    'on-call|responder|responders|reviewer|reviewers|analyst|analysts|colleague|colleagues|teammate|teammates|' +
    'specialist|specialists|consultant|consultants|newcomer|newcomers|trainee|trainees|manager|managers|architect|architects|crew)',
  // What only people are: said of somebody, or put before a noun for people, each is a judgement.
  trait: `(?:${traits})`,
  traitly: `(?:${adverbs})`,
  // The same as nouns.
  vice:
    '(?:apathy|arrogance|bravado|bluster|carelessness|complacency|conceit|cowardice|cynicism|deceit|defensiveness|' +
    'defiance|dishonesty|disinterest|disorganisation|disorganization|disregard|dithering|ego|egos|evasiveness|fecklessness|' +
    'flippancy|folly|foolishness|forgetfulness|greed|haste|heedlessness|hubris|idleness|ignorance|immaturity|impatience|' +
    'impetuousness|impulsiveness|imprudence|inattention|inattentiveness|inconsideration|indecision|indifference|indiscipline|' +
    'indolence|inflexibility|intransigence|irresponsibility|laxity|laxness|laziness|lethargy|machismo|' +
    'negligence|nonchalance|obstinacy|obstinance|overconfidence|over-confidence|petulance|pettiness|pig-headedness|' +
    'posturing|procrastination|rashness|recklessness|rudeness|selfishness|self-importance|short-sightedness|shortsightedness|' +
    'sloppiness|sloth|slackness|smugness|stubbornness|stupidity|tardiness|thoughtlessness|timidity|unprofessionalism|vanity|' +
    'wilfulness|willfulness|wishful thinking)',
  // Deeds and ways of working that a judging word may stand for the doer of.
  deed:
    '(?:deploy|deployment|change|changes|commit|merge|review|reviews|handling|work|approach|decision|decisions|response|' +
    'rollout|planning|testing|conduct|behaviour|behavior|attitude|execution|preparation|communication|communications|migration|' +
    'cutover|rollback|release|handover|hand-off|handoff|maintenance|procedure|practice|practices|housekeeping|engineering|' +
    'leadership|management|monitoring|oversight|coordination|edit|edits|fix|fixes|patch|configuration|code|coding|craftsmanship|' +
    'workmanship|effort|attempt|shortcut|shortcuts|habits|manner|fashion|way|style|mindset|performance|choice|choices|' +
    'judgement|judgment|assumption|assumptions|documentation|stewardship|supervision|diagnosis|troubleshooting)',
  // What people do to respond; with a name before it, it is a plain entry of a timeline.
  helpful:
    '(?:acknowledged|added|agreed|announced|answered|applied|approved|arrived|asked|assigned|attached|began|brought back|called|' +
    'cancelled|captured|caught|checked|collected|compared|confirmed|contacted|coordinated|declared|deployed|described|detected|' +
    'diagnosed|disabled|discovered|documented|drained|drew|enabled|escalated|explained|extended|failed over|filed|fixed|flagged|' +
    'followed|found|gave|got|handed|handled|had|has|helped|identified|informed|investigated|is|isolated|joined|kept|listed|' +
    'logged|looked|measured|mentioned|merged the (?:fix|revert)|mitigated|monitored|moved|muted|noted|noticed|notified|offered|' +
    'opened|owns|owned|paged|paired|patched|paused|performed|pointed out|posted|prepared|proposed|provided|pulled (?!the plug)|raised|ran|' +
    'read|realised|realized|rebuilt|received|recognised|recognized|recorded|recovered|reduced|reported|requested|rerouted|' +
    'resolved|responded|restarted|restored|resumed|returned|reverted|reviewed|rolled|sat|saved|saw|scaled|sent|set up|shared|' +
    'shifted|showed|spotted|started|stepped|stopped|submitted|suggested|summarised|summarized|switched|tested|thanked|took over|' +
    'took notes|traced|tracked|tried|uncovered|updated|validated|verified|volunteered|was|watched|were|worked|wrote up)',
  // What only a rescuer does.
  rescued:
    '(?:acknowledged|answered|brought (?:it|us|the [a-z]+) back|caught|confirmed|declared|detected|discovered|escalated|explained|fixed|' +
    'flagged|found|helped|identified|isolated|joined|led the (?:response|recovery)|mitigated|noted|noticed|paged|pointed out|raised|' +
    'realised|realized|recovered|recognised|recognized|reported|resolved|responded|restored|rolled (?:it )?back|saved|saw|spotted|' +
    'stopped|suggested|suspected|took over|traced|verified|warned)',
  // What becomes of a system that is hurt.
  hurt:
    '(?:(?:went|goes|gone) (?:dark|down|offline|away|missing|up in smoke|belly up|under|bang|read-only)|' +
    '(?:fell|falls|fallen|keeled|toppled|tipped) (?:over|apart|off|down)|(?:came|come|comes) (?:crashing )?(?:down|to a halt|apart)|' +
    'collapsed|crashed|died|vanished|disappeared|evaporated|melted|imploded|exploded|blew up|broke|burned|burnt|drowned|sank|' +
    'seized up|ground to a halt|' +
    '(?:was|were|is|are|got|been) (?:[a-z]+ )?(?:lost|gone|wiped|deleted|dropped|destroyed|corrupted|overwritten|erased|exposed|' +
    'leaked|unreachable|unavailable|offline|down|dead|locked out|cut off|broken|ruined|purged|charged twice|stranded)|' +
    '(?:lost|losing|lose) (?:the |its |their |our |all |every |half |access|data|orders|everything)[^ ]*)',
  // What a deed does to what it touches.
  harm:
    '(?:took (?:down|out)|brought|broke|caused|crashed|sank|killed|wiped|deleted|dropped|knocked|triggered|cost|ruined|tanked|' +
    'corrupted|overwrote|exposed|leaked|locked|overloaded|flooded|filled|melted|tripped|poisoned|swamped|started (?:it|this|the)|' +
    'set off|led to|resulted in|ended (?:in|with)|left|sent|turned|undid|exhausted|saturated|blew|tore|derailed|doomed|sealed|sparked|' +
    'unleashed|opened the door|made (?:it|this|things|matters) worse|did (?:it|us|the damage)|is (?:why|the reason|what)|was (?:why|' +
    'the reason|what|the straw|the last straw|the start)|hammered|brought|kicked off|drained|hosed|bricked|nuked|wrecked|trashed|threw (?:away|out)|ate|swallowed|blocked|stopped|doubled|emptied|scrambled|halved|' +
    'froze|stalled|starved|broke|choked|slowed|dragged|pulled|cut off|orphaned|detached|shadowed|masked)',
};
