import type { Examination } from './incident-store.ts';
import { applyEntry, readEntry, type Standing } from './journal.ts';
import { type Ground, journalPath, shownPath } from './record-paths.ts';

/** Checks the chain of one record from its first entry. */
export function examineRecord(ground: Ground, id: string): Examination {
  let before: Standing | null = null;
  for (let number = 1; ; number += 1) {
    const file = journalPath(ground, id, number);
    const found = readEntry(file);
    if (found === null) return { id, ok: true, entries: number - 1, first_bad: null, stale: [] };
    const after: Standing | string = typeof found === 'string' ? found : applyEntry(before, id, number, found);
    if (typeof after === 'string') {
      const first_bad = { entry: number, path: shownPath(ground, file), why: after };
      return { id, ok: false, entries: number, first_bad, stale: [] };
    }
    before = after;
  }
}
