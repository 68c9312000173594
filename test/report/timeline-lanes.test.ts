import { describe, expect, test } from 'vitest';
import { timeTicks } from '../../src/report/time-ticks.ts';
import { timelineLanes } from '../../src/report/timeline-lanes.ts';
import { drawTimeline } from '../../src/report/timeline-picture.ts';
import { wordsFor } from '../../src/report/words/words.ts';
import { declared, note, type Told, tell } from './incident-story.ts';
import { slowCheckout } from './stories.ts';

const words = wordsFor('en');
const now = '2026-03-02T13:00:00.000Z';
const at = (clock: string): string => `2026-03-02T${clock}:00.000Z`;
const clock = (time: number): string => new Date(time).toISOString().slice(11, 16);
const statuses = (...story: readonly Told[]) =>
  timelineLanes(tell([[at('10:00'), 'incident.declared', null, declared()], ...story]), words, now)?.statuses.map(
    ({ label, from, to }) => [label, clock(from), clock(to)],
  );

describe('the lanes of the picture', () => {
  test('tell the life cycle in the order it happened, with the return after a reopening', () => {
    expect(
      statuses(
        [at('10:05'), 'incident.acknowledged', 'ana', {}],
        [at('10:20'), 'mitigation.judged', 'ana', { mitigation: null, verdict: 'worked', text: '' }],
        [at('10:30'), 'incident.resolved', 'ana', { basis: 'attested' }],
        [at('11:00'), 'incident.reopened', 'ana', { because: 'it is back' }],
        [at('11:10'), 'mitigation.judged', 'ana', { mitigation: null, verdict: 'no-effect', text: '' }],
        [at('11:40'), 'incident.resolved', 'ana', { basis: 'attested' }],
      ),
    ).toEqual([
      ['open', '10:00', '10:05'],
      ['investigating', '10:05', '10:20'],
      ['mitigating', '10:20', '10:30'],
      ['resolved', '10:30', '11:00'],
      ['investigating', '11:00', '11:40'],
    ]);
  });

  test('go on until now while the incident is open', () => {
    expect(statuses()).toEqual([['open', '10:00', '13:00']]);
  });

  test('begin with the impact, even where it was dated after the fact', () => {
    const incident = tell([
      [at('10:00'), 'incident.declared', null, declared()],
      [at('09:15'), 'note.added', 'bo', note('it began', { milestone: 'started' })],
    ]);
    const lanes = timelineLanes(incident, words, now);
    expect(lanes === null ? null : [clock(lanes.from), clock(lanes.impact?.from ?? 0)]).toEqual(['09:15', '09:15']);
  });

  test('are no picture at all when no time can be read', () => {
    const incident = { ...slowCheckout(), started_at: 'soon', detected_at: null, declared_at: null };
    expect(timelineLanes(incident, words, now)).toBeNull();
  });

  test('are told in words as well, for those who do not see the picture', () => {
    const lanes = timelineLanes(slowCheckout(), words, now);
    const svg = lanes === null ? '' : drawTimeline(lanes, 'INC-1', words);
    expect(svg).toContain('role="img" aria-labelledby="picture-title picture-desc"');
    expect(svg).toContain('<title id="picture-title">Timeline of INC-1</title>');
    expect(svg).toContain('M2 from 2026-03-02 10:32 to 2026-03-02 10:40. Alerts: 2. Escalations: 1. Updates: 1.');
  });
});

test.each([
  [60, 7],
  [3_600, 5],
  [1_127 * 60, 7],
  [40 * 86_400, 6],
  [0, 1],
])('an axis over %i seconds has no more than %i marks', (seconds, most) => {
  const from = Date.parse(at('10:00'));
  const ticks = timeTicks(from, from + seconds * 1_000);
  expect(ticks.length).toBeGreaterThan(0);
  expect(ticks.length).toBeLessThanOrEqual(Math.max(most, 8));
});

test.each([
  ['an hour', 3_600, /^\d\d:\d\d$/],
  ['a month', 31 * 86_400, /^\d\d-\d\d$/],
  ['three years', 3 * 365 * 86_400, /^\d{4}-\d\d$/],
])('the marks of %s are told apart', (_, seconds, form) => {
  const from = Date.parse(at('10:00'));
  const texts = timeTicks(from, from + seconds * 1_000).map(({ text }) => text);
  for (const text of texts) expect(text).toMatch(form);
  expect(new Set(texts).size).toBe(texts.length);
});
