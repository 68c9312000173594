import type { Incident } from '../../incident/incident.ts';
import type { Standing } from '../journal.ts';
import { isObject } from '../known-event.ts';
import { type Protection, sealingVault, unseal } from '../protection.ts';
import { isState } from '../snapshot.ts';

/** The state as its row holds it: a head start for readers, sealed where entries are. */
export function writeStateText(protection: Protection | undefined, { incident }: Standing): string {
  const text = JSON.stringify(incident);
  const vault = sealingVault(protection, incident.id);
  return vault === null ? text : JSON.stringify({ sealed: vault.seal(...whereSealed(incident), text) });
}

/** The state again; null when it is of no use, and the entries have to be read from the first. */
export function readStateText(
  protection: Protection | undefined,
  text: string,
  expected: { readonly id: string; readonly revision: number },
): Incident | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isObject(parsed) || typeof parsed['sealed'] !== 'string') return toState(parsed, expected);
    const [purpose, place] = whereSealed(expected);
    const opened = unseal(protection, expected.id, { purpose, place, sealed: parsed['sealed'] });
    return opened === null ? null : toState(JSON.parse(opened), expected);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function whereSealed({ id, revision }: { readonly id: string; readonly revision: number }): [string, string] {
  return [`state ${id}`, `${revision}`];
}

function toState(
  value: unknown,
  { id, revision }: { readonly id: string; readonly revision: number },
): Incident | null {
  return isState(value) && value.id === id && value.revision === revision ? value : null;
}
