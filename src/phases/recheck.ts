import type { Incident } from '../incident/incident.ts';

/** What the watch over a resolved incident asks for now. */
export interface Recheck {
  /** Until when it is watched, UTC ISO-8601. */
  readonly until: string;
  /** When its checks are due. */
  readonly due_at: string;
}

const least = 60;
const looksPerPeriod = 10;

/**
 * When a resolved incident is checked again, ten times over the watch period and at most once a minute; null where
 * nothing is watched any more, or where nothing but a person's word said that it was healthy.
 */
export function whatToRecheck(incident: Incident, now: string, watchPeriod: number): Recheck | null {
  if (incident.status !== 'resolved' || incident.resolved_at === null) return null;
  const until = Date.parse(incident.resolved_at) + watchPeriod * 1000;
  if (Number.isNaN(until) || until <= Date.parse(now)) return null;
  const checked = incident.verification.findLast(({ checks }) => checks.length > 0);
  // What was never seen to be healthy cannot fall ill again.
  if (checked?.passed !== true) return null;
  const due = Date.parse(checked.at) + Math.max(least, watchPeriod / looksPerPeriod) * 1000;
  return { until: new Date(until).toISOString(), due_at: new Date(due).toISOString() };
}
