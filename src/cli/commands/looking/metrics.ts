import { computeMetrics, type MetricsBy } from '../../../report/metrics.ts';
import { renderMetricsPage } from '../../../report/metrics-page.ts';
import { metricsTable } from '../../../report/metrics-table.ts';
import { prepareNameRoles } from '../../../report/name-roles.ts';
import { nameStrangers } from '../../../report/name-strangers.ts';
import { wordsFor } from '../../../report/words/words.ts';
import { alignColumns } from '../../align-columns.ts';
import { answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { type Input, isSet, textOf } from '../../input.ts';
import { readOneOf } from '../../read-one-of.ts';
import { WrongUsage } from '../../wrong-usage.ts';

const groupings: readonly MetricsBy[] = ['service', 'severity', 'month'];

/** `metrics [--by service|severity|month]`: how long things take, with the two milestones each number is made of. */
export const metrics: Action = async (input, house) => {
  const now = house.now();
  const words = wordsFor(house.reporting.language);
  const toRoles = prepareNameRoles(null, house.config.people, words);
  const measured = await computeMetrics(house.store.listAll(), {
    by: readOneOf(textOf(input, 'by') ?? 'service', groupings, '--by'),
    today: now.slice(0, 10),
    from: readDay(input, 'from'),
    to: readDay(input, 'to'),
    withoutNames: (text) => nameStrangers(toRoles(text), words),
  });
  const { language } = house.reporting;
  if (isSet(input, 'html')) {
    const page = renderMetricsPage(measured, {
      language,
      template: house.reporting.loadTemplate('metrics.html.hbs'),
      now,
    });
    if (page.ok)
      return answer('measured', { headline: false, lines: [page.text.trimEnd()], more: { metrics: measured } });
    return answer('template-broken', {
      exit_code: exitCodes.wrongUsage,
      error: {
        reason: 'template-broken',
        message: page.message,
        hint: 'Mend or remove .smartspec/templates/metrics.html.hbs.',
      },
    });
  }
  const table = metricsTable(measured, words);
  return answer('measured', {
    headline: false,
    lines: [...alignColumns([table.head, ...table.rows]), '', ...table.notes],
    more: { metrics: measured },
  });
};

function readDay(input: Input, name: 'from' | 'to'): string | null {
  const typed = textOf(input, name);
  if (typed === null || /^\d{4}-\d{2}-\d{2}$/.test(typed)) return typed;
  throw new WrongUsage('bad-date', `--${name} "${typed.slice(0, 40)}" is not a date.`, 'Write it as 2026-10-01.');
}
