import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';

/** Signs texts so that whoever can rewrite files still can't make up a record. */
export interface Signer {
  /** `<kind>.<key id>.<base64url>`: the kind and the key are named, so that keys can be changed over time. */
  readonly sign: (text: string) => string;
  readonly verifier: Verifier;
  /** The public half in PEM; null for a shared secret, which has none. */
  readonly publicKey: string | null;
}

/** Tells whether a signature fits; null when it was made with another key than this one. */
export type Verifier = (text: string, signature: string) => boolean | null;

export type KeyRead<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly why: string };

const shortest = 16;
/** What stands before the 32 bytes of an Ed25519 key in PKCS#8 and in SPKI. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Makes a signer from a secret: Ed25519 from a PKCS#8 key (PEM or base64) or a base64 seed of 32 bytes, HMAC-SHA-256
 * from any other text of at least 16 characters.
 */
export function readSigningKey(secret: string): KeyRead<Signer> {
  const key = privateKeyIn(secret);
  if (typeof key === 'string') return { ok: false, why: key };
  if (key !== null) return { ok: true, value: ed25519(key) };
  if (secret.length < shortest) return { ok: false, why: `is shorter than ${shortest} characters` };
  return { ok: true, value: hmac(secret) };
}

/** Reads what signatures are checked with: an Ed25519 public key (PEM, base64 of 32 bytes, or of SPKI). */
export function readPublicKey(text: string): KeyRead<Verifier> {
  try {
    const bytes = Buffer.from(text, 'base64');
    const key = text.includes('-----BEGIN')
      ? createPublicKey(unfold(text))
      : createPublicKey({
          key: bytes.length === 32 ? Buffer.concat([publicPrefix, bytes]) : bytes,
          format: 'der',
          type: 'spki',
        });
    if (key.asymmetricKeyType === 'ed25519') return { ok: true, value: ed25519Verifier(key) };
  } catch {
    // The words of the library name no key, so ours say it.
  }
  return { ok: false, why: 'is no Ed25519 public key' };
}

/** A private key, null when the text is a shared secret, or what is wrong with a key that was meant to be one. */
function privateKeyIn(secret: string): KeyObject | string | null {
  try {
    if (secret.includes('-----BEGIN')) return onlyEd25519(createPrivateKey(unfold(secret)));
    if (!/^[A-Za-z0-9+/_-]{43,}={0,2}$/.test(secret)) return null;
    const bytes = Buffer.from(secret, 'base64');
    if (bytes.length === 32) return fromDer(Buffer.concat([privatePrefix, bytes]));
    return bytes.subarray(0, privatePrefix.length).equals(privatePrefix) ? fromDer(bytes) : null;
  } catch {
    return 'is no private key that can be read (PKCS#8 in PEM, without a pass phrase)';
  }
}

function fromDer(key: Buffer): KeyObject | string {
  return onlyEd25519(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
}

function onlyEd25519(key: KeyObject): KeyObject | string {
  return key.asymmetricKeyType === 'ed25519' ? key : `is a key for ${key.asymmetricKeyType}, not for Ed25519`;
}

/** Variables often hold a PEM on one line. */
function unfold(pem: string): string {
  return pem.replaceAll('\\n', '\n');
}

function ed25519(key: KeyObject): Signer {
  const open = createPublicKey(key);
  const name = `ed25519.${idOf(open)}`;
  return {
    sign: (text) => `${name}.${sign(null, Buffer.from(text), key).toString('base64url')}`,
    verifier: ed25519Verifier(open),
    publicKey: open.export({ format: 'pem', type: 'spki' }).toString(),
  };
}

function ed25519Verifier(key: KeyObject): Verifier {
  const name = `ed25519.${idOf(key)}.`;
  return (text, signature) =>
    signature.startsWith(name)
      ? verify(null, Buffer.from(text), key, Buffer.from(signature.slice(name.length), 'base64url'))
      : null;
}

function hmac(secret: string): Signer {
  const digest = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');
  const name = `hmac-sha256.${createHmac('sha256', secret).update('key id').digest('hex').slice(0, 16)}.`;
  const fits: Verifier = (text, signature) => {
    if (!signature.startsWith(name)) return null;
    const due = Buffer.from(name + digest(text));
    const found = Buffer.from(signature);
    return due.length === found.length && timingSafeEqual(due, found);
  };
  return { sign: (text) => name + digest(text), verifier: fits, publicKey: null };
}

function idOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);
}
