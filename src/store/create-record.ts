import { type KeptEntry, understand } from './append-entry.ts';
import { findHolder, idExists, takeClaim } from './claims.ts';
import { dropFile, linkNew, readWhole, syncFolder, writeTemporary } from './durable-file.ts';
import type { Created, Declaration } from './incident-store.ts';
import { formatEntry } from './journal.ts';
import { type Ground, incidentFolder, journalPath, markerPath, openFolder } from './record-paths.ts';
import { inspectFolder, makeFolder } from './safe-path.ts';

type Refused = Extract<Created, { ok: false }>;

/**
 * Starts a record durably with three fsyncs: of the first entry, of `open/`, and of the folder of all incidents.
 *
 * The claim and the marker under `open/` are names of the entry itself, so from the first of them on the incident is
 * whole wherever the process is killed: whoever meets it makes the folder and the journal that may still be missing.
 */
export function createRecord(ground: Ground, { id, events, claim, recorded_at }: Declaration): KeptEntry | Refused {
  const text = formatEntry(
    ground.protection,
    { entry: 1, incident: id, previous: null, lastSeq: 0 },
    events,
    recorded_at,
  );
  const kept = understand(ground, id, text, null);
  const elsewhere: Refused =
    claim === null ? { ok: false, reason: 'id-taken' } : { ok: false, reason: 'claimed-meanwhile', id };
  if (idExists(ground, id)) {
    const mine = claim !== null && findHolder(ground, claim)?.incident.id === id;
    return mine ? elsewhere : { ok: false, reason: 'id-taken' };
  }
  const temporary = writeTemporary(ground, text, 'durable');
  try {
    const holder = claim === null ? null : takeClaim(ground, claim, id, temporary);
    if (holder !== null) return { ok: false, reason: 'claimed-meanwhile', id: holder };
    for (const other of kept.standing.incident.claims) if (other !== claim) takeClaim(ground, other, id, temporary);
    if (!linkSame(temporary, markerPath(ground, id), text)) return elsewhere;
    syncFolder(openFolder(ground));
    makeFolder(incidentFolder(ground, id));
    inspectFolder(incidentFolder(ground, id), 'private', ground.uid);
    if (!linkSame(temporary, journalPath(ground, id, 1), text)) return elsewhere;
  } finally {
    dropFile(temporary);
  }
  syncFolder(ground.incidents);
  return kept;
}

/** Links the entry, or finds it linked already by someone who completed it for us; false when another one is there. */
function linkSame(temporary: string, name: string, text: string): boolean {
  return linkNew(temporary, name) || readWhole(name)?.toString('utf8') === text;
}
