import fs from 'node:fs';
import path from 'node:path';
import type { Incident } from '../incident/incident.ts';
import { summariseForSmartspec } from '../incident/smartspec-summary.ts';
import { replaceFile, syncFolder } from './durable-file.ts';
import type { JournalEntry, Standing } from './journal.ts';
import { catchUp } from './load-record.ts';
import { type Protection, sealingVault } from './protection.ts';
import { alertsFolder, type Ground, incidentFolder, journalPath, snapshotPath, summaryPath } from './record-paths.ts';
import { makeFolder } from './safe-path.ts';
import { renderSnapshot } from './snapshot.ts';

type Event = JournalEntry['events'][number];
type AlertEvent = Extract<Event, { type: 'alert.received' | 'alert.repeated' | 'alert.cleared' }>;

/** The text of `summary.json`, in SmartSpec's schema, with nulls for what an encrypted record does not say. */
export function renderSummary(protection: Protection | undefined, incident: Incident, version: string): string {
  const open = protection?.seals !== true;
  const summary = summariseForSmartspec(incident, version);
  const hidden = { severity: null, root_cause_identified: null, action_items_created: null };
  return `${JSON.stringify(open ? summary : { ...summary, ...hidden }, null, 2)}\n`;
}

/** So many alerts kept by one decision get files of their own; more, such as a stream brings, are lines of one file. */
const mostFiles = 8;

/** Every file under `alerts/` that one entry gives rise to: its name and its text. */
export function renderAlerts(
  protection: Protection | undefined,
  entry: JournalEntry,
): readonly (readonly [name: string, text: string])[] {
  const vault = sealingVault(protection, entry.incident);
  const alerts = entry.events.filter(isAlertEvent).map(({ seq, type, data }) => {
    const { alert, payload } = data;
    const shown = { seq, received_at: entry.recorded_at, type };
    if (vault === null) return { ...shown, alert, payload };
    return { ...shown, sealed: vault.seal(`alerts ${entry.incident}`, `${seq}`, JSON.stringify({ alert, payload })) };
  });
  const first = alerts[0];
  const last = alerts.at(-1);
  if (first === undefined || last === undefined) return [];
  if (alerts.length <= mostFiles)
    return alerts.map((alert) => [`${numbered(alert.seq)}.json`, `${JSON.stringify(alert, null, 2)}\n`]);
  const lines = alerts.map((alert) => `${JSON.stringify(alert)}\n`).join('');
  return [[`${numbered(first.seq)}-${numbered(last.seq)}.jsonl`, lines]];
}

function numbered(seq: number): string {
  return String(seq).padStart(6, '0');
}

function isAlertEvent(event: Event): event is AlertEvent {
  return event.type === 'alert.received' || event.type === 'alert.repeated' || event.type === 'alert.cleared';
}

/** Writes the alerts of one entry to files of their own. */
export function writeAlerts(ground: Ground, id: string, entry: JournalEntry): void {
  const alerts = renderAlerts(ground.protection, entry);
  if (alerts.length === 0) return;
  const folder = alertsFolder(ground, id);
  makeFolder(folder);
  for (const [name, text] of alerts) replaceFile(ground, path.join(folder, name), text, 'derived');
}

/**
 * Writes `incident.json` and `summary.json`, and again while there are newer entries: a slow writer must not leave an
 * older state as the last word. Returns the latest standing.
 */
export function writeState(ground: Ground, standing: Standing): Standing {
  const { id } = standing.incident;
  const isNewest = ({ incident }: Standing): boolean => !fs.existsSync(journalPath(ground, id, incident.revision + 1));
  // Whoever has kept a newer entry meanwhile writes the state after it, so in a storm few write one that is old at once.
  if (!isNewest(standing)) return standing;
  let latest = standing;
  for (;;) {
    replaceFile(ground, snapshotPath(ground, id), renderSnapshot(ground.protection, latest, ground.version), 'derived');
    replaceFile(
      ground,
      summaryPath(ground, id),
      renderSummary(ground.protection, latest.incident, ground.version),
      'derived',
    );
    if (isNewest(latest)) return latest;
    latest = catchUp(ground, id, latest);
    // Others' entries may not be on disk yet, and a snapshot must never know more than the journal after a power cut.
    syncFolder(incidentFolder(ground, id));
  }
}
