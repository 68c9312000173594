import fs from 'node:fs';
import path from 'node:path';
import { summarise } from '../incident/incident-summary.ts';
import { renderAlerts, renderSummary } from './derived-files.ts';
import { readStart, readWhole } from './durable-file.ts';
import { formatLine } from './incident-index.ts';
import type { Examination } from './incident-store.ts';
import { digestOf, lineOf } from './index-lines.ts';
import { type JournalEntry, readEntry, type Standing } from './journal.ts';
import { isObject } from './known-event.ts';
import { holderOf, ownClaims } from './load-record.ts';
import { formsOf } from './protection.ts';
import {
  alertsFolder,
  claimPath,
  disputedPath,
  type Ground,
  incidentFolder,
  indexPath,
  journalPath,
  markerPath,
  shownPath,
  snapshotPath,
  summaryPath,
} from './record-paths.ts';
import { renderSnapshot } from './snapshot.ts';

/** The names under `alerts/` that one entry gives rise to. */
export function alertNames(ground: Ground, entry: JournalEntry): readonly string[] {
  return renderAlerts(ground.protection, entry).map(([name]) => name);
}

/**
 * Compares everything that is made from the journal with what the journal says, byte for byte; a file written by
 * another version is compared with what that version number would have made of it.
 */
export function examineDerived(
  ground: Ground,
  standing: Standing,
  alerts: ReadonlySet<string>,
): Pick<Examination, 'stale' | 'unknown'> {
  const { incident } = standing;
  const { id } = incident;
  const stale: string[] = [];
  const forms = formsOf(ground.protection);
  const compare = (file: string, render: (form: Form, version: string) => string, versionKey: string): void => {
    const text = readWhole(file)?.toString('utf8') ?? null;
    const version = (text === null ? null : versionIn(text, versionKey)) ?? ground.version;
    if (text === null || !forms.some((form) => render(form, version) === text)) stale.push(file);
  };
  compare(snapshotPath(ground, id), (form, version) => renderSnapshot(form, standing, version), 'written_by');
  compare(summaryPath(ground, id), (form, version) => renderSummary(form, incident, version), 'version');
  stale.push(...staleAlerts(ground, standing), ...staleLinks(ground, standing), ...staleLine(ground, standing));
  const unknown = unknownFiles(ground, id, alerts);
  const shown = (files: readonly string[]): string[] => files.map((file) => shownPath(ground, file));
  return { stale: shown(stale), unknown: shown(unknown) };
}

type Form = Ground['protection'];

function versionIn(text: string, key: string): string | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const version = isObject(parsed) ? parsed[key] : null;
    return typeof version === 'string' ? version : null;
  } catch {
    return null;
  }
}

function staleAlerts(ground: Ground, { incident }: Standing): readonly string[] {
  const stale: string[] = [];
  for (let number = 1; number <= incident.revision; number += 1) {
    const found = readEntry(ground, journalPath(ground, incident.id, number));
    if (found === null || typeof found === 'string') continue;
    const wanted = formsOf(ground.protection).map((form) => new Map(renderAlerts(form, found.entry)));
    for (const name of wanted[0]?.keys() ?? []) {
      const file = path.join(alertsFolder(ground, incident.id), name);
      const text = readWhole(file)?.toString('utf8');
      if (text === undefined || !wanted.some((alerts) => alerts.get(name) === text)) stale.push(file);
    }
  }
  return stale;
}

function staleLinks(ground: Ground, { incident }: Standing): readonly string[] {
  const { id } = incident;
  const marker = markerPath(ground, id);
  const first = readWhole(journalPath(ground, id, 1));
  const found = readWhole(marker);
  if (incident.status === 'closed') {
    const held = ownClaims(incident).map((claim) => claimPath(ground, claim));
    return [...(found === null ? [] : [marker]), ...held.filter((file) => holderOf(readStart(file, 100)) === id)];
  }
  const missing = ownClaims(incident)
    .map((claim) => claimPath(ground, claim))
    .filter((file) => [null, 'garbled'].includes(holderOf(readStart(file, 100))));
  return [...(found !== null && first?.equals(found) === true ? [] : [marker]), ...missing];
}

function staleLine(ground: Ground, { incident, head }: Standing): readonly string[] {
  const line = lineOf(ground, incident.id);
  if (incident.status !== 'closed') return line === null || line === 'missing' ? [] : [indexPath(ground)];
  const due = formsOf(ground.protection).map((form) => digestOf(formatLine(form, { ...summarise(incident), head })));
  return line !== null && line !== 'missing' && due.includes(line.digest) ? [] : [indexPath(ground)];
}

function unknownFiles(ground: Ground, id: string, alerts: ReadonlySet<string>): readonly string[] {
  const folder = incidentFolder(ground, id);
  const own = [snapshotPath(ground, id), summaryPath(ground, id), disputedPath(ground, id), alertsFolder(ground, id)];
  const unknown = fs
    .readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((file) => !own.includes(file) && !/\/journal-\d{6,9}\.json$/.test(file));
  if (!fs.existsSync(alertsFolder(ground, id))) return unknown;
  const extra = fs
    .readdirSync(alertsFolder(ground, id))
    .filter((name) => !alerts.has(name) && !alerts.has(name.replace(/\.raw\.age$/, '.json')));
  return [...unknown, ...extra.map((name) => path.join(alertsFolder(ground, id), name))];
}
