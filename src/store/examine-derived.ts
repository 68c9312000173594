import fs from 'node:fs';
import path from 'node:path';
import { summarise } from '../incident/incident-summary.ts';
import { renderAlerts, renderSummary } from './derived-files.ts';
import { readStart, readWhole } from './durable-file.ts';
import { type Differing, findDiffering } from './find-differing.ts';
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
): Pick<Examination, 'stale' | 'behind' | 'unknown'> {
  const { id } = standing.incident;
  const forms = formsOf(ground.protection);
  const versioned = (path: string, key: string, render: (form: Form, at: Standing, version: string) => string) => ({
    path,
    due: (at: Standing, text: string) => {
      const version = versionIn(text, key) ?? ground.version;
      return forms.map((form) => render(form, at, version));
    },
  });
  const found = [
    findDiffering(ground, standing, [
      versioned(snapshotPath(ground, id), 'written_by', renderSnapshot),
      versioned(summaryPath(ground, id), 'version', (form, { incident }, version) =>
        renderSummary(form, incident, version),
      ),
    ]),
    differingAlerts(ground, standing),
    differingLinks(ground, standing),
    differingLine(ground, standing),
  ];
  const shown = (files: readonly string[]): string[] => files.map((file) => shownPath(ground, file));
  const stale = shown(found.flatMap((differing) => differing.stale));
  const behind = shown(found.flatMap((differing) => differing.behind));
  const unknown = shown(unknownFiles(ground, id, alerts));
  return { stale, unknown, ...(behind.length === 0 ? {} : { behind }) };
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

function differingAlerts(ground: Ground, { incident }: Standing): Differing {
  const stale: string[] = [];
  const behind: string[] = [];
  for (let number = 1; number <= incident.revision; number += 1) {
    const found = readEntry(ground, journalPath(ground, incident.id, number));
    if (found === null || typeof found === 'string') continue;
    const wanted = formsOf(ground.protection).map((form) => new Map(renderAlerts(form, found.entry)));
    for (const name of wanted[0]?.keys() ?? []) {
      const file = path.join(alertsFolder(ground, incident.id), name);
      const text = readWhole(file)?.toString('utf8') ?? '';
      const due = wanted.flatMap((alerts) => alerts.get(name) ?? []);
      if (due.includes(text)) continue;
      (due.some((whole) => whole.startsWith(text)) ? behind : stale).push(file);
    }
  }
  return { stale, behind };
}

function differingLinks(ground: Ground, { incident }: Standing): Differing {
  const { id } = incident;
  const marker = markerPath(ground, id);
  const first = readWhole(journalPath(ground, id, 1));
  const found = readWhole(marker);
  const claims = ownClaims(incident).map((claim) => {
    const file = claimPath(ground, claim);
    return { file, holder: holderOf(readStart(file, 100)) };
  });
  const held = (wanted: string | null): string[] =>
    claims.filter(({ holder }) => holder === wanted).map(({ file }) => file);
  // Closing takes claims and marker away as its last steps.
  if (incident.status === 'closed') return { stale: [], behind: [...(found === null ? [] : [marker]), ...held(id)] };
  const foreign = found !== null && first?.equals(found) !== true;
  return {
    stale: [...(foreign ? [marker] : []), ...held('garbled')],
    behind: [...(found === null ? [marker] : []), ...held(null)],
  };
}

function differingLine(ground: Ground, { incident, head }: Standing): Differing {
  const file = indexPath(ground);
  const line = lineOf(ground, incident.id);
  if (incident.status !== 'closed') return { stale: line === null || line === 'missing' ? [] : [file], behind: [] };
  if (line === null || line === 'missing' || line.revision < incident.revision) return { stale: [], behind: [file] };
  const due = formsOf(ground.protection).map((form) => digestOf(formatLine(form, { ...summarise(incident), head })));
  return { stale: due.includes(line.digest) ? [] : [file], behind: [] };
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
