import type { IncidentStore } from '../incident-store.ts';
import { rebuildIndex } from '../index-rebuild.ts';
import { type Carried, carryTexts } from '../postgres/carry-texts.ts';
import type { PostgresStore } from '../postgres/postgres-store.ts';
import type { Ground } from '../record-paths.ts';
import { retireRecord, sealRecord } from './seal-record.ts';
import { dropUnshared, isThere, listUnshared, readEntryHere, type Unshared } from './unshared.ts';

/** Two open incidents for one problem: one began here while the database, which knew the other, was out of reach. */
export interface Duplicate {
  readonly id: string;
  readonly of: string;
}

export interface CarriedOver {
  /** How many records and entries came over. */
  readonly carried: number;
  readonly duplicates: readonly Duplicate[];
  readonly warnings: readonly string[];
}

/** A mark whose record has not begun after so long stands for one that never will. */
const longestBeginning = 60 * 60 * 1000;

/**
 * Brings what this machine kept alone into the database, oldest first. Killed anywhere, or done by two at once, it ends
 * the same: every entry is there once, and is forgotten here only after.
 */
export async function carryOver(
  ground: Ground,
  local: IncidentStore,
  shared: PostgresStore,
  now: string,
): Promise<CarriedOver> {
  let carried = 0;
  let retired = false;
  const duplicates: Duplicate[] = [];
  const warnings: string[] = [];
  for (const unshared of listUnshared(ground)) {
    if (!isThere(ground, unshared)) {
      if (Date.parse(now) - Date.parse(unshared.since) > longestBeginning) dropUnshared(unshared);
      continue;
    }
    const texts = await textsOf(ground, local, unshared, now);
    const came: Carried | null =
      texts === null ? null : await carryTexts(shared.database, shared.tables, unshared.id, texts, 'add-facts');
    if (came?.ok === false) {
      warnings.push(`${unshared.id} stays on this machine: the database holds ${whyNot(came.reason)}`);
      continue;
    }
    if (unshared.kind === 'record') {
      retireRecord(ground, unshared.id);
      retired = true;
    }
    dropUnshared(unshared);
    if (came === null) continue;
    carried += 1;
    shared.database.announce(unshared.id);
    const [of] = unshared.kind === 'record' ? came.rivals : [];
    if (of !== undefined) duplicates.push({ id: unshared.id, of });
  }
  // Its lines would list records that are not here any more.
  if (retired) rebuildIndex(ground);
  return { carried, duplicates, warnings };
}

async function textsOf(
  ground: Ground,
  local: IncidentStore,
  unshared: Unshared,
  now: string,
): Promise<readonly string[] | null> {
  if (unshared.kind === 'record') return sealRecord(ground, local, unshared.id, now);
  const text = readEntryHere(unshared);
  return text === null ? null : [text];
}

function whyNot(reason: 'unknown-incident' | 'another-record'): string {
  return reason === 'unknown-incident' ? 'no such incident' : 'another record under this id';
}
