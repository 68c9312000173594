import { escapeAll } from './escape-markdown.ts';
import { durationNames, type Measured, type Metrics, type MetricsRow } from './metrics.ts';
import { drawMetric } from './metrics-chart.ts';
import { metricsTable } from './metrics-table.ts';
import { plainText, plainTime } from './plain-text.ts';
import { type Rendered, renderTemplate } from './render-template.ts';
import { sayDuration } from './say-duration.ts';
import { fill, type ReportLanguage, type Words, wordsFor } from './words/words.ts';

/** Writes the metrics as one HTML page that asks for nothing from outside; `template` is `templates/metrics.html.hbs`. */
export function renderMetricsPage(
  metrics: Metrics,
  options: { readonly language: ReportLanguage; readonly template: string; readonly now: string },
): Rendered {
  const words = wordsFor(options.language);
  const { head, notes } = metricsTable(metrics, words);
  const toRow = (row: MetricsRow, name: string) => ({
    group: name,
    incidents: row.incidents,
    cells: durationNames.map((duration) => sayMeasured(row.durations[duration], words)),
  });
  const rows = metrics.rows.map((row) => toRow(row, row.group));
  const several = rows.length > 1;
  const page = {
    language: options.language,
    w: words,
    written: fill(words.metrics.written, { at: plainTime(options.now) ?? words.say.unknown }),
    incidents: metrics.total.incidents,
    table: { head, notes, rows: several ? [...rows, toRow(metrics.total, words.metrics.total)] : rows },
    charts: durationNames.flatMap((name) => {
      const picture = drawMetric(metrics, name, words);
      const [from, to] = metrics.definitions[name];
      const made_of = fill(words.metrics.made_of, { from, to });
      return picture === null ? [] : [{ title: words.duration[name], made_of, picture }];
    }),
    factors: metrics.repeated_factors.map((repeated) => ({
      ...repeated,
      incidents: repeated.incidents.map((id) => plainText(id, 60)).join(words.say.list),
    })),
    overdue: metrics.overdue_actions
      .slice(0, 200)
      .map((action) => ({ ...action, owner: action.owner ?? words.say.unassigned })),
  };
  return renderTemplate(
    options.template,
    escapeAll(page, (text) => text),
    {
      format: 'html',
      block: (_name, inside) => inside,
    },
  );
}

/** The median in large, p90 and how many incidents it stands for in small; one incident alone is no distribution. */
function sayMeasured({ n, median, p90 }: Measured, words: Words): { readonly main: string; readonly more: string } {
  if (n === 0 || median === null) return { main: words.metrics.no_number, more: '' };
  const more = n === 1 ? words.metrics.more_single : words.metrics.more;
  return { main: sayDuration(Math.round(median), words), more: fill(more, { p90: sayDuration(p90, words), n }) };
}
