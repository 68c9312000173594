import fs from 'node:fs';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { closed, declarationOf, fact, idOf, minute, note, received } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);
const shown = '.spec/reports/incidents';

/** An incident of five entries, untouched. */
async function fiveEntries(): Promise<string> {
  const project = temporaryFolder();
  const store = openFileStore(placeAt(project));
  await store.create(declarationOf({ id, claims: ['group:x'] }));
  for (let revision = 1; revision < 5; revision += 1) {
    await store.append(id, revision, [note(`note ${revision}`), received('f00d000000000009')], minute(revision));
  }
  return project;
}

const journal = (project: string, entry: number): string => incidentsIn(project, id, `journal-00000${entry}.json`);

function edit(file: string, change: (text: string) => string): void {
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
}

const attacks: readonly [name: string, attack: (project: string) => void, entry: number, why: RegExp][] = [
  [
    'a word is changed in the middle',
    (at) => edit(journal(at, 3), (text) => text.replace('note 2', 'note 9')),
    3,
    /was changed: entry 4 continues other bytes/,
  ],
  [
    'a word is changed in the last entry',
    (at) => edit(journal(at, 5), (text) => text.replace('note 4', 'note 9')),
    5,
    /incident\.json was written after/,
  ],
  [
    'a byte is flipped so that an entry is no JSON',
    (at) => edit(journal(at, 2), (text) => text.replace('{', '[')),
    2,
    /is not JSON/,
  ],
  ['an entry is emptied', (at) => fs.writeFileSync(journal(at, 4), ''), 4, /is empty/],
  ['an entry in the middle is deleted', (at) => fs.unlinkSync(journal(at, 3)), 3, /is missing/],
  ['the last entry is deleted', (at) => fs.unlinkSync(journal(at, 5)), 5, /is missing; .*written after entry 5/],
  [
    'the last two entries and the state are deleted',
    (at) => {
      for (const entry of [4, 5]) fs.unlinkSync(journal(at, entry));
      fs.copyFileSync(incidentsIn(at, id, 'summary.json'), incidentsIn(at, id, 'incident.json'));
      fs.copyFileSync(journal(at, 3), journal(at, 6));
    },
    4,
    /is missing, although entry 6 is there/,
  ],
  [
    'two entries are swapped',
    (at) => {
      fs.renameSync(journal(at, 3), journal(at, 9));
      fs.renameSync(journal(at, 4), journal(at, 3));
      fs.renameSync(journal(at, 9), journal(at, 4));
    },
    3,
    /says it is entry 4/,
  ],
  [
    'an entry of another incident is put in',
    (at) => edit(journal(at, 4), (text) => text.replace(id, idOf(2))),
    4,
    /belongs to/,
  ],
  [
    'an event is left out',
    (at) => edit(journal(at, 2), (text) => text.replace('"seq":3', '"seq":4')),
    2,
    /numbers an event 4 where 3/,
  ],
  [
    'an event of a newer version is in it',
    (at) => edit(journal(at, 5), (text) => text.replace('note.added', 'note.dreamt')),
    5,
    /does not know \(note\.dreamt\)/,
  ],
  [
    'an event carries nothing that fits',
    (at) => edit(journal(at, 5), (text) => text.replace('"alert":{', '"alarm":{')),
    5,
    /can not be applied/,
  ],
  [
    'its first entry declares nothing',
    (at) => edit(journal(at, 1), (text) => text.replace('incident.declared', 'incident.resolved')),
    1,
    /does not begin/,
  ],
  ['an entry is no object', (at) => fs.writeFileSync(journal(at, 2), '[]\n'), 2, /is not an entry/],
];

test.each(attacks)('examining names the first bad entry when %s', async (_name, attack, entry, why) => {
  const project = await fiveEntries();
  attack(project);
  const examined = await openFileStore(placeAt(project)).examine(id);
  expect(examined).toMatchObject({
    ok: false,
    first_bad: { entry, path: `${shown}/${id}/journal-00000${entry}.json` },
  });
  expect(examined.first_bad?.why).toMatch(why);
});

test.each([
  ['incident.json', `${id}/incident.json`],
  ['summary.json', `${id}/summary.json`],
  ['an alert', `${id}/alerts/000002.json`],
  ['the marker of an open incident', `open/${id}.json`],
])('%s that was edited is named as stale, is not believed, and is put right by a rebuild', async (_name, file) => {
  const project = await fiveEntries();
  // The marker is another name of the first entry, so it is replaced, not edited in place.
  const text = fs.readFileSync(incidentsIn(project, file), 'utf8');
  fs.unlinkSync(incidentsIn(project, file));
  fs.writeFileSync(
    incidentsIn(project, file),
    text.replace('Checkout', 'Nothing').replace('SEV-2', 'SEV-4').replace('made', 'sold'),
  );
  const store = openFileStore(placeAt(project));
  expect(await store.examine(id)).toMatchObject({
    ok: true,
    first_bad: null,
    stale: [`${shown}/${file}`],
    unknown: [],
  });
  expect(await store.read(id)).toMatchObject({ title: 'Checkout is slow', severity: 'SEV-2' });
  await store.rebuild(id);
  expect(fs.readFileSync(incidentsIn(project, file), 'utf8')).toBe(text);
  expect(await store.examine(id)).toMatchObject({ ok: true, stale: [], unknown: [] });
});

test('rebuilding brings every derived file back byte for byte', async () => {
  const project = await fiveEntries();
  const store = openFileStore(placeAt(project));
  await store.append(id, 5, [fact('claim.added', { claim: 'fingerprint:b' }), closed()], minute(60));
  const files = fs.readdirSync(incidentsIn(project), { recursive: true, encoding: 'utf8' });
  const derived = files.filter(
    (file) => /(incident|summary|0000\d\d)\.json$|index/.test(file) && !file.includes('journal'),
  );
  const before = derived.map((file) => fs.readFileSync(incidentsIn(project, file), 'utf8'));
  for (const file of derived) fs.unlinkSync(incidentsIn(project, file));
  const written = await openFileStore(placeAt(project)).rebuild(id);
  expect(derived.map((file) => fs.readFileSync(incidentsIn(project, file), 'utf8'))).toEqual(before);
  expect(written.toSorted()).toEqual(derived.map((file) => `${shown}/${file}`).toSorted());
});

test('files that nothing accounts for are named and left alone', async () => {
  const project = await fiveEntries();
  for (const file of ['notes.txt', 'alerts/000099.json']) fs.writeFileSync(incidentsIn(project, id, file), '{}');
  const store = openFileStore(placeAt(project));
  await store.rebuild(id);
  const { ok, unknown } = await store.examine(id);
  expect(ok).toBe(true);
  expect([...unknown].toSorted()).toEqual([`${shown}/${id}/alerts/000099.json`, `${shown}/${id}/notes.txt`]);
});

test('a damaged record is trouble for whoever reads it, and hidden from lists without hiding the others', async () => {
  const project = await fiveEntries();
  await openFileStore(placeAt(project)).create(declarationOf({ id: idOf(2) }));
  edit(journal(project, 2), (text) => text.replace('note 1', 'note 8'));
  fs.unlinkSync(incidentsIn(project, id, 'incident.json'));
  const store = openFileStore(placeAt(project));
  await expect(store.read(id)).rejects.toMatchObject({ name: 'StoreTrouble', reason: 'record-damaged' });
  await expect(store.rebuild(id)).rejects.toMatchObject({ reason: 'record-damaged' });
  expect((await store.listOpen()).map((incident) => incident.id)).toEqual([idOf(2)]);
  const ids: string[] = [];
  for await (const one of store.listIds()) ids.push(one);
  expect(ids.toSorted()).toEqual([id, idOf(2)]);
});

test('cutting off the end stays visible after the record went on', async () => {
  const project = await fiveEntries();
  fs.unlinkSync(journal(project, 5));
  const store = openFileStore(placeAt(project));
  expect(await store.append(id, 4, [note('as if nothing had been')], minute(9))).toMatchObject({ ok: true });
  await store.append(id, 5, [note('and on')], minute(10));
  const { ok, first_bad } = await openFileStore(placeAt(project)).examine(id);
  expect(ok).toBe(false);
  expect(first_bad).toMatchObject({ entry: 5, why: expect.stringContaining('incident-disputed.json') });
});

test('cutting off the end of a closed incident is seen by the index even when the state was cut to match', async () => {
  const project = await fiveEntries();
  const store = openFileStore(placeAt(project));
  const old = fs.readFileSync(incidentsIn(project, id, 'incident.json'));
  await store.append(id, 5, [closed()], minute(60));
  fs.unlinkSync(journal(project, 6));
  fs.writeFileSync(incidentsIn(project, id, 'incident.json'), old);
  const examined = await openFileStore(placeAt(project)).examine(id);
  expect(examined.first_bad).toMatchObject({ entry: 6, why: expect.stringContaining('index.jsonl') });
});
