import type { Examination } from './incident-store.ts';
import { applyEntry, brokenChain, type JournalEntry, parseEnvelope, type Standing, toReadEntry } from './journal.ts';
import { checkSignature } from './protection.ts';
import { type Ground, journalPath, sha256 } from './record-paths.ts';

/** How far a chain was followed, with or without opening its entries. */
export interface Reached {
  readonly revision: number;
  readonly head: string;
}

/** What a walk along a journal found. */
export interface Walk {
  /** The state after the last entry that could be opened; null when none could. */
  readonly standing: Standing | null;
  readonly reached: Reached | null;
  readonly bad: { readonly entry: number; readonly why: string } | null;
  /** What examinations tell about signatures and encryption. */
  readonly told: Pick<Examination, 'signatures' | 'opened'>;
}

export interface Look {
  /** Called for every entry that could be opened and fits. */
  readonly atEntry: (entry: JournalEntry) => void;
  /** Why what was reached can't be right, from whatever else is known; null when nothing speaks against it. */
  readonly contradiction: (reached: Reached) => string | null;
}

/**
 * Follows a journal from its first entry to the first that is not there or does not fit.
 *
 * Entries that are sealed without a key at hand are followed by their readable part, so the chain and the signatures
 * are checked all the same.
 */
export function walkChain(ground: Ground, id: string, read: (entry: number) => Buffer | null, look: Look): Walk {
  const verifiers = ground.protection?.verifiers ?? [];
  const counts = { signed: 0, unsigned: 0 };
  let standing: Standing | null = null;
  let reached: Reached | null = null;
  let opened = true;
  const conclude = (bad: Walk['bad']): Walk => {
    const signatures = { ...counts, checked: verifiers.length > 0 };
    const seen = counts.signed > 0 || signatures.checked;
    return { standing, reached, bad, told: { ...(seen ? { signatures } : {}), ...(opened ? {} : { opened }) } };
  };
  for (let number = 1; ; number += 1) {
    const bytes = read(number);
    if (bytes === null) return conclude(null);
    const text = bytes.toString('utf8');
    opened &&= !isClosedTo(ground, text);
    if (opened) {
      const found = toReadEntry(ground, journalPath(ground, id, number), bytes);
      const after: Standing | string = typeof found === 'string' ? found : applyEntry(standing, id, number, found);
      if (typeof after === 'string') return conclude({ entry: number, why: after });
      standing = after;
      reached = { revision: number, head: after.head };
      if (typeof found !== 'string') look.atEntry(found.entry);
    } else {
      const why = followOutline(reached, id, number, text);
      if (why !== null) return conclude({ entry: number, why });
      reached = { revision: number, head: sha256(bytes) };
    }
    const why = look.contradiction(reached) ?? tally(counts, checkSignature(verifiers, text));
    if (why !== null) return conclude({ entry: number, why });
  }
}

/** True when an entry is sealed and nothing here opens it. */
function isClosedTo({ protection }: Ground, text: string): boolean {
  if ((protection?.vault ?? null) !== null || !text.includes('"sealed":"')) return false;
  const envelope = parseEnvelope(text);
  return typeof envelope !== 'string' && envelope.sealed !== null;
}

/** Whose an entry is, its number and what it continues; why it does not fit, or null. */
function followOutline(before: Reached | null, id: string, number: number, text: string): string | null {
  const envelope = parseEnvelope(text);
  if (typeof envelope === 'string') return envelope;
  if (envelope.incident !== id) return `belongs to ${envelope.incident}`;
  if (envelope.entry !== number) return `says it is entry ${envelope.entry}`;
  return envelope.previous === (before?.head ?? null) ? null : brokenChain;
}

/** Counts one signature; why it is not acceptable, or null. */
function tally(counts: { signed: number; unsigned: number }, state: ReturnType<typeof checkSignature>): string | null {
  if (state === 'missing') {
    counts.unsigned += 1;
    return counts.signed > 0 ? 'is not signed, although entries before it are' : null;
  }
  if (state === 'does-not-fit') return 'bears a signature that does not fit';
  counts.signed += 1;
  return null;
}
