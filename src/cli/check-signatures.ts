import type { House } from './house.ts';

/** What the signatures of one record came to. */
interface SignaturesChecked {
  readonly checked: number;
  /** Signatures that do not fit what they are said to approve. */
  readonly bad: readonly { readonly id: string; readonly seq: number; readonly why: string }[];
  /** What should be known although nothing is wrong with the record. */
  readonly warnings: readonly string[];
}

/** Checks every signed approval of a record again, as of the moment it was written down. */
export async function checkSignatures(id: string, house: House): Promise<SignaturesChecked> {
  const bad: SignaturesChecked['bad'][number][] = [];
  const warnings: string[] = [];
  let checked = 0;
  const incident = await house.store.read(id);
  const isSigned = incident?.mitigations.some(({ approvals }) => approvals.some(({ signer }) => signer !== undefined));
  if (isSigned !== true) return { checked, bad, warnings };
  for await (const event of house.store.history(id)) {
    if (event.type !== 'mitigation.approved') continue;
    const { signed_text: text, signature, signer, approves } = event.data;
    if (text === undefined || signature === undefined || signer === undefined) continue;
    checked += 1;
    const { seq } = event;
    if (!text.includes(`\ndigest: ${approves}\n`)) {
      bad.push({ id, seq, why: 'what was signed is not what it is said to approve' });
      continue;
    }
    const found = await house.signatures.check(text, signature, event.recorded_at);
    if (!found.ok && (found.reason === 'no-ssh-keygen' || found.reason === 'no-allowed-signers')) {
      warnings.push(`${id} #${seq}: ${found.message}`);
    } else if (!found.ok) bad.push({ id, seq, why: found.message });
    else if (!found.listed)
      warnings.push(`${id} #${seq}: the key of ${signer} is not on the list of allowed signers any more`);
    else if (found.signer !== signer) bad.push({ id, seq, why: `it is that of ${found.signer}, and not of ${signer}` });
  }
  return { checked, bad, warnings };
}
