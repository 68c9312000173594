import { understand } from '../append-entry.ts';
import { takeClaim } from '../claims.ts';
import { dropFile, linkNew, readWhole, syncFolder, writeTemporary } from '../durable-file.ts';
import { prepareGround } from '../ground.ts';
import type { Standing } from '../journal.ts';
import { ownClaims } from '../load-record.ts';
import { rebuildRecord } from '../rebuild-record.ts';
import { type Ground, incidentFolder, journalPath, markerPath, openFolder, sha256 } from '../record-paths.ts';
import { inspectFolder, makeFolder } from '../safe-path.ts';

export type Imported =
  | { readonly ok: true; readonly added: number; readonly head: string }
  | { readonly ok: false; readonly entry: number };

/**
 * Writes the entries of one incident as files, byte for byte, and everything that follows from them. Entries that are
 * here already have to be the same; killed anywhere, it is finished by doing it again.
 */
export function importRecord(ground: Ground, id: string, texts: readonly string[]): Imported {
  let standing: Standing | null = null;
  for (const text of texts) standing = understand(ground, id, text, standing).standing;
  if (standing === null) return { ok: false, entry: 1 };
  for (const [index, text] of texts.entries()) {
    const there = readWhole(journalPath(ground, id, index + 1));
    if (there !== null && sha256(there) !== sha256(text)) return { ok: false, entry: index + 1 };
  }
  if (readWhole(journalPath(ground, id, texts.length + 1)) !== null) return { ok: false, entry: texts.length + 1 };
  prepareGround(ground);
  if (standing.incident.status !== 'closed') open(ground, id, texts[0] ?? '', standing);
  makeFolder(incidentFolder(ground, id));
  inspectFolder(incidentFolder(ground, id), 'private', ground.uid);
  let added = 0;
  for (const [index, text] of texts.entries()) {
    if (place(ground, journalPath(ground, id, index + 1), text)) added += 1;
  }
  syncFolder(incidentFolder(ground, id));
  syncFolder(ground.incidents);
  rebuildRecord(ground, id);
  // What it has passed on still leads by it to whoever has it now.
  for (const claim of Object.keys(standing.incident.passed_claims)) {
    takeClaim(ground, claim, id, journalPath(ground, id, 1));
  }
  return { ok: true, added, head: standing.head };
}

/** Lists it as open and takes its claims before the record itself, as when it was begun. */
function open(ground: Ground, id: string, first: string, { incident }: Standing): void {
  const temporary = writeTemporary(ground, first, 'durable');
  try {
    for (const claim of ownClaims(incident)) takeClaim(ground, claim, id, temporary);
    linkNew(temporary, markerPath(ground, id));
  } finally {
    dropFile(temporary);
  }
  syncFolder(openFolder(ground));
}

function place(ground: Ground, file: string, text: string): boolean {
  const temporary = writeTemporary(ground, text, 'durable');
  try {
    return linkNew(temporary, file);
  } finally {
    dropFile(temporary);
  }
}
