import type { Severity } from '../incident/severity.ts';

/** Days that an action may take, by the severity of its incident. */
export interface DuePolicy {
  readonly days: Readonly<Partial<Record<Severity, number>>>;
  readonly otherwise: number;
}

export const defaultDuePolicy: DuePolicy = { days: { 'SEV-1': 15, 'SEV-2': 30 }, otherwise: 90 };

/** The date `YYYY-MM-DD` (UTC) by which an action is due; null when `from` is no time. */
export function dueDate(severity: Severity, from: string, policy: DuePolicy = defaultDuePolicy): string | null {
  const start = Date.parse(from);
  const days = policy.days[severity] ?? policy.otherwise;
  const due = start + days * 86_400_000;
  return Number.isFinite(due) && Math.abs(due) < 8.64e15 ? new Date(due).toISOString().slice(0, 10) : null;
}
