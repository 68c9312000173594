/** Nouns that name parts of a system: where one of them is meant, "lazy", "demoted" or "terminated" judge nobody. */
const machines =
  'node|nodes|server|servers|host|hosts|replica|replicas|primary|secondary|standby|leader|leaders|follower|followers|master|' +
  'cache|caches|proxy|proxies|process|processes|thread|threads|worker|workers|job|jobs|pod|pods|container|containers|cluster|' +
  'clusters|scheduler|queue|queues|broker|brokers|client|clients|socket|sockets|connection|connections|disk|disks|volume|' +
  'volumes|lock|locks|lease|leases|parser|compiler|linter|algorithm|regex|expression|quantifier|iterator|loader|collector|' +
  'timer|daemon|service|services|backend|backends|instance|instances|kernel|filesystem|protocol|handler|agent|agents|' +
  'controller|controllers|balancer|router|routers|switch|link|links|session|sessions|token|tokens|account|accounts|key|keys|' +
  'certificate|certificates|credential|credentials|index|indexes|partition|partitions|shard|shards|alert|alerts|monitor|' +
  'probe|probes|limiter|model|models|classifier|detector|evaluator|evaluation|loading|loop|loops|retry|retries|timeout|timeouts|' +
  'backoff|interval|mode|option|options|flag|flags|default|defaults|setting|settings|peer|peers|cell|cells|zone|zones|region|' +
  'regions|upstream|downstream|endpoint|endpoints|request|requests|packet|packets|message|messages|event|events|task|tasks|' +
  'transaction|transactions|hash|hashing|lookup|lookups|engine|store|storage|database|databases|driver|drivers|filter|filters|' +
  'firewall|gateway|api|app|apps|tool|tools|library|libraries|module|modules|plug-in|plugin|plugins|watchdog|supervisor|' +
  'balancing|resolver|resolvers|codec|buffer|buffers|copy|constructor|initialiser|initializer|quorum|candidate|candidates|' +
  'traffic|crawler|bot|bots|subscription|subscriptions|contract test|contract tests|system|systems|machine|machines|vm|vms|' +
  'build|builds|pipeline|pipelines|warning|warnings|entry|entries|records?|ingestion|consumer|consumers|producer|producers';

// Only a noun at the end of its phrase is what is meant: "the primary", not "the primary on-call".
const phraseEnd =
  '(?=[.,;:!?)]|to |after |when |if |in |on |of |for |from |by |at |is |was |were |with |and |until |before |while |as |that |itself |itself$|$)';
// An article comes first or not at all, so that "cost us a region" is no noun phrase.
const filler =
  '(?:(?:the|a|an|our|its|their|all|any|every|each|this|that|these|those|some|no|both|old|one|two) )?(?:(?!(?:of|for|in|on|at|with|from|by|to|towards|toward|about|into|over|under|without|against|during|after|before|than|like|if|where|that|which|who|and|or|but|because|when|while|since|as|behind|the|a|an|our|its|their|us|me|them|all|every|cost|costs|left|took|made|broke|led|let|is|was|were|are) )[^ .,;:!?]+ ){0,3}?';
const opening =
  '(?:^|[.,;:!?(]|(?:and|or|but|because|that|when|while|since|which|if|as|so|where|by|until|after|before|then|again))';
const copula =
  '(?:(?:is|was|were|are|be|been|being|gets?|got|has|have|had|will|would|should|can|may|must|not|seems?|stays?|stayed|remains|remained|becomes?|became|looks?|looked|too|so|very|rather|quite|just|also|then|automatically|that|which|[a-z]+ly) ){0,5}';

let compiled: { readonly object: RegExp; readonly subject: RegExp } | undefined;

function searches(): { readonly object: RegExp; readonly subject: RegExp } {
  compiled ??= {
    object: new RegExp(`^ ?(?:(?:of|for) )?${filler}(?:${machines}) ${phraseEnd}`),
    subject: new RegExp(`${opening} ${filler}(?:${machines}) ${copula}$`),
  };
  return compiled;
}

/** Tells whether a word is said of a part of a system, from the words before it. */
export function isSaidOfMachine(before: string): boolean {
  return searches().subject.test(before.slice(-160));
}

/** Tells whether a word describes, or is done to, a part of a system; both stretches are parts of one word line. */
export function isAboutMachine(before: string, after: string): boolean {
  return searches().object.test(after.slice(0, 120)) || isSaidOfMachine(before);
}
