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

/**
 * Whether everything that is wanted of service, severity, source and labels holds; `*` and `?` stand for any text, and
 * `names` are all names of the service.
 */
export function matchesPlaybook(match: PlaybookMatch, incident: Incident, names: readonly string[]): boolean {
  const { service, severity, source, labels } = match;
  return (
    (service === undefined || names.some((name) => isAnyOf(name, service))) &&
    (severity === undefined || severity.includes(incident.severity)) &&
    (source === undefined || isAnyOf(incident.source, source)) &&
    (labels === undefined || incident.alerts.some((alert) => hasLabels(alert.labels, labels)))
  );
}

function isAnyOf(value: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(value, pattern));
}

/** All of them on one alert: labels of two alerts together describe neither. */
function hasLabels(labels: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, pattern]) => {
    const value = Object.hasOwn(labels, name) ? labels[name] : undefined;
    return value !== undefined && matchesGlob(value, pattern);
  });
}
