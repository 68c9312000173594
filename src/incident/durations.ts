import type { MilestoneTimes } from './milestone.ts';

/** Whole seconds between two milestones; null while either is unknown or no moment, or they stand in the wrong order. */
export interface Durations {
  readonly time_to_detect: number | null;
  readonly time_to_acknowledge: number | null;
  readonly time_to_declare: number | null;
  readonly time_to_mitigate: number | null;
  readonly time_to_resolve: number | null;
}

/** The two milestones each duration is made of, from first to second. */
export const durationFormulas = {
  time_to_detect: ['started_at', 'detected_at'],
  time_to_acknowledge: ['detected_at', 'acknowledged_at'],
  time_to_declare: ['started_at', 'declared_at'],
  time_to_mitigate: ['started_at', 'mitigated_at'],
  time_to_resolve: ['started_at', 'resolved_at'],
} as const satisfies Record<keyof Durations, readonly [keyof MilestoneTimes, keyof MilestoneTimes]>;

/** Measures every duration whose two milestones are known. */
export function measureDurations(times: MilestoneTimes): Durations {
  const between = (name: keyof Durations): number | null => {
    const [from, to] = durationFormulas[name];
    return secondsBetween(times[from], times[to]);
  };
  return {
    time_to_detect: between('time_to_detect'),
    time_to_acknowledge: between('time_to_acknowledge'),
    time_to_declare: between('time_to_declare'),
    time_to_mitigate: between('time_to_mitigate'),
    time_to_resolve: between('time_to_resolve'),
  };
}

function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return seconds >= 0 ? seconds : null;
}
