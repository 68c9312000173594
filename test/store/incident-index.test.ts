import fs from 'node:fs';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { closed, declarationOf, idOf, minute, note } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Four incidents, of which 1 to 3 were closed in the order 2, 3, 1. */
async function threeClosed(): Promise<string> {
  const project = temporaryFolder();
  const store = openFileStore(placeAt(project));
  for (const number of [1, 2, 3, 4])
    await store.create(declarationOf({ id: idOf(number), claims: [`group:${number}`] }));
  for (const [at, number] of [2, 3, 1].entries()) await store.append(idOf(number), 1, [closed()], minute(60 + at));
  return project;
}

async function listed(project: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of openFileStore(placeAt(project)).listAll()) found.push(id);
  return found;
}

const inOrder = [4, 1, 3, 2].map(idOf);

test.each<[name: string, spoil: (file: string) => void]>([
  ['is whole', () => undefined],
  ['is missing', (file) => fs.unlinkSync(file)],
  ['has a torn last line', (file) => fs.truncateSync(file, fs.statSync(file).size - 10)],
  [
    'has a garbled line in the middle',
    (file) => fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"id":', '"id')),
  ],
  ['is full of NULs', (file) => fs.writeFileSync(file, Buffer.alloc(5000))],
  ['has empty lines', (file) => fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('\n', '\n\n\n'))],
])('every incident is listed once and in order when the index %s', async (_name, spoil) => {
  const project = await threeClosed();
  spoil(incidentsIn(project, 'index.jsonl'));
  expect(await listed(project)).toEqual(inOrder);
  expect(await listed(project)).toEqual(inOrder);
});

test('an index that somebody deleted is not taken for complete after the next closing', async () => {
  const project = await threeClosed();
  fs.unlinkSync(incidentsIn(project, 'index.jsonl'));
  await openFileStore(placeAt(project)).append(idOf(4), 1, [closed()], minute(70));
  expect((await listed(project)).toSorted()).toEqual([1, 2, 3, 4].map(idOf));
});

test('an index that is built anew holds closed incidents alone', async () => {
  const project = await threeClosed();
  const index = incidentsIn(project, 'index.jsonl');
  fs.unlinkSync(index);
  await listed(project);
  expect(fs.readFileSync(index, 'utf8')).not.toContain(idOf(4));
});

test('what others add to the index while it is built anew is not lost', async () => {
  const project = await threeClosed();
  const index = incidentsIn(project, 'index.jsonl');
  const line = fs.readFileSync(index, 'utf8').split('\n').at(-1) ?? '';
  fs.appendFileSync(index, '\n{"torn');
  const rename = fs.renameSync;
  fs.renameSync = (from, to) => {
    if (String(to) === index) fs.appendFileSync(index, `\n${line.replaceAll(idOf(1), idOf(9))}`);
    rename(from, to);
  };
  try {
    expect(await listed(project)).toContain(idOf(9));
  } finally {
    fs.renameSync = rename;
  }
});

test('a claim that only names a later entry does not bring back a record that is gone', async () => {
  const project = await threeClosed();
  const added = { type: 'claim.added', at: minute(70), by: null, data: { claim: 'group:later' } } as const;
  await openFileStore(placeAt(project)).append(idOf(4), 1, [added], minute(70));
  fs.rmSync(incidentsIn(project, idOf(4)), { recursive: true });
  fs.unlinkSync(incidentsIn(project, 'open', `${idOf(4)}.json`));
  expect(await openFileStore(placeAt(project)).findClaim('group:later')).toEqual({ holder: null, promised: null });
  expect(fs.existsSync(incidentsIn(project, idOf(4)))).toBe(false);
});

test('a closing that was cut short before the index is finished by whoever lists next', async () => {
  const project = await threeClosed();
  const index = incidentsIn(project, 'index.jsonl');
  const before = fs.readFileSync(index);
  await openFileStore(placeAt(project)).append(idOf(4), 1, [closed()], minute(70));
  const first = incidentsIn(project, idOf(4), 'journal-000001.json');
  fs.linkSync(first, incidentsIn(project, 'open', `${idOf(4)}.json`));
  fs.writeFileSync(index, before);
  expect(await openFileStore(placeAt(project)).listOpen()).toEqual([]);
  expect(await listed(project)).toEqual([4, 1, 3, 2].map(idOf));
  expect(fs.readdirSync(incidentsIn(project, 'open'))).toEqual([]);
});

test('thousands of lines are read in pieces, the latest about each incident first', async () => {
  const project = await threeClosed();
  const file = incidentsIn(project, 'index.jsonl');
  const line =
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .find((text) => text.includes(idOf(2))) ?? '';
  const many = Array.from(
    { length: 3000 },
    (_, number) => `\n${line.replaceAll(idOf(2), idOf(10_000 + (number % 2000)))}`,
  );
  fs.appendFileSync(file, many.join(''));
  const ids = await listed(project);
  expect(ids).toHaveLength(2004);
  expect(new Set(ids).size).toBe(2004);
  expect(ids[1]).toBe(idOf(10_999));
});

test('what killed processes left behind is swept away after an hour, what is in use is not', async () => {
  const project = await threeClosed();
  const [old, fresh] = ['old', 'fresh'].map((name) => incidentsIn(project, 'tmp', name));
  for (const file of [old, fresh]) fs.writeFileSync(file ?? '', 'left');
  const longAgo = Date.now() / 1000 - 3700;
  fs.utimesSync(old ?? '', longAgo, longAgo);
  await openFileStore(placeAt(project)).append(idOf(4), 1, [closed()], minute(70));
  expect(fs.readdirSync(incidentsIn(project, 'tmp'))).toEqual(['fresh']);
});

test('half-made incidents are completed by whoever meets them', async () => {
  const project = await threeClosed();
  const marker = incidentsIn(project, 'open', `${idOf(4)}.json`);
  const whole = await openFileStore(placeAt(project)).read(idOf(4));
  fs.rmSync(incidentsIn(project, idOf(4)), { recursive: true });
  expect(await openFileStore(placeAt(project)).read(idOf(4)), 'from its marker').toEqual(whole);
  fs.rmSync(incidentsIn(project, idOf(4)), { recursive: true });
  fs.unlinkSync(marker);
  expect((await openFileStore(placeAt(project)).findClaim('group:4')).holder, 'from its claim').toBe(idOf(4));
  expect(fs.existsSync(marker)).toBe(true);
  const appended = await openFileStore(placeAt(project)).append(idOf(4), 1, [note('goes on')], minute(80));
  expect(appended).toMatchObject({ ok: true, warnings: [] });
});

test('a claim that names nobody does not keep the next incident from starting', async () => {
  const project = await threeClosed();
  const [claim] = fs.readdirSync(incidentsIn(project, 'open')).filter((name) => name.startsWith('claim-'));
  fs.unlinkSync(incidentsIn(project, 'open', claim ?? ''));
  fs.writeFileSync(incidentsIn(project, 'open', claim ?? ''), 'garbled');
  const created = await openFileStore(placeAt(project)).create(declarationOf({ id: idOf(5), claims: ['group:4'] }));
  expect(created).toMatchObject({ ok: true });
});
