import { expect, test } from 'vitest';
import type { Severity } from '../../src/incident/severity.ts';
import { type DuePolicy, dueDate } from '../../src/report/due-date.ts';

test.each<[Severity, string, DuePolicy | undefined, string | null]>([
  ['SEV-1', '2026-03-02T11:17:00.000Z', undefined, '2026-03-17'],
  ['SEV-2', '2026-03-02T11:17:00.000Z', undefined, '2026-04-01'],
  ['SEV-3', '2026-03-02T11:17:00.000Z', undefined, '2026-05-31'],
  ['SEV-4', '2024-02-28T23:59:59.000Z', { days: { 'SEV-4': 1 }, otherwise: 5 }, '2024-02-29'],
  ['SEV-1', 'soon', undefined, null],
])('an action of a %s from %s is due by its policy', (severity, from, policy, expected) => {
  expect(dueDate(severity, from, policy)).toBe(expected);
});
