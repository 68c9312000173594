import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

const pieceBytes = 1024 * 1024;
/** Larger files are told apart by their beginning and their size. */
const mostBytes = 32 * pieceBytes;

/**
 * A hash over where a program really lies and what it consists of, and the same of every file that is configured as an
 * argument of it, such as the script of an interpreter. What may be run and not read is known by its path alone.
 */
export function identifyProgram(command: readonly string[], projectRoot: string): string {
  const hash = createHash('sha256');
  for (const element of command) addFile(hash, element, projectRoot);
  return hash.digest('hex');
}

function addFile(hash: Hash, element: string, projectRoot: string): void {
  hash.update(`${element}\0`);
  try {
    const real = realpathSync(resolve(projectRoot, element));
    // Opening a pipe would wait for somebody to write into it.
    if (!statSync(real).isFile()) return;
    const descriptor = openSync(real, 'r');
    try {
      const found = fstatSync(descriptor);
      hash.update(`${real}\0${found.size}\0`);
      const piece = Buffer.alloc(Math.min(pieceBytes, found.size + 1));
      for (let at = 0; at < mostBytes; ) {
        const length = readSync(descriptor, piece, 0, piece.length, at);
        if (length === 0) break;
        hash.update(piece.subarray(0, length));
        at += length;
      }
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Most arguments are no files.
  }
}
