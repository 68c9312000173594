import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import type { FileStoreOptions } from '../../src/store/ground.ts';
import { pruneRecord } from '../../src/store/prune-record.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { guardedPlace, newSecret } from '../support/guarded-place.ts';
import { closed, declarationOf, idOf, minute, note } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const known = { fingerprint: 'f00d000000000001', service: 'checkout-api' };

/** Two encrypted records of three entries each; the second is closed. */
async function twoSealed(): Promise<FileStoreOptions> {
  const place = guardedPlace(temporaryFolder(), { record: newSecret(), seals: true });
  const store = openFileStore(place);
  for (const number of [1, 2]) {
    await store.create(declarationOf({ id: idOf(number) }));
    await store.append(idOf(number), 1, [note('the pool ran dry')], minute(1));
    await store.append(idOf(number), 2, [number === 2 ? closed() : note('and filled up')], minute(60));
  }
  return place;
}

const withoutKey = ({ projectRoot }: FileStoreOptions) => openFileStore(placeAt(projectRoot));

describe('an encrypted record, without its key', () => {
  test('is followed from entry to entry all the same', async () => {
    const store = withoutKey(await twoSealed());
    expect(await store.examine(idOf(1))).toMatchObject({ ok: true, entries: 3, opened: false });
  });

  test.each<[how: string, spoil: (entry: (number: number, id?: string) => string) => void, why: RegExp]>([
    [
      'an entry that continues another one',
      (entry) => change(entry(3), (text) => text.replace(/"previous":"\w{8}/, '"previous":"00000000')),
      /does not continue the entry before it/,
    ],
    ['an entry in the place of another', (entry) => fs.copyFileSync(entry(2), entry(3)), /says it is entry 2/],
    ['an entry of another incident', (entry) => fs.copyFileSync(entry(3, idOf(2)), entry(3)), /belongs to INC-/],
  ])('is not whole with %s', async (_how, spoil, why) => {
    const place = await twoSealed();
    // Nobody but the journal itself is to bear witness.
    fs.unlinkSync(incidentsIn(place.projectRoot, idOf(1), 'incident.json'));
    spoil((number, id = idOf(1)) => incidentsIn(place.projectRoot, id, `journal-00000${number}.json`));
    const { ok, first_bad } = await withoutKey(place).examine(idOf(1));
    expect([ok, first_bad?.entry]).toEqual([false, 3]);
    expect(first_bad?.why).toMatch(why);
  });

  test('is never left out of a list as if it were damaged', async () => {
    const place = await twoSealed();
    await expect(withoutKey(place).listOpen()).rejects.toMatchObject({ reason: 'record-locked' });
  });

  test('is never left out of an index that is built anew', async () => {
    const place = await twoSealed();
    const index = incidentsIn(place.projectRoot, 'index.jsonl');
    fs.unlinkSync(index);
    fs.rmSync(incidentsIn(place.projectRoot, 'open', `${idOf(1)}.json`));
    await expect(withoutKey(place).listAll()[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      reason: 'record-locked',
    });
    expect(fs.existsSync(index)).toBe(false);
  });

  test('can be seen to have been pruned', async () => {
    const place = await twoSealed();
    expect(pruneRecord(place, idOf(2), minute(500_000))).toBe('pruned');
    const [line] = fs.readFileSync(incidentsIn(place.projectRoot, 'index.jsonl'), 'utf8').trim().split('\n').slice(-1);
    expect(JSON.parse(line ?? '')).toMatchObject({ id: idOf(2), pruned_at: minute(500_000), title: 'pruned' });
    expect(await withoutKey(place).examine(idOf(2))).toMatchObject({ ok: true, pruned_at: minute(500_000) });
  });
});

test('past incidents of an encrypted index are told once each, as they stand now, the same alert first', async () => {
  const place = await twoSealed();
  const store = openFileStore(place);
  await store.append(idOf(2), 3, [note('one more thing', 90)], minute(90));
  const past = await store.findPast(known, 3);
  expect(past.map(({ id, revision }) => [id, revision])).toEqual([[idOf(2), 4]]);
  expect(await store.findPast({ ...known, fingerprint: 'f00d00000000000f' }, 3)).toHaveLength(1);
  expect(await store.findPast({ fingerprint: null, service: 'search' }, 3)).toEqual([]);
});

function change(file: string, how: (text: string) => string): void {
  fs.writeFileSync(file, how(fs.readFileSync(file, 'utf8')));
}
