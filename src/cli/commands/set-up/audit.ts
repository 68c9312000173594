import type { Examination } from '../../../store/incident-store.ts';
import { type Answer, answer, exitCodes } from '../../answer.ts';
import { checkSignatures } from '../../check-signatures.ts';
import type { Action } from '../../command-spec.ts';
import { countSignatures, demandSignatures, noSignatures, saySignatures } from '../../entry-signatures.ts';
import type { House } from '../../house.ts';
import { type Input, isSet } from '../../input.ts';
import { looksLikeId, pickIncident, splitId } from '../../pick-incident.ts';

/** So many records that something is wrong with are told one by one. */
const mostTold = 1000;

/** `audit verify [id|--all|@archive]`: does the record fit together? */
export const auditVerify: Action = async (input, house) => {
  const [given] = input.args;
  if (given?.startsWith('@') === true) return (await import('./audit-archive.ts')).verifyArchive(given, house);
  const entrySignatures = noSignatures();
  const examinations: Examination[] = [];
  let entries = 0;
  let checked = 0;
  let behind = 0;
  let pruned = 0;
  const wrong = { damaged: 0, stale: 0 };
  const look = (examined: Examination): Examination => {
    const examination = isSet(input, 'signed') ? demandSignatures(examined) : examined;
    const { ok, stale } = examination;
    if (!ok) wrong.damaged += 1;
    else if (stale.length > 0) wrong.stale += 1;
    // Only what is wrong is kept, and of that only so much, so that a hundred thousand records cost no memory.
    if (examinations.length < (ok && stale.length === 0 ? 20 : mostTold)) examinations.push(examination);
    return examination;
  };
  const signatures: Signatures = { checked: 0, bad: [], warnings: [] };
  for await (const id of meant(input, house)) {
    const examination = look(await house.store.examine(id));
    countSignatures(entrySignatures, examination);
    checked += 1;
    entries += examination.entries;
    behind += examination.behind === undefined ? 0 : 1;
    if (examination.ok && examination.opened !== false) collect(signatures, await checkSignatures(id, house));
  }
  if (isSet(input, 'all')) {
    for (const tombstone of (await house.upkeep()).examineTombstones()) {
      pruned += 1;
      look(tombstone);
    }
  }
  const forged = signatures.bad;
  const bad = examinations.filter((examination) => !examination.ok);
  const stale = examinations.filter((examination) => examination.ok && examination.stale.length > 0);
  return answer(bad.length + forged.length > 0 ? 'damaged' : stale.length > 0 ? 'stale' : 'verified', {
    headline: false,
    exit_code: wrong.damaged + wrong.stale + forged.length > 0 ? exitCodes.integrity : exitCodes.done,
    lines: [
      ...bad.map(sayBad),
      ...forged.map(({ id, seq, why }) => `${id}  the signature of #${seq} is not valid: ${why}`),
      ...stale.map(({ id, stale: files }) => `${id}  does not match its journal: ${files.join(', ')}`),
      ...(behind === 0 ? [] : [sayBehind(behind)]),
      ...saySignatures(entrySignatures),
      ...sayApprovals(signatures),
      `${checked} ${checked === 1 ? 'record' : 'records'}, ${entries} journal entries: ${wrong.damaged === 0 ? 'every chain is whole' : `${wrong.damaged} damaged`}${pruned === 0 ? '' : `; ${pruned} pruned`}`,
    ],
    more: {
      checked,
      entries,
      behind,
      pruned,
      damaged: bad,
      examinations,
      signatures,
      entry_signatures: entrySignatures,
    },
    warnings: signatures.warnings,
    error: errorOfDamage(bad) ?? errorOfSignatures(signatures) ?? errorOfStale(stale),
  });
};

type Checked = Awaited<ReturnType<typeof checkSignatures>>;

interface Signatures {
  checked: number;
  readonly bad: Checked['bad'][number][];
  readonly warnings: string[];
}

function collect(all: Signatures, { checked, bad, warnings }: Checked): void {
  all.checked += checked;
  all.bad.push(...bad);
  all.warnings.push(...warnings);
}

/** Signed approvals are counted where there are any, so that it can be seen that they were looked at. */
function sayApprovals({ checked, bad }: Signatures): readonly string[] {
  if (checked === 0) return [];
  const what = checked === 1 ? '1 signed approval' : `${checked} signed approvals`;
  return [`${what}: ${bad.length === 0 ? 'every signature fits' : `${bad.length} not valid`}`];
}

function errorOfSignatures({ bad: [first] }: Signatures): Answer['error'] {
  if (first === undefined) return null;
  const message = `The signature of entry #${first.seq} of ${first.id} is not valid: ${first.why}`;
  return { reason: 'signature-invalid', message, hint: `What it approves: incident timeline ${first.id}` };
}

/** `audit rebuild [id|--all]`: writes every derived file anew from the journal. */
export const auditRebuild: Action = async (input, house) => {
  const rebuilt: string[] = [];
  let count = 0;
  for await (const id of meant(input, house)) {
    const paths = await house.store.rebuild(id);
    count += 1;
    if (rebuilt.length < 1000) rebuilt.push(...paths);
  }
  return answer('rebuilt', {
    headline: false,
    lines: [`${count} ${count === 1 ? 'record' : 'records'} rebuilt from the journal`],
    more: { rebuilt: rebuilt.slice(0, 1000), records: count },
  });
};

async function* meant(input: Input, house: House): AsyncIterable<string> {
  const { id } = splitId(input.args, 0);
  if (id !== null && looksLikeId(id)) {
    // A damaged record may not even be readable, so an exact id goes to the examination as it is.
    yield id.toUpperCase();
    return;
  }
  if (!isSet(input, 'all')) {
    yield (await pickIncident(house, id, null)).id;
    return;
  }
  for await (const known of house.store.listIds()) yield known;
}

/** What a killed writer did not come to deceives nobody: readers go by the journal. */
function sayBehind(count: number): string {
  const files = count === 1 ? 'the files made from one journal are' : `the files made from ${count} journals are`;
  return `${files} behind it, as a command that was cut short leaves them; the next change brings them up to date`;
}

function sayBad({ id, first_bad }: Examination): string {
  return first_bad === null ? `${id}  damaged` : `${id}  entry ${first_bad.entry} does not fit: ${first_bad.why}`;
}

function errorOfDamage([first]: readonly Examination[]): Answer['error'] {
  if (first === undefined) return null;
  const hint = 'The entries before it are intact; compare with a backup.';
  return { reason: 'record-damaged', message: sayBad(first), hint };
}

function errorOfStale([first]: readonly Examination[]): Answer['error'] {
  if (first === undefined) return null;
  return {
    reason: 'derived-files-differ',
    message: `${first.id}: ${first.stale.join(', ')} differs from the journal.`,
    hint: `The journal is the truth: incident audit rebuild ${first.id}`,
  };
}
