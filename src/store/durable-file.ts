import fs from 'node:fs';
import path from 'node:path';
import { errnoOf, toTrouble } from './errno.ts';
import { type Ground, temporaryFolder } from './record-paths.ts';

const readFlags = fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW;
const createFlags = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_NOFOLLOW;

/** The whole file, or null when there is none; a symbolic link in its place is refused. */
export function readWhole(file: string): Buffer | null {
  return readIfThere(file, (fd) => fs.readFileSync(fd));
}

/** The first bytes of a file, or null when there is none. */
export function readStart(file: string, length: number): Buffer | null {
  return readIfThere(file, (fd) => {
    const start = Buffer.alloc(length);
    return start.subarray(0, fs.readSync(fd, start, 0, length, 0));
  });
}

/** Whatever `read` takes from a file, or null when there is none. */
export function readIfThere(file: string, read: (fd: number) => Buffer): Buffer | null {
  const fd = openIfThere(file);
  if (fd === null) return null;
  try {
    return read(fd);
  } catch (error) {
    throw toTrouble(error, file);
  } finally {
    fs.closeSync(fd);
  }
}

function openIfThere(file: string): number | null {
  try {
    return fs.openSync(file, readFlags);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes a new file of mode 0600 under `tmp/` and returns its path; `durable` waits until the disk has it. */
export function writeTemporary(ground: Ground, bytes: string | Uint8Array, how: 'durable' | 'derived'): string {
  const file = path.join(temporaryFolder(ground), ground.random());
  const fd = openNew(file);
  try {
    writeAll(fd, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    // A umask can only take bits away; one that takes the owner's would leave a file that nobody can read.
    if ((fs.fstatSync(fd).mode & 0o777) !== 0o600) fs.fchmodSync(fd, 0o600);
    if (how === 'durable') fs.fsyncSync(fd);
  } catch (error) {
    dropFile(file);
    throw toTrouble(error, file);
  } finally {
    fs.closeSync(fd);
  }
  return file;
}

function openNew(file: string): number {
  try {
    return fs.openSync(file, createFlags, 0o600);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    // Somebody tidied up: what lies in this folder matters to nobody, so it is simply made again.
    fs.mkdirSync(path.dirname(file), { mode: 0o700 });
    return fs.openSync(file, createFlags, 0o600);
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += fs.writeSync(fd, bytes, written);
}

/** Replaces a file as a whole: readers see the old or the new one, never a part. */
export function replaceFile(ground: Ground, file: string, bytes: string, how: 'durable' | 'derived'): void {
  const temporary = writeTemporary(ground, bytes, how);
  try {
    fs.renameSync(temporary, file);
  } catch (error) {
    dropFile(temporary);
    throw error;
  }
}

/** Gives a file a second name; false when the name is taken. */
export function linkNew(existing: string, name: string): boolean {
  try {
    fs.linkSync(existing, name);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Waits until the names in a folder are on disk. */
export function syncFolder(folder: string): void {
  const fd = fs.openSync(folder, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY | fs.constants.O_NOFOLLOW);
  try {
    fs.fsyncSync(fd);
  } catch (error) {
    throw toTrouble(error, folder);
  } finally {
    fs.closeSync(fd);
  }
}

/** Removes a file that nothing depends on; that it is gone already, or can't be removed, changes nothing. */
export function dropFile(file: string): void {
  try {
    fs.unlinkSync(file);
  } catch {
    // Left for the next sweep.
  }
}
