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

/** How many records and entries are kept on this machine alone. */
export function countUnshared({ ground }: Pick<Sharing, 'ground'>): number {
  return listUnshared(ground).filter((unshared) => isThere(ground, unshared)).length;
}
