import { type IncidentSummary, summarise } from '../../../incident/incident-summary.ts';
import { alignColumns } from '../../align-columns.ts';
import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { isSet, textOf } from '../../input.ts';
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
    (service === null || summary.service === service) &&
    (from === null || (summary.declared_at ?? '') >= from);
  const incidents: IncidentSummary[] = [];
  if (isSet(input, 'all') || from !== null) {
    for await (const summary of house.store.listAll()) if (wanted(summary)) incidents.push(summary);
  } else {
    for (const incident of await house.store.listOpen()) {
      const summary = summarise(incident);
      if (wanted(summary)) incidents.push(summary);
    }
  }
  const rows = incidents.map(
    ({ id, severity: sev, status, pruned_at, declared_at, alert_count, commander, service: of, title }) => [
      id,
      sev,
      pruned_at === undefined ? status : `pruned ${pruned_at.slice(0, 10)}`,
      declared_at?.slice(0, 16).replace('T', ' ') ?? '',
      `${alert_count}`,
      commander ?? 'unassigned',
      of === null ? title : `${title} (${of})`,
    ],
  );
  const now = house.now();
  const silences = await house.reception.silences.current(now);
  const none = isSet(input, 'all') ? 'no incident is on record' : 'nothing is open';
  return answer('listed', {
    headline: false,
    lines: [
      ...(rows.length === 0
        ? [none]
        : alignColumns([['INCIDENT', 'SEVERITY', 'STATUS', 'DECLARED (UTC)', 'ALERTS', 'COMMANDER', 'WHAT'], ...rows])),
      ...(silences.length === 0 ? [] : ['', 'silenced', ...describeSilences(silences, now).map((line) => `  ${line}`)]),
    ],
    more: { incidents, silences },
  });
};
