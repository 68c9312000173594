import type { IncidentEvent } from '../incident/event.ts';
import { evolve } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import { readWhole } from './durable-file.ts';
import { StoreTrouble } from './incident-store.ts';
import { isKeptEvent, isKnownType, isObject, type KeptEvent } from './known-event.ts';
import { type Protection, sealingVault, signLine, unseal } from './protection.ts';
import { type Ground, journalPath, sha256 } from './record-paths.ts';

/** What is said of an entry whose hash of the one before is not that of the one before. */
export const brokenChain = 'does not continue the entry before it (hash differs)';

/** The events of one decision, chained to the entry before it. */
export interface JournalEntry {
  readonly entry: number;
  readonly incident: string;
  readonly recorded_at: string;
  /** SHA-256 over the whole file of the entry before; null for the first. */
  readonly previous: string | null;
  readonly events: readonly KeptEvent[];
}

/** One entry as it was found: what it says and the hash of its bytes. */
export interface ReadEntry {
  readonly entry: JournalEntry;
  readonly hash: string;
}

/** Where a record stands: its state and the hash of its latest entry. */
export interface Standing {
  readonly incident: Incident;
  readonly head: string;
}

/** One line; the number and the incident come first, so that the start of the file tells whose it is. */
export function formatEntry(
  protection: Protection | undefined,
  head: {
    readonly entry: number;
    readonly incident: string;
    readonly previous: string | null;
    readonly lastSeq: number;
  },
  events: readonly IncidentEvent[],
  recordedAt: string,
): string {
  const numbered = events.map(({ type, at, by, data }, index) => ({
    seq: head.lastSeq + index + 1,
    type,
    at,
    by,
    data,
  }));
  const { entry, incident, previous } = head;
  const shown = { entry, incident, recorded_at: recordedAt, previous };
  const vault = sealingVault(protection, incident);
  if (vault === null) return signLine(protection, JSON.stringify({ ...shown, events: numbered }));
  const { purpose, place } = whereSealed(shown);
  return signLine(
    protection,
    JSON.stringify({ ...shown, sealed: vault.seal(purpose, place, JSON.stringify(numbered)) }),
  );
}

/** What a sealed entry is bound to, so that it opens nowhere else. */
function whereSealed(shown: Omit<JournalEntry, 'events'>): { readonly purpose: string; readonly place: string } {
  const { entry, incident, recorded_at, previous } = shown;
  return { purpose: `journal ${incident}`, place: JSON.stringify([entry, recorded_at, previous]) };
}

/** What everybody can read of an entry, and whether its events are sealed. */
export type Envelope = Omit<JournalEntry, 'events'> & { readonly events: unknown; readonly sealed: string | null };

/** The readable part of an entry, or why its bytes can't be one. */
export function parseEnvelope(text: string): Envelope | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return text === '' ? 'is empty' : 'is not JSON';
  }
  if (!isObject(parsed)) return 'is not an entry';
  const { entry, incident, recorded_at, previous, events, sealed } = parsed;
  if (typeof entry !== 'number' || typeof incident !== 'string' || typeof recorded_at !== 'string') {
    return 'is not an entry';
  }
  if (previous !== null && typeof previous !== 'string') return 'is not an entry';
  if (typeof sealed !== 'string') return { entry, incident, recorded_at, previous, events, sealed: null };
  return { entry, incident, recorded_at, previous, events: null, sealed };
}

/** What an entry's bytes say, or why they can't be one. StoreTrouble when they are sealed and the key is missing. */
export function parseEntry(text: string, protection: Protection | undefined, file: string): JournalEntry | string {
  const envelope = parseEnvelope(text);
  if (typeof envelope === 'string') return envelope;
  const { sealed, ...shown } = envelope;
  let { events } = envelope;
  if (sealed !== null) {
    const opened = unseal(protection, file, { ...whereSealed(shown), sealed });
    if (opened === null) return 'does not open: it was changed after it was sealed';
    events = JSON.parse(opened);
  }
  if (!Array.isArray(events)) return 'is not an entry';
  const kept: KeptEvent[] = [];
  for (const event of events) {
    if (isKeptEvent(event)) kept.push(event);
    else return whyUnknown(event);
  }
  return { ...shown, events: kept };
}

function whyUnknown(event: unknown): string {
  const type = isObject(event) && typeof event['type'] === 'string' ? event['type'] : null;
  return type === null || isKnownType(type)
    ? 'holds something that is no event'
    : `holds an event this version does not know (${type.slice(0, 80)}): a newer version wrote it`;
}

/**
 * Applies one entry to the state, or says why it does not follow: wrong number, wrong incident, broken chain,
 * events out of sequence, or something the state can't be built from.
 */
export function applyEntry(before: Standing | null, id: string, number: number, found: ReadEntry): Standing | string {
  const { entry, hash } = found;
  if (entry.incident !== id) return `belongs to ${entry.incident}`;
  if (entry.entry !== number) return `says it is entry ${entry.entry}`;
  if (entry.previous !== (before?.head ?? null)) return brokenChain;
  let state = before?.incident ?? null;
  let seq = state?.last_seq ?? 0;
  try {
    for (const event of entry.events) {
      seq += 1;
      if (event.seq !== seq) return `numbers an event ${event.seq} where ${seq} is due`;
      state = evolve(state, { ...event, recorded_at: entry.recorded_at });
    }
  } catch {
    return 'holds an event that can not be applied';
  }
  if (state === null) return 'does not begin with a declaration';
  if (state.id !== id) return `declares ${state.id}`;
  return { incident: { ...state, revision: number }, head: hash };
}

/** Reads entry `number` and applies it; null when there is no such entry, StoreTrouble when it does not fit. */
export function advance(ground: Ground, id: string, before: Standing | null): Standing | null {
  const number = (before?.incident.revision ?? 0) + 1;
  const file = journalPath(ground, id, number);
  const found = readEntry(ground, file);
  if (found === null) return null;
  const after = typeof found === 'string' ? found : applyEntry(before, id, number, found);
  if (typeof after === 'string') throw damaged(file, after);
  return after;
}

/** An entry and its hash; null when the file is missing, a reason when it can't be understood. */
export function readEntry(ground: Ground, file: string): ReadEntry | string | null {
  const bytes = readWhole(file);
  return bytes === null ? null : toReadEntry(ground, file, bytes);
}

/** The bytes of an entry as an entry, or a reason when they can't be understood. */
export function toReadEntry({ protection }: Ground, file: string, bytes: Buffer): ReadEntry | string {
  const entry = parseEntry(bytes.toString('utf8'), protection, file);
  return typeof entry === 'string' ? entry : { entry, hash: sha256(bytes) };
}

export function damaged(file: string, why: string): StoreTrouble {
  return new StoreTrouble('record-damaged', file, `The record is damaged: ${file} ${why}.`);
}
