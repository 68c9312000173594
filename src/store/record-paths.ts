import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Protection } from './protection.ts';

/** What every part of the file store needs to know about where it works and for whom. */
export interface Ground {
  readonly projectRoot: string;
  /** `<project>/.spec/reports/incidents`. */
  readonly incidents: string;
  /** The program's version, written into derived files. */
  readonly version: string;
  /** The effective user id that must own the folders; null where the system knows none. */
  readonly uid: number | null;
  /** A short text that no other process comes up with, for names of temporary files. */
  readonly random: () => string;
  /** Absent where records are kept plain and unsigned. */
  readonly protection?: Protection | undefined;
}

const idPattern = /^INC-\d{8}-[0-9A-Z]{4,12}$/;
const markerPattern = /^(INC-\d{8}-[0-9A-Z]{4,12})\.json$/;

/** True for texts that are safe as the name of an incident's folder. */
export function isIncidentId(text: string): boolean {
  return idPattern.test(text);
}

/** The incident a file name under `open/` stands for; null for claims and anything else. */
export function idOfMarker(name: string): string | null {
  return markerPattern.exec(name)?.[1] ?? null;
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export const incidentFolder = (ground: Ground, id: string): string => path.join(ground.incidents, id);
export const openFolder = (ground: Ground): string => path.join(ground.incidents, 'open');
export const temporaryFolder = (ground: Ground): string => path.join(ground.incidents, 'tmp');
export const alertsFolder = (ground: Ground, id: string): string => path.join(ground.incidents, id, 'alerts');
export const snapshotPath = (ground: Ground, id: string): string => path.join(ground.incidents, id, 'incident.json');
export const summaryPath = (ground: Ground, id: string): string => path.join(ground.incidents, id, 'summary.json');
/** The sealed `incident.json` that contradicted the journal, kept as evidence when the next one was written. */
export const disputedPath = (ground: Ground, id: string): string =>
  path.join(ground.incidents, id, 'incident-disputed.json');
export const tombstonesPath = (ground: Ground): string => path.join(ground.incidents, 'pruned.jsonl');
export const indexPath = (ground: Ground): string => path.join(ground.incidents, 'index.jsonl');

/** The file that lists an incident as not closed: a hard link of its first entry. */
export const markerPath = (ground: Ground, id: string): string => path.join(ground.incidents, 'open', `${id}.json`);

/** The file that only one incident at a time can have: a hard link of an entry that names the holder. */
export function claimPath(ground: Ground, claim: string): string {
  return path.join(ground.incidents, 'open', `claim-${sha256(claim).slice(0, 32)}.json`);
}

export function journalPath(ground: Ground, id: string, entry: number): string {
  return path.join(ground.incidents, id, `journal-${String(entry).padStart(6, '0')}.json`);
}

/** A path as it is shown to people: relative to the project. */
export function shownPath(ground: Ground, absolute: string): string {
  return path.relative(ground.projectRoot, absolute);
}
