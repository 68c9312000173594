import type { RecordedEvent } from '../incident/event.ts';
import { applyEntry, damaged, readEntry, type Standing } from './journal.ts';
import { completeStart } from './load-record.ts';
import { type Ground, incidentFolder, isIncidentId, journalPath } from './record-paths.ts';
import { inspectFolder } from './safe-path.ts';

/** Every event of a record in order, entry by entry; StoreTrouble at the first entry that does not fit. */
export function* readHistory(ground: Ground, id: string): Generator<RecordedEvent, void, undefined> {
  if (!isIncidentId(id)) return;
  if (inspectFolder(incidentFolder(ground, id), 'private', ground.uid) === 'missing' && !completeStart(ground, id))
    return;
  let before: Standing | null = null;
  for (let number = 1; ; number += 1) {
    const file = journalPath(ground, id, number);
    const found = readEntry(ground, file);
    if (found === null) return;
    const after: Standing | string = typeof found === 'string' ? found : applyEntry(before, id, number, found);
    if (typeof after === 'string' || typeof found === 'string') throw damaged(file, String(after));
    before = after;
    for (const event of found.entry.events) yield { ...event, recorded_at: found.entry.recorded_at };
  }
}
