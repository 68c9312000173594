import { readFileSync } from 'node:fs';
import type { Incident } from '../../src/incident/incident.ts';
import { type IncidentSummary, summarise } from '../../src/incident/incident-summary.ts';
import { computeMetrics } from '../../src/report/metrics.ts';
import { renderMetricsPage } from '../../src/report/metrics-page.ts';
import { action, alert, causes, declared, note, type Told, tell } from './incident-story.ts';
import { slowCheckout } from './stories.ts';

/** Two days with hundreds of entries, words without a place to break, and many actions. */
export function longNight(): Incident {
  const start = Date.parse('2026-03-02T10:00:00.000Z');
  const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
  const unbroken = `https/${'cluster-eu-central-1a.payments.internal.'.repeat(6)}`;
  const notes = Array.from({ length: 400 }, (_, index): Told => {
    const text = index % 40 === 0 ? `the address ${unbroken} does not answer` : `shard ${index} was moved`;
    return [at(index * 7), 'note.added', 'bo', note(text, { evidence: [`https://graphs.example.com/d/${index}`] })];
  });
  const attempts = Array.from({ length: 9 }, (_, index): Told[] => {
    const mitigation = `M${index + 1}`;
    const workflow = 'move_shards';
    return [
      [at(index * 60), 'mitigation.proposed', 'bo', { mitigation, workflow, args: [], because: unbroken }],
      [at(index * 60 + 5), 'mitigation.judged', 'bo', { mitigation, verdict: 'no-effect', text: 'no change' }],
    ];
  }).flat();
  const actions = Array.from({ length: 12 }, (_, index): Told => {
    const text = `Limit the connections of ${unbroken} to ${index + 1}`;
    return [at(2_900), 'action.added', 'ana', action(`A${index + 1}`, text, { factor: 1, ticket: unbroken })];
  });
  return tell([
    [at(0), 'incident.declared', null, declared({ title: `Everything behind ${unbroken} is slow`, severity: 'SEV-1' })],
    [at(0), 'alert.received', null, alert(`${unbroken} is down`)],
    ...notes,
    ...attempts,
    [at(2_880), 'incident.resolved', 'ana', { basis: 'checks passed' }],
    [at(2_890), 'root-cause.recorded', 'ana', causes({ trigger: unbroken, factors: [unbroken, 'Nothing limits it.'] })],
    ...actions,
  ]);
}

/** The page about a year of incidents of several services, some of them late with their actions. */
export async function busyYear(language: 'en' | 'th'): Promise<string> {
  const base = summarise(slowCheckout());
  const services = ['checkout', 'search', 'payments', 'a-service-with-quite-a-long-name', 'คลังสินค้า'];
  const summaries = Array.from({ length: 60 }, (_, index): IncidentSummary => {
    const minutes = ((index * 37) % 90) + 1;
    return {
      ...base,
      id: `INC-20260302-${String(index).padStart(6, '2')}`,
      service: services[index % services.length] ?? null,
      durations: {
        time_to_detect: minutes * 20,
        time_to_acknowledge: minutes * 7,
        time_to_declare: minutes * 9,
        time_to_mitigate: index % 9 === 0 ? null : minutes * 120,
        time_to_resolve: index % 9 === 0 ? null : minutes * 900,
      },
      factors: [index % 3 === 0 ? 'No load test covers the pool.' : `Only once ${index}`],
      open_actions: index % 10 === 0 ? [{ id: 'A1', text: 'Add a limit', due: '2026-03-01', owner: 'payments' }] : [],
    };
  });
  const metrics = await computeMetrics(summaries, { by: 'service', today: '2026-04-10' });
  const template = readFileSync(new URL('../../templates/metrics.html.hbs', import.meta.url), 'utf8');
  const page = renderMetricsPage(metrics, { language, template, now: '2026-04-10T08:00:00.000Z' });
  if (!page.ok) throw new Error(page.message);
  return page.text;
}
