import type { Config } from '../config/config.ts';
import { timeoutOfWorkflow } from '../config/timeout-of-workflow.ts';
import { findLostRun } from '../phases/find-lost-run.ts';
import type { Duty } from './keep-time.ts';
import { type Desk, respond } from './respond.ts';

/** What looking for runs needs that nobody heard of again. */
export interface LostRunDesk extends Desk {
  readonly now: () => string;
  readonly config: Pick<Config, 'workflows'>;
}

/** The duty of `tick` and `watch` towards runs that a crash cut off: nothing is run again, and people are called, once. */
export function lostRunDuty(desk: LostRunDesk): Duty {
  return async (incident) => {
    const now = desk.now();
    const lost = findLostRun(incident, now, (workflow) => timeoutOfWorkflow(desk.config, workflow));
    if (lost === null) return incident;
    const because = `how ${lost.id} (${lost.workflow ?? ''}) ended is not on record; somebody has to find out`;
    const kept = await respond(incident.id, { type: 'escalate', by: null, at: now, now, because }, desk);
    return kept.incident ?? incident;
  };
}
