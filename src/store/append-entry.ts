import type { IncidentEvent } from '../incident/event.ts';
import { dropFile, linkNew, syncFolder, writeTemporary } from './durable-file.ts';
import { applyEntry, formatEntry, type JournalEntry, parseEntry, type Standing } from './journal.ts';
import { type Ground, incidentFolder, journalPath, sha256 } from './record-paths.ts';

/** An entry that is durably kept, and where the record stands after it. */
export interface KeptEntry {
  readonly standing: Standing;
  readonly entry: JournalEntry;
}

/**
 * Reads an entry back from its own text before it is written, so that the state handed to the caller is the one that
 * every later reader will see; an event that can't be applied is a bug and never reaches the disk.
 */
export function understand(ground: Ground, id: string, text: string, before: Standing | null): KeptEntry {
  const entry = parseEntry(text, ground.protection, id);
  const revision = (before?.incident.revision ?? 0) + 1;
  const standing = typeof entry === 'string' ? entry : applyEntry(before, id, revision, { entry, hash: sha256(text) });
  if (typeof entry === 'string' || typeof standing === 'string') {
    throw new Error(`an entry that could never be read back: it ${typeof standing === 'string' ? standing : entry}`);
  }
  return { standing, entry };
}

/** Keeps one more entry durably with two fsyncs; null when another one has its number already. */
export function appendEntry(
  ground: Ground,
  before: Standing,
  events: readonly IncidentEvent[],
  recordedAt: string,
): KeptEntry | null {
  const { id, revision, last_seq } = before.incident;
  const text = formatEntry(
    ground.protection,
    { entry: revision + 1, incident: id, previous: before.head, lastSeq: last_seq },
    events,
    recordedAt,
  );
  const kept = understand(ground, id, text, before);
  const temporary = writeTemporary(ground, text, 'durable');
  try {
    if (!linkNew(temporary, journalPath(ground, id, revision + 1))) return null;
  } finally {
    dropFile(temporary);
  }
  syncFolder(incidentFolder(ground, id));
  return kept;
}
