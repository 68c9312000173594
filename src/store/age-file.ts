import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';

/** What came of opening something that was encrypted to somebody. */
export type Decrypted =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'no-identity' | 'not-for-this-identity' };

/** Encrypts to every recipient, in the format that `age -d` opens. */
export async function encryptTo(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** Opens with the identities of a key file as `age-keygen` writes it. */
export async function decryptWith(keyFile: string, bytes: Uint8Array): Promise<Decrypted> {
  const identities = keyFile.split('\n').flatMap((line) => /^AGE-SECRET-KEY-1[0-9A-Z]+/.exec(line.trim())?.[0] ?? []);
  const decrypter = new Decrypter();
  let added = 0;
  for (const identity of identities) {
    try {
      await identityToRecipient(identity);
      decrypter.addIdentity(identity);
      added += 1;
    } catch {
      // A line that is no key is as good as none.
    }
  }
  if (added === 0) return { ok: false, reason: 'no-identity' };
  try {
    return { ok: true, bytes: await decrypter.decrypt(bytes) };
  } catch {
    return { ok: false, reason: 'not-for-this-identity' };
  }
}
