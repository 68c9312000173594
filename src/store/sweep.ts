import fs from 'node:fs';
import path from 'node:path';
import { dropFile, writeTemporary } from './durable-file.ts';
import { type Ground, temporaryFolder } from './record-paths.ts';

const oldEnough = 60 * 60 * 1000;

/**
 * Removes what killed processes left under `tmp/` more than an hour ago.
 *
 * Age is measured against a file written just now, so that a wrong clock on this machine can't make a file that
 * somebody is about to link look old.
 */
export function sweepLeftovers(ground: Ground): void {
  const probe = writeTemporary(ground, '', 'derived');
  try {
    const now = fs.statSync(probe).mtimeMs;
    for (const name of fs.readdirSync(temporaryFolder(ground))) {
      const file = path.join(temporaryFolder(ground), name);
      const found = fs.lstatSync(file, { throwIfNoEntry: false });
      if (found?.isFile() === true && now - found.mtimeMs > oldEnough) dropFile(file);
    }
  } finally {
    dropFile(probe);
  }
}
