import fs from 'node:fs';
import path from 'node:path';

/** Where SmartSpec keeps the one file that configures every workflow, relative to the project's root. */
export const configPath = path.join('.spec', 'smartspec.config.yaml');

/** The nearest folder at or above `cwd` that holds `.spec` or `.git`; `cwd` itself if there is none. */
export function findProjectRoot(cwd: string): string {
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    if (isThere(path.join(folder, '.spec')) || isThere(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return path.resolve(cwd);
  }
}

function isThere(file: string): boolean {
  try {
    return fs.statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
