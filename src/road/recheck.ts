import type { Incident } from '../incident/incident.ts';
import { whatToRecheck } from '../phases/recheck.ts';
import type { Doors } from './doors.ts';
import type { Duty } from './keep-time.ts';
import { type Desk, respond } from './respond.ts';

/** What looking after resolved incidents needs. */
export interface WatchDesk extends Desk, Pick<Doors, 'checkHealth'> {
  readonly now: () => string;
  readonly config: { readonly watch_period: number };
}

/** The duty that `tick` and `watch` have towards resolved incidents. */
export function recheckDuty(desk: WatchDesk): Duty {
  return (incident) => recheck(incident, desk);
}

/**
 * Asks the checks of a resolved incident again while it is watched. What fails twice in a row is a regression, and the
 * same incident is open again; a single failure may be a hiccup of the network.
 */
export async function recheck(incident: Incident, desk: WatchDesk): Promise<Incident> {
  const due = whatToRecheck(incident, desk.now(), desk.config.watch_period);
  if (due === null || due.due_at > desk.now()) return incident;
  const first = await desk.checkHealth(incident);
  if (first.checks.length === 0) return incident;
  const isWell = first.checks.every(({ passed }) => passed);
  const { checks, attempts } = isWell ? first : await desk.checkHealth(incident);
  const now = desk.now();
  const asked = { by: null, at: now, now };
  const kept = await respond(incident.id, { type: 'record-verification', ...asked, checks, attempts }, desk);
  if (!kept.ok) return kept.incident ?? incident;
  const failed = checks.find(({ passed }) => !passed);
  if (failed === undefined) return kept.incident;
  const because = `failed again while it was watched: ${failed.name}: ${failed.detail}`;
  const reopened = await respond(incident.id, { type: 'reopen', ...asked, because }, desk);
  return reopened.incident ?? kept.incident;
}
