import { findLostRun } from '../phases/find-lost-run.ts';
import type { Doors } from './doors.ts';
import type { Duty } from './keep-time.ts';
import { type Desk, respond } from './respond.ts';

/** What looking for runs needs that nobody heard of again. */
interface LostRunDesk extends Desk, Pick<Doors, 'timeoutOf'> {
  readonly now: () => string;
}

/** The duty of `tick` and `watch` towards runs that a crash cut off: nothing is run again, and people are called, once. */
export function lostRunDuty(desk: LostRunDesk): Duty {
  return async (incident) => {
    const now = desk.now();
    const lost = findLostRun(incident, now, desk.timeoutOf);
    if (lost === null) return incident;
    const because = `how ${lost.id} (${lost.workflow ?? ''}) ended is not on record; somebody has to find out`;
    const kept = await respond(incident.id, { type: 'escalate', by: null, at: now, now, because }, desk);
    return kept.incident ?? incident;
  };
}
