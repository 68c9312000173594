import fs from 'node:fs';
import path from 'node:path';
import { dropFile, linkNew, readWhole, syncFolder, writeTemporary } from './durable-file.ts';
import { toTrouble } from './errno.ts';
import { type FileStoreOptions, groundOf, prepareGround } from './ground.ts';
import { alertsFolder, type Ground, incidentFolder, isIncidentId, shownPath } from './record-paths.ts';
import { inspectFolder, makeFolder } from './safe-path.ts';

/** The alerts of one incident that came in the same payload. */
export interface OriginalPlace {
  readonly id: string;
  readonly seqs: readonly number[];
}

/** Keeps an encrypted payload durably next to each alert it brought; where several came in it, as names of one file. */
export function keepOriginal(options: FileStoreOptions, places: readonly OriginalPlace[], sealed: Uint8Array): void {
  const ground = groundOf(options);
  try {
    for (const { id, seqs } of places) {
      const folder = makePlace(ground, id);
      const temporary = writeTemporary(ground, sealed, 'durable');
      try {
        for (const seq of seqs) linkNew(temporary, path.join(folder, originalName(seq)));
      } finally {
        dropFile(temporary);
      }
      syncFolder(folder);
      syncFolder(path.dirname(folder));
    }
  } catch (error) {
    throw toTrouble(error, ground.incidents);
  }
}

/** Next to the alerts of a record in files; for one that a database keeps, in a folder of its own on this machine. */
function makePlace(ground: Ground, id: string): string {
  const own = fs.existsSync(incidentFolder(ground, id));
  const folder = own ? alertsFolder(ground, id) : apartFolder(ground, id);
  if (!own) {
    prepareGround(ground);
    makeFolder(path.dirname(folder));
    inspectFolder(path.dirname(folder), 'private', ground.uid);
    syncFolder(ground.incidents);
  }
  makeFolder(folder);
  inspectFolder(folder, 'private', ground.uid);
  return folder;
}

function apartFolder(ground: Ground, id: string): string {
  return path.join(ground.incidents, 'originals', id);
}

/** Everywhere the originals of an incident may lie: a record that was carried over left its own behind. */
function placesOf(ground: Ground, id: string): readonly string[] {
  const carried = path.join(ground.incidents, 'carried', id, 'alerts');
  return [alertsFolder(ground, id), apartFolder(ground, id), carried];
}

/** An encrypted payload, the number of the alert it belongs to, and where it lies. */
export interface FoundOriginal {
  readonly seq: number;
  readonly path: string;
  readonly sealed: Buffer;
}

/** The original of one alert, or of the first that has one; null when there is none. */
export function findOriginal(options: FileStoreOptions, id: string, seq: number | null): FoundOriginal | null {
  const ground = groundOf(options);
  if (!isIncidentId(id)) return null;
  const wanted = seq ?? listOriginals(ground, id)[0] ?? null;
  if (wanted === null) return null;
  for (const folder of placesOf(ground, id)) {
    const file = path.join(folder, originalName(wanted));
    const sealed = readWhole(file);
    if (sealed !== null) return { seq: wanted, path: shownPath(ground, file), sealed };
  }
  return null;
}

/** The numbers of the alerts whose original is kept, in order. */
function listOriginals(ground: Ground, id: string): readonly number[] {
  return placesOf(ground, id)
    .flatMap((folder) => (fs.existsSync(folder) ? fs.readdirSync(folder) : []))
    .flatMap((name) => {
      const number = /^(\d{6,9})\.raw\.age$/.exec(name)?.[1];
      return number === undefined ? [] : [Number(number)];
    })
    .sort((one, other) => one - other);
}

function originalName(seq: number): string {
  return `${String(seq).padStart(6, '0')}.raw.age`;
}
