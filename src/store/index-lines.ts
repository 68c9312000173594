import fs from 'node:fs';
import { garbled, parseOutline } from './incident-index.ts';
import { type Ground, indexPath, sha256 } from './record-paths.ts';

/** What examining needs of an incident's latest line, small enough to hold for every incident there is. */
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
  readonly lines: Map<string, KnownLine>;
}

/** What `digest` is for a line as it is written. */
export function digestOf(line: string): string {
  return sha256(line.trim()).slice(0, 16);
}

const known = new WeakMap<Ground, KnownIndex>();
const chunk = 1024 * 1024;

/**
 * The latest line of one incident; null when it has none, `missing` when there is no index.
 *
 * The index is read once and then only where it grew, so that examining every incident reads it once in all.
 */
export function lineOf(ground: Ground, id: string): KnownLine | null | 'missing' {
  const found = fs.statSync(indexPath(ground), { throwIfNoEntry: false });
  if (found === undefined) return 'missing';
  let index = known.get(ground);
  // The time of birth as well, because a file system may give a new file the number of one that is gone.
  const inode = `${found.ino} ${found.birthtimeMs}`;
  if (index === undefined || index.inode !== inode || index.size > found.size) {
    index = { inode, size: 0, lines: new Map() };
    known.set(ground, index);
  }
  if (index.size < found.size) readOn(ground, index, found.size);
  return index.lines.get(id) ?? null;
}

function readOn(ground: Ground, index: KnownIndex, end: number): void {
  const fd = fs.openSync(indexPath(ground), fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  try {
    let rest = Buffer.alloc(0);
    for (let position = index.size; position < end; ) {
      const piece = Buffer.alloc(Math.min(chunk, end - position));
      const length = fs.readSync(fd, piece, 0, piece.length, position);
      if (length === 0) break;
      position += length;
      const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
      const last = bytes.lastIndexOf(10);
      for (const text of bytes.toString('utf8', 0, last + 1).split('\n')) note(index, text);
      rest = bytes.subarray(last + 1);
    }
    note(index, rest.toString('utf8'));
    index.size = end;
  } finally {
    fs.closeSync(fd);
  }
}

function note(index: KnownIndex, text: string): void {
  const line = text === '' ? null : parseOutline(text);
  if (line === null || line === garbled) return;
  index.lines.set(line.id, {
    revision: line.revision,
    head: line.head,
    digest: digestOf(text),
    pruned_at: line.pruned_at ?? null,
  });
}
