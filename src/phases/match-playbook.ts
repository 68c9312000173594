import type { Incident } from '../incident/incident.ts';
import { matchesGlob } from '../incident/matches-glob.ts';
import type { Severity } from '../incident/severity.ts';

/** What has to hold of an incident; a list holds when one of its entries does. `when` is asked elsewhere. */
export interface PlaybookMatch {
  readonly service?: readonly string[] | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly source?: readonly string[] | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** Whether everything that is wanted of service, severity, source and labels holds; `*` and `?` stand for any text. */
export function matchesPlaybook(match: PlaybookMatch, incident: Incident): boolean {
  const { service, severity, source, labels } = match;
  return (
    (service === undefined || isAnyOf(incident.service, service)) &&
    (severity === undefined || severity.includes(incident.severity)) &&
    (source === undefined || isAnyOf(incident.source, source)) &&
    (labels === undefined || incident.alerts.some((alert) => hasLabels(alert.labels, labels)))
  );
}

function isAnyOf(value: string | null, patterns: readonly string[]): boolean {
  return value !== null && patterns.some((pattern) => matchesGlob(value, pattern));
}

/** All of them on one alert: labels of two alerts together describe neither. */
function hasLabels(labels: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, pattern]) => {
    const value = Object.hasOwn(labels, name) ? labels[name] : undefined;
    return value !== undefined && matchesGlob(value, pattern);
  });
}
