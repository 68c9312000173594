import fs from 'node:fs';
import path from 'node:path';
import type { Incident } from '../incident/incident.ts';
import { dropFile, linkNew, readStart } from './durable-file.ts';
import { errnoOf } from './errno.ts';
import { completeStart, holderOf, loadRecord, ownClaims } from './load-record.ts';
import { claimPath, type Ground, incidentFolder, temporaryFolder } from './record-paths.ts';

/** Who holds a claim. `promised` is the successor it was passed on to, as long as that incident does not exist yet. */
interface Holder {
  readonly incident: Incident;
  readonly promised: string | null;
}

const patience = 20;
const longestChain = 1000;

/**
 * Finds the incident that holds a claim, following claims that were passed on as far as the successor exists.
 *
 * What a crash left behind is put right on the way: an incident that was never completed is completed, and the claim of
 * a closed one is removed. Null when nobody holds it.
 */
export function findHolder(ground: Ground, claim: string): Holder | null {
  const file = claimPath(ground, claim);
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const named = holderOf(readStart(file, 100));
    if (named === null) return null;
    const record = named === 'garbled' ? null : (loadRecord(ground, named) ?? loadFromClaim(ground, named, file));
    if (record === null) {
      // It names nobody who could ever be found, so it would only keep the next incident from starting.
      removeClaim(ground, file, named);
      continue;
    }
    const holder = followChain(ground, claim, record.incident);
    if (holder.incident.status !== 'closed' || holder.promised !== null) return holder;
    removeClaim(ground, file, named);
  }
  return null;
}

function loadFromClaim(ground: Ground, id: string, file: string): { readonly incident: Incident } | null {
  return completeStart(ground, id, file) ? loadRecord(ground, id) : null;
}

function followChain(ground: Ground, claim: string, first: Incident): Holder {
  let incident = first;
  for (let hops = 0; hops < longestChain && Object.hasOwn(incident.passed_claims, claim); hops += 1) {
    const to = incident.passed_claims[claim] ?? null;
    const next = to === null ? null : loadRecord(ground, to);
    if (next === null) return { incident, promised: to };
    incident = next.incident;
  }
  return { incident, promised: null };
}

/**
 * Takes a claim for an incident by linking one of its entries; null when that succeeded, else the id of the holder.
 *
 * A claim that was passed on to this very incident is taken over from its predecessor by rename: there is no moment
 * at which nobody holds it.
 */
export function takeClaim(ground: Ground, claim: string, id: string, entryFile: string): string | null {
  const file = claimPath(ground, claim);
  let holder: Holder | null = null;
  for (let attempt = 0; attempt < patience; attempt += 1) {
    if (linkNew(entryFile, file)) return null;
    holder = findHolder(ground, claim);
    if (holder?.incident.id === id) return null;
    if (holder?.promised === id) {
      takeOver(ground, entryFile, file);
      return null;
    }
    if (holder !== null) break;
  }
  return holder?.incident.id ?? id;
}

function takeOver(ground: Ground, entryFile: string, file: string): void {
  const successor = path.join(temporaryFolder(ground), ground.random());
  fs.linkSync(entryFile, successor);
  fs.renameSync(successor, file);
  // A rename onto another name of the same file does nothing and leaves both.
  if (fs.existsSync(successor)) dropFile(successor);
}

/** Gives back what a closed incident holds, so that the next alert starts a new one. */
export function releaseClaims(ground: Ground, incident: Incident): void {
  dropClaims(ground, incident.id, ownClaims(incident));
}

/** Removes those of these claims that lead to this incident. */
export function dropClaims(ground: Ground, id: string, claims: readonly string[]): void {
  for (const claim of claims) {
    const file = claimPath(ground, claim);
    if (holderOf(readStart(file, 100)) === id) removeClaim(ground, file, id);
  }
}

/**
 * Removes a claim file only if it still names the expected holder: it is taken aside first, looked at, and put back if
 * somebody else's claim was caught.
 */
function removeClaim(ground: Ground, file: string, expected: string): void {
  const aside = path.join(temporaryFolder(ground), ground.random());
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  if (holderOf(readStart(aside, 100)) !== expected) linkNew(aside, file);
  dropFile(aside);
}

/** True when an incident of this id exists, whole or only begun. */
export function idExists(ground: Ground, id: string): boolean {
  return fs.existsSync(incidentFolder(ground, id)) || completeStart(ground, id);
}
