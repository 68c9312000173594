import { describe, expect, test } from 'vitest';
import { findIncomplete } from '../../src/report/find-incomplete.ts';
import { impactRows } from '../../src/report/impact.ts';
import { prepareQuoting } from '../../src/report/quote.ts';
import { wordsFor } from '../../src/report/words/words.ts';
import { alert, declared, note, type Told, tell } from './incident-story.ts';
import { check } from './stories.ts';

const at = '2026-03-02T10:00:00.000Z';
const words = wordsFor('en');

function rowsOf(...told: readonly Told[]): Readonly<Record<string, string>> {
  const incident = tell([[at, 'incident.declared', null, declared()], ...told]);
  const rows = impactRows(incident, prepareQuoting(incident, {}, check, words), words);
  return Object.fromEntries(
    rows.map(({ what, value, source }) => [what, source === '' ? value : `${value} [${source}]`]),
  );
}

const noted = (text: string, changes: Partial<ReturnType<typeof note>> = {}): Told => [
  at,
  'note.added',
  'bo',
  note(text, changes),
];

describe('what the report says about the impact', () => {
  test('a note about the impact is quoted whole under everything it has a number for', () => {
    const rows = rowsOf(noted('12% of requests failed; 340 orders were given up.', { kind: 'impact' }));
    expect(rows['Requests or error rate']).toBe('12% of requests failed; 340 orders were given up. [timeline #2]');
    expect(rows['Orders or transactions']).toBe('12% of requests failed; 340 orders were given up. [timeline #2]');
    expect(rows['Users or customers']).toBe('unknown');
  });

  test.each([
    ['Users or customers', 'Mail sent. There were 212 other affected owners.', 'There were 212 other affected owners.'],
    ['Support tickets', 'Support counts 48 tickets about it.', 'Support counts 48 tickets about it.'],
    ['Money', 'Finance says it cost €12,000.', 'Finance says it cost €12,000.'],
    [
      'Data loss',
      'Closed. About 6 hours of changes could not be recovered.',
      'About 6 hours of changes could not be recovered.',
    ],
    ['Data loss', 'No data was lost.', 'No data was lost.'],
    ['Data loss', 'Replay is done, 0 objects lost.', 'Replay is done, 0 objects lost.'],
    ['Money', 'Finance counts a loss of 3 million USD.', 'Finance counts a loss of 3 million USD.'],
  ])('%s is also found in other notes, by the sentence: %s', (row, text, expected) => {
    expect(rowsOf(noted(text))[row]).toBe(`${expected} [timeline #2]`);
  });

  test.each([
    ['Data loss', 'Connectivity to the east is lost for 43 seconds.'],
    ['Users or customers', 'The user service was restarted 3 times.'],
    ['Requests or error rate', 'Autoscaling removed 20% of the instances.'],
    ['Regions', 'The rule was enabled in one location.'],
  ])('%s stays unknown after: %s', (row, text) => {
    expect(rowsOf(noted(text))[row]).toBe('unknown');
  });

  test.each([
    ['Users or customers', '40% of players cannot join.'],
    ['Users or customers', 'Sign-in fails for all enterprise customers.'],
    ['Users or customers', 'Customers affected: 1,200.'],
    ['Regions', 'GET fails in eu-1.'],
  ])('%s is what a note about the impact counts: %s', (row, text) => {
    expect(rowsOf(noted(text, { kind: 'impact' }))[row]).toBe(`${text} [timeline #2]`);
  });

  test.each([
    ['Users or customers', 'A customer configuration change reaches a fault in release 9.2.'],
    ['Orders or transactions', 'Host or-3 runs 6.1 and sends child orders without counting fills.'],
  ])('%s is not what a note merely mentions beside another number: %s', (row, text) => {
    expect(rowsOf(noted(text, { kind: 'impact' }))[row]).toBe('unknown');
  });

  test('a note that was corrected is not quoted any more', () => {
    const rows = rowsOf(
      noted('10 orders failed', { kind: 'impact' }),
      noted('12 orders failed', { kind: 'impact', amends: 2 }),
    );
    expect(rows['Orders or transactions']).toBe('12 orders failed [timeline #3]');
  });

  test('three notes at most are quoted, and neither a mere word about requests nor one without a number', () => {
    const four = [1, 2, 3, 4].map((count) => noted(`${count} orders failed`, { kind: 'impact' }));
    expect(rowsOf(...four)['Orders or transactions']).toBe(
      '1 orders failed · 2 orders failed · 3 orders failed [timeline #2, timeline #3, timeline #4]',
    );
    const words = rowsOf(noted('Requests fail and the SLO is missed.', { kind: 'impact' }));
    expect([words['Requests or error rate'], words['SLO and error budget']]).toEqual(['unknown', 'unknown']);
  });

  test.each(['started', 'detected'] as const)('a note that dates when it %s is one about the impact', (milestone) => {
    expect(rowsOf(noted('3 regions are slow.', { milestone }))['Regions']).toBe('3 regions are slow. [timeline #2]');
  });

  test('what somebody attested counts as well', () => {
    const word: Told = [at, 'verification.attested', 'bo', { text: 'Replayed. 120 orders are through.' }];
    expect(rowsOf(word)['Orders or transactions']).toBe('120 orders are through. [timeline #2]');
  });

  const dated = (milestone: 'started' | 'mitigated' | 'resolved', minute: string): Told => [
    `2026-03-02T10:${minute}:00.000Z`,
    'note.added',
    'bo',
    note(milestone, { milestone }),
  ];

  test.each<[string, readonly Told[], string, string]>([
    [
      'stopped before it was resolved',
      [dated('started', '00'), dated('mitigated', '20'), dated('resolved', '50')],
      '2026-03-02 10:00 – 2026-03-02 10:20 [Key times]',
      '20 min [mitigated_at − started_at]',
    ],
    [
      'only resolved',
      [dated('started', '00'), dated('resolved', '50')],
      '2026-03-02 10:00 – 2026-03-02 10:50 [Key times]',
      '50 min [resolved_at − started_at]',
    ],
    ['going on', [dated('started', '00')], 'since 2026-03-02 10:00, still going on [Key times]', 'unknown'],
    ['undated', [], 'unknown – unknown', 'unknown'],
  ])('the window of an impact that is %s', (_what, told, window, duration) => {
    const rows = rowsOf(...told);
    expect([rows['Window (UTC)'], rows['Duration of the impact']]).toEqual([window, duration]);
  });

  test.each([
    [350, 200, 'p99 350 against an objective of 200 (1.75 times) [timeline #2]'],
    [5, 0, 'p99 5 against an objective of 0 [timeline #2]'],
  ])('a measurement of %s against %s is said', (value, slo, said) => {
    const measured = alert('slow', { measurement: { metric: 'p99', value, slo } });
    expect(rowsOf([at, 'alert.received', null, measured])['Measured against its objective']).toBe(said);
  });

  test('the checklist asks for numbers exactly where the table has none', () => {
    const open = (...told: readonly Told[]) =>
      findIncomplete(tell([[at, 'incident.declared', null, declared()], ...told])).filter(
        ({ category }) => category === 'impact-without-numbers',
      );
    expect(open()).toHaveLength(1);
    expect(open(noted('the pool has 20 connections'))).toHaveLength(1);
    expect(open(noted('340 orders were given up'))).toEqual([]);
  });
});
