import type { Incident } from '../incident/incident.ts';
import { milestones } from '../incident/milestone.ts';

/** Something the record does not say. */
export type Gap =
  | { readonly kind: 'silence'; readonly from: string; readonly to: string; readonly seconds: number }
  | { readonly kind: 'missing-milestone'; readonly milestone: string };

/**
 * Lists silences longer than `longestSilence` seconds between the first and the last moment of the response, and
 * milestones that should be known by now.
 */
export function findGaps(incident: Incident, longestSilence: number, now: string): readonly Gap[] {
  const over = incident.status === 'resolved' || incident.status === 'closed';
  const end = incident.resolved_at ?? incident.closed_at ?? now;
  const moments = incident.timeline
    .map(({ at }) => at)
    .filter((at) => at <= end)
    .concat(end)
    .toSorted();
  const gaps: Gap[] = [];
  for (const [index, to] of moments.entries()) {
    const from = moments[index - 1];
    if (from === undefined) continue;
    const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
    if (seconds > longestSilence) gaps.push({ kind: 'silence', from, to, seconds });
  }
  for (const milestone of milestones) {
    const expected = over || milestone === 'started' || milestone === 'detected' || milestone === 'declared';
    if (expected && incident[`${milestone}_at`] === null) gaps.push({ kind: 'missing-milestone', milestone });
  }
  return gaps;
}
