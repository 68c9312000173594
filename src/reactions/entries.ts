import type { EventType } from '../incident/event.ts';
import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { isWorse, parseSeverity, type Severity } from '../incident/severity.ts';

/** A field of an entry as text; empty where it has none. */
export function textIn(entry: TimelineEntry, name: string): string {
  const value = Object.hasOwn(entry.data, name) ? entry.data[name] : undefined;
  return typeof value === 'string' ? value : '';
}

/** A time in an entry; null where it has none that can be read. */
export function timeIn(entry: TimelineEntry, name: string): string | null {
  const text = textIn(entry, name);
  return Number.isNaN(Date.parse(text)) ? null : text;
}

/** The severity an entry set, and whether it was a rise; null for entries that set none. */
export function severityIn(entry: TimelineEntry): { readonly severity: Severity; readonly rises: boolean } | null {
  if (entry.type === 'incident.declared') {
    const severity = parseSeverity(textIn(entry, 'severity'));
    return severity === null ? null : { severity, rises: false };
  }
  if (entry.type !== 'severity.changed') return null;
  const to = parseSeverity(textIn(entry, 'to'));
  const from = parseSeverity(textIn(entry, 'from'));
  return to === null ? null : { severity: to, rises: from === null || isWorse(to, from) };
}

/** True when an alert, and not a person, caused the entry: both were kept at the same moment. */
export function causedByAlert(incident: Incident, entry: TimelineEntry): boolean {
  // The changes of a flapping alert are folded into the line that says that it flaps.
  return incident.timeline.some(
    ({ type, at, data }) =>
      (type.startsWith('alert.') || type === 'flapping.noticed') && (at === entry.at || data['latest_at'] === entry.at),
  );
}

/** The entries of some types, in the order they were kept. */
export function entriesOf(incident: Incident, ...types: readonly EventType[]): readonly TimelineEntry[] {
  return incident.timeline.filter((entry) => types.includes(entry.type));
}

/** The moment so many seconds later. */
export function later(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}

/** The first of some moments; null when there is none. */
export function earliest(moments: readonly (string | null)[]): string | null {
  return moments.reduce((first, next) => (next === null ? first : first === null || next < first ? next : first), null);
}

/** True while people work on it: neither resolved nor closed. */
export function isOngoing({ status }: Incident): boolean {
  return status !== 'resolved' && status !== 'closed';
}
