import { accessSync, constants, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { getgid, getuid } from 'node:process';

export type ExecutableFault =
  | 'command-not-found'
  | 'command-not-executable'
  | 'command-outside-project'
  | 'command-writable-by-others';

const worldWritable = 0o002;
const groupWritable = 0o020;
const sticky = 0o1000;

/** Why a file may not be run, or null. `within`, when given, is the folder that the file must really lie in. */
export function inspectExecutable(path: string, within: string | null): ExecutableFault | null {
  let real: string;
  let stats: Stats;
  try {
    real = realpathSync(path);
    stats = statSync(real);
  } catch {
    return 'command-not-found';
  }
  if (within !== null && !liesWithin(real, within)) return 'command-outside-project';
  if (!stats.isFile() || !isExecutable(real)) return 'command-not-executable';
  return isWritableByOthers(stats) || foldersAbove(real).some(isOpenFolder) ? 'command-writable-by-others' : null;
}

/** Whether `path` lies below `folder` once every symbolic link on the way to the folder is followed. */
function liesWithin(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync(folder), path);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !way.startsWith(sep);
  } catch {
    return false;
  }
}

/** A folder into which anybody can put a program, sticky or not. */
export function isWorldWritableFolder(path: string): boolean {
  const stats = statsOf(path);
  return stats === null || (stats.mode & worldWritable) !== 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isWritableByOthers(stats: Stats): boolean {
  if ((stats.mode & worldWritable) !== 0) return true;
  return (stats.mode & groupWritable) !== 0 && !isOwnGroup(stats.gid);
}

/** Distributions that give every user a group of their own let that group write; in it is nobody else. */
function isOwnGroup(gid: number): boolean {
  return gid === 0 || (gid === getgid?.() && gid === getuid?.());
}

/** A folder in which anybody can put another file in the place of this one. */
function isOpenFolder(path: string): boolean {
  const stats = statsOf(path);
  return stats === null || ((stats.mode & worldWritable) !== 0 && (stats.mode & sticky) === 0);
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folders.at(-1) !== folder; folder = dirname(folder)) folders.push(folder);
  return folders;
}

function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
