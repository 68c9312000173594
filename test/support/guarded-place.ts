import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { FileStoreOptions } from '../../src/store/ground.ts';
import { type ProtectionKeys, prepareProtection } from '../../src/store/protection.ts';
import { placeAt } from './file-place.ts';

const noKeys: ProtectionKeys = { signing: null, verify: [], record: null, seals: false, keyName: 'env:RECORD_KEY' };

/** A fresh Ed25519 key pair in PEM. */
export function newKeyPair(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  });
}

/** A secret of 32 bytes, as `openssl rand -base64 32` makes one. */
export function newSecret(): string {
  return randomBytes(32).toString('base64');
}

/** What a file store is opened with where these keys are at hand. */
export function guardedPlace(projectRoot: string, keys: Partial<ProtectionKeys>): FileStoreOptions {
  return { ...placeAt(projectRoot), protection: prepareProtection({ ...noKeys, ...keys }).protection };
}
