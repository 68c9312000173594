import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSignature, prepareProtection, signLine, splitSignature } from '../../src/store/protection.ts';
import { readPublicKey, readSigningKey, type Signer } from '../../src/store/signing.ts';
import { newKeyPair } from '../support/guarded-place.ts';

function signerOf(secret: string): Signer {
  const read = readSigningKey(secret);
  if (!read.ok) throw new Error(read.why);
  return read.value;
}

const pair = newKeyPair();
const seed = randomBytes(32).toString('base64');
const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

describe('what kind of signature a secret makes', () => {
  const forms: readonly (readonly [what: string, secret: string, kind: string])[] = [
    ['a private key in PEM', pair.privateKey, 'ed25519'],
    ['a PEM on one line', pair.privateKey.replaceAll('\n', '\\n'), 'ed25519'],
    ['a seed of 32 bytes in base64', seed, 'ed25519'],
    ['a PKCS#8 key in base64', der, 'ed25519'],
    ['a pass phrase', 'correct horse battery staple', 'hmac-sha256'],
    ['32 bytes in hex', randomBytes(32).toString('hex'), 'hmac-sha256'],
  ];
  test.each(forms)('%s', (_what, secret, kind) => {
    const signer = signerOf(secret);
    const signature = signer.sign('text');
    expect(signature.split('.')[0]).toBe(kind);
    expect(signer.verifier('text', signature)).toBe(true);
    expect(signer.verifier('texT', signature)).toBe(false);
    expect(signer.publicKey === null).toBe(kind === 'hmac-sha256');
  });

  const refusals: readonly (readonly [what: string, secret: string, why: RegExp])[] = [
    ['a secret that could be guessed', 'hunter2', /shorter than 16/],
    [
      'a key for something else',
      generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      /not for Ed25519/,
    ],
    [
      'a PEM that is none',
      ['-----BEGIN', 'PRIVATE KEY-----\nAAAA\n-----END', 'PRIVATE KEY-----'].join(' '),
      /no private key/,
    ],
  ];
  test.each(refusals)('%s is refused without being repeated', (_what, secret, why) => {
    const read = readSigningKey(secret);
    expect(read).toMatchObject({ ok: false, why: expect.stringMatching(why) });
    expect(JSON.stringify(read)).not.toContain(secret.slice(0, 40));
  });
});

describe('checking with the public half', () => {
  test.each([
    ['PEM', pair.publicKey],
    ['base64 of SPKI', pair.publicKey.split('\n').slice(1, -2).join('')],
    [
      'base64 of 32 bytes',
      Buffer.from(pair.publicKey.split('\n')[1] ?? '', 'base64')
        .subarray(12)
        .toString('base64'),
    ],
  ])('%s', (_form, text) => {
    const read = readPublicKey(text);
    const signature = signerOf(pair.privateKey).sign('text');
    expect(read.ok && read.value('text', signature)).toBe(true);
    expect(read.ok && read.value('other', signature)).toBe(false);
  });

  test('another key has nothing to say about it', () => {
    const other = readPublicKey(newKeyPair().publicKey);
    expect(other.ok && other.value('text', signerOf(pair.privateKey).sign('text'))).toBeNull();
  });

  test('what is no key is told', () => {
    expect(readPublicKey('AAAA')).toEqual({ ok: false, why: 'is no Ed25519 public key' });
  });
});

describe('a signed line', () => {
  const { protection } = prepareProtection({
    signing: pair.privateKey,
    verify: [],
    record: null,
    seals: false,
    keyName: '',
  });
  const { verifiers } = protection;

  test('is the line, with its signature at the end', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
        const body = JSON.stringify(value);
        const line = signLine(protection, body);
        expect(splitSignature(line).body).toBe(body);
        expect(JSON.parse(line)).toHaveProperty('signature');
        expect(checkSignature(verifiers, line)).toBe('fits');
        expect(checkSignature([], line)).toBe('no-key');
      }),
      { numRuns: 50 },
    );
  });

  test('does not take a signature for one that stands in its text', () => {
    const fake = `{"events":[{"text":",\\"signature\\":\\"ed25519.0123456789abcdef.${'A'.repeat(86)}\\"}"}]}\n`;
    expect(checkSignature(verifiers, fake)).toBe('missing');
  });

  test('signed by somebody whose key is not listed does not fit', () => {
    const stranger = prepareProtection({
      signing: newKeyPair().privateKey,
      verify: [],
      record: null,
      seals: false,
      keyName: '',
    });
    expect(checkSignature(verifiers, signLine(stranger.protection, '{"a":1}'))).toBe('does-not-fit');
  });
});
