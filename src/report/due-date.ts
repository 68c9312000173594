import type { Deadline } from '../incident/duration.ts';
import type { Severity } from '../incident/severity.ts';

/** How long an action may take, by the severity of its incident. */
export type DuePolicy = Readonly<Partial<Record<Severity, Deadline>>>;

const days = (count: number): Deadline => ({ kind: 'calendar', seconds: count * 86_400 });

export const defaultDuePolicy: DuePolicy = {
  'SEV-1': days(15),
  'SEV-2': days(30),
  'SEV-3': days(90),
  'SEV-4': days(90),
};

/** The date `YYYY-MM-DD` (UTC) by which an action is due; null when `from` is no time or the severity has no limit. */
export function dueDate(severity: Severity, from: string, policy: DuePolicy = defaultDuePolicy): string | null {
  const start = Date.parse(from);
  const limit = policy[severity];
  if (limit === undefined || Number.isNaN(start)) return null;
  const seconds = limit.kind === 'calendar' ? limit.seconds : calendarDays(start, limit.working_days) * 86_400;
  const due = start + seconds * 1000;
  return Math.abs(due) < 8.64e15 ? new Date(due).toISOString().slice(0, 10) : null;
}

/** How many days after `start` the last of so many days from Monday to Friday lies. */
function calendarDays(start: number, working: number): number {
  let left = working;
  let passed = 0;
  while (left > 0) {
    passed += 1;
    const weekday = new Date(start + passed * 86_400_000).getUTCDay();
    if (weekday >= 1 && weekday <= 5) left -= 1;
  }
  return passed;
}
