import type { Mitigation } from '../incident/incident.ts';

/** Whether only people can carry it out: nothing was found that could run it, and none is configured since. */
export function isForHands({ by_hand, workflow }: Mitigation, configured: (workflow: string) => boolean): boolean {
  return by_hand !== undefined && !configured(workflow ?? '');
}
