import fs from 'node:fs';
import path from 'node:path';
import type { IncidentEvent } from '../../incident/event.ts';
import { dropClaims } from '../claims.ts';
import { dropFile, readWhole, syncFolder } from '../durable-file.ts';
import { toTrouble } from '../errno.ts';
import type { IncidentStore } from '../incident-store.ts';
import { type JournalEntry, parseEntry } from '../journal.ts';
import { type Ground, incidentFolder, journalPath, markerPath } from '../record-paths.ts';
import { makeFolder } from '../safe-path.ts';

/** The last entry of a record that is being carried away; it stays behind when the others go. */
const sealing = 'this record is carried over to another store';

/** True for the entry that ends a record here so that nobody adds to it while it is carried away. */
function isSeal({ events }: JournalEntry): boolean {
  const [event, ...others] = events;
  return (
    others.length === 0 && event?.type === 'incident.closed' && event.by === null && event.data.because === sealing
  );
}

/** True when a record is on its way: what is asked of it now has to be asked of where it goes. */
export function isSealed(ground: Ground, id: string, revision: number): boolean {
  const text = readWhole(journalPath(ground, id, revision))?.toString('utf8');
  const entry = text === undefined ? null : parseEntry(text, ground.protection, id);
  return entry !== null && typeof entry !== 'string' && isSeal(entry);
}

const mostAttempts = 200;

/**
 * Ends a record of this machine and returns its entries, byte for byte, without the one that ended it; null when there
 * is none. The sealing entry takes the next number as any other would, so every append is either before it or refused.
 */
export async function sealRecord(
  ground: Ground,
  local: IncidentStore,
  id: string,
  now: string,
): Promise<readonly string[] | null> {
  const seal: IncidentEvent = { type: 'incident.closed', at: now, by: null, data: { because: sealing } };
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const incident = await local.read(id);
    if (incident === null) return null;
    const { revision } = incident;
    if (isSealed(ground, id, revision)) return readTexts(ground, id, revision - 1);
    if ((await local.append(id, revision, [seal], now)).ok) return readTexts(ground, id, revision);
  }
  throw new Error(`${id} changed ${mostAttempts} times while it was being carried over`);
}

/** The entries; null where somebody who carried the record at the same moment has put it away meanwhile. */
function readTexts(ground: Ground, id: string, entries: number): readonly string[] | null {
  const texts: string[] = [];
  for (let number = 1; number <= entries; number += 1) {
    const bytes = readWhole(journalPath(ground, id, number));
    if (bytes === null && !fs.existsSync(incidentFolder(ground, id))) return null;
    if (bytes === null) throw new Error(`${id} lost entry ${number} while it was being carried over`);
    texts.push(bytes.toString('utf8'));
  }
  return texts;
}

/**
 * Puts a record that is kept elsewhere now out of the way, where nothing lists or finds it; nothing is deleted but what
 * leads to it. That goes first: whoever sealed it may have been killed, and from a claim or a marker that outlives its
 * record the next reader would begin the record anew.
 */
export function retireRecord(ground: Ground, id: string): void {
  const folder = path.join(ground.incidents, 'carried');
  try {
    makeFolder(folder);
    dropClaims(ground, id, everyClaim(ground, id));
    dropFile(markerPath(ground, id));
    const free = path.join(folder, id);
    const target = fs.existsSync(free) ? `${free}-${ground.random()}` : free;
    fs.renameSync(incidentFolder(ground, id), target);
    syncFolder(folder);
    syncFolder(ground.incidents);
  } catch (error) {
    // Somebody who carried it at the same moment has put it away already.
    if (!fs.existsSync(incidentFolder(ground, id))) return;
    throw toTrouble(error, folder);
  }
}

/** Every claim it was ever given, also those it has passed on. */
function everyClaim(ground: Ground, id: string): readonly string[] {
  const claims: string[] = [];
  for (let number = 1; ; number += 1) {
    const text = readWhole(journalPath(ground, id, number))?.toString('utf8');
    if (text === undefined) return claims;
    const entry = parseEntry(text, ground.protection, id);
    if (typeof entry === 'string') return claims;
    for (const event of entry.events) {
      if (event.type === 'incident.declared') claims.push(...event.data.claims);
      else if (event.type === 'claim.added') claims.push(event.data.claim);
    }
  }
}
