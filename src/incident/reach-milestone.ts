import type { Incident } from './incident.ts';
import type { Milestone } from './milestone.ts';

/**
 * Dates a milestone; once a person has dated it, only a person moves it again.
 *
 * A hand-dated `acknowledged` on an open incident does not change its status: the milestone is about time alone.
 */
export function reachMilestone(
  incident: Incident,
  milestone: Milestone,
  at: string,
  how: 'by-program' | 'by-hand' = 'by-program',
): Incident {
  const byHand = incident.dated_by_hand.includes(milestone);
  if (how === 'by-program') return byHand ? incident : { ...incident, [`${milestone}_at`]: at };
  return {
    ...incident,
    [`${milestone}_at`]: at,
    dated_by_hand: byHand ? incident.dated_by_hand : [...incident.dated_by_hand, milestone],
  };
}
