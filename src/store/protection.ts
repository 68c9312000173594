import { StoreTrouble } from './incident-store.ts';
import { readPublicKey, readSigningKey, type Signer, type Verifier } from './signing.ts';
import { openVault, type Vault } from './vault.ts';

/** How records are guarded against those who can read or rewrite files; a ground without it keeps them plain. */
export interface Protection {
  readonly signer: Signer | null;
  /** Empty when no key is at hand: then signatures are seen but not checked. */
  readonly verifiers: readonly Verifier[];
  /** What opens sealed entries; null when the key is missing. */
  readonly vault: Vault | null;
  /** True when new entries are sealed. */
  readonly seals: boolean;
  /** Names the key in the sentence that asks for it. */
  readonly keyName: string;
}

/** The secrets themselves, as they were found; null for one that is configured and missing. */
export interface ProtectionKeys {
  readonly signing: string | null;
  /** Public keys, or shared secrets, that earlier entries were signed with. */
  readonly verify: readonly { readonly kind: 'public' | 'secret'; readonly text: string }[];
  readonly record: string | null;
  readonly seals: boolean;
  readonly keyName: string;
}

export interface Prepared {
  readonly protection: Protection;
  /** What is wrong with the keys, in sentences that repeat none of them. */
  readonly problems: readonly string[];
}

/** Makes a protection of the keys that are at hand. */
export function prepareProtection(keys: ProtectionKeys): Prepared {
  const problems: string[] = [];
  const signing = keys.signing === null ? null : readSigningKey(keys.signing);
  if (signing?.ok === false) problems.push(`security.signing_key ${signing.why}; entries are kept unsigned`);
  const signer = signing?.ok === true ? signing.value : null;
  const verifiers = signer === null ? [] : [signer.verifier];
  for (const { kind, text } of keys.verify) {
    const read = kind === 'public' ? readPublicKey(text) : readSharedVerifier(text);
    if (read.ok) verifiers.push(read.value);
    else problems.push(`security.verify_key ${read.why}`);
  }
  const vault = keys.record === null ? null : openVault(keys.record);
  if (keys.record !== null && vault === null) {
    problems.push('security.record_key is shorter than 32 characters; make one with: openssl rand -base64 32');
  }
  return { protection: { signer, verifiers, vault, seals: keys.seals, keyName: keys.keyName }, problems };
}

function readSharedVerifier(text: string): ReturnType<typeof readPublicKey> {
  const read = readSigningKey(text);
  return read.ok ? { ok: true, value: read.value.verifier } : read;
}

/** The vault that new entries go into; null where records are kept plain. StoreTrouble when its key is missing. */
export function sealingVault(protection: Protection | undefined, place: string): Vault | null {
  if (protection === undefined || !protection.seals) return null;
  if (protection.vault === null) throw locked(protection, place);
  return protection.vault;
}

/**
 * How something derived may lie there, when the key is at hand: as it is written now, or as it was written before
 * sealing was switched on or off.
 */
export function formsOf(protection: Protection | undefined): readonly (Protection | undefined)[] {
  return protection === undefined || protection.vault === null
    ? [undefined]
    : [{ ...protection, seals: true }, undefined];
}

/** Opens what was sealed; null when it was changed. StoreTrouble when the key is missing or another one. */
export function unseal(
  protection: Protection | undefined,
  file: string,
  { purpose, place, sealed }: { readonly purpose: string; readonly place: string; readonly sealed: string },
): string | null {
  const vault = protection?.vault ?? null;
  if (vault === null) throw locked(protection, file);
  const opened = vault.open(purpose, place, sealed);
  if (typeof opened === 'string') return opened;
  if (opened.failed === 'other-key') throw locked(protection, file);
  return null;
}

function locked(protection: Protection | undefined, file: string): StoreTrouble {
  const { keyName = 'security.record_key' } = protection ?? {};
  const why = (protection?.vault ?? null) === null ? 'is not at hand' : 'is not the one it was sealed with';
  return new StoreTrouble('record-locked', file, `The record is encrypted, and its key (${keyName}) ${why}.`);
}

/** Puts a signature at the end of one line of JSON, where there is a signer; a newline ends the line. */
export function signLine(protection: Protection | undefined, body: string): string {
  const signer = protection?.signer ?? null;
  return signer === null ? `${body}\n` : `${body.slice(0, -1)},"signature":"${signer.sign(body)}"}\n`;
}

/** Takes a line apart again; `signature` is null when it bears none. */
export function splitSignature(line: string): { readonly body: string; readonly signature: string | null } {
  const found = /,"signature":"([a-z0-9-]{1,20}\.[0-9a-f]{16}\.[\w-]{20,200})"\}\n?$/.exec(line.slice(-300));
  const [whole = '', signature = null] = found ?? [];
  return signature === null
    ? { body: line.trimEnd(), signature }
    : { body: `${line.slice(0, -whole.length)}}`, signature };
}

export type SignatureState = 'fits' | 'does-not-fit' | 'no-key' | 'missing';

/** What can be said of the signature of one line. */
export function checkSignature(verifiers: readonly Verifier[], line: string): SignatureState {
  const { body, signature } = splitSignature(line);
  if (signature === null) return 'missing';
  if (verifiers.length === 0) return 'no-key';
  const verdicts = verifiers.map((fits) => fits(body, signature));
  if (verdicts.includes(true)) return 'fits';
  // A key that nobody listed is no reason to believe what it signed.
  return 'does-not-fit';
}
