import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** One `summary.json` on disk and the stamp by which a change of it shows. */
export interface SummaryFile {
  readonly path: string;
  readonly modified_ms: number;
  readonly stamp: string;
}

const mostEntries = 5000;

/**
 * Every `summary.json` below `<root>/.spec/reports/<folder>`, at most `depth` folders down, the newest first.
 *
 * Symbolic links are passed over at every step, so that what is found lies within the project. At most 5,000 entries
 * are looked at, the last by name first, since run ids carry their date.
 */
export function listSummaries(root: string, folders: readonly string[], depth: number): readonly SummaryFile[] {
  const reports = join(root, '.spec', 'reports');
  if (!isRealFolder(join(root, '.spec')) || !isRealFolder(reports)) return [];
  const found: SummaryFile[] = [];
  let budget = mostEntries;

  function visit(folder: string, left: number): void {
    for (const entry of entriesOf(folder)) {
      if (budget <= 0) return;
      budget -= 1;
      const path = join(folder, entry.name);
      if (entry.isFile() && entry.name === 'summary.json') keep(path);
      if (entry.isDirectory() && left > 0) visit(path, left - 1);
    }
  }

  function keep(path: string): void {
    const stats = statsOf(path);
    if (stats === null || !stats.isFile()) return;
    found.push({
      path,
      modified_ms: stats.mtimeMs,
      stamp: `${stats.ino}:${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}`,
    });
  }

  for (const folder of folders) {
    const path = join(reports, folder);
    if (isRealFolder(path)) visit(path, depth);
  }
  return found.sort((one, other) => other.modified_ms - one.modified_ms);
}

function isRealFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}

function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? 1 : -1));
  } catch {
    return [];
  }
}
