import fs from 'node:fs';
import path from 'node:path';
import { syncFolder } from './durable-file.ts';
import { errnoOf } from './errno.ts';
import { StoreTrouble } from './incident-store.ts';

/** How much a folder is trusted: `shared` ones only must not be links, `private` ones must be ours alone to write. */
export type Trust = 'shared' | 'private';

/**
 * Looks at one folder without following a link in its last component.
 *
 * Refuses (StoreTrouble) a symbolic link, anything that is no folder, and, where it has to be private, one that others
 * may write to or own: whoever can write there could swap a record for another between two of our steps.
 */
export function inspectFolder(folder: string, trust: Trust, uid: number | null): 'there' | 'missing' {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return 'missing';
  if (found.isSymbolicLink()) {
    throw new StoreTrouble(
      'symlink-in-path',
      folder,
      `${folder} is a symbolic link; incident records are kept only in real folders. Remove the link.`,
    );
  }
  if (!found.isDirectory()) {
    throw new StoreTrouble('folder-vanished', folder, `${folder} is not a folder; move it out of the way.`);
  }
  if (trust === 'private') refuseIfUnsafe(folder, found, uid);
  return 'there';
}

function refuseIfUnsafe(folder: string, found: fs.Stats, uid: number | null): void {
  if (uid !== null && found.uid !== uid) {
    throw new StoreTrouble(
      'unsafe-permissions',
      folder,
      `${folder} belongs to another user (uid ${found.uid}, not ${uid}). Type: chown -R ${uid} '${folder}'`,
    );
  }
  if ((found.mode & 0o022) !== 0) {
    const mode = (found.mode & 0o777).toString(8).padStart(4, '0');
    throw new StoreTrouble(
      'unsafe-permissions',
      folder,
      `${folder} can be written by others (mode ${mode}). Type: chmod 700 '${folder}'`,
    );
  }
}

/** Makes one folder of mode 0700 whatever the umask; false when it was there already. */
export function makeFolder(folder: string): boolean {
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
  // A umask can only take bits away, and only an odd one takes the owner's.
  if ((fs.lstatSync(folder).mode & 0o777) !== 0o700) fs.chmodSync(folder, 0o700);
  return true;
}

/**
 * Makes every missing folder from `base` (which has to exist) down to `base/parts…`, each durably.
 *
 * Every parent is fsynced even if the folder in it was there: another process may have made it an instant ago and not
 * have come to its own fsync yet.
 */
export function makeFolders(
  base: string,
  parts: readonly (readonly [name: string, trust: Trust])[],
  uid: number | null,
): string {
  let folder = base;
  for (const [name, trust] of parts) {
    const parent = folder;
    folder = path.join(parent, name);
    if (inspectFolder(folder, trust, uid) === 'missing') makeFolder(folder);
    inspectFolder(folder, trust, uid);
    syncFolder(parent);
  }
  return folder;
}
