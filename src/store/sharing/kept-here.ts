import type { Incident } from '../../incident/incident.ts';
import type { Created, Declaration } from '../incident-store.ts';
import type { Sharing } from './reach.ts';
import { isSealed } from './seal-record.ts';
import { dropUnshared, isThere, listUnshared, markUnshared } from './unshared.ts';

/** Incidents that are kept on this machine alone and not on their way to the database. */
export async function recordsHere({ ground, local }: Sharing): Promise<readonly Incident[]> {
  const ids = listUnshared(ground).flatMap(({ id, kind }) => (kind === 'record' ? [id] : []));
  const found: Incident[] = [];
  for (const id of new Set(ids)) {
    const incident = await local.read(id);
    if (incident !== null && !isSealed(ground, id, incident.revision)) found.push(incident);
  }
  return found;
}

/** True for such an incident. */
export async function isHere({ ground, local }: Sharing, id: string): Promise<boolean> {
  if (!listUnshared(ground).some((unshared) => unshared.kind === 'record' && unshared.id === id)) return false;
  const incident = await local.read(id);
  return incident !== null && !isSealed(ground, id, incident.revision);
}

/** Starts a record on this machine, to be carried over later. */
export async function createHere({ ground, local, now }: Sharing, declaration: Declaration): Promise<Created> {
  // The mark comes first: a record that nobody knows to be alone would never be carried over.
  const mark = markUnshared(ground, declaration.id, now());
  const created = await local.create(declaration);
  if (!created.ok) {
    if (!isThere(ground, mark)) dropUnshared(mark);
    return created;
  }
  return { ...created, warnings: [...created.warnings, `${declaration.id} is kept on this machine only`] };
}

/** What is kept on this machine alone. */
export interface Waiting {
  /** How many records and entries. */
  readonly count: number;
  /** When the oldest of them was kept, UTC ISO-8601; null when nothing waits. */
  readonly since: string | null;
}

/** Counts the records and entries that are kept on this machine alone. */
export function countUnshared({ ground }: Pick<Sharing, 'ground'>): Waiting {
  const there = listUnshared(ground).filter((unshared) => isThere(ground, unshared));
  return { count: there.length, since: there[0]?.since ?? null };
}
