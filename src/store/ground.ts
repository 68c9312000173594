import fs from 'node:fs';
import path from 'node:path';
import { syncFolder } from './durable-file.ts';
import type { Protection } from './protection.ts';
import { type Ground, openFolder, temporaryFolder } from './record-paths.ts';
import { inspectFolder, makeFolder, makeFolders, type Trust } from './safe-path.ts';

/** What a file store works with; everything from outside is handed in. */
export interface FileStoreOptions {
  readonly projectRoot: string;
  /** The program's version, as it stands in `summary.json`. */
  readonly version: string;
  /** A short text of letters and digits that no other process comes up with. */
  readonly random: () => string;
  /** The effective user id, who has to own the record; null where the system knows none. */
  readonly uid: number | null;
  /** How records are sealed and signed; absent where they are neither. */
  readonly protection?: Protection | undefined;
}

/** Where the records of a project are kept. */
export function groundOf(options: FileStoreOptions): Ground {
  return { ...options, incidents: path.join(options.projectRoot, '.spec', 'reports', 'incidents') };
}

const parts: readonly (readonly [string, Trust])[] = [
  ['.spec', 'shared'],
  ['reports', 'shared'],
  ['incidents', 'private'],
];

/** Refuses links and unsafe folders between the project and its records; missing ones are nobody's danger. */
export function verifyGround(ground: Ground): void {
  let folder = ground.projectRoot;
  for (const [name, trust] of parts) {
    folder = path.join(folder, name);
    if (inspectFolder(folder, trust, ground.uid) === 'missing') return;
  }
  for (const inner of [openFolder(ground), temporaryFolder(ground)]) inspectFolder(inner, 'private', ground.uid);
}

/**
 * Makes the folders that records need, each durably in its parent.
 *
 * `open/` is made last of all, so wherever it exists everything above it is on disk and nothing has to be fsynced again.
 */
export function prepareGround(ground: Ground): void {
  if (fs.existsSync(openFolder(ground)) && fs.existsSync(temporaryFolder(ground))) {
    verifyGround(ground);
    return;
  }
  makeFolders(ground.projectRoot, parts, ground.uid);
  for (const inner of [temporaryFolder(ground), openFolder(ground)]) {
    makeFolder(inner);
    inspectFolder(inner, 'private', ground.uid);
  }
  // Before anything is kept: a record whose folder outlived `open/` in a power cut could not be completed.
  syncFolder(ground.incidents);
}
