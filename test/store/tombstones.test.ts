import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { examineTombstones } from '../../src/store/examine-tombstones.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import type { FileStoreOptions } from '../../src/store/ground.ts';
import { pruneRecord } from '../../src/store/prune-record.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { guardedPlace, newKeyPair } from '../support/guarded-place.ts';
import { closed, declarationOf, fact, idOf, minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const pair = newKeyPair();
const later = minute(500_000);

async function prune(place: FileStoreOptions, number: number): Promise<void> {
  const store = openFileStore(place);
  await store.create(declarationOf({ id: idOf(number) }));
  await store.append(idOf(number), 1, [closed()], minute(60));
  expect(pruneRecord(place, idOf(number), later)).toBe('pruned');
}

const stonesOf = (place: FileStoreOptions): string => incidentsIn(place.projectRoot, 'pruned.jsonl');

describe('the line that a pruned record leaves', () => {
  test('is signed where entries are, and checked with the public key alone', async () => {
    const place = guardedPlace(temporaryFolder(), { signing: pair.privateKey });
    await prune(place, 1);
    expect(fs.readFileSync(stonesOf(place), 'utf8')).toMatch(/,"signature":"ed25519\.[0-9a-f]{16}\.[\w-]+"\}$/);
    const checking = guardedPlace(place.projectRoot, { verify: [{ kind: 'public', text: pair.publicKey }] });
    for (const [one, checked] of [
      [place, true],
      [checking, true],
      [placeAt(place.projectRoot), false],
    ] as const) {
      expect([...examineTombstones(one)]).toMatchObject([
        { id: idOf(1), ok: true, pruned_at: later, signatures: { signed: 1, unsigned: 0, checked } },
      ]);
      expect(await openFileStore(one).examine(idOf(1))).toMatchObject({ ok: true, pruned_at: later });
    }
  });

  test.each([
    ['changed', (text: string) => text.replace('SEV-2', 'SEV-4'), /signature does not fit/],
    [
      'signed by somebody else',
      (text: string) =>
        text.replace(/\.([\w-]{10})([\w-]+)"\}$/, (_all, start, rest) => `.${[...start].reverse().join('')}${rest}"}`),
      /signature does not fit/,
    ],
  ])('does not verify once it was %s', async (_how, forge, why) => {
    const place = guardedPlace(temporaryFolder(), { signing: pair.privateKey });
    await prune(place, 1);
    fs.writeFileSync(stonesOf(place), forge(fs.readFileSync(stonesOf(place), 'utf8')));
    const [examined] = examineTombstones(place);
    expect(examined).toMatchObject({ id: idOf(1), ok: false });
    expect(examined?.first_bad?.why).toMatch(why);
    expect(await openFileStore(place).examine(idOf(1))).toMatchObject({ ok: false });
  });

  test('does not hide a record that somebody removed and wrote a line of his own for', async () => {
    const place = guardedPlace(temporaryFolder(), { signing: pair.privateKey });
    await prune(place, 1);
    const store = openFileStore(place);
    await store.create(declarationOf({ id: idOf(2) }));
    await store.append(idOf(2), 1, [closed()], minute(60));
    fs.rmSync(incidentsIn(place.projectRoot, idOf(2)), { recursive: true });
    const own = fs.readFileSync(stonesOf(place), 'utf8').replaceAll(idOf(1), idOf(2));
    fs.appendFileSync(stonesOf(place), own.replace(/,"signature":"[^"]*"/, ''));
    expect([...examineTombstones(place)]).toMatchObject([{ ok: true }, { id: idOf(2), ok: false }]);
    expect(await openFileStore(place).examine(idOf(2))).toMatchObject({ ok: false });
  });

  test('names nobody, and nothing that anybody did', async () => {
    const place = placeAt(temporaryFolder());
    const store = openFileStore(place);
    await store.create(declarationOf({ id: idOf(1) }));
    const led = fact('role.assigned', { role: 'commander', person: 'zenobia', because: '' });
    const fixed = fact('mitigation.judged', { mitigation: null, verdict: 'worked', text: 'the valve was turned' });
    await store.append(idOf(1), 1, [led, fixed, closed()], minute(60));
    expect(pruneRecord(place, idOf(1), later)).toBe('pruned');
    const left =
      fs.readFileSync(stonesOf(place), 'utf8') + fs.readFileSync(incidentsIn(place.projectRoot, 'index.jsonl'));
    const stone = left
      .trim()
      .split('\n')
      .filter((line) => line.includes('pruned_at'));
    expect(stone).toHaveLength(2);
    for (const line of stone) for (const word of ['zenobia', 'valve', 'f00d', 'slow']) expect(line).not.toContain(word);
  });

  test('says nothing while the record is still there, because whoever wrote it was killed', async () => {
    const place = placeAt(temporaryFolder());
    const kept = temporaryFolder();
    const store = openFileStore(place);
    await store.create(declarationOf({ id: idOf(1) }));
    await store.append(idOf(1), 1, [closed()], minute(60));
    fs.cpSync(incidentsIn(place.projectRoot, idOf(1)), kept, { recursive: true });
    pruneRecord(place, idOf(1), later);
    expect([...examineTombstones(place)]).toHaveLength(1);
    fs.cpSync(kept, incidentsIn(place.projectRoot, idOf(1)), { recursive: true });
    fs.chmodSync(incidentsIn(place.projectRoot, idOf(1)), 0o700);
    expect([...examineTombstones(place)]).toEqual([]);
  });

  test('of before there was a key verifies, and one that only the index knows does not', async () => {
    const plain = placeAt(temporaryFolder());
    await prune(plain, 1);
    const place = guardedPlace(plain.projectRoot, { signing: pair.privateKey });
    await prune(place, 2);
    expect([...examineTombstones(place)].map(({ ok }) => ok)).toEqual([true, true]);
    fs.unlinkSync(stonesOf(place));
    expect(await openFileStore(place).examine(idOf(1))).toMatchObject({
      ok: false,
      first_bad: { why: expect.stringContaining('does not say so') },
    });
  });

  test('keeps its signature when the index is built anew', async () => {
    const place = guardedPlace(temporaryFolder(), { signing: pair.privateKey });
    await prune(place, 1);
    const index = incidentsIn(place.projectRoot, 'index.jsonl');
    const before = fs.readFileSync(index, 'utf8').trim().split('\n').at(-1);
    fs.unlinkSync(index);
    for await (const { id } of openFileStore(placeAt(place.projectRoot)).listAll()) expect(id).toBe(idOf(1));
    expect(fs.readFileSync(index, 'utf8').trim()).toBe(before);
  });
});
