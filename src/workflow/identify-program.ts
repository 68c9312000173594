import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';

const pieceBytes = 1024 * 1024;
/** Larger programs are told apart by their beginning and their size. */
const mostBytes = 32 * pieceBytes;

/** A hash over where a program really lies and what it consists of; null when it cannot be read. */
export function identifyProgram(path: string): string | null {
  try {
    const real = realpathSync(path);
    const hash = createHash('sha256').update(real).update('\0');
    const descriptor = openSync(real, 'r');
    try {
      const piece = Buffer.alloc(pieceBytes);
      hash.update(`${fstatSync(descriptor).size}\0`);
      for (let at = 0; at < mostBytes; ) {
        const length = readSync(descriptor, piece, 0, pieceBytes, at);
        if (length === 0) break;
        hash.update(piece.subarray(0, length));
        at += length;
      }
    } finally {
      closeSync(descriptor);
    }
    return hash.digest('hex');
  } catch {
    // A program that may be run and not read is known by its path alone.
    return null;
  }
}
