const verbs = new Set(
  `abort accept acknowledge activate add adjust adopt age agree aggregate alert align allocate allow allowlist amend announce
  annotate append apply approve archive ask assert assign attach audit authenticate authorise authorize automate backfill
  backport backup balance batch benchmark bind block book boot bootstrap bound break buffer build bump bundle buy bypass cache
  calculate calibrate call canary cancel cap capture carry catalogue catch change charge chart check choose claim clamp
  classify clear clone close cluster code codify collapse collect combine commit compact compare compile complete compress
  compute confirm configure connect consolidate constrain consume contain contract convert copy correct correlate count cover
  crawl create cross-check cut debounce declare decommission decouple decrease deduplicate default defer define delay delegate
  delete deliver demote deny denylist deploy deprecate derive describe detach detect deter diff disable disallow discard
  disconnect dispatch display distribute divert divide document double downgrade drain draw drop dry-run dump duplicate earmark
  edit eject eliminate email embed emit emulate enable encode encrypt end enforce enlarge enrich enrol erase escalate
  establish estimate evict exclude execute exempt exercise expire export expose extend extract fail fan feed fence fetch file
  fill filter finalise finalize finish firewall fix flag flatten flush fold forbid force fork format forward freeze fund fuse
  fuzz gate gather generate give grant graph group grow guard halt halve harden hash hide hire hold hook host implement import
  impose include increase increment index inform inject insert inspect install instrument integrate intercept interlock
  introduce invalidate invert invite isolate issue jitter join keep kill label launch lay lengthen let limit line link lint
  list load load-test localise lock log loop lower make map mark mask match measure merge migrate minimise minimize mirror mock
  model modify mount move multiply mute name negotiate nest normalise normalize notarise notify number offer offload omit open
  order overhaul override pack package page pair parallelise parallelize parameterise parse partition pass patch pause peer
  perform permit persist pin ping pipe place poll pool populate port post practise preallocate precompute prefer prefix preload
  prepare preserve prevent print probe process procure produce prohibit promote prompt propagate protect prove provide
  provision proxy prune publish pull purchase purge push put quantify quarantine query queue quote raise randomise randomize
  rate-limit read rebalance rebase rebind rebuild recalculate reconcile reconfigure record recover recreate redact redesign
  redirect redistribute reduce refactor refresh refuse regenerate register rehearse reindex reinstate reintroduce reissue reject
  release reload relocate remap remediate remove rename render renew reopen reorder repair repeat replace replay replicate
  report reproduce request require rerun reroute reschedule reserve reset reshard resize resolve restart restore restrict
  resume resync retain retire retry return reuse revert revoke rewrite ring roll rotate round route run sample sandbox sanitise
  sanitize save scale scan schedule scrape scrub seal search secure seed segment segregate select send separate sequence
  serialise serialize serve set settle shard share shed shift ship shorten show shrink shut sign signal silence simplify
  simulate size skip smoke-test snapshot sort source spawn specify split spread stage stagger stamp standardise standardize
  start state steer stop store stream stress-test strip structure stub submit subscribe substitute supply suppress surface
  suspend swap switch sync synchronise synchronize tag take target teach tee template terminate test throttle tie tighten time
  timestamp toggle trace track transfer transform translate trap trigger trim truncate tune turn type unblock unify uninstall
  unmount unpin unsubscribe update upgrade upload use vacuum validate vendor verify version virtualise wait warm warn watch
  weight whitelist widen wire withdraw withhold wrap write zero`.split(/\s+/),
);

/** Verbs that only some objects turn into a task. */
const withObject =
  /^(?:train (?=the )|back (?:up|fill) |ensure (?=by|through|in CI|with|that .* (?:by|in|through) (?:a|an|the|CI)\b))/i;
const prefix = /^(?:re|pre|un|auto|bulk|co|cross|de|dual|force|hard|live|load|soft|stress)-/;

/** True for a word that tells somebody to do something which can be done with. */
export function isActionVerb(word: string): boolean {
  const plain = word.toLowerCase();
  return verbs.has(plain) || verbs.has(plain.replace(prefix, ''));
}

/** True where an action item starts with such a verb. */
export function startsWithVerb(text: string): boolean {
  return withObject.test(text) || isActionVerb(/^[a-z]+(?:-[a-z]+)*/i.exec(text)?.[0] ?? '');
}
