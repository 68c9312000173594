import { StoreTrouble } from '../../../store/incident-store.ts';
import type { House } from '../../house.ts';

/** Waits so many milliseconds, or until somebody has changed something. */
type Wait = (milliseconds: number) => Promise<void>;

/** Changes that come close together are looked at once. */
const gathering = 250;

/** A connection that broke is tried again after so long. */
const rest = 5000;

/**
 * Listens for what others change until the signal. Where the store has no such news, or none comes through, waiting
 * simply takes its time; news that came while nobody waited ends the next wait early.
 */
export function hearChanges({ store, staying }: Pick<House, 'store' | 'staying'>, signal: AbortSignal): Wait {
  let news = new AbortController();
  let bug: unknown = null;
  const listen = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        for await (const _ of store.changes?.(signal) ?? []) news.abort();
      } catch (error) {
        if (!(error instanceof StoreTrouble)) throw error;
      }
      await staying.pause(rest, signal);
    }
  };
  if (store.changes !== undefined) {
    listen().catch((error: unknown) => {
      bug = error;
      news.abort();
    });
  }
  return async (milliseconds) => {
    await staying.pause(Math.min(gathering, milliseconds), signal);
    await staying.pause(milliseconds - gathering, AbortSignal.any([signal, news.signal]));
    news = new AbortController();
    if (bug !== null) throw bug;
  };
}
