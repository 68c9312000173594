import fs from 'node:fs';
import { readWhole } from './durable-file.ts';
import { alertNames, examineDerived } from './examine-derived.ts';
import type { Examination, SignatureTally } from './incident-store.ts';
import { lineOf } from './index-lines.ts';
import { applyEntry, parseEnvelope, type Standing, toReadEntry } from './journal.ts';
import { completeStart } from './load-record.ts';
import { checkSignature } from './protection.ts';
import {
  disputedPath,
  type Ground,
  incidentFolder,
  indexPath,
  isIncidentId,
  journalPath,
  sha256,
  shownPath,
  snapshotPath,
} from './record-paths.ts';
import { inspectFolder } from './safe-path.ts';
import { readWitness } from './snapshot.ts';

/** Something outside the journal that saw how far the record had come. */
interface Witness {
  readonly file: string;
  readonly revision: number;
  readonly head: string;
}

/**
 * Checks one record from its first entry: the chain, against everything that ever saw its head, then the derived files.
 *
 * The first entry that does not fit is named. A hash chain alone can't tell that its end was cut off or its last entry
 * exchanged; that is what the witnesses are for.
 */
export function examineRecord(ground: Ground, id: string): Examination {
  if (!isIncidentId(id)) return nothing(id, 'is no incident id', id);
  const folder = incidentFolder(ground, id);
  if (inspectFolder(folder, 'private', ground.uid) === 'missing') completeStart(ground, id);
  const witnesses = gatherWitnesses(ground, id);
  const alerts = new Set<string>();
  const pruned = lineOf(ground, id);
  if (pruned !== null && pruned !== 'missing' && pruned.pruned_at !== null && !fs.existsSync(folder)) {
    return { id, ok: true, entries: 0, first_bad: null, stale: [], unknown: [], pruned_at: pruned.pruned_at };
  }
  const signatures = { signed: 0, unsigned: 0, checked: (ground.protection?.verifiers.length ?? 0) > 0 };
  let standing: Standing | null = null;
  let reached: Reached | null = null;
  let opened = true;
  for (let number = 1; ; number += 1) {
    const file = journalPath(ground, id, number);
    const bytes = readWhole(file);
    if (bytes === null) {
      const walked = { standing, reached, witnesses, alerts };
      return { ...conclude(ground, id, walked), ...told(signatures, opened) };
    }
    const text = bytes.toString('utf8');
    const sealed = isSealedFor(ground, text);
    opened &&= !sealed;
    const found = opened ? toReadEntry(ground, file, bytes) : null;
    if (found === null) reached = follow(reached, id, number, bytes);
    else {
      const after: Standing | string = typeof found === 'string' ? found : applyEntry(standing, id, number, found);
      if (typeof after === 'string') return bad(ground, id, number, after);
      standing = after;
      reached = { revision: number, head: after.head, why: null };
      if (typeof found !== 'string') for (const name of alertNames(ground, found.entry)) alerts.add(name);
    }
    const why = reached.why ?? contradiction(ground, witnesses, reached) ?? tally(ground, signatures, text);
    if (why !== null) return { ...bad(ground, id, number, why), ...told(signatures, opened) };
  }
}

/** How far the chain was followed, with or without opening its entries. */
interface Reached {
  readonly revision: number;
  readonly head: string;
  readonly why: string | null;
}

/** True when an entry is sealed and nothing here opens it. */
function isSealedFor({ protection }: Ground, text: string): boolean {
  if ((protection?.vault ?? null) !== null || !text.includes('"sealed":"')) return false;
  const envelope = parseEnvelope(text);
  return typeof envelope !== 'string' && envelope.sealed !== null;
}

/** Follows the chain over an entry that can't be opened: whose it is, its number, and what it continues. */
function follow(before: Reached | null, id: string, number: number, bytes: Buffer): Reached {
  const envelope = parseEnvelope(bytes.toString('utf8'));
  const at = (why: string | null): Reached => ({ revision: number, head: sha256(bytes), why });
  if (typeof envelope === 'string') return at(envelope);
  if (envelope.incident !== id) return at(`belongs to ${envelope.incident}`);
  if (envelope.entry !== number) return at(`says it is entry ${envelope.entry}`);
  return at(
    envelope.previous === (before?.head ?? null) ? null : 'does not continue the entry before it (hash differs)',
  );
}

/** Counts the signature of one entry; why it is not acceptable, or null. */
function tally({ protection }: Ground, counts: { signed: number; unsigned: number }, text: string): string | null {
  const state = checkSignature(protection?.verifiers ?? [], text);
  if (state === 'missing') {
    counts.unsigned += 1;
    return counts.signed > 0 ? 'is not signed, although entries before it are' : null;
  }
  counts.signed += 1;
  return state === 'does-not-fit' ? 'bears a signature that does not fit' : null;
}

function told(signatures: SignatureTally, opened: boolean): Pick<Examination, 'signatures' | 'opened'> {
  const { signed, checked } = signatures;
  return { ...(signed > 0 || checked ? { signatures } : {}), ...(opened ? {} : { opened }) };
}

function gatherWitnesses(ground: Ground, id: string): readonly Witness[] {
  const witnesses: Witness[] = [];
  for (const file of [snapshotPath(ground, id), disputedPath(ground, id)]) {
    const seen = readWitness(file, id);
    if (seen !== null) witnesses.push({ file, ...seen });
  }
  const line = lineOf(ground, id);
  if (line !== null && line !== 'missing') witnesses.push({ file: indexPath(ground), ...line });
  return witnesses;
}

function contradiction(ground: Ground, witnesses: readonly Witness[], { revision, head }: Reached): string | null {
  const witness = witnesses.find((seen) => seen.revision === revision && seen.head !== head);
  return witness === undefined ? null : `is not the entry that ${shownPath(ground, witness.file)} was written after`;
}

interface Walked {
  /** Null when no entry could be opened. */
  readonly standing: Standing | null;
  readonly reached: Reached | null;
  readonly witnesses: readonly Witness[];
  readonly alerts: ReadonlySet<string>;
}

/** The journal has ended: was there ever more of it, and does everything made from it agree? */
function conclude(ground: Ground, id: string, { standing, reached, witnesses, alerts }: Walked): Examination {
  const entries = reached?.revision ?? 0;
  const beyond = witnesses.find(({ revision }) => revision > entries);
  if (beyond !== undefined) {
    const why = `is missing; ${shownPath(ground, beyond.file)} was written after entry ${beyond.revision}`;
    return bad(ground, id, entries + 1, why);
  }
  const later = journalNumbers(ground, id).filter((number) => number > entries);
  if (later.length > 0)
    return bad(ground, id, entries + 1, `is missing, although entry ${Math.min(...later)} is there`);
  if (reached === null) return bad(ground, id, 1, 'is missing');
  if (standing?.incident.revision !== entries)
    return { id, ok: true, entries, first_bad: null, stale: [], unknown: [] };
  return { id, ok: true, entries, first_bad: null, ...examineDerived(ground, standing, alerts) };
}

function journalNumbers(ground: Ground, id: string): readonly number[] {
  const folder = incidentFolder(ground, id);
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).flatMap((name) => {
    const number = /^journal-(\d{6,9})\.json$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function bad(ground: Ground, id: string, entry: number, why: string): Examination {
  return nothing(id, why, shownPath(ground, journalPath(ground, id, entry)), entry);
}

function nothing(id: string, why: string, path: string, entry = 1): Examination {
  return { id, ok: false, entries: entry - 1, first_bad: { entry, path, why }, stale: [], unknown: [] };
}
