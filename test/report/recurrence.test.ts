import { describe, expect, test } from 'vitest';
import { type IncidentSummary, summarise } from '../../src/incident/incident-summary.ts';
import { leftOutText, recurrence } from '../../src/report/recurrence.ts';
import { wordsFor } from '../../src/report/words/words.ts';
import { alert, causes, declared, tell } from './incident-story.ts';

const at = '2026-03-02T10:00:00.000Z';
const words = wordsFor('en');
const now = tell([
  [at, 'incident.declared', null, declared({ follows: ['INC-FOLLOWED'] })],
  [at, 'alert.received', null, alert('slow')],
  [at, 'root-cause.recorded', null, causes({ factors: ['No load test.'] })],
]);
const stranger: IncidentSummary = {
  ...summarise(now),
  ...{ service: 'search', fingerprints: ['ffff'], factors: [], title: 'Bo saw it before' },
};
const was = (id: string, changes: Partial<IncidentSummary>): IncidentSummary => ({ ...stranger, id, ...changes });
const kinOf = (...earlier: readonly IncidentSummary[]) =>
  recurrence(now, earlier, (text) => text.replace('Bo', 'A responder'), words);

describe('whether it came back', () => {
  test.each<[string, Partial<IncidentSummary>, string]>([
    ['INC-FOLLOWED', {}, 'same problem'],
    ['INC-B', { factors: ['no load test'] }, 'same factor'],
    ['INC-B', { fingerprints: ['ffff', '00112233aabbccdd'] }, 'same alert'],
    ['INC-B', { service: 'checkout' }, 'same service'],
  ])('%s with %j shares the %s', (id, changes, shared) => {
    expect(kinOf(was(id, changes))).toMatchObject([{ id, shared }]);
  });

  test('an incident that shares nothing is no kin, and none is its own', () => {
    expect(kinOf(was('INC-B', {}), summarise(now))).toEqual([]);
    const nameless = recurrence({ ...now, service: null }, [was('INC-B', { service: null })], String, words);
    expect(nameless).toEqual([]);
  });

  test('the closest kin comes first, and of equals the newest', () => {
    const rows = kinOf(
      was('INC-OLD', { service: 'checkout', started_at: '2026-01-01T00:00:00.000Z' }),
      was('INC-NEW', { service: 'checkout', started_at: '2026-02-01T00:00:00.000Z' }),
      was('INC-ALERT', { fingerprints: ['00112233aabbccdd'] }),
      was('INC-BOTH', { fingerprints: ['00112233aabbccdd'], service: 'checkout' }),
      was('INC-FACTOR', { factors: ['No load test'] }),
      was('INC-ALL', { factors: ['No load test'], fingerprints: ['00112233aabbccdd'], service: 'checkout' }),
      was('INC-FOLLOWED', {}),
    );
    expect(rows.map(({ id }) => id)).toEqual([
      'INC-FOLLOWED',
      'INC-ALL',
      'INC-FACTOR',
      'INC-BOTH',
      'INC-ALERT',
      'INC-NEW',
      'INC-OLD',
    ]);
  });

  test('twenty are shown at most, each by its worst severity and without names', () => {
    const many = Array.from({ length: 21 }, (_, index) =>
      was(`INC-${index}`, { service: 'checkout', severity: 'SEV-4', highest_severity: 'SEV-1' }),
    );
    const rows = kinOf(...many);
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatchObject({ at: '2026-03-02', severity: 'SEV-1', title: 'A responder saw it before' });
  });
});

test.each([
  [0, null],
  [1, '1 entry left out of the narrative: blaming language.'],
  [2, '2 entries left out of the narrative: blaming language.'],
])('%s texts that were left out are said to be', (count, said) => {
  expect(leftOutText(count, words)).toBe(said);
});
