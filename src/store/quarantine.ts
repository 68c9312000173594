import path from 'node:path';
import { dropFile, linkNew, readWhole, replaceFile, syncFolder, writeTemporary } from './durable-file.ts';
import { toTrouble } from './errno.ts';
import { type FileStoreOptions, groundOf, prepareGround } from './ground.ts';
import { isObject } from './known-event.ts';
import { sha256 } from './record-paths.ts';
import { inspectFolder, makeFolder } from './safe-path.ts';

/** Of a longer payload only the beginning is kept. */
export const quarantineLimit = 5 * 1024 * 1024;

/** Why a payload could not be read. */
export interface QuarantineReason {
  readonly reason: string;
  readonly message: string;
  /** How many bytes it had, where only its beginning is at hand. */
  readonly size?: number;
}

/**
 * Keeps a payload that could not be read, byte for byte, next to a note of why; returns the payload's absolute path.
 *
 * Both are on disk when this returns. The file is named after its content, so the same payload is kept once and
 * counted, whoever sends it how often. Where it was `sealed` for somebody, that is kept instead of it.
 */
export function keepInQuarantine(
  options: FileStoreOptions,
  bytes: Uint8Array,
  { reason, message, size = bytes.length }: QuarantineReason,
  at: string,
  sealed: Uint8Array | null = null,
): string {
  const ground = groundOf(options);
  const folder = path.join(ground.incidents, 'quarantine');
  const hash = sha256(bytes);
  const payload = path.join(folder, `${hash.slice(0, 24)}.payload${sealed === null ? '' : '.age'}`);
  const note = path.join(folder, `${hash.slice(0, 24)}.json`);
  try {
    prepareGround(ground);
    makeFolder(folder);
    inspectFolder(folder, 'private', ground.uid);
    const kept = bytes.subarray(0, quarantineLimit);
    const temporary = writeTemporary(ground, sealed ?? kept, 'durable');
    try {
      linkNew(temporary, payload);
    } finally {
      dropFile(temporary);
    }
    const earlier = readNote(note);
    const text = JSON.stringify(
      {
        reason,
        message,
        received_at: earlier?.received_at ?? at,
        last_received_at: at,
        count: (earlier?.count ?? 0) + 1,
        size,
        kept_bytes: kept.length,
        complete: kept.length === size,
        encrypted: sealed !== null,
        sha256: hash,
      },
      null,
      2,
    );
    replaceFile(ground, note, `${text}\n`, 'durable');
    syncFolder(folder);
    syncFolder(ground.incidents);
    return payload;
  } catch (error) {
    throw toTrouble(error, folder);
  }
}

function readNote(file: string): { readonly received_at: string; readonly count: number } | null {
  try {
    const parsed: unknown = JSON.parse(readWhole(file)?.toString('utf8') ?? '');
    if (!isObject(parsed)) return null;
    const { received_at, count } = parsed;
    return typeof received_at === 'string' && typeof count === 'number' ? { received_at, count } : null;
  } catch {
    // A note that can't be read is written anew; the payload itself is safe.
    return null;
  }
}
