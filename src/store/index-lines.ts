import fs from 'node:fs';
import { IdTable } from './id-table.ts';
import { garbled, parseOutline } from './incident-index.ts';
import { type Ground, indexPath, sha256 } from './record-paths.ts';

/** What examining needs of an incident's latest line. */
export interface KnownLine {
  readonly revision: number;
  readonly head: string;
  /** Start of the hash of the whole line, which tells an edited one. */
  readonly digest: string;
  /** When the record was removed; null while it is there. */
  readonly pruned_at: string | null;
}

interface KnownIndex {
  readonly inode: string;
  size: number;
  /** Where in the file the latest line of each incident begins. */
  readonly starts: IdTable;
}

/** What `digest` is for a line as it is written. */
export function digestOf(line: string): string {
  return sha256(line.trim()).slice(0, 16);
}

const known = new WeakMap<Ground, KnownIndex>();
const chunk = 1024 * 1024;
const newline = 10;

/**
 * The latest line of one incident; null when it has none, `missing` when there is no index.
 *
 * The index is gone through once and then only where it grew, and of each line only its place is held: examining every
 * incident reads it once in all, and needs no more memory for many than for few.
 */
export function lineOf(ground: Ground, id: string): KnownLine | null | 'missing' {
  const found = fs.statSync(indexPath(ground), { throwIfNoEntry: false });
  if (found === undefined) return 'missing';
  let index = known.get(ground);
  // The time of birth as well, because a file system may give a new file the number of one that is gone.
  const inode = `${found.ino} ${found.birthtimeMs}`;
  if (index === undefined || index.inode !== inode || index.size > found.size) {
    index = { inode, size: 0, starts: new IdTable() };
    known.set(ground, index);
  }
  const fd = fs.openSync(indexPath(ground), fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  try {
    if (index.size < found.size) readOn(fd, index, found.size);
    const start = index.starts.get(id);
    return start === undefined ? null : readLine(fd, start);
  } finally {
    fs.closeSync(fd);
  }
}

function readOn(fd: number, index: KnownIndex, end: number): void {
  let rest = Buffer.alloc(0);
  for (let position = index.size; position < end; ) {
    const piece = Buffer.alloc(Math.min(chunk, end - position));
    const length = fs.readSync(fd, piece, 0, piece.length, position);
    if (length === 0) break;
    const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
    const first = position - rest.length;
    position += length;
    let start = 0;
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, start)) {
      note(index, first + start, bytes.subarray(start, at));
      start = at + 1;
    }
    rest = bytes.subarray(start);
  }
  note(index, end - rest.length, rest);
  index.size = end;
}

/** A line begins with its id, whoever wrote it; one that can't be read whole counts as none. */
function note({ starts }: KnownIndex, start: number, line: Buffer): void {
  if (line.length === 0 || parseOutline(line.toString('utf8')) === garbled) return;
  const id = /^\{"id":"(INC-[0-9A-Z-]{1,40})"/.exec(line.toString('latin1', 0, 64))?.[1];
  if (id !== undefined) starts.set(id, start);
}

function readLine(fd: number, start: number): KnownLine | null {
  const pieces: Buffer[] = [];
  for (let position = start; ; ) {
    const piece = Buffer.alloc(4096);
    const length = fs.readSync(fd, piece, 0, piece.length, position);
    const end = piece.subarray(0, length).indexOf(newline);
    pieces.push(piece.subarray(0, end === -1 ? length : end));
    position += length;
    if (end !== -1 || length === 0) break;
  }
  const text = Buffer.concat(pieces).toString('utf8');
  const line = parseOutline(text);
  if (line === garbled) return null;
  const { revision, head, pruned_at = null } = line;
  return { revision, head, digest: digestOf(text), pruned_at };
}
