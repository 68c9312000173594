import type { Alert } from './alert.ts';
import type { RecordedEvent } from './event.ts';
import { changesWith } from './flapping.ts';
import type { AlertOnRecord, Incident, TimelineEntry } from './incident.ts';

type AlertEvent = Extract<RecordedEvent, { type: 'alert.received' | 'alert.repeated' | 'alert.cleared' }>;

/** Counts an alert in, keeping only the first and the latest of each fingerprint. */
export function addAlert(incident: Incident, event: AlertEvent): Incident {
  const { alert } = event.data;
  const earlier = incident.alerts.filter((kept) => kept.fingerprint === alert.fingerprint);
  const count = (earlier[0]?.count ?? 0) + 1;
  const latest = toRecord(event, alert, count);
  const first = earlier[0];
  const others = incident.alerts.filter((kept) => kept.fingerprint !== alert.fingerprint);
  const known = incident.fingerprints.includes(alert.fingerprint);
  const changes = changesWith(incident, alert, event.recorded_at);
  return {
    ...incident,
    alerts: first === undefined ? [...others, latest] : [...others, { ...first, count }, latest],
    alert_count: incident.alert_count + 1,
    fingerprints: known ? incident.fingerprints : [...incident.fingerprints, alert.fingerprint],
    firing: stillFiring(incident.firing, event),
    state_changes:
      changes.length === 0 ? incident.state_changes : { ...incident.state_changes, [alert.fingerprint]: changes },
    first_alert_at: incident.first_alert_at ?? event.recorded_at,
    last_alert_at: event.recorded_at,
  };
}

function stillFiring(firing: readonly string[], event: AlertEvent): readonly string[] {
  const { fingerprint } = event.data.alert;
  const others = firing.filter((other) => other !== fingerprint);
  return event.type === 'alert.cleared' ? others : [...others, fingerprint];
}

function toRecord(event: AlertEvent, alert: Alert, count: number): AlertOnRecord {
  const { source: _source, measurement: _measurement, ...kept } = alert;
  return { seq: event.seq, received_at: event.recorded_at, count, ...kept };
}

/**
 * Adds a line to the timeline, folding a repeated alert into the line that already stands for its repeats, and every
 * change of a flapping one into the line that says so.
 *
 * Only lines about alerts are looked through from the end, so what people wrote always separates two folds and a storm
 * of one alert stays one line however long it lasts.
 */
export function foldIntoTimeline(
  timeline: readonly TimelineEntry[],
  entry: TimelineEntry,
  flapping: readonly string[],
): readonly TimelineEntry[] {
  const fingerprint = fingerprintOf(entry);
  if (entry.type.startsWith('alert.') && flapping.includes(fingerprint)) {
    const index = timeline.findLastIndex(
      (line) => line.type === 'flapping.noticed' && line.data['fingerprint'] === fingerprint,
    );
    const line = timeline[index];
    // That it fired again has to be told from that it cleared: only the one makes a verification worthless.
    const fired = entry.type === 'alert.cleared' ? {} : { fired_seq: entry.seq, fired_at: entry.at };
    if (line !== undefined) return timeline.with(index, foldInto(line, entry, fired));
  }
  if (entry.type !== 'alert.repeated') return [...timeline, entry];
  for (let index = timeline.length - 1; index >= 0; index -= 1) {
    const line = timeline[index];
    if (line === undefined || !(line.type.startsWith('alert.') || line.type === 'flapping.noticed')) break;
    if (line.type === 'alert.repeated' && fingerprintOf(line) === fingerprint) {
      return timeline.with(index, foldInto({ ...line, text: entry.text }, entry, entry.data));
    }
  }
  return [...timeline, { ...entry, data: { ...entry.data, times: 1, latest_seq: entry.seq, latest_at: entry.at } }];
}

function foldInto(line: TimelineEntry, entry: TimelineEntry, data: TimelineEntry['data']): TimelineEntry {
  const times = typeof line.data['times'] === 'number' ? line.data['times'] + 1 : 2;
  const text = line.type === 'flapping.noticed' ? line.text.replace(/ \(\d+ more, latest .*\)$/, '') : line.text;
  const more = line.type === 'flapping.noticed' ? `${times - 1} more` : `${times} times`;
  return {
    ...line,
    text: `${text} (${more}, latest ${entry.at})`,
    data: { ...line.data, ...data, times, latest_seq: entry.seq, latest_at: entry.at },
  };
}

function fingerprintOf(entry: TimelineEntry): string {
  const { alert } = entry.data;
  if (typeof alert !== 'object' || alert === null || !('fingerprint' in alert)) return '';
  return String(alert.fingerprint);
}
