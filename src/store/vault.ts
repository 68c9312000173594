import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** Seals texts with AES-256-GCM under a key of their own purpose, all of them derived from one secret. */
export interface Vault {
  /** `<key id>.<base64>`; `purpose` and `place` have to be the same to open it again. */
  readonly seal: (purpose: string, place: string, text: string) => string;
  /** The text; `other-key` when it was sealed with another secret, null when it was changed or moved. */
  readonly open: (
    purpose: string,
    place: string,
    sealed: string,
  ) => string | { readonly failed: 'other-key' | 'changed' };
}

const shortest = 32;
const mostKeys = 256;
const nonceLength = 12;
const tagLength = 16;

interface Keys {
  readonly cipher: Buffer;
  readonly nonce: Buffer;
}

/**
 * Opens a vault, or null for a secret shorter than 32 characters, which could be guessed.
 *
 * The nonce is a keyed hash of the text and its place instead of a random number: the same text in the same place seals
 * to the same bytes, so what is derived can be compared byte for byte, and no broken random source can repeat a nonce.
 */
export function openVault(secret: string): Vault | null {
  if (secret.length < shortest) return null;
  const known = new Map<string, Keys>();
  const derive = (info: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'incident record', info, 32));
  const keysFor = (purpose: string): Keys => {
    const found = known.get(purpose);
    if (found !== undefined) return found;
    if (known.size >= mostKeys) known.clear();
    const keys = { cipher: derive(`cipher ${purpose}`), nonce: derive(`nonce ${purpose}`) };
    known.set(purpose, keys);
    return keys;
  };
  const id = derive('key id').toString('hex').slice(0, 8);
  return {
    seal: (purpose, place, text) => {
      const keys = keysFor(purpose);
      const plain = Buffer.from(text);
      const nonce = createHmac('sha256', keys.nonce)
        .update(`${place}\n`)
        .update(plain)
        .digest()
        .subarray(0, nonceLength);
      const cipher = createCipheriv('aes-256-gcm', keys.cipher, nonce).setAAD(Buffer.from(place));
      const parts = [nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
      return `${id}.${Buffer.concat(parts).toString('base64')}`;
    },
    open: (purpose, place, sealed) => {
      if (!sealed.startsWith(`${id}.`)) return { failed: 'other-key' };
      const bytes = Buffer.from(sealed.slice(id.length + 1), 'base64');
      if (bytes.length < nonceLength + tagLength) return { failed: 'changed' };
      const decipher = createDecipheriv('aes-256-gcm', keysFor(purpose).cipher, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      });
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-tagLength));
      try {
        const plain = decipher.update(bytes.subarray(nonceLength, -tagLength));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        return { failed: 'changed' };
      }
    },
  };
}
