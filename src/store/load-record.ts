import fs from 'node:fs';
import type { Incident } from '../incident/incident.ts';
import { linkNew, readWhole } from './durable-file.ts';
import { advance, readEntry, type Standing } from './journal.ts';
import {
  claimPath,
  type Ground,
  incidentFolder,
  isIncidentId,
  journalPath,
  markerPath,
  sha256,
  snapshotPath,
} from './record-paths.ts';
import { inspectFolder, makeFolder } from './safe-path.ts';
import { readSnapshot } from './snapshot.ts';

/** A record as it stands, and how much of it the head start already covered. */
export interface LoadedRecord extends Standing {
  /** The revision `incident.json` had; 0 when there was none to start from. */
  readonly snapshotRevision: number;
  /** False when `incident.json` is missing: whoever created the incident may not have come to its last fsync. */
  readonly settled: boolean;
  /** True when a sealed `incident.json` knows an entry that is not in the journal: somebody cut or swapped it. */
  readonly disputed: boolean;
}

// What this process has read or written before, so that a stream of alerts costs only what is new; never relied on for
// who was first, which the numbered link alone decides.
const remembered = new WeakMap<Ground, Map<string, LoadedRecord>>();
const mostRemembered = 64;

/**
 * The record of one incident: `incident.json` as a head start and whatever entries follow it, or the whole journal.
 *
 * An incident whose creation was cut short is completed first from what `open/` holds of it. Null when there is none.
 */
export function loadRecord(ground: Ground, id: string): LoadedRecord | null {
  if (!isIncidentId(id)) return null;
  if (inspectFolder(incidentFolder(ground, id), 'private', ground.uid) === 'missing') {
    remembered.get(ground)?.delete(id);
    if (!completeStart(ground, id)) return null;
  }
  const known = remembered.get(ground)?.get(id);
  const before = known === undefined ? readHeadStart(ground, id) : { ...known, standing: known };
  let standing = catchUp(ground, id, before.standing);
  if (standing === null && completeStart(ground, id)) standing = catchUp(ground, id, null);
  if (standing === null) return null;
  if (!before.settled && standing.incident.status !== 'closed') completeLinks(ground, standing.incident);
  const { snapshotRevision, settled, disputed } = before;
  return remember(ground, { ...standing, snapshotRevision, settled, disputed });
}

/** Notes where a record stands, for the next look at it by this process. */
export function remember(ground: Ground, record: LoadedRecord): LoadedRecord {
  const known = remembered.get(ground) ?? new Map<string, LoadedRecord>();
  remembered.set(ground, known);
  known.delete(record.incident.id);
  known.set(record.incident.id, record);
  const [oldest] = known.keys();
  if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
  return record;
}

type HeadStart = Pick<LoadedRecord, 'snapshotRevision' | 'settled' | 'disputed'> & {
  readonly standing: Standing | null;
};

/** `incident.json` counts when this version wrote it and the entry it stands on is the one in the journal. */
function readHeadStart(ground: Ground, id: string): HeadStart {
  const snapshot = readSnapshot(ground, snapshotPath(ground, id), id);
  const none: HeadStart = { standing: null, snapshotRevision: 0, settled: snapshot !== 'absent', disputed: false };
  if (snapshot === null || snapshot === 'absent') return none;
  const { incident, head } = snapshot;
  const bytes = readWhole(journalPath(ground, id, incident.revision));
  if (bytes === null || sha256(bytes) !== head) return { ...none, disputed: true };
  if (snapshot.written_by !== ground.version) return none;
  return { ...none, standing: { incident, head }, snapshotRevision: incident.revision };
}

/** Applies every entry after the given standing; the same object when there is none. */
export function catchUp<From extends Standing | null>(ground: Ground, id: string, from: From): From | Standing {
  let standing: From | Standing = from;
  for (let next = advance(ground, id, from); next !== null; next = advance(ground, id, next)) standing = next;
  return standing;
}

/**
 * Gives an incident whose first entry is only known under `open/` its folder and journal; anyone may do it, any number
 * of times. `source` is a claim file when not even the marker was made. False when there is no first entry anywhere.
 */
export function completeStart(ground: Ground, id: string, source: string = markerPath(ground, id)): boolean {
  const found = readEntry(ground, source);
  if (found === null || typeof found === 'string' || found.entry.entry !== 1 || found.entry.incident !== id) {
    return false;
  }
  const marker = markerPath(ground, id);
  if (fs.existsSync(journalPath(ground, id, 1))) return true;
  if (source !== marker) linkNew(source, marker);
  makeFolder(incidentFolder(ground, id));
  // The marker, not the source: two creators under one promised id differ, and the marker says who was first.
  linkNew(marker, journalPath(ground, id, 1));
  return true;
}

/** Puts back the marker and the claims that a cut-short creation did not come to; what others hold stays theirs. */
export function completeLinks(ground: Ground, incident: Incident): void {
  const first = journalPath(ground, incident.id, 1);
  for (const name of [
    markerPath(ground, incident.id),
    ...ownClaims(incident).map((claim) => claimPath(ground, claim)),
  ]) {
    try {
      linkNew(first, name);
    } catch {
      // On a medium that can't be written to, reading goes on without.
    }
  }
}

/** The claims an incident still holds: those it was given and has not passed on. */
export function ownClaims(incident: Incident): readonly string[] {
  return incident.claims.filter((claim) => !Object.hasOwn(incident.passed_claims, claim));
}

/** Whose entry a file under `open/` is; null when it is gone, `garbled` when it can't be told. */
export function holderOf(bytes: Buffer | null): string | 'garbled' | null {
  if (bytes === null) return null;
  const id = /^\{"entry":\d{1,9},"incident":"(INC-[0-9A-Z-]{1,40})"/.exec(bytes.toString('latin1'))?.[1];
  return id !== undefined && isIncidentId(id) ? id : 'garbled';
}
