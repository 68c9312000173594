import fs from 'node:fs';
import path from 'node:path';
import { dropFile, linkNew, readWhole, syncFolder, writeTemporary } from './durable-file.ts';
import { toTrouble } from './errno.ts';
import { type FileStoreOptions, groundOf } from './ground.ts';
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
      const folder = alertsFolder(ground, id);
      makeFolder(folder);
      inspectFolder(folder, 'private', ground.uid);
      const temporary = writeTemporary(ground, sealed, 'durable');
      try {
        for (const seq of seqs) linkNew(temporary, originalPath(ground, id, seq));
      } finally {
        dropFile(temporary);
      }
      syncFolder(folder);
      syncFolder(incidentFolder(ground, id));
    }
  } catch (error) {
    throw toTrouble(error, ground.incidents);
  }
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
  const wanted = seq ?? listOriginals(ground, id)[0] ?? null;
  if (wanted === null || !isIncidentId(id)) return null;
  const file = originalPath(ground, id, wanted);
  const sealed = readWhole(file);
  return sealed === null ? null : { seq: wanted, path: shownPath(ground, file), sealed };
}

/** The numbers of the alerts whose original is kept, in order. */
function listOriginals(ground: Ground, id: string): readonly number[] {
  const folder = alertsFolder(ground, id);
  if (!isIncidentId(id) || !fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .flatMap((name) => {
      const number = /^(\d{6,9})\.raw\.age$/.exec(name)?.[1];
      return number === undefined ? [] : [Number(number)];
    })
    .sort((one, other) => one - other);
}

function originalPath(ground: Ground, id: string, seq: number): string {
  return path.join(alertsFolder(ground, id), `${String(seq).padStart(6, '0')}.raw.age`);
}
