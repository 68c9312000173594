import type { AlertStatus } from './alert.ts';
import type { Incident } from './incident.ts';

/** So many changes … */
export const flappingChanges = 4;
/** … within so many seconds mean that the next one tells nobody anything. */
export const flappingWithin = 30 * 60;

type Known = Pick<Incident, 'fingerprints' | 'firing' | 'state_changes'>;

/** The latest moments at which this alert changed between firing and cleared, with the present one if it is a change. */
export function changesWith(
  { fingerprints, firing, state_changes }: Known,
  { fingerprint, status }: { readonly fingerprint: string; readonly status: AlertStatus | null },
  at: string,
): readonly string[] {
  const earlier = Object.hasOwn(state_changes, fingerprint) ? (state_changes[fingerprint] ?? []) : [];
  if (!fingerprints.includes(fingerprint)) return earlier;
  const changed = firing.includes(fingerprint) === (status === 'resolved');
  return changed ? [...earlier, at].slice(-flappingChanges) : earlier;
}

/** True when these changes came so close together that the alert is flapping. */
export function isFlapping(changes: readonly string[], at: string): boolean {
  const [oldest] = changes;
  if (oldest === undefined || changes.length < flappingChanges) return false;
  return Date.parse(at) - Date.parse(oldest) <= flappingWithin * 1000;
}
