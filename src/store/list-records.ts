import fs from 'node:fs';
import type { Incident } from '../incident/incident.ts';
import { type IncidentSummary, summarise } from '../incident/incident-summary.ts';
import { byDeclaration } from './by-declaration.ts';
import { errnoOf } from './errno.ts';
import { IdTable } from './id-table.ts';
import { garbled, readIndexBackwards } from './incident-index.ts';
import { StoreTrouble } from './incident-store.ts';
import { rebuildIndex } from './index-rebuild.ts';
import { loadRecord } from './load-record.ts';
import { type Ground, idOfMarker, indexPath, isIncidentId, openFolder } from './record-paths.ts';
import { settleClosed } from './settle-closed.ts';

/** The ids of every incident that is not closed, in no order. */
export function openIds(ground: Ground): readonly string[] {
  try {
    return fs.readdirSync(openFolder(ground)).flatMap((name) => idOfMarker(name) ?? []);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Every incident that is not closed, oldest first.
 *
 * One damaged record must not hide the others, so it is left out here; reading or examining it says what is wrong.
 */
export function listOpenRecords(ground: Ground): readonly Incident[] {
  const found: Incident[] = [];
  for (const id of openIds(ground)) {
    const record = loadUnlessDamaged(ground, id);
    if (record === null) continue;
    if (record.incident.status === 'closed') settleQuietly(ground, id);
    else found.push(record.incident);
  }
  return found.sort(byDeclaration);
}

function loadUnlessDamaged(ground: Ground, id: string): ReturnType<typeof loadRecord> {
  try {
    return loadRecord(ground, id);
  } catch (error) {
    if (error instanceof StoreTrouble && error.reason === 'record-damaged') return null;
    throw error;
  }
}

/** A closed incident that is still listed as open was cut short on its way out: finish that, if the medium allows. */
function settleQuietly(ground: Ground, id: string): void {
  try {
    const record = loadRecord(ground, id);
    if (record !== null) settleClosed(ground, record);
  } catch {
    // The next command that may write gets another chance.
  }
}

/** Open incidents, newest first, then closed ones, the latest to close or change first; each once. */
export function* listSummaries(ground: Ground): Generator<IncidentSummary, void, undefined> {
  const seen = new IdTable();
  for (const incident of listOpenRecords(ground).toReversed()) {
    seen.set(incident.id, 1);
    yield summarise(incident);
  }
  if (!fs.existsSync(ground.incidents)) return;
  if (!fs.existsSync(indexPath(ground))) rebuildIndex(ground);
  for (let again = true; again; ) {
    again = false;
    for (const line of readIndexBackwards(ground)) {
      if (line === garbled) {
        // Yielded ones stay in `seen`, so starting over repeats nothing.
        again = rebuildIndex(ground);
        break;
      }
      if (seen.get(line.id) !== undefined) continue;
      seen.set(line.id, 1);
      const { head: _head, ...summary } = line;
      yield summary;
    }
  }
}

/** Every id that has a folder or a marker, damaged or not, in no order. */
export function* listIds(ground: Ground): Generator<string, void, undefined> {
  const open = new Set(openIds(ground));
  yield* open;
  if (!fs.existsSync(ground.incidents)) return;
  const folder = fs.opendirSync(ground.incidents);
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      if (isIncidentId(entry.name) && !open.has(entry.name)) yield entry.name;
    }
  } finally {
    folder.closeSync();
  }
}
