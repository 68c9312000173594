import type { Incident } from '../incident/incident.ts';

/** Sorts incidents by the moment they were declared, those of one moment by id, the same way in every store. */
export function byDeclaration(one: Incident, other: Incident): number {
  const times = (one.declared_at ?? '').localeCompare(other.declared_at ?? '');
  return times === 0 ? one.id.localeCompare(other.id) : times;
}
