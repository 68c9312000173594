import { readWhole } from './durable-file.ts';
import { advance, type Standing } from './journal.ts';
import type { Ground } from './record-paths.ts';

/** A derived file and every form in which it may lie there once the record stands somewhere. */
export interface DerivedFile {
  readonly path: string;
  readonly due: (standing: Standing, text: string) => readonly string[];
}

/** Which derived files are not what the journal says now. */
export interface Differing {
  /** Say what the journal never said: somebody changed them. */
  readonly stale: readonly string[];
  /** Missing, cut short, or as of an earlier entry: whoever wrote them was killed, or is not done yet. */
  readonly behind: readonly string[];
}

/** Compares derived files with what the journal says now and, where they differ, with all that it ever said. */
export function findDiffering(ground: Ground, standing: Standing, files: readonly DerivedFile[]): Differing {
  const stale = new Map<DerivedFile, string>();
  const behind: string[] = [];
  for (const file of files) {
    const text = readWhole(file.path)?.toString('utf8');
    if (text === undefined) behind.push(file.path);
    else if (!file.due(standing, text).includes(text)) stale.set(file, text);
  }
  const { id } = standing.incident;
  let earlier: Standing | null = null;
  while (stale.size > 0) {
    earlier = advance(ground, id, earlier);
    if (earlier === null) break;
    for (const [file, text] of stale) {
      if (!lags(file, earlier, text)) continue;
      stale.delete(file);
      behind.push(file.path);
    }
  }
  return { stale: [...stale.keys()].map((file) => file.path), behind };
}

/** True for what was right after an entry, or for the part of it that had reached the disk when the power went. */
function lags({ due }: DerivedFile, standing: Standing, text: string): boolean {
  return due(standing, text).some((whole) => whole.startsWith(text));
}
