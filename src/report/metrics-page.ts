import { escapeAll } from './escape-markdown.ts';
import { durationNames, type Metrics } from './metrics.ts';
import { drawMetric } from './metrics-chart.ts';
import { metricsTable } from './metrics-table.ts';
import { plainText, plainTime } from './plain-text.ts';
import { type Rendered, renderTemplate } from './render-template.ts';
import { fill, type ReportLanguage, wordsFor } from './words/words.ts';

/** Writes the metrics as one HTML page that asks for nothing from outside; `template` is `templates/metrics.html.hbs`. */
export function renderMetricsPage(
  metrics: Metrics,
  options: { readonly language: ReportLanguage; readonly template: string; readonly now: string },
): Rendered {
  const words = wordsFor(options.language);
  const page = {
    language: options.language,
    w: words,
    written: fill(words.metrics.written, { at: plainTime(options.now) ?? words.say.unknown }),
    incidents: metrics.total.incidents,
    table: metricsTable(metrics, words),
    charts: durationNames.flatMap((name) => {
      const picture = drawMetric(metrics, name, words);
      return picture === null ? [] : [{ title: words.duration[name], picture }];
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
