import { describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import type { IncidentStore } from '../../src/store/incident-store.ts';
import { placeAt } from '../support/file-place.ts';
import { closed, declarationOf, idOf, note } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function storeOf(count: number): Promise<IncidentStore> {
  const store = openFileStore(placeAt(temporaryFolder()));
  for (let number = 1; number <= count; number += 1) {
    await store.create(declarationOf({ id: idOf(number) }));
    await store.append(idOf(number), 1, [closed()], closed().at);
  }
  return store;
}

const known = { fingerprint: 'f00d000000000001', service: 'checkout-api' };

describe('past incidents', () => {
  test('of the same alert come latest first, and no more than asked for', async () => {
    const past = await (await storeOf(5)).findPast(known, 3);
    expect(past.map(({ id }) => id)).toEqual([idOf(5), idOf(4), idOf(3)]);
  });

  test('of the same service are found where the alert is new', async () => {
    const store = await storeOf(2);
    const past = await store.findPast({ ...known, fingerprint: 'f00d00000000000f' }, 3);
    expect(past.map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
    expect(await store.findPast({ fingerprint: 'f00d00000000000f', service: 'search' }, 3)).toEqual([]);
  });

  test('are told as they stand after their latest change, once each', async () => {
    const store = await storeOf(2);
    await store.append(idOf(1), 2, [note('looked at once more', 90)], note('', 90).at);
    const past = await store.findPast(known, 3);
    expect(past.map(({ id, revision }) => [id, revision])).toEqual([
      [idOf(1), 3],
      [idOf(2), 2],
    ]);
  });

  test('are none before anything was closed', async () => {
    expect(await openFileStore(placeAt(temporaryFolder())).findPast(known, 3)).toEqual([]);
  });
});
