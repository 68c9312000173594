import path from 'node:path';
import { summarise } from '../incident/incident-summary.ts';
import { releaseClaims, takeClaim } from './claims.ts';
import { renderAlerts, writeAlerts, writeState } from './derived-files.ts';
import { dropFile, linkNew, readWhole } from './durable-file.ts';
import { prepareGround } from './ground.ts';
import { appendLine, formatLine } from './incident-index.ts';
import { digestOf, lineOf } from './index-lines.ts';
import { rebuildIndex } from './index-rebuild.ts';
import { applyEntry, damaged, readEntry, type Standing } from './journal.ts';
import { settleCreation } from './keep-derived.ts';
import { completeLinks, loadRecord, ownClaims } from './load-record.ts';
import { formsOf } from './protection.ts';
import {
  alertsFolder,
  claimPath,
  disputedPath,
  type Ground,
  indexPath,
  isIncidentId,
  journalPath,
  markerPath,
  shownPath,
  snapshotPath,
  summaryPath,
} from './record-paths.ts';
import { sweepLeftovers } from './sweep.ts';

/**
 * Writes every derived file of one record anew from its journal and nothing else; returns their paths.
 *
 * StoreTrouble `record-damaged` when the journal itself does not fit; an `incident.json` that contradicts the journal
 * is kept under another name, because it may be the only trace of what was taken away.
 */
export function rebuildRecord(ground: Ground, id: string): readonly string[] {
  if (!isIncidentId(id)) return [];
  const loaded = loadRecord(ground, id);
  if (loaded === null) return [];
  prepareGround(ground);
  if (loaded.disputed) linkNew(snapshotPath(ground, id), disputedPath(ground, id));
  const written: string[] = [];
  const standing = replay(ground, id, written);
  settleCreation(ground);
  writeState(ground, standing);
  written.push(snapshotPath(ground, id), summaryPath(ground, id), ...relink(ground, standing));
  written.push(...reindex(ground, standing));
  sweepLeftovers(ground);
  return written.map((file) => shownPath(ground, file));
}

/** Applies every entry from the first, writing the alerts of each. */
function replay(ground: Ground, id: string, written: string[]): Standing {
  let standing: Standing | null = null;
  for (let number = 1; ; number += 1) {
    const file = journalPath(ground, id, number);
    const found = readEntry(ground, file);
    if (found === null && standing !== null) return standing;
    if (found === null) throw damaged(file, 'is missing');
    const after: Standing | string = typeof found === 'string' ? found : applyEntry(standing, id, number, found);
    if (typeof after === 'string' || typeof found === 'string') throw damaged(file, String(after));
    standing = after;
    writeAlerts(ground, id, found.entry);
    written.push(
      ...renderAlerts(ground.protection, found.entry).map(([name]) => path.join(alertsFolder(ground, id), name)),
    );
  }
}

function relink(ground: Ground, { incident }: Standing): readonly string[] {
  const marker = markerPath(ground, incident.id);
  if (incident.status === 'closed') {
    releaseClaims(ground, incident);
    dropFile(marker);
    return [];
  }
  const first = journalPath(ground, incident.id, 1);
  if (readWhole(first)?.equals(readWhole(marker) ?? Buffer.alloc(0)) === false) dropFile(marker);
  completeLinks(ground, incident);
  const taken = ownClaims(incident).filter((claim) => takeClaim(ground, claim, incident.id, first) === null);
  return [marker, ...taken.map((claim) => claimPath(ground, claim))];
}

function reindex(ground: Ground, { incident, head }: Standing): readonly string[] {
  const known = lineOf(ground, incident.id);
  if (known !== 'missing' && incident.status !== 'closed') {
    if (known === null) return [];
    rebuildIndex(ground);
    return [indexPath(ground)];
  }
  const line = { ...summarise(incident), head };
  if (known === 'missing') rebuildIndex(ground);
  else if (formsOf(ground.protection).some((form) => known?.digest === digestOf(formatLine(form, line)))) return [];
  else if (!appendLine(ground, line)) rebuildIndex(ground);
  return [indexPath(ground)];
}
