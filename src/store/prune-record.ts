import fs from 'node:fs';
import path from 'node:path';
import { summarise } from '../incident/incident-summary.ts';
import { syncFolder } from './durable-file.ts';
import { toTrouble } from './errno.ts';
import { type FileStoreOptions, groundOf, verifyGround } from './ground.ts';
import { appendLine } from './incident-index.ts';
import { StoreTrouble } from './incident-store.ts';
import { rebuildIndex } from './index-rebuild.ts';
import { type LoadedRecord, loadRecord } from './load-record.ts';
import { type Ground, incidentFolder, markerPath, temporaryFolder } from './record-paths.ts';
import { inspectFolder } from './safe-path.ts';
import { keepTombstone, toTombstone } from './tombstones.ts';

export type Pruned = 'pruned' | 'not-there' | 'not-closed' | 'actions-open' | 'damaged';

/**
 * Removes one record and its reports for good and leaves a line that says so.
 *
 * Only a record that is closed, settled and without open action items is removed; it is asked itself, not the index. The
 * line is on disk before anything goes, and the record goes by one rename, so no half of it is ever met.
 */
export function pruneRecord(options: FileStoreOptions, id: string, at: string): Pruned {
  const ground = groundOf(options);
  try {
    verifyGround(ground);
    finishRemovals(ground);
    const record = loadWhole(ground, id);
    if (typeof record === 'string') return record;
    const { incident, head } = record;
    if (incident.status !== 'closed' || fs.existsSync(markerPath(ground, id))) return 'not-closed';
    const summary = summarise(incident);
    if (summary.open_actions.length > 0) return 'actions-open';
    const tombstone = toTombstone(ground, summary, head, at);
    keepTombstone(ground, tombstone);
    removeFolder(ground, incidentFolder(ground, id));
    removeFolder(ground, path.join(ground.incidents, '..', 'post-mortems', id));
    if (!appendLine(ground, tombstone)) rebuildIndex(ground);
    return 'pruned';
  } catch (error) {
    throw toTrouble(error, ground.incidents);
  }
}

function loadWhole(ground: Ground, id: string): LoadedRecord | 'not-there' | 'damaged' {
  try {
    return loadRecord(ground, id) ?? 'not-there';
  } catch (error) {
    if (error instanceof StoreTrouble && error.reason === 'record-damaged') return 'damaged';
    throw error;
  }
}

/** What was taken out of sight by a process that was then killed goes now. */
function finishRemovals(ground: Ground): void {
  const folder = temporaryFolder(ground);
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith('pruned-')) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** Takes a folder out of sight at once, then removes what was in it. */
function removeFolder(ground: Ground, folder: string): void {
  if (inspectFolder(folder, 'private', ground.uid) === 'missing') return;
  const aside = path.join(temporaryFolder(ground), `pruned-${ground.random()}`);
  fs.renameSync(folder, aside);
  syncFolder(path.dirname(folder));
  fs.rmSync(aside, { recursive: true, force: true });
}
