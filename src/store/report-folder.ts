import fs from 'node:fs';
import path from 'node:path';
import { dropFile, readWhole, syncFolder } from './durable-file.ts';
import { toTrouble } from './errno.ts';
import type { FileStoreOptions } from './ground.ts';
import { isIncidentId } from './record-paths.ts';
import { inspectFolder, makeFolders, type Trust } from './safe-path.ts';

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const createFlags = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_NOFOLLOW;

/** Where the answer may be copied to: folders below the project, as SmartSpec's configuration lists them. */
export type OutCopy =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: 'outside-allow-list' | 'unsafe-name'; readonly path: string };

function reportParts(id: string): readonly (readonly [string, Trust])[] {
  return [
    ['.spec', 'shared'],
    ['reports', 'shared'],
    ['post-mortems', 'private'],
    [id, 'private'],
  ];
}

/** Writes one file of a post-mortem durably, as a whole or not at all; returns its absolute path. */
export function writeReport(options: FileStoreOptions, id: string, name: string, content: string | Uint8Array): string {
  if (!isIncidentId(id) || !namePattern.test(name)) throw new Error(`not a report of ours: ${id}/${name}`);
  try {
    const folder = makeFolders(options.projectRoot, reportParts(id), options.uid);
    return placeFile(options, folder, name, content);
  } catch (error) {
    throw toTrouble(error, options.projectRoot);
  }
}

/** Reads one file of a post-mortem; null when there is none. */
export function readReport(options: FileStoreOptions, id: string, name: string): string | null {
  if (!isIncidentId(id) || !namePattern.test(name)) return null;
  let folder = options.projectRoot;
  try {
    for (const [part, trust] of reportParts(id)) {
      folder = path.join(folder, part);
      if (inspectFolder(folder, trust, options.uid) === 'missing') return null;
    }
    return readWhole(path.join(folder, name))?.toString('utf8') ?? null;
  } catch (error) {
    throw toTrouble(error, folder);
  }
}

/**
 * Writes a copy of the answer into the folder `out`, which has to lie in one of the `allowed` folders of the project
 * without a symbolic link on the way.
 */
export function writeOutCopy(
  options: FileStoreOptions,
  target: { readonly out: string; readonly allowed: readonly string[]; readonly name: string },
  content: string,
): OutCopy {
  const folder = path.resolve(options.projectRoot, target.out);
  if (!namePattern.test(target.name)) return { ok: false, reason: 'unsafe-name', path: target.name };
  if (!mayHoldCopy(options, folder, target.allowed)) return { ok: false, reason: 'outside-allow-list', path: folder };
  try {
    const parts = path.relative(options.projectRoot, folder).split(path.sep).filter(Boolean);
    const made = makeFolders(
      options.projectRoot,
      parts.map((part) => [part, 'shared'] as const),
      options.uid,
    );
    return { ok: true, path: placeFile(options, made, target.name, content) };
  } catch (error) {
    throw toTrouble(error, folder);
  }
}

/** True when an absolute folder lies in the project and in one of its `allowed` folders. */
export function mayHoldCopy({ projectRoot }: FileStoreOptions, folder: string, allowed: readonly string[]): boolean {
  return isWithin(projectRoot, folder) && allowed.some((one) => isWithin(path.resolve(projectRoot, one), folder));
}

function isWithin(outer: string, inner: string): boolean {
  const relative = path.relative(outer, inner);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Temporary file, fsync, rename, fsync: a reader meets the old or the new report, also after a power cut. */
function placeFile(options: FileStoreOptions, folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  const temporary = path.join(folder, `.${options.random()}.tmp`);
  const fd = fs.openSync(temporary, createFlags, 0o600);
  try {
    fs.writeFileSync(fd, content);
    if ((fs.fstatSync(fd).mode & 0o777) !== 0o600) fs.fchmodSync(fd, 0o600);
    fs.fsyncSync(fd);
    fs.renameSync(temporary, file);
  } catch (error) {
    dropFile(temporary);
    throw error;
  } finally {
    fs.closeSync(fd);
  }
  syncFolder(folder);
  return file;
}
