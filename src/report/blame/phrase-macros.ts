import { classes } from './phrase-classes.ts';

const irregularParticiples =
  'been|begun|bent|bet|bit|bitten|bound|broken|brought|built|bought|caught|chosen|come|cost|cut|dealt|done|drawn|driven|' +
  'fallen|felt|found|fought|forgotten|forgone|gone|got|gotten|given|grown|had|heard|held|hidden|hit|hung|kept|known|led|' +
  'left|let|lost|made|meant|met|paid|put|quit|read|rerun|run|said|seen|sent|set|shown|shut|sought|slept|slowed|spent|split|' +
  'spoken|spun|stood|stuck|stopped|sworn|taken|taught|thought|thrown|told|understood|undone|won|withdrawn|written|woken|' +
  'foreseen|overridden|overseen|rolled|sat|stayed|shipped|stepped|double-checked|sanity-checked|risen|sounded|rung|drained';

// Where an outage hurts: with a person as subject, a verb about one of these is a causal verb.
const outageNouns =
  'prod|production|site|website|homepage|storefront|shop|service|services|checkout|login|logins|sign-in|signup|payments|' +
  'payment|billing|api|apis|app|apps|database|databases|db|primary|cluster|clusters|fleet|region|regions|zone|internet|' +
  'traffic|build|builds|master|main|trunk|pipeline|network|networking|dns|platform|backend|frontend|system|systems|servers?|' +
  'cdn|search|mail|email|queue|queues|ledger|data|backup|backups|snapshot|snapshots|table|tables|volume|volumes|bucket|buckets|' +
  'company|business|customers|users|everyone|everything|estate|datacenter|datacentre|data-centre|environment|mesh|gateway|edge|' +
  'release|deploy|weekend|quarter|night|index|schema|config|configuration|directory|partition|partitions|records|rows|link|' +
  'intranet|vpn|sso|auth|authentication|deployments?|uptime|slo|sla|availability|cell|cells|shard|shards|farm|stack|half|array|relay|router|routers|switch|proxy|firewall|broker|storage|repo|repository|registry|hypervisor|x';

const macros: Readonly<Record<string, string>> = {
  ...classes,
  // Actors by kind; see ActorKind.
  name: 'N=[^ ]+',
  sure: 'N=[^ ]+',
  maybe: 'U=[^ ]+',
  single: '[NPR]=[^ ]+',
  one: '(?:[NR]=[^ ]+|P=s?he)',
  role: '[RTVC]=[^ ]+',
  group: '[TVR]=[^ ]+',
  person: '[NPRTVS]=[^ ]+',
  blamed: '[NPRTV]=[^ ]+',
  human: '[NPRTVSIEZ]=[^ ]+',
  us: '[IY]=[^ ]+',
  none: 'Z=[^ ]+',
  all: 'E=[^ ]+',
  // "who had approved it", "on the night shift": what may stand between actor and verb.
  tail: `(?:(?: who| that)(?: [^ .;:]+){1,6}?| (?:from|in|on|at|of|behind|
    with)(?: [^ .;:,]+){1,3}?| (?:carrying|running|doing|performing|working|handling|holding|making|executing|operating)(?: [^ .;:,]+){1,5}?| ,(?: [^ .;:,]+){1,14}? ,)?`,
  adv: `(?: (?:[a-z]+ly|just|also|again|then|once|never|even|still|only|somehow|later|first|yet again|
    had|has|have|went and|goes and|had gone and|straight up|flat out|plain|outright|once again|once more|as usual|of course|, as usual ,|, again ,|, of course ,|too|both|all)){0,2}`,
  adj: '(?:[^ ,.;:]+ ){0,3}?',
  gap: '(?:(?!and |to |from |after |before |because |so |that |which |while )[^ .;:]+ ){0,4}?',
  wide: '(?:[^ .;:]+ ){0,8}?',
  the: '(?:the|a|an|our|this|that|their|his|her|its|all|every|another|one|two|half|most|any|both|some)',
  outage: `(?:(?!to |for |from |after |because |so |and |with |by |when |temporary |stale |old |unused |
    orphaned |duplicate |obsolete |redundant |stuck |runaway |test |canary |idle |failed |broken |
    failing |faulty |unhealthy |noisy |bad )[^ ,.;:]+ ){0,5}?(?:${outageNouns})`,
  pp: `(?:[a-z-]+ed|${irregularParticiples})`,
  have: '(?:have|of)',
  // An outcome after "thanks to" decides between praise and blame.
  good: `(?: [^ ]+){0,14}? (?:quickly|recovered|restored|found|avoided|averted|caught|faster|shorter|sooner|
    safe|safely|worked|spotted|isolated|prevented|reduced|under|within|saved|no (?:customer|data|user|one|
    order)|nothing was lost|successfully|smoothly|ahead|early|earlier|identified|fixed|resolved|back up|
    back within|contained|mitigated)(?= )`,
  bad: `(?: [^ ]+){0,14}? (?:lost|lose|down|outage|outages|offline|twice|broke|broken|failed|failing|fails|
    unavailable|corrupt|corrupted|deleted|wiped|gone|crashed|crash|stuck|dark|dead|weekend|sleep|angry|
    refund|refunds|refunded|breach|leaked|exposed|woke|duplicate|duplicated|mess|wasted|unreachable|stale|
    hours|wrong|missing|missed|errors|500s|502s|503s|incident|blank|empty|Z=[^ ]+|double|doubled|
    overnight|scrambling|spent|unusable|useless|disaster|melted|full|locked|blocked|half|every|all|never|
    nobody|nothing|vanished|evaporated|disappeared|burned|on fire|red|breached|blew)(?= )`,
  mistake:
    '(?:mistake|mistakes|error|errors|blunder|blunders|slip|slip-up|slip-ups|oversight|typo|typos|lapse|lapses|screw-up|' +
    'screw-ups|mishap|misstep|missteps|goof|gaffe|fumble|mishandling|misjudg(?:e)?ment|misconfiguration|negligence|inattention|' +
    'carelessness|failing|failings|muddle|muddles|mix-up|mix-ups|bungle|slipup|miscalculation|misclick|fat-fingering)',
  careful:
    '(?:checking|testing|verifying|reading|reviewing|asking|telling|waiting|looking|thinking|confirming|notifying|informing|' +
    'warning|consulting|coordinating|announcing|discussing|understanding|validating|double-checking|bothering|following|' +
    'considering|running|taking|making|getting|having|doing|review|approval|permission|testing|warning|notice|' +
    '(?:a|any|the|proper|prior|even|so much as|peer|code) (?:[^ ]+ ){0,2}?(?:review|approval|test|tests|check|checks|ticket|' +
    `backup|plan|rollback|dry-run|glance|thought|warning|word|heads-up|notice|look|canary|announcement|
      permission|sign-off))`,
};

/**
 * Joins the lines of a phrase and replaces its macros; an unknown macro stays as it is so that a test can find it.
 * "Nobody's" is written as in the sentence, where the ending stands apart. A line end stands for a blank, except where the line already ends in one, or in a bar or an open bracket.
 */
export function expandMacros(phrase: string): string {
  const expanded = phrase.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(macros, name) ? (macros[name] ?? whole) : whole,
  );
  return expanded
    .replace(/(?<=[|( ]| \)(?:[?*]|\{\d,\d\}\??))\n +/g, '')
    .replace(/\n +/g, ' ')
    .replace(/(?<=[a-z])'s\b/g, " 's");
}
