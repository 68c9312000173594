import type { Alert } from './alert.ts';
import type { RecordedEvent } from './event.ts';
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
  return {
    ...incident,
    alerts: first === undefined ? [...others, latest] : [...others, { ...first, count }, latest],
    alert_count: incident.alert_count + 1,
    fingerprints: known ? incident.fingerprints : [...incident.fingerprints, alert.fingerprint],
    firing: stillFiring(incident.firing, event),
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
 * Adds a line to the timeline, folding a repeated alert into the line that already stands for its repeats.
 *
 * Only lines about alerts are looked through from the end, so what people wrote always separates two folds and a storm
 * of one alert stays one line however long it lasts.
 */
export function foldIntoTimeline(timeline: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] {
  if (entry.type !== 'alert.repeated') return [...timeline, entry];
  const fingerprint = fingerprintOf(entry);
  for (let index = timeline.length - 1; index >= 0; index -= 1) {
    const line = timeline[index];
    if (line === undefined || !line.type.startsWith('alert.')) break;
    if (line.type === 'alert.repeated' && fingerprintOf(line) === fingerprint) {
      const times = typeof line.data['times'] === 'number' ? line.data['times'] + 1 : 2;
      const folded: TimelineEntry = {
        ...line,
        text: `${entry.text} (${times} times, latest ${entry.at})`,
        data: { ...entry.data, times, latest_seq: entry.seq, latest_at: entry.at },
      };
      return timeline.with(index, folded);
    }
  }
  return [...timeline, { ...entry, data: { ...entry.data, times: 1, latest_seq: entry.seq, latest_at: entry.at } }];
}

function fingerprintOf(entry: TimelineEntry): string {
  const { alert } = entry.data;
  if (typeof alert !== 'object' || alert === null || !('fingerprint' in alert)) return '';
  return String(alert.fingerprint);
}
