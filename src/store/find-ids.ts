import { garbled, readIndexBackwards } from './incident-index.ts';
import { openIds } from './list-records.ts';
import { loadRecord } from './load-record.ts';
import type { Ground } from './record-paths.ts';

const most = 10;

/**
 * Ids that fit what was typed, whatever its case: the id itself, else those that start with it, end with it, or hold
 * it, in this order; open incidents come before closed ones. At most ten.
 */
export function findIds(ground: Ground, typed: string): readonly string[] {
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') return [];
  if (loadRecord(ground, wanted) !== null) return [wanted];
  const open = matching(openIds(ground), wanted);
  if (open.length >= most) return open.slice(0, most);
  return [...open, ...matching(closedIds(ground, new Set(open)), wanted)].slice(0, most);
}

function* closedIds(ground: Ground, known: Set<string>): Generator<string, void, undefined> {
  for (const line of readIndexBackwards(ground)) {
    if (line === garbled || known.has(line.id)) continue;
    known.add(line.id);
    yield line.id;
  }
}

function matching(ids: Iterable<string>, wanted: string): readonly string[] {
  const starting: string[] = [];
  const ending: string[] = [];
  const holding: string[] = [];
  for (const id of ids) {
    if (id.startsWith(wanted)) starting.push(id);
    else if (id.endsWith(wanted)) ending.push(id);
    else if (id.includes(wanted)) holding.push(id);
  }
  return [...starting.sort(), ...ending.sort(), ...holding.sort()];
}
