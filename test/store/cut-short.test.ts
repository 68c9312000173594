import fs from 'node:fs';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { closed, declarationOf, idOf, minute, note } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);
const shown = '.spec/reports/incidents';

/** A record of three entries, and every derived file as it was after the first of them. */
async function threeEntries(): Promise<{ readonly project: string; readonly early: (file: string) => Buffer }> {
  const project = temporaryFolder();
  const store = openFileStore(placeAt(project));
  await store.create(declarationOf({ id, claims: ['group:x'] }));
  const early = new Map(
    ['incident.json', 'summary.json'].map((file) => [file, fs.readFileSync(incidentsIn(project, id, file))]),
  );
  await store.append(id, 1, [note('one')], minute(1));
  await store.append(id, 2, [note('two')], minute(2));
  return { project, early: (file) => early.get(file) ?? Buffer.alloc(0) };
}

const examine = (project: string) => openFileStore(placeAt(project)).examine(id);

test.each(['incident.json', 'summary.json'])(
  '%s that a killed writer left is behind and no sign of tampering, until the next change brings it up to date',
  async (file) => {
    const { project, early } = await threeEntries();
    const place = incidentsIn(project, id, file);
    const whole = fs.readFileSync(place);
    const behind = { ok: true, stale: [], behind: [`${shown}/${id}/${file}`], unknown: [] };
    for (const leave of [
      () => fs.unlinkSync(place),
      () => fs.writeFileSync(place, early(file)),
      () => fs.writeFileSync(place, ''),
      () => fs.writeFileSync(place, whole.subarray(0, whole.length - 40)),
    ]) {
      leave();
      expect(await examine(project)).toMatchObject(behind);
    }
    await openFileStore(placeAt(project)).append(id, 3, [note('three')], minute(3));
    expect(await examine(project)).toEqual({ id, ok: true, entries: 4, first_bad: null, stale: [], unknown: [] });
  },
);

test('a state that the journal never had stays a sign of tampering, however old its revision', async () => {
  const { project, early } = await threeEntries();
  const place = incidentsIn(project, id, 'summary.json');
  fs.writeFileSync(place, early('summary.json').toString('utf8').replace('SEV-2', 'SEV-4'));
  expect(await examine(project)).toMatchObject({ ok: true, stale: [`${shown}/${id}/summary.json`] });
});

test('alerts and links that were not written yet are behind', async () => {
  const { project } = await threeEntries();
  fs.rmSync(incidentsIn(project, id, 'alerts'), { recursive: true });
  for (const name of fs.readdirSync(incidentsIn(project, 'open'))) fs.unlinkSync(incidentsIn(project, 'open', name));
  const { behind = [], stale } = await examine(project);
  expect(stale).toEqual([]);
  expect(behind).toHaveLength(3);
  await openFileStore(placeAt(project)).rebuild(id);
  expect(await examine(project)).not.toHaveProperty('behind');
});

test('closing that was cut short before its line in the index is behind', async () => {
  const { project } = await threeEntries();
  const store = openFileStore(placeAt(project));
  const before = fs.readdirSync(incidentsIn(project, 'open')).map((name) => {
    return [incidentsIn(project, 'open', name), fs.readFileSync(incidentsIn(project, 'open', name))] as const;
  });
  await store.append(id, 3, [closed()], minute(9));
  for (const [file, bytes] of before) fs.writeFileSync(file, bytes);
  const { ok, stale, behind = [] } = await examine(project);
  expect({ ok, stale, behind: behind.length }).toEqual({ ok: true, stale: [], behind: 2 });
  expect(await store.listOpen()).toEqual([]);
  expect(await examine(project)).not.toHaveProperty('behind');
});

test('a folder that was made for an entry that is still only listed as open is completed by whoever examines it', async () => {
  const { project } = await threeEntries();
  const started = idOf(2);
  await openFileStore(placeAt(project)).create(declarationOf({ id: started }));
  fs.rmSync(incidentsIn(project, started), { recursive: true });
  fs.mkdirSync(incidentsIn(project, started), { mode: 0o700 });
  expect(await openFileStore(placeAt(project)).examine(started)).toMatchObject({ ok: true, entries: 1 });
});

test('a first entry that was taken from a longer record is not put back by an examination', async () => {
  const { project } = await threeEntries();
  fs.unlinkSync(incidentsIn(project, id, 'journal-000001.json'));
  fs.unlinkSync(incidentsIn(project, id, 'incident.json'));
  expect(await examine(project)).toMatchObject({ ok: false, first_bad: { entry: 1 } });
});
