import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type IncidentSummary, summarise } from '../../src/incident/incident-summary.ts';
import { computeMetrics } from '../../src/report/metrics.ts';
import { renderMetricsPage } from '../../src/report/metrics-page.ts';
import { metricsTable } from '../../src/report/metrics-table.ts';
import { wordsFor } from '../../src/report/words/words.ts';
import { declared, tell } from './incident-story.ts';

const base = summarise(tell([['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()]]));
let made = 0;
const incident = (minutesToDetect: number | null, changes: Partial<IncidentSummary> = {}): IncidentSummary => {
  made += 1;
  const time_to_detect = minutesToDetect === null ? null : minutesToDetect * 60;
  return { ...base, id: `INC-${made}`, durations: { ...base.durations, time_to_detect }, ...changes };
};

describe('metrics of many incidents', () => {
  test.each([
    [[], null, null, 0],
    [[4], 240, 240, 1],
    [[4, 8], 360, 480, 2],
    [[9, 1, 5], 300, 540, 3],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 330, 540, 10],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 110], 360, 600, 11],
  ])('of %j minutes the median and p90 are those worked out by hand', async (minutes, median, p90, n) => {
    const { total } = await computeMetrics([...minutes.map((one) => incident(one)), incident(null)], {
      by: 'service',
      today: '2026-03-10',
    });
    expect(total.incidents).toBe(n + 1);
    expect(total.durations.time_to_detect).toEqual({ n, median, p90, unmeasured: 1 });
  });

  test.each([
    ['service', ['checkout', 'search', 'unknown']],
    ['severity', ['SEV-1', 'SEV-2']],
    ['month', ['2026-02', '2026-03']],
  ] as const)('grouped by %s', async (by, groups) => {
    const all = [
      incident(1),
      incident(2, { service: 'search', highest_severity: 'SEV-1' }),
      incident(3, { service: null, declared_at: '2026-02-28T23:00:00.000Z' }),
    ];
    const { rows } = await computeMetrics(all, { by, today: '2026-03-10' });
    expect(rows.map((row) => row.group)).toEqual(groups);
    expect(rows.reduce((sum, row) => sum + row.incidents, 0)).toBe(3);
  });

  test('merged incidents and those outside the period are counted, not measured', async () => {
    const all = [
      incident(1),
      incident(50, { merged_into: 'INC-X' }),
      incident(60, { declared_at: '2025-01-01T00:00:00Z' }),
    ];
    const metrics = await computeMetrics(all, {
      by: 'service',
      today: '2026-03-10',
      from: '2026-03-01',
      to: '2026-03-31',
    });
    expect(metrics.excluded).toEqual({ merged: 1, outside_period: 1 });
    expect(metrics.total.durations.time_to_detect).toMatchObject({ n: 1, median: 60 });
  });

  test.each([
    ['2026-03-02', null, 1],
    ['2026-03-03', null, 0],
    [null, '2026-03-02', 1],
    [null, '2026-03-01', 0],
  ])('the first and the last day count: from %s to %s', async (from, to, measured) => {
    const { total } = await computeMetrics([incident(1)], { by: 'service', today: '2026-03-10', from, to });
    expect(total.incidents).toBe(measured);
  });

  test('a day that nobody knows lies outside every period, and is counted where there is none', async () => {
    const unknown = incident(1, { declared_at: null, detected_at: null, started_at: null });
    const within = (from: string | null) => computeMetrics([unknown], { by: 'month', today: '2026-03-10', from });
    expect((await within('2026-01-01')).excluded.outside_period).toBe(1);
    expect((await within(null)).rows.map(({ group }) => group)).toEqual(['unknown']);
  });

  test('an incident counts to the day it was declared on, whenever it was detected', async () => {
    const late = incident(1, { detected_at: '2026-02-28T23:59:00.000Z', declared_at: '2026-03-01T00:01:00.000Z' });
    const { rows } = await computeMetrics([late], { by: 'month', today: '2026-03-10' });
    expect(rows.map(({ group }) => group)).toEqual(['2026-03']);
  });

  test('and to the worst severity it ever had', async () => {
    const milder = incident(1, { severity: 'SEV-4', highest_severity: 'SEV-1' });
    const { rows } = await computeMetrics([milder], { by: 'severity', today: '2026-03-10' });
    expect(rows.map(({ group }) => group)).toEqual(['SEV-1']);
  });

  test('of factors that come back fifty are listed, the most frequent first, with ten incidents each', async () => {
    const often = Array.from({ length: 12 }, () => incident(1, { factors: ['No alert'] }));
    const twice = Array.from({ length: 51 }, (_, index) => `Factor ${String(index).padStart(2, '0')}`);
    const all = [incident(1, { factors: twice }), ...often, incident(1, { factors: twice })];
    const { repeated_factors: found } = await computeMetrics(all, { by: 'service', today: '2026-03-10' });
    expect(found).toHaveLength(50);
    expect(found[0]).toMatchObject({ factor: 'No alert', count: 12 });
    expect(found[0]?.incidents).toHaveLength(10);
    expect(found[1]).toMatchObject({ factor: 'Factor 00', count: 2 });
  });

  test('of actions the latest come first', async () => {
    const actions = ['2026-03-08', '2026-03-01'].map((due, at) => ({ id: `A${at}`, text: 'x', due, owner: null }));
    const metrics = await computeMetrics([incident(1, { open_actions: actions })], {
      by: 'service',
      today: '2026-03-10',
    });
    expect(metrics.overdue_actions.map(({ days_late }) => days_late)).toEqual([9, 2]);
  });

  test('a factor that comes back is found whatever its case and full stop', async () => {
    const all = [
      incident(1, { id: 'INC-A', factors: ['No load test.', 'No load test.'] }),
      incident(1, { id: 'INC-B', factors: ['no load test', 'Once only'] }),
    ];
    expect((await computeMetrics(all, { by: 'service', today: '2026-03-10' })).repeated_factors).toEqual([
      { factor: 'No load test.', count: 2, incidents: ['INC-A', 'INC-B'] },
    ]);
  });

  test('an open action is overdue from the day after its date', async () => {
    const open = (due: string | null) => ({ id: 'A1', text: 'Add a limit', due, owner: null });
    const all = ['2026-03-08', '2026-03-10', null, 'soon'].map((due) =>
      incident(1, { id: `INC-${due}`, open_actions: [open(due)] }),
    );
    expect((await computeMetrics(all, { by: 'service', today: '2026-03-10' })).overdue_actions).toEqual([
      { id: 'INC-2026-03-08/A1', text: 'Add a limit', owner: null, due: '2026-03-08', days_late: 2 },
    ]);
  });

  test('factors and actions are shown without the names of people, owners with them', async () => {
    const all = ['INC-A', 'INC-B'].map((id) =>
      incident(1, {
        id,
        factors: ['Only Bo knows the pool.'],
        open_actions: [{ id: 'A1', text: 'Ask Bo for a limit', due: '2026-03-01', owner: 'bo' }],
      }),
    );
    const withoutNames = (text: string): string => text.replaceAll('Bo', 'a responder');
    const metrics = await computeMetrics(all, { by: 'service', today: '2026-03-10', withoutNames });
    expect(metrics.repeated_factors[0]?.factor).toBe('Only a responder knows the pool.');
    expect(metrics.overdue_actions[0]).toMatchObject({ text: 'Ask a responder for a limit', owner: 'bo' });
  });

  test('services called like parts of every object are services', async () => {
    const all = ['__proto__', 'constructor'].map((service) => incident(1, { service, factors: ['__proto__'] }));
    const metrics = await computeMetrics(all, { by: 'service', today: '2026-03-10' });
    expect(metrics.rows.map((row) => row.group)).toEqual(['__proto__', 'constructor']);
    expect(metrics.repeated_factors).toHaveLength(1);
  });

  test('the table says median, p90 and n, and what each duration is made of', async () => {
    const metrics = await computeMetrics([incident(4), incident(8), incident(1, { service: 'search' })], {
      by: 'service',
      today: '2026-03-10',
    });
    const table = metricsTable(metrics, wordsFor('en'));
    expect(table.head.slice(0, 3)).toEqual(['Service', 'Incidents', 'Time to detect']);
    expect(table.rows.map((row) => row.slice(0, 3))).toEqual([
      ['checkout', '2', '6 min, p90 8 min (n=2)'],
      ['search', '1', '1 min (n=1)'],
      ['All', '3', '4 min, p90 8 min (n=3)'],
    ]);
    expect(table.notes).toContain('Time to detect: from started_at to detected_at.');
  });

  test('ten thousand incidents are read from a stream, one at a time', async () => {
    let alive = 0;
    function* stream() {
      for (let at = 0; at < 10_000; at += 1) {
        alive += 1;
        yield incident(at % 60);
      }
    }
    expect((await computeMetrics(stream(), { by: 'month', today: '2026-03-10' })).total.incidents).toBe(alive);
  });
});

describe('the page of metrics', () => {
  const template = readFileSync(new URL('../../templates/metrics.html.hbs', import.meta.url), 'utf8');
  const page = async (summaries: readonly IncidentSummary[], language: 'en' | 'th' = 'en') => {
    const metrics = await computeMetrics(summaries, { by: 'service', today: '2026-03-10' });
    const rendered = renderMetricsPage(metrics, { language, template, now: '2026-03-10T08:00:00.000Z' });
    return rendered.ok ? rendered.text : rendered.message;
  };

  test('is word for word the one that was read and approved', async () => {
    made = 0;
    const actions = [{ id: 'A1', text: 'Add a limit', due: '2026-03-01', owner: 'payments' }];
    const all = [
      incident(4, { factors: ['No load test'], open_actions: actions }),
      incident(8, { factors: ['No load test'] }),
      incident(30, { service: 'search' }),
    ];
    await expect(await page(all)).toMatchFileSnapshot('../fixtures/reports/metrics.en.html');
    await expect(await page(all, 'th')).toMatchFileSnapshot('../fixtures/reports/metrics.th.html');
  });

  test('survives no incident at all, and hostile names', async () => {
    expect(await page([])).toContain('No action is overdue.');
    const html = await page([incident(1, { service: '</svg><script>alert(1)</script>' })]);
    expect(html).not.toContain('<script');
  });
});
