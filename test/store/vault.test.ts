import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openVault, type Vault } from '../../src/store/vault.ts';
import { newSecret } from '../support/guarded-place.ts';

function vaultOf(secret: string): Vault {
  const vault = openVault(secret);
  if (vault === null) throw new Error('too short');
  return vault;
}

const vault = vaultOf(newSecret());

test('whatever is sealed opens again, in its place only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
      const kept = Buffer.from(text).toString('utf8');
      const sealed = vault.seal('journal', place, kept);
      expect(vault.open('journal', place, sealed)).toBe(kept);
      expect(vault.open('journal', `${place}.`, sealed)).toEqual({ failed: 'changed' });
      expect(vault.open('index', place, sealed)).toEqual({ failed: 'changed' });
    }),
    { numRuns: 60 },
  );
});

test('nothing of the text can be read in it', () => {
  const sealed = vault.seal('journal', '1', 'the pool of the checkout was exhausted');
  const bytes = Buffer.from(sealed.split('.')[1] ?? '', 'base64').toString('latin1');
  for (const word of ['pool', 'checkout', 'exhausted']) expect(sealed + bytes).not.toContain(word);
});

test('every flipped bit is noticed', () => {
  const sealed = vault.seal('journal', '1', 'short');
  const [id = '', body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64');
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(vault.open('journal', '1', `${id}.${changed.toString('base64')}`)).toEqual({ failed: 'changed' });
  }
  expect(vault.open('journal', '1', `${id}.AAAA`)).toEqual({ failed: 'changed' });
});

test('the same text seals to the same bytes in the same place, and to others elsewhere', () => {
  const once = vault.seal('journal', '1', 'text');
  expect(vault.seal('journal', '1', 'text')).toBe(once);
  expect(new Set([once, vault.seal('journal', '2', 'text'), vault.seal('index', '1', 'text')]).size).toBe(3);
});

test('another secret is told from a changed text', () => {
  expect(vaultOf(newSecret()).open('journal', '1', vault.seal('journal', '1', 'x'))).toEqual({ failed: 'other-key' });
});

test('a secret that could be guessed opens no vault', () => {
  expect(openVault('only-31-characters-in-this-text')).toBeNull();
});

test('more purposes than are remembered still open', () => {
  const sealed = Array.from({ length: 600 }, (_, index) => vault.seal(`journal ${index}`, '1', `${index}`));
  expect(sealed.map((one, index) => vault.open(`journal ${index}`, '1', one))).toEqual(
    sealed.map((_, index) => `${index}`),
  );
});
