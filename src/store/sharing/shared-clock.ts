import type { Reach } from './reach.ts';

/** The clock that all machines share, as one of them knows it. */
export interface SharedClock {
  /** UTC ISO-8601, by this machine's clock until the database has told its own. */
  readonly now: () => string;
  /** How many milliseconds the database is ahead of this machine; null while it has not told. */
  readonly skew: () => number | null;
  /** Asks again, unless that was done a moment ago. */
  readonly measure: () => Promise<void>;
}

/** A process that stays asks again after so long: clocks are set, and machines sleep. */
const longEnough = 15_000;

/** Less than this is the way there and back, and no clock that is wrong. */
const usual = 1000;

/**
 * Reads the time by the database's clock. What is owed, and until when it is claimed, is judged by many machines, and one
 * whose clock is wrong would page too early, too late, or what another is sending.
 */
export function shareClock(
  reach: Pick<Reach, 'askTime'>,
  { now, elapsed }: { readonly now: () => string; readonly elapsed: () => number },
): SharedClock {
  let skew: number | null = null;
  let measuredAt: number | null = null;
  return {
    skew: () => skew,
    now: () => (skew === null || skew === 0 ? now() : new Date(Date.parse(now()) + skew).toISOString()),
    measure: async () => {
      if (measuredAt !== null && elapsed() - measuredAt < longEnough) return;
      const told = await reach.askTime();
      if (told === null) return;
      const difference = Date.parse(told) - Date.parse(now());
      skew = Math.abs(difference) < usual ? 0 : difference;
      measuredAt = elapsed();
    },
  };
}
