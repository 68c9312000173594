import type { Examination } from '../store/incident-store.ts';

/** What the signatures of all examined records come to. */
export interface EntrySignatures {
  signed: number;
  unsigned: number;
  /** Of those that are signed: there was no key to check them with. */
  not_checked: number;
  /** Records that are encrypted, and of which only the chain was checked. */
  not_opened: number;
}

export function noSignatures(): EntrySignatures {
  return { signed: 0, unsigned: 0, not_checked: 0, not_opened: 0 };
}

/** Adds what one examination saw. */
export function countSignatures(sum: EntrySignatures, { signatures, opened }: Examination): void {
  sum.signed += signatures?.signed ?? 0;
  sum.unsigned += signatures?.unsigned ?? 0;
  if (signatures?.checked === false) sum.not_checked += signatures.signed;
  if (opened === false) sum.not_opened += 1;
}

/** The same in words; nothing where nothing is signed or encrypted. */
export function saySignatures({ signed, unsigned, not_checked, not_opened }: EntrySignatures): readonly string[] {
  const lacking = unsigned === 0 ? '' : `; ${unsigned} not signed`;
  const seen =
    not_checked > 0
      ? `${signed} entries signed, not checked: no key (security.verify_key)${lacking}`
      : `${signed} entries signed, every signature fits${lacking}`;
  const closed = `${not_opened} ${not_opened === 1 ? 'record' : 'records'} encrypted, not opened: no key; the chain was checked`;
  return [...(signed + unsigned === 0 ? [] : [seen]), ...(not_opened === 0 ? [] : [closed])];
}

/** With `--signed` an entry without a signature is as bad as one that does not fit. */
export function demandSignatures(examination: Examination): Examination {
  const { id, signatures, entries, ok, pruned_at } = examination;
  const lacking = signatures === undefined ? entries : signatures.unsigned;
  if (pruned_at !== undefined) {
    if (!ok || (signatures?.signed ?? 0) > 0) return examination;
    const unsigned = { entry: 1, path: id, why: 'is said to be pruned by a line without a signature' };
    return { ...examination, ok: false, first_bad: unsigned };
  }
  if (!ok || lacking === 0) return examination;
  const why = `is one of ${lacking} without a signature`;
  return { ...examination, ok: false, first_bad: { entry: 1, path: id, why } };
}
