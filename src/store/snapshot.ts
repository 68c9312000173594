import type { Incident } from '../incident/incident.ts';
import { readWhole } from './durable-file.ts';
import type { Standing } from './journal.ts';
import { isObject } from './known-event.ts';
import { sha256 } from './record-paths.ts';

const sealLength = sealOf('').length;

/**
 * The text of `incident.json`: the state, the entry it stands on, who wrote it, and a seal over all that.
 *
 * The seal lets a reader tell an edited or torn file from a whole one before it trusts the file as a head start.
 */
export function renderSnapshot({ incident, head }: Standing, version: string): string {
  const body = JSON.stringify({ ...incident, head, written_by: version }, null, 2).slice(0, -2);
  return body + sealOf(body);
}

function sealOf(body: string): string {
  return `,\n  "seal": "${sha256(body)}"\n}\n`;
}

/** What a snapshot says, and which version wrote it. */
export interface Snapshot extends Standing {
  readonly written_by: string;
}

/** A whole, sealed snapshot of this incident; null for anything else. */
export function parseSnapshot(text: string, id: string): Snapshot | null {
  const body = text.slice(0, -sealLength);
  if (sealOf(body) !== text.slice(-sealLength)) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isSealed(parsed) || parsed.id !== id) return null;
    const { head, written_by, seal: _seal, ...incident } = parsed;
    return { incident, head, written_by };
  } catch {
    return null;
  }
}

type Sealed = Incident & { readonly head: string; readonly written_by: string; readonly seal: string };

function isSealed(value: unknown): value is Sealed {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['head'] === 'string' &&
    typeof value['written_by'] === 'string' &&
    typeof value['revision'] === 'number' &&
    typeof value['last_seq'] === 'number'
  );
}

/** The snapshot on disk; `absent` when there is no file, null when it is of no use. */
export function readSnapshot(file: string, id: string): Snapshot | 'absent' | null {
  const bytes = readWhole(file);
  return bytes === null ? 'absent' : parseSnapshot(bytes.toString('utf8'), id);
}
