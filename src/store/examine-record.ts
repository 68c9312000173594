import fs from 'node:fs';
import { readWhole } from './durable-file.ts';
import { alertNames, examineDerived } from './examine-derived.ts';
import { examineTombstones } from './examine-tombstones.ts';
import type { Examination } from './incident-store.ts';
import { lineOf } from './index-lines.ts';
import { brokenChain } from './journal.ts';
import { completeStart } from './load-record.ts';
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
  tombstonesPath,
} from './record-paths.ts';
import { inspectFolder } from './safe-path.ts';
import { readWitness } from './snapshot.ts';
import { type Reached, type Walk, walkChain } from './walk-chain.ts';

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
  const there = inspectFolder(folder, 'private', ground.uid) === 'there';
  const witnesses = gatherWitnesses(ground, id);
  // A creator may have been killed between the folder and its first entry, too; nobody has seen an entry then.
  if (!there || (witnesses.length === 0 && journalNumbers(ground, id).length === 0)) completeStart(ground, id);
  const alerts = new Set<string>();
  if (!fs.existsSync(folder)) {
    for (const examined of examineTombstones(ground)) if (examined.id === id) return examined;
  }
  const pruned = lineOf(ground, id);
  if (pruned !== null && pruned !== 'missing' && pruned.pruned_at !== null && !fs.existsSync(folder)) {
    const { pruned_at } = pruned;
    return {
      ...nothing(id, `is said to be pruned, but ${shownPath(ground, tombstonesPath(ground))} does not say so`, ''),
      pruned_at,
    };
  }
  const walk = walkChain(ground, id, (number) => readWhole(journalPath(ground, id, number)), {
    atEntry: (entry) => {
      for (const name of alertNames(ground, entry)) alerts.add(name);
    },
    contradiction: (reached) => contradiction(ground, witnesses, reached),
  });
  const examined =
    walk.bad === null ? conclude(ground, id, { walk, witnesses, alerts }) : blame(ground, id, walk.bad, witnesses);
  return { ...examined, ...walk.told };
}

/**
 * Names the entry that was changed: a broken chain shows at the entry after it.
 *
 * Where that later entry is itself confirmed, by the entry behind it or by a witness, the earlier one is at fault.
 */
function blame(
  ground: Ground,
  id: string,
  { entry, why }: { readonly entry: number; readonly why: string },
  witnesses: readonly Witness[],
): Examination {
  const bytes = readWhole(journalPath(ground, id, entry));
  if (why !== brokenChain || bytes === null || entry === 1) return bad(ground, id, entry, why);
  const head = sha256(bytes);
  const next = readWhole(journalPath(ground, id, entry + 1))?.toString('utf8') ?? '';
  const confirmed =
    next.includes(`"previous":"${head}"`) || witnesses.some((seen) => seen.revision === entry && seen.head === head);
  if (!confirmed) return bad(ground, id, entry, why);
  return bad(ground, id, entry - 1, `was changed: entry ${entry} continues other bytes than these`);
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
  readonly walk: Walk;
  readonly witnesses: readonly Witness[];
  readonly alerts: ReadonlySet<string>;
}

/** The journal has ended: was there ever more of it, and does everything made from it agree? */
function conclude(ground: Ground, id: string, { walk, witnesses, alerts }: Walked): Examination {
  const entries = walk.reached?.revision ?? 0;
  const beyond = witnesses.find(({ revision }) => revision > entries);
  if (beyond !== undefined) {
    const why = `is missing; ${shownPath(ground, beyond.file)} was written after entry ${beyond.revision}`;
    return bad(ground, id, entries + 1, why);
  }
  const later = journalNumbers(ground, id).filter((number) => number > entries);
  if (later.length > 0)
    return bad(ground, id, entries + 1, `is missing, although entry ${Math.min(...later)} is there`);
  if (walk.reached === null) return bad(ground, id, 1, 'is missing');
  const sound = { id, ok: true, entries, first_bad: null };
  // What is made from entries that can't be opened can't be compared with them.
  if (walk.standing?.incident.revision !== entries) return { ...sound, stale: [], unknown: [] };
  return { ...sound, ...examineDerived(ground, walk.standing, alerts) };
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
