import type { SilenceStore } from '../silence-store.ts';
import type { Reach } from './reach.ts';

/**
 * Silences of the database, and those of this machine while it is out of reach: an alert that nobody can tell to be
 * silenced is announced, not muted.
 */
export function shareSilences(reach: Reach, shared: SilenceStore, local: SilenceStore): SilenceStore {
  return {
    current: (now) =>
      reach.either(
        () => shared.current(now),
        () => local.current(now),
      ),
    keep: async (id, alerts) => {
      const here = await local.list('', true);
      await (here.some((silence) => silence.id === id) ? local.keep(id, alerts) : shared.keep(id, alerts));
    },
    // A silence or its end that only one machine knew of would surprise the others.
    add: (silence) => shared.add(silence),
    end: (id, by, at) => shared.end(id, by, at),
    list: (now, all) => shared.list(now, all),
    alerts: async function* (id) {
      yield* local.alerts(id);
      yield* shared.alerts(id);
    },
  };
}
