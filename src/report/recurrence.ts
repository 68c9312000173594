import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { sameText } from './find-incomplete.ts';
import { plainText, plainTime } from './plain-text.ts';
import { fill, type Words } from './words/words.ts';

export interface EarlierIncident {
  readonly id: string;
  readonly at: string;
  readonly severity: string;
  readonly title: string;
  readonly shared: string;
}

const mostRows = 20;

/** Earlier incidents that share a factor, an alert or the service; the closest kin first. */
export function recurrence(
  incident: Incident,
  earlier: Iterable<IncidentSummary>,
  toRoles: (text: string) => string,
  words: Words,
): readonly EarlierIncident[] {
  const kin: { readonly row: EarlierIncident; readonly closeness: number }[] = [];
  for (const other of earlier) {
    if (other.id === incident.id) continue;
    const factor = other.factors.some((text) => incident.contributing_factors.some((own) => sameText(own, text)));
    const alert = other.fingerprints.some((fingerprint) => incident.fingerprints.includes(fingerprint));
    const follows = incident.follows.includes(other.id);
    const service = other.service !== null && other.service === incident.service;
    const shared = [
      ...(follows ? [words.recurrence.follows] : []),
      ...(factor ? [words.recurrence.same_factor] : []),
      ...(alert ? [words.recurrence.same_alert] : []),
      ...(service ? [words.recurrence.same_service] : []),
    ];
    if (shared.length === 0) continue;
    const row = {
      id: plainText(other.id, 60),
      at: plainTime(other.started_at ?? other.detected_at ?? other.declared_at)?.slice(0, 10) ?? words.say.unknown,
      severity: other.highest_severity,
      title: toRoles(plainText(other.title, 200)),
      shared: shared.join(words.say.list),
    };
    kin.push({ row, closeness: (follows ? 8 : 0) + (factor ? 4 : 0) + (alert ? 2 : 0) + (service ? 1 : 0) });
  }
  return kin
    .sort((a, b) => b.closeness - a.closeness || (a.row.at < b.row.at ? 1 : -1))
    .slice(0, mostRows)
    .map(({ row }) => row);
}

/** Says how many rows are not shown, so that a list is never taken for the whole. */
export function leftOutText(count: number, words: Words): string | null {
  if (count === 0) return null;
  return count === 1 ? words.say.left_out_one : fill(words.say.left_out, { count });
}
