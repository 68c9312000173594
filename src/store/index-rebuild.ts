import fs from 'node:fs';
import { summarise } from '../incident/incident-summary.ts';
import { dropFile, linkNew, syncFolder, writeTemporary } from './durable-file.ts';
import { formatLine } from './incident-index.ts';
import { StoreTrouble } from './incident-store.ts';
import { loadRecord } from './load-record.ts';
import { type Ground, indexPath, isIncidentId } from './record-paths.ts';
import { readTombstones } from './tombstones.ts';

/**
 * Builds the index of closed incidents from their records; false when the medium does not allow it.
 *
 * What others add to the old index while this runs is carried over after the new one is in place, so no line is lost.
 */
export function rebuildIndex(ground: Ground): boolean {
  try {
    build(ground);
    return true;
  } catch (error) {
    // An index without the records that can't be opened would hide them for good.
    if (error instanceof StoreTrouble && error.reason === 'record-locked') throw error;
    return false;
  }
}

function build(ground: Ground): void {
  const file = indexPath(ground);
  const old = openOld(file);
  try {
    const from = old === null ? 0 : fs.fstatSync(old).size;
    const temporary = writeTemporary(ground, closedLines(ground).join(''), 'durable');
    // An index that someone else built meanwhile is as good as ours.
    if (old === null) linkNew(temporary, file);
    else if (fs.fstatSync(old).ino === fs.statSync(file, { throwIfNoEntry: false })?.ino) {
      fs.renameSync(temporary, file);
      carryOver(old, from, file);
      // Lines that are added from now on must not vanish with the name; a missing index, though, is built again.
      syncFolder(ground.incidents);
    }
    if (fs.existsSync(temporary)) dropFile(temporary);
  } finally {
    if (old !== null) fs.closeSync(old);
  }
}

/** Adds to the new index what others added to the old one since `from`. */
function carryOver(old: number, from: number, file: string): void {
  const added = Buffer.alloc(fs.fstatSync(old).size - from);
  if (added.length === 0) return;
  const fd = fs.openSync(file, fs.constants.O_WRONLY | fs.constants.O_APPEND | fs.constants.O_NOFOLLOW);
  try {
    fs.writeSync(fd, added, 0, fs.readSync(old, added, 0, added.length, from));
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function openOld(file: string): number | null {
  return fs.existsSync(file) ? fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW) : null;
}

/** The lines of all closed incidents in the order of their latest change. */
function closedLines(ground: Ground): readonly string[] {
  const lines: { readonly key: string; readonly line: string }[] = [];
  const folder = fs.opendirSync(ground.incidents);
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      if (!isIncidentId(entry.name)) continue;
      const record = loadIfWhole(ground, entry.name);
      if (record === null || record.incident.status !== 'closed') continue;
      const latest = record.incident.timeline.at(-1)?.recorded_at ?? '';
      const line = formatLine(ground.protection, { ...summarise(record.incident), head: record.head });
      lines.push({ key: `${latest} ${entry.name}`, line });
    }
  } finally {
    folder.closeSync();
  }
  for (const line of readTombstones(ground))
    lines.push({ key: `${line.pruned_at} ${line.id}`, line: formatLine(undefined, line) });
  return lines.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ line }) => line);
}

function loadIfWhole(ground: Ground, id: string): ReturnType<typeof loadRecord> {
  try {
    return loadRecord(ground, id);
  } catch (error) {
    if (error instanceof StoreTrouble && error.reason === 'record-locked') throw error;
    // A damaged record is left out of the list; examining it says what is wrong.
    return null;
  }
}
