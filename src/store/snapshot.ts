import type { Incident } from '../incident/incident.ts';
import { readWhole } from './durable-file.ts';
import type { Standing } from './journal.ts';
import { isObject } from './known-event.ts';
import { type Protection, sealingVault } from './protection.ts';
import { type Ground, sha256 } from './record-paths.ts';

const sealLength = writeSeal('0'.repeat(64)).length;

/**
 * The text of `incident.json`: the state, the entry it stands on, who wrote it, and a seal over all that.
 *
 * The seal lets a reader tell an edited or torn file from a whole one before it trusts the file as a head start.
 */
export function renderSnapshot(
  protection: Protection | undefined,
  { incident, head }: Standing,
  version: string,
): string {
  const vault = sealingVault(protection, incident.id);
  const shown =
    vault === null
      ? incident
      : {
          ...readablePart(incident),
          sealed: vault.seal(`state ${incident.id}`, `${incident.revision}`, JSON.stringify(incident)),
        };
  const body = JSON.stringify({ ...shown, head, written_by: version }, null, 2).slice(0, -2);
  return body + sealOf(body);
}

/** What an encrypted record shows without its key: whose it is, where it stands, and when. */
function readablePart(incident: Incident): Record<string, unknown> {
  const { id, status, phase, revision, last_seq, started_at, detected_at, declared_at } = incident;
  const { acknowledged_at, mitigated_at, resolved_at, closed_at } = incident;
  const times = { started_at, detected_at, declared_at, acknowledged_at, mitigated_at, resolved_at, closed_at };
  return { id, status, phase, ...times, revision, last_seq };
}

function sealOf(body: string): string {
  return writeSeal(sha256(body));
}

function writeSeal(sum: string): string {
  return `,\n  "seal": "${sum}"\n}\n`;
}

/** What a snapshot says, and which version wrote it. */
export interface Snapshot extends Standing {
  readonly written_by: string;
}

/** A whole snapshot with the right seal; null for anything else. */
function parseSealed(text: string, id: string): Sealed | null {
  const body = text.slice(0, -sealLength);
  if (sealOf(body) !== text.slice(-sealLength)) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return isSealed(parsed) && parsed.id === id ? parsed : null;
  } catch {
    return null;
  }
}

function toSnapshot({ protection }: Ground, found: Sealed): Snapshot | null {
  const { head, written_by, seal: _seal, sealed, ...incident } = found;
  if (sealed === undefined) return { incident, head, written_by };
  const opened = protection?.vault?.open(`state ${found.id}`, `${found.revision}`, sealed);
  // Without its key it is no head start; reading the journal then says what is missing.
  if (typeof opened !== 'string') return null;
  const inside: unknown = JSON.parse(opened);
  return isState(inside) && inside.id === found.id ? { incident: inside, head, written_by } : null;
}

/** How far the record had come when this snapshot was written, which can be told without opening it. */
export function readWitness(file: string, id: string): { readonly revision: number; readonly head: string } | null {
  const text = readWhole(file)?.toString('utf8');
  const found = text === undefined ? null : parseSealed(text, id);
  return found === null ? null : { revision: found.revision, head: found.head };
}

type Sealed = Incident & {
  readonly head: string;
  readonly written_by: string;
  readonly seal: string;
  /** The state itself, where only its outline may be read. */
  readonly sealed?: string;
};

function isSealed(value: unknown): value is Sealed {
  return (
    isState(value) &&
    'head' in value &&
    typeof value.head === 'string' &&
    'written_by' in value &&
    typeof value.written_by === 'string' &&
    (!('sealed' in value) || typeof value.sealed === 'string')
  );
}

/** True when a value has what every state of an incident has. */
export function isState(value: unknown): value is Incident {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['revision'] === 'number' &&
    typeof value['last_seq'] === 'number'
  );
}

/** The snapshot on disk; `absent` when there is no file, null when it is of no use. */
export function readSnapshot(ground: Ground, file: string, id: string): Snapshot | 'absent' | null {
  const bytes = readWhole(file);
  if (bytes === null) return 'absent';
  const found = parseSealed(bytes.toString('utf8'), id);
  return found === null ? null : toSnapshot(ground, found);
}
