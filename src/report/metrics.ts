import { type Durations, durationFormulas } from '../incident/durations.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { Numbers } from './numbers.ts';
import { plainText } from './plain-text.ts';

export type MetricsBy = 'service' | 'severity' | 'month';
export type DurationName = keyof Durations;

export const durationNames: readonly DurationName[] = [
  'time_to_detect',
  'time_to_acknowledge',
  'time_to_declare',
  'time_to_mitigate',
  'time_to_resolve',
];

/** Seconds; `n` is how many incidents have both milestones, the others are in `unmeasured`. */
export interface Measured {
  readonly n: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly unmeasured: number;
}

export interface MetricsRow {
  readonly group: string;
  readonly incidents: number;
  readonly durations: Readonly<Record<DurationName, Measured>>;
}

export interface OverdueAction {
  /** `INC-…/A1`. */
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
  readonly due: string;
  readonly days_late: number;
}

export interface Metrics {
  readonly by: MetricsBy;
  readonly total: MetricsRow;
  readonly rows: readonly MetricsRow[];
  /** What each duration is made of: from the first milestone to the second. */
  readonly definitions: Readonly<Record<DurationName, readonly [string, string]>>;
  readonly repeated_factors: readonly {
    readonly factor: string;
    readonly count: number;
    readonly incidents: readonly string[];
  }[];
  readonly overdue_actions: readonly OverdueAction[];
  readonly excluded: { readonly merged: number; readonly outside_period: number };
}

export interface MetricsOptions {
  readonly by: MetricsBy;
  /** `YYYY-MM-DD`; an action is late when it was due before. */
  readonly today: string;
  /** First and last day, `YYYY-MM-DD`, by the day an incident was declared; null: no limit. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Writes a text of a factor or an action without the names of people; not given: as it stands. */
  readonly withoutNames?: (text: string) => string;
}

/** Measures many incidents in one pass; only the numbers are kept, never the summaries. */
export async function computeMetrics(
  summaries: Iterable<IncidentSummary> | AsyncIterable<IncidentSummary>,
  options: MetricsOptions,
): Promise<Metrics> {
  const groups = new Map<string, Gathered>();
  const factors = new Map<string, { readonly factor: string; count: number; readonly incidents: string[] }>();
  const overdue: OverdueAction[] = [];
  const { withoutNames = (text: string): string => text } = options;
  const excluded = { merged: 0, outside_period: 0 };
  for await (const summary of summaries) {
    if (summary.merged_into !== null) excluded.merged += 1;
    else if (!isInPeriod(summary, options)) excluded.outside_period += 1;
    else {
      const group = groupOf(summary, options.by);
      const gathered = groups.get(group) ?? gather();
      groups.set(group, gathered);
      count(gathered, summary.durations);
      for (const factor of new Set(summary.factors.map((text) => plainText(text)))) {
        const key = factor.toLowerCase().replace(/[.\s]+$/, '');
        const known = factors.get(key) ?? { factor, count: 0, incidents: [] };
        known.count += 1;
        if (known.incidents.length < 10) known.incidents.push(summary.id);
        factors.set(key, known);
      }
      overdue.push(...overdueActions(summary, options.today));
    }
  }
  return {
    by: options.by,
    total: toRow('', addUp([...groups.values()])),
    rows: [...groups].map(([group, gathered]) => toRow(group, gathered)).sort((a, b) => (a.group < b.group ? -1 : 1)),
    definitions: durationFormulas,
    repeated_factors: [...factors.values()]
      .filter((factor) => factor.count > 1)
      .sort((a, b) => b.count - a.count || (a.factor < b.factor ? -1 : 1))
      .slice(0, 50)
      .map((repeated) => ({ ...repeated, factor: withoutNames(repeated.factor) })),
    overdue_actions: overdue
      .sort((a, b) => b.days_late - a.days_late || (a.id < b.id ? -1 : 1))
      .map((action) => ({ ...action, text: withoutNames(action.text) })),
    excluded,
  };
}

interface Gathered {
  incidents: number;
  readonly seconds: Readonly<Record<DurationName, Numbers>>;
}

function gather(): Gathered {
  return {
    incidents: 0,
    seconds: {
      time_to_detect: new Numbers(),
      time_to_acknowledge: new Numbers(),
      time_to_declare: new Numbers(),
      time_to_mitigate: new Numbers(),
      time_to_resolve: new Numbers(),
    },
  };
}

function count(gathered: Gathered, durations: Durations): void {
  gathered.incidents += 1;
  for (const name of durationNames) {
    const seconds = durations[name];
    if (seconds !== null && Number.isFinite(seconds)) gathered.seconds[name].add([seconds]);
  }
}

function addUp(groups: readonly Gathered[]): Gathered {
  const total = gather();
  for (const { incidents, seconds } of groups) {
    total.incidents += incidents;
    for (const name of durationNames) total.seconds[name].add(seconds[name].sorted());
  }
  return total;
}

function toRow(group: string, { incidents, seconds }: Gathered): MetricsRow {
  const measure = (name: DurationName): Measured => measured(seconds[name], incidents);
  return {
    group,
    incidents,
    durations: {
      time_to_detect: measure('time_to_detect'),
      time_to_acknowledge: measure('time_to_acknowledge'),
      time_to_declare: measure('time_to_declare'),
      time_to_mitigate: measure('time_to_mitigate'),
      time_to_resolve: measure('time_to_resolve'),
    },
  };
}

/** The median is the middle, or the mean of the two middle ones; p90 is the smallest that nine in ten do not exceed. */
function measured(values: Numbers, incidents: number): Measured {
  const sorted = values.sorted();
  const n = sorted.length;
  const lower = sorted[Math.floor((n - 1) / 2)];
  const upper = sorted[Math.floor(n / 2)];
  return {
    n,
    median: lower === undefined || upper === undefined ? null : (lower + upper) / 2,
    p90: sorted[Math.ceil(n * 0.9) - 1] ?? null,
    unmeasured: incidents - n,
  };
}

function groupOf(summary: IncidentSummary, by: MetricsBy): string {
  if (by === 'severity') return summary.highest_severity;
  if (by === 'month') return dayOf(summary)?.slice(0, 7) ?? 'unknown';
  return summary.service ?? 'unknown';
}

function dayOf(summary: IncidentSummary): string | null {
  return (summary.declared_at ?? summary.detected_at ?? summary.started_at)?.slice(0, 10) ?? null;
}

function isInPeriod(summary: IncidentSummary, { from = null, to = null }: MetricsOptions): boolean {
  const day = dayOf(summary);
  if (day === null) return from === null && to === null;
  return (from === null || day >= from) && (to === null || day <= to);
}

function overdueActions(summary: IncidentSummary, today: string): readonly OverdueAction[] {
  return summary.open_actions.flatMap(({ id, text, due, owner }) => {
    if (due === null || !/^\d{4}-\d\d-\d\d$/.test(due) || due >= today) return [];
    const late = Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000);
    return [{ id: `${summary.id}/${id}`, text: plainText(text), owner, due, days_late: late }];
  });
}
