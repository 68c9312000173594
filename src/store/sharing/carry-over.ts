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

/** Makes one of two; not `settled` where the other is over meanwhile and it has to be asked again who holds the claim. */
export type Unite = (duplicate: Duplicate) => Promise<{ readonly settled: boolean; readonly told: string | null }>;

/** A mark whose record has not begun after so long stands for one that never will. */
const longestBeginning = 60 * 60 * 1000;

/**
 * Brings what this machine kept alone into the database, oldest first. Killed anywhere, or done by two at once, it ends
 * the same: every entry is there once, one problem is one incident, and it is forgotten here only after. Returns what is
 * worth telling.
 */
export async function carryOver(
  ground: Ground,
  local: IncidentStore,
  shared: PostgresStore,
  now: string,
  unite: Unite,
): Promise<readonly string[]> {
  let retired = false;
  const warnings: string[] = [];
  for (const unshared of listUnshared(ground)) {
    if (!isThere(ground, unshared)) {
      if (Date.parse(now) - Date.parse(unshared.since) > longestBeginning) dropUnshared(unshared);
      continue;
    }
    const texts = await textsOf(ground, local, unshared, now);
    const came = texts === null ? null : await bring(shared, unshared, texts, unite);
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
    warnings.push(...came.told);
    shared.database.announce(unshared.id);
  }
  // Its lines would list records that are not here any more.
  if (retired) rebuildIndex(ground);
  return warnings;
}

type Brought = { readonly ok: true; readonly told: readonly string[] } | Extract<Carried, { ok: false }>;

const mostAttempts = 5;

/** Brings one record or entry over and makes one incident of it and whoever holds its claims there. */
async function bring(
  { database, tables }: PostgresStore,
  { id, kind }: Unshared,
  texts: readonly string[],
  unite: Unite,
): Promise<Brought> {
  for (let attempt = 1; ; attempt += 1) {
    const came = await carryTexts(database, tables, id, texts, 'add-facts');
    if (!came.ok) return came;
    const [of] = kind === 'record' ? came.rivals : [];
    if (of === undefined) return { ok: true, told: [] };
    const { settled, told } = await unite({ id, of });
    if (settled || attempt === mostAttempts) return { ok: true, told: told === null ? [] : [told] };
  }
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
