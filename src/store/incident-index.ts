import fs from 'node:fs';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { errnoOf, toTrouble } from './errno.ts';
import { isObject } from './known-event.ts';
import { type Protection, sealingVault, unseal } from './protection.ts';
import { type Ground, indexPath } from './record-paths.ts';

/** What the index knows of one closed incident: its summary and the hash of its latest entry. */
export interface IndexLine extends IncidentSummary {
  readonly head: string;
}

const chunk = 256 * 1024;
const appendFlags = fs.constants.O_WRONLY | fs.constants.O_APPEND | fs.constants.O_NOFOLLOW;

/** One line of the index; it starts with the newline, so that a torn line before it can't swallow it. */
export function formatLine(protection: Protection | undefined, line: IndexLine): string {
  const vault = sealingVault(protection, line.id);
  if (vault === null || line.pruned_at !== undefined) return `\n${JSON.stringify(line)}`;
  const { id, status, revision, head, declared_at, closed_at } = line;
  const sealed = vault.seal('index', `${id} ${revision} ${head}`, JSON.stringify(line));
  return `\n${JSON.stringify({ id, status, revision, head, declared_at, closed_at, sealed })}`;
}

/**
 * Adds a line durably; false when there is no index to add to (it must then be built, for an index that exists is
 * taken to be complete) or when it was replaced while we wrote.
 */
export function appendLine(ground: Ground, line: IndexLine): boolean {
  const file = indexPath(ground);
  let fd: number;
  try {
    fd = fs.openSync(file, appendFlags);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
  try {
    fs.writeSync(fd, Buffer.from(formatLine(ground.protection, line)));
    fs.fsyncSync(fd);
    return fs.fstatSync(fd).ino === fs.statSync(file, { throwIfNoEntry: false })?.ino;
  } catch (error) {
    throw toTrouble(error, file);
  } finally {
    fs.closeSync(fd);
  }
}

/** A line of the index that can't be read: the index has to be built anew. */
export const garbled = Symbol('garbled');

/**
 * The lines of the index from the last to the first, read backwards in pieces; older lines about the same incident
 * come later. Yields `garbled` for a line that can't be read, and nothing when there is no index.
 */
export function* readIndexBackwards(ground: Ground): Generator<IndexLine | typeof garbled, void, undefined> {
  const fd = openIndex(ground);
  if (fd === null) return;
  try {
    let position = fs.fstatSync(fd).size;
    let rest = Buffer.alloc(0);
    while (position > 0) {
      const length = Math.min(chunk, position);
      position -= length;
      const piece = Buffer.alloc(length);
      fs.readSync(fd, piece, 0, length, position);
      const bytes = rest.length === 0 ? piece : Buffer.concat([piece, rest]);
      let end = bytes.length;
      for (
        let at = bytes.lastIndexOf(10, end - 1);
        end > 0 && at !== -1;
        at = end > 0 ? bytes.lastIndexOf(10, end - 1) : -1
      ) {
        if (end > at + 1) yield parseLine(ground, bytes.toString('utf8', at + 1, end));
        end = at;
      }
      rest = bytes.subarray(0, end);
    }
    if (rest.length > 0) yield parseLine(ground, rest.toString('utf8'));
  } finally {
    fs.closeSync(fd);
  }
}

function openIndex(ground: Ground): number | null {
  try {
    return fs.openSync(indexPath(ground), fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The line as it was written, opened where it is sealed. StoreTrouble when the key for that is missing. */
export function parseLine(ground: Ground, text: string): IndexLine | typeof garbled {
  const outline = parseOutline(text);
  if (outline === garbled) return garbled;
  if (outline.sealed === undefined) return outline;
  const { id, revision, head, sealed } = outline;
  const place = `${id} ${revision} ${head}`;
  const opened = unseal(ground.protection, indexPath(ground), { purpose: 'index', place, sealed });
  return opened === null ? garbled : parseOutline(opened);
}

/** What can be told of a line without opening it. */
export function parseOutline(text: string): Outline | typeof garbled {
  try {
    const parsed: unknown = JSON.parse(text);
    return isOutline(parsed) ? parsed : garbled;
  } catch {
    return garbled;
  }
}

/** A line of which only id, status, revision and head are sure to be there when it is sealed. */
type Outline = IndexLine & { readonly sealed?: string };

function isOutline(value: unknown): value is Outline {
  return (
    isObject(value) &&
    (value['sealed'] === undefined || typeof value['sealed'] === 'string') &&
    typeof value['id'] === 'string' &&
    typeof value['status'] === 'string' &&
    typeof value['head'] === 'string' &&
    typeof value['revision'] === 'number'
  );
}
