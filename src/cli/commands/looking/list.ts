import { type IncidentSummary, summarise } from '../../../incident/incident-summary.ts';
import { namesOfService } from '../../../incident/service-names.ts';
import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { isSet, textOf } from '../../input.ts';
import { pourRows } from '../../pour-rows.ts';
import { describeSilences } from '../../show-quiet.ts';
import { readMoment, readSeverity } from '../../who-and-when.ts';

/** `list [--all]`: what is open, oldest first; with `--all` everything, newest first. */
export const list: Action = async (input, house) => {
  const severity = textOf(input, 'severity');
  const service = textOf(input, 'service');
  const since = textOf(input, 'since');
  const level = severity === null ? null : readSeverity(severity);
  const from = since === null ? null : readMoment(since.length === 10 ? `${since}T00:00Z` : since, '--since');
  const wanted = (summary: IncidentSummary): boolean =>
    (level === null || summary.severity === level) &&
    (service === null || namesOfService(summary.service, house.config.services).includes(service)) &&
    (from === null || (summary.declared_at ?? '') >= from);
  const everything = isSet(input, 'all') || from !== null;
  async function* chosen(): AsyncGenerator<IncidentSummary, void, undefined> {
    const open = async () => (await house.store.listOpen()).map(summarise);
    for await (const summary of everything ? house.store.listAll() : await open()) if (wanted(summary)) yield summary;
  }
  const now = house.now();
  const silences = await house.reception.silences.current(now);
  return answer('listed', {
    headline: false,
    pour: pourRows({
      name: 'incidents',
      open: chosen,
      head: ['INCIDENT', 'SEVERITY', 'STATUS', 'DECLARED (UTC)', 'ALERTS', 'COMMANDER', 'WHAT'],
      cells: toCells,
      none: isSet(input, 'all') ? 'no incident is on record' : 'nothing is open',
    }),
    lines: silences.length === 0 ? [] : ['', 'silenced', ...describeSilences(silences, now).map((line) => `  ${line}`)],
    more: { silences },
  });
};

function toCells(summary: IncidentSummary): readonly string[] {
  const { id, severity, status, pruned_at, declared_at, alert_count, commander, service, title } = summary;
  return [
    id,
    severity,
    pruned_at === undefined ? status : `pruned ${pruned_at.slice(0, 10)}`,
    declared_at?.slice(0, 16).replace('T', ' ') ?? '',
    `${alert_count}`,
    commander ?? 'unassigned',
    service === null ? title : `${title} (${service})`,
  ];
}
