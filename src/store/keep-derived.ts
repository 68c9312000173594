import type { RecordedEvent } from '../incident/event.ts';
import type { KeptEntry } from './append-entry.ts';
import { takeClaim } from './claims.ts';
import { writeAlerts, writeState } from './derived-files.ts';
import { linkNew, syncFolder } from './durable-file.ts';
import { toTrouble } from './errno.ts';
import { type JournalEntry, readEntry, type Standing } from './journal.ts';
import { type LoadedRecord, remember } from './load-record.ts';
import { disputedPath, type Ground, journalPath, markerPath, openFolder, snapshotPath } from './record-paths.ts';
import { settleClosed } from './settle-closed.ts';
import { sweepLeftovers } from './sweep.ts';

/** At most so many entries of a killed writer get the claims and alert files it did not come to. */
const longestGap = 20;

/**
 * Writes everything that follows from an entry that is already kept; returns what went wrong as sentences.
 *
 * The entry is acknowledged whatever happens here: all of this can be made again from the journal.
 */
export function writeDerived(ground: Ground, kept: KeptEntry, before: LoadedRecord | null): readonly string[] {
  const { standing, entry } = kept;
  const { id, status, revision } = standing.incident;
  const warnings: string[] = [];
  const attempt = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      const trouble = toTrouble(error, ground.incidents);
      warnings.push(trouble instanceof Error ? trouble.message : String(trouble));
    }
  };
  attempt(() => {
    const covered = before?.snapshotRevision ?? 0;
    for (let number = Math.max(covered + 1, revision - longestGap); number < revision; number += 1) {
      const earlier = readEntry(ground, journalPath(ground, id, number));
      if (earlier !== null && typeof earlier !== 'string') writeFromEntry(ground, standing, earlier.entry);
    }
    writeFromEntry(ground, standing, entry);
    // Last, so that a head start is never ahead of the claims: as long as it lags, the next append catches up on them.
    if (before?.disputed === true) linkNew(snapshotPath(ground, id), disputedPath(ground, id));
    const latest = writeState(ground, standing);
    remember(ground, { ...latest, snapshotRevision: latest.incident.revision, settled: true, disputed: false });
  });
  if (status === 'closed') {
    attempt(() => settleClosed(ground, standing));
    attempt(() => sweepLeftovers(ground));
  }
  return [...new Set(warnings)];
}

function isClaimAdded(event: {
  readonly type: RecordedEvent['type'];
}): event is Extract<RecordedEvent, { type: 'claim.added' }> {
  return event.type === 'claim.added';
}

/** The claims that an entry added, and its alerts as files. */
function writeFromEntry(ground: Ground, { incident }: Standing, entry: JournalEntry): void {
  const added = entry.events.filter(isClaimAdded);
  if (added.length > 0 && incident.status !== 'closed') {
    const file = journalPath(ground, incident.id, entry.entry);
    for (const event of added) takeClaim(ground, event.data.claim, incident.id, file);
    // A claim that a power cut swallowed would let the next alert start a second incident.
    syncFolder(openFolder(ground));
  }
  writeAlerts(ground, incident.id, entry);
}

/** Puts a creation on disk whose creator may have been killed before its last fsync. */
export function settleCreation(ground: Ground): void {
  syncFolder(openFolder(ground));
  syncFolder(ground.incidents);
}

/** Marks a closed incident as owing a line to the index before it changes once more, so that a crash can't hide that. */
export function markAsOwing(ground: Ground, id: string): void {
  linkNew(journalPath(ground, id, 1), markerPath(ground, id));
}
