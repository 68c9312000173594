import { expect, test } from 'vitest';
import type { Severity } from '../../src/incident/severity.ts';
import { type DuePolicy, dueDate } from '../../src/report/due-date.ts';

test.each<[Severity, string, DuePolicy | undefined, string | null]>([
  ['SEV-1', '2026-03-02T11:17:00.000Z', undefined, '2026-03-17'],
  ['SEV-2', '2026-03-02T11:17:00.000Z', undefined, '2026-04-01'],
  ['SEV-3', '2026-03-02T11:17:00.000Z', undefined, '2026-05-31'],
  ['SEV-4', '2026-03-02T11:17:00.000Z', undefined, '2026-05-31'],
  ['SEV-4', '2024-02-28T23:59:59.000Z', { 'SEV-4': { kind: 'calendar', seconds: 86_400 } }, '2024-02-29'],
  ['SEV-3', '2024-02-28T23:59:59.000Z', { 'SEV-4': { kind: 'calendar', seconds: 86_400 } }, null],
  ['SEV-1', '2026-03-02T11:00:00.000Z', { 'SEV-1': { kind: 'working-days', working_days: 3 } }, '2026-03-05'],
  ['SEV-1', '2026-03-06T11:00:00.000Z', { 'SEV-1': { kind: 'working-days', working_days: 1 } }, '2026-03-09'],
  ['SEV-1', '2026-03-07T11:00:00.000Z', { 'SEV-1': { kind: 'working-days', working_days: 1 } }, '2026-03-09'],
  ['SEV-1', '2026-03-07T11:00:00.000Z', { 'SEV-1': { kind: 'working-days', working_days: 5 } }, '2026-03-13'],
  ['SEV-1', '2026-03-04T11:00:00.000Z', { 'SEV-1': { kind: 'working-days', working_days: 10 } }, '2026-03-18'],
  ['SEV-1', '2026-03-02T11:00:00.000Z', { 'SEV-1': { kind: 'working-days', working_days: 9_999 } }, '2064-06-27'],
  ['SEV-1', 'soon', undefined, null],
  ['SEV-1', '+275760-09-01T00:00:00.000Z', undefined, null],
])('an action of a %s from %s is due by its policy', (severity, from, policy, expected) => {
  expect(dueDate(severity, from, policy)).toBe(expected);
});
