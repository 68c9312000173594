import { durationNames, type Measured, type Metrics, type MetricsRow } from './metrics.ts';
import { sayDuration } from './say-duration.ts';
import { fill, type Words } from './words/words.ts';

export interface MetricsTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the numbers mean and what is not in them. */
  readonly notes: readonly string[];
}

/** The metrics as a table: one row for each group, each cell with median, p90 and how many incidents it stands for. */
export function metricsTable(metrics: Metrics, words: Words): MetricsTable {
  const row = ({ group, incidents, durations }: MetricsRow, name = group): readonly string[] => [
    name,
    String(incidents),
    ...durationNames.map((duration) => cell(durations[duration], words)),
  ];
  const several = metrics.rows.length > 1;
  return {
    head: [words.metrics[metrics.by], words.metrics.incidents, ...durationNames.map((name) => words.duration[name])],
    rows: [...metrics.rows.map((one) => row(one)), ...(several ? [row(metrics.total, words.metrics.total)] : [])],
    notes: [
      ...durationNames.map((name) => {
        const [from, to] = metrics.definitions[name];
        return fill(words.metrics.definition, { name: words.duration[name], from, to });
      }),
      words.metrics.cell,
      fill(words.metrics.excluded, { ...metrics.excluded }),
    ],
  };
}

function cell({ n, median, p90 }: Measured, words: Words): string {
  if (n === 0 || median === null || p90 === null) return words.metrics.no_number;
  const values = { median: sayDuration(Math.round(median), words), p90: sayDuration(p90, words), n };
  return fill(n === 1 ? words.metrics.single : words.metrics.measured, values);
}
