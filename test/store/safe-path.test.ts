import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { makeFolder } from '../../src/store/safe-path.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { closed, declarationOf, idOf, minute, note } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);
const usual = process.umask();
afterEach(() => {
  process.umask(usual);
});

function everythingBelow(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name));
}

test.each([0o000, 0o022, 0o077, 0o277])('folders are 0700 and files 0600 under umask %o', async (umask) => {
  const project = temporaryFolder();
  process.umask(umask);
  const store = openFileStore(placeAt(project));
  expect(await store.create(declarationOf({ id, claims: ['group:x'] }))).toMatchObject({ ok: true, warnings: [] });
  await store.append(id, 1, [note('more')], minute(1));
  await store.append(id, 2, [closed()], minute(2));
  await store.create(declarationOf({ id: idOf(2), claims: ['group:x'] }));
  process.umask(usual);
  const modes = everythingBelow(path.join(project, '.spec')).map((file) => {
    const found = fs.lstatSync(file);
    return { file, mode: found.mode & 0o777, wanted: found.isDirectory() ? 0o700 : 0o600 };
  });
  expect(modes.filter(({ mode, wanted }) => mode !== wanted)).toEqual([]);
  expect(fs.lstatSync(path.join(project, '.spec')).mode & 0o777).toBe(0o700);
});

test.each([
  ['.spec'],
  ['.spec/reports'],
  ['.spec/reports/incidents'],
  ['.spec/reports/incidents/open'],
  ['.spec/reports/incidents/tmp'],
  [`.spec/reports/incidents/${id}`],
])('%s as a symbolic link is refused, for reading and for writing', async (folder) => {
  const project = temporaryFolder();
  await openFileStore(placeAt(project)).create(declarationOf({ id }));
  const elsewhere = path.join(project, 'elsewhere');
  fs.renameSync(path.join(project, folder), elsewhere);
  fs.symlinkSync(elsewhere, path.join(project, folder));
  const refused = { name: 'StoreTrouble', reason: 'symlink-in-path', path: path.join(project, folder) };
  await expect(openFileStore(placeAt(project)).read(id)).rejects.toMatchObject(refused);
  await expect(openFileStore(placeAt(project)).append(id, 1, [note('x')], minute(1))).rejects.toMatchObject(refused);
});

test('a journal entry that is a symbolic link is not followed', async () => {
  const project = temporaryFolder();
  await openFileStore(placeAt(project)).create(declarationOf({ id }));
  const entry = incidentsIn(project, id, 'journal-000001.json');
  fs.renameSync(entry, path.join(project, 'elsewhere.json'));
  fs.symlinkSync(path.join(project, 'elsewhere.json'), entry);
  await expect(openFileStore(placeAt(project)).read(id)).rejects.toMatchObject({ reason: 'symlink-in-path' });
});

test.each([
  ['.spec/reports/incidents', 0o770],
  ['.spec/reports/incidents', 0o707],
  [`.spec/reports/incidents/${id}`, 0o720],
])('%s that others may write to (mode %o) is refused, with the command that mends it', async (folder, mode) => {
  const project = temporaryFolder();
  await openFileStore(placeAt(project)).create(declarationOf({ id }));
  const full = path.join(project, folder);
  fs.chmodSync(full, mode);
  const refused = { reason: 'unsafe-permissions', message: expect.stringContaining(`chmod 700 '${full}'`) };
  await expect(openFileStore(placeAt(project)).read(id)).rejects.toMatchObject(refused);
  fs.chmodSync(full, 0o700);
  expect(await openFileStore(placeAt(project)).read(id)).toMatchObject({ id });
});

test('folders of another user are refused, with the command that mends it', async () => {
  const project = temporaryFolder();
  await openFileStore(placeAt(project)).create(declarationOf({ id }));
  const stranger = { ...placeAt(project), uid: (process.geteuid?.() ?? 0) + 1 };
  const refused = { reason: 'unsafe-permissions', message: expect.stringContaining('chown -R') };
  await expect(openFileStore(stranger).listOpen()).rejects.toMatchObject(refused);
  expect(await openFileStore({ ...stranger, uid: null }).listOpen()).toHaveLength(1);
});

test('SmartSpec may share its own folders with a group', async () => {
  const project = temporaryFolder();
  fs.mkdirSync(path.join(project, '.spec', 'reports'), { recursive: true });
  for (const folder of ['.spec', '.spec/reports']) fs.chmodSync(path.join(project, folder), 0o775);
  expect(await openFileStore(placeAt(project)).create(declarationOf({ id }))).toMatchObject({ ok: true });
});

test('a file where a folder should be is trouble, not a bug', async () => {
  const project = temporaryFolder();
  fs.writeFileSync(path.join(project, '.spec'), '');
  const store = openFileStore(placeAt(project));
  await expect(store.create(declarationOf({ id }))).rejects.toMatchObject({
    reason: 'folder-vanished',
    message: expect.stringContaining('is not a folder; move it out of the way'),
  });
  await expect(store.read(id)).rejects.toMatchObject({ reason: 'folder-vanished' });
});

test('of two who make the same folder at once, the slower one finds it there', () => {
  const folder = path.join(temporaryFolder(), 'new');
  expect([makeFolder(folder), makeFolder(folder)]).toEqual([true, false]);
});

test('the folder for temporary files is made again when somebody tidied it away', async () => {
  const project = temporaryFolder();
  const store = openFileStore(placeAt(project));
  await store.create(declarationOf({ id }));
  fs.rmSync(incidentsIn(project, 'tmp'), { recursive: true });
  expect(await store.append(id, 1, [note('still kept')], minute(1))).toMatchObject({ ok: true, warnings: [] });
});

test('a record that vanishes under a writer is trouble', async () => {
  const project = temporaryFolder();
  const store = openFileStore(placeAt(project));
  await store.create(declarationOf({ id }));
  fs.rmSync(path.join(project, '.spec'), { recursive: true });
  expect(await store.append(id, 1, [note('into the void')], minute(1))).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
});
