import fs from 'node:fs';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { readWhole, syncFolder } from './durable-file.ts';
import { formatLine, garbled, type IndexLine, parseOutline } from './incident-index.ts';
import { type Ground, tombstonesPath } from './record-paths.ts';

/** What stays of a record that was removed: that it was there, and when what happened. */
export type Tombstone = IndexLine & { readonly pruned_at: string; readonly signature?: string };

const appendFlags = fs.constants.O_WRONLY | fs.constants.O_APPEND | fs.constants.O_CREAT | fs.constants.O_NOFOLLOW;

/** What may stay of an incident once its record is gone: no text that anybody wrote; signed where there is a key. */
export function toTombstone(ground: Ground, summary: IncidentSummary, head: string, pruned_at: string): Tombstone {
  const stone: Tombstone = {
    ...summary,
    title: 'pruned',
    commander: null,
    fingerprints: [],
    factors: [],
    fixed_by: null,
    open_actions: [],
    head,
    pruned_at,
  };
  const signer = ground.protection?.signer ?? null;
  return signer === null ? stone : { ...stone, signature: signer.sign(JSON.stringify(stone)) };
}

/** Writes it down durably, before anything of the record is removed. */
export function keepTombstone(ground: Ground, tombstone: Tombstone): void {
  const fd = fs.openSync(tombstonesPath(ground), appendFlags, 0o600);
  try {
    if ((fs.fstatSync(fd).mode & 0o777) !== 0o600) fs.fchmodSync(fd, 0o600);
    fs.writeSync(fd, Buffer.from(formatLine(undefined, tombstone)));
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
  syncFolder(ground.incidents);
}

/** Every tombstone once, the oldest first. */
export function readTombstones(ground: Ground): readonly Tombstone[] {
  const found = new Map<string, Tombstone>();
  for (const { tombstone } of readTombstoneLines(ground)) found.set(tombstone.id, tombstone);
  return [...found.values()];
}

/** The tombstones as they were written, one after the other; torn lines are passed over. */
export function* readTombstoneLines(
  ground: Ground,
): Generator<{ readonly text: string; readonly tombstone: Tombstone }, void, undefined> {
  for (const text of readWhole(tombstonesPath(ground))?.toString('utf8').split('\n') ?? []) {
    const line = text === '' ? garbled : parseOutline(text);
    if (line === garbled || line.pruned_at === undefined) continue;
    yield { text, tombstone: { ...line, pruned_at: line.pruned_at } };
  }
}
