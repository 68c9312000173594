import { parseDuration } from '../../../incident/duration.ts';
import type { IncidentSummary } from '../../../incident/incident-summary.ts';
import { alignColumns } from '../../align-columns.ts';
import { type Answer, answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { isSet, textOf } from '../../input.ts';
import { WrongUsage } from '../../wrong-usage.ts';

const mostShown = 20;

/**
 * `audit prune --older-than 400d [--apply]`: removes the records of incidents that were closed that long ago.
 *
 * Incidents that are not closed, and those with open action items, are never touched; without `--apply` nothing is.
 */
export const auditPrune: Action = async (input, house) => {
  if (house.config.store.kind === 'postgres') {
    throw new WrongUsage(
      'records-in-database',
      'Records in a database are not pruned from here: it refuses to change or remove an entry.',
      'Take an old record out first: incident store move --to file --incident <id>; its owner removes the rows.',
    );
  }
  const typed = textOf(input, 'olderThan') ?? '';
  const age = parseDuration(typed);
  if (!age.ok || age.seconds <= 0) {
    throw new WrongUsage(
      'bad-duration',
      `--older-than "${typed.slice(0, 40)}" is not a length of time.`,
      'Example: --older-than 400d',
    );
  }
  const before = new Date(Date.parse(house.now()) - age.seconds * 1000).toISOString();
  const due: IncidentSummary[] = [];
  let kept = 0;
  for await (const summary of house.store.listAll()) {
    if (summary.pruned_at !== undefined || summary.status !== 'closed' || (summary.closed_at ?? '9') >= before)
      continue;
    if (summary.open_actions.length > 0) kept += 1;
    else due.push(summary);
  }
  const unfinished =
    kept === 0 ? [] : [`${kept} older ${kept === 1 ? 'one stays' : 'ones stay'}: action items are open`];
  if (!isSet(input, 'apply')) return preview(due, before, unfinished, typed);
  const upkeep = await house.upkeep();
  const results = due.map(({ id }) => ({ id, outcome: upkeep.prune(id) }));
  const failed = results.filter(({ outcome }) => outcome !== 'pruned');
  return answer('pruned', {
    headline: false,
    exit_code: failed.length > 0 ? exitCodes.unsuccessful : exitCodes.done,
    lines: [
      `${results.length - failed.length} records closed before ${before.slice(0, 10)} removed; list --all keeps a line for each`,
      ...failed.slice(0, mostShown).map(({ id, outcome }) => `${id} not removed: ${outcome}`),
      ...unfinished,
    ],
    more: { before, pruned: results.filter(({ outcome }) => outcome === 'pruned').map(({ id }) => id), failed },
    error:
      failed[0] === undefined
        ? null
        : {
            reason: 'not-pruned',
            message: `${failed[0].id} was not removed: ${failed[0].outcome}.`,
            hint: `incident audit verify ${failed[0].id}`,
          },
  });
};

function preview(
  due: readonly IncidentSummary[],
  before: string,
  unfinished: readonly string[],
  typed: string,
): Answer {
  const rows = due.slice(0, mostShown).map(({ id, closed_at, title }) => [id, closed_at?.slice(0, 10) ?? '', title]);
  const more = due.length - rows.length;
  return answer('preview', {
    headline: false,
    lines: [
      due.length === 0
        ? `no record was closed before ${before.slice(0, 10)}`
        : `${due.length} ${due.length === 1 ? 'record' : 'records'} closed before ${before.slice(0, 10)} would be removed for good:`,
      ...alignColumns(rows),
      ...(more > 0 ? [`and ${more} more`] : []),
      ...unfinished,
      ...(due.length === 0 ? [] : [`to remove them: incident audit prune --older-than ${typed} --apply`]),
    ],
    more: { before, would_prune: due.map(({ id }) => id) },
  });
}
