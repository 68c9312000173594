import fs from 'node:fs';
import path from 'node:path';
import { dropFile, linkNew, readWhole, syncFolder, writeTemporary } from '../durable-file.ts';
import { errnoOf, toTrouble } from '../errno.ts';
import { prepareGround } from '../ground.ts';
import { type Ground, incidentFolder } from '../record-paths.ts';
import { inspectFolder, makeFolder } from '../safe-path.ts';

/** Something that is kept on this machine and not yet in the database. */
export interface Unshared {
  readonly file: string;
  /** UTC ISO-8601, as it stands in the file's name. */
  readonly since: string;
  readonly id: string;
  /** `record`: the whole record of an incident that began here; `entry`: one entry of an incident that did not. */
  readonly kind: 'record' | 'entry';
}

const namePattern =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d)\.(\d\d)\.(\d\d)\.(\d{3})Z\.(INC-\d{8}-[0-9A-Z]{4,12})(\.[0-9a-z]+)?\.(record|entry)$/;

const folderOf = ({ incidents }: Ground): string => path.join(incidents, 'unshared');

/** What waits to be carried over, oldest first; costs nothing where nothing ever waited. */
export function listUnshared(ground: Ground): readonly Unshared[] {
  try {
    return fs
      .readdirSync(folderOf(ground))
      .sort()
      .flatMap((name) => toUnshared(ground, name) ?? []);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw toTrouble(error, folderOf(ground));
  }
}

function toUnshared(ground: Ground, name: string): Unshared | null {
  const [, year, month, day, hour, minute, second, milli, id, , kind] = namePattern.exec(name) ?? [];
  if (id === undefined || (kind !== 'record' && kind !== 'entry')) return null;
  const since = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`;
  return { file: path.join(folderOf(ground), name), since, id, kind };
}

/** Those that really hold something: a mark comes before the record it stands for. */
export function isThere(ground: Ground, { kind, id }: Unshared): boolean {
  return kind === 'entry' || fs.existsSync(incidentFolder(ground, id));
}

/** Marks an incident of this machine as not yet shared, durably; done before it begins. */
export function markUnshared(ground: Ground, id: string, now: string): Unshared {
  return place(ground, `${now.replaceAll(':', '.')}.${id}.record`, `${id}\n`);
}

/** Keeps an entry of an incident whose record is out of reach, durably. */
export function keepEntryHere(ground: Ground, id: string, text: string, now: string): Unshared {
  return place(ground, `${now.replaceAll(':', '.')}.${id}.${ground.random()}.entry`, text);
}

/** The text of an entry that is kept here; null when somebody has carried it over. */
export function readEntryHere({ file }: Unshared): string | null {
  return readWhole(file)?.toString('utf8') ?? null;
}

/** Forgets what is in the database now; doing it late only means that the database is asked once more. */
export function dropUnshared({ file }: Unshared): void {
  dropFile(file);
}

function place(ground: Ground, name: string, text: string): Unshared {
  try {
    prepareGround(ground);
    const folder = folderOf(ground);
    makeFolder(folder);
    inspectFolder(folder, 'private', ground.uid);
    const temporary = writeTemporary(ground, text, 'durable');
    try {
      linkNew(temporary, path.join(folder, name));
    } finally {
      dropFile(temporary);
    }
    syncFolder(folder);
    syncFolder(ground.incidents);
    const placed = toUnshared(ground, name);
    if (placed === null) throw new Error(`a name that could never be read back: ${name}`);
    return placed;
  } catch (error) {
    throw toTrouble(error, folderOf(ground));
  }
}
