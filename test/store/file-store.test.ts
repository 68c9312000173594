import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { closed, declarationOf, idOf, minute, note, repeated } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('an incident is created once per claim, added to at its revision, closed and listed', async () => {
  const projectRoot = temporaryFolder();
  const open = () =>
    openFileStore({
      projectRoot,
      version: '1.0.0',
      random: () => randomBytes(9).toString('hex'),
      uid: process.getuid?.() ?? null,
    });
  const store = open();
  const made = await store.create(declarationOf({ id: idOf(1), claims: ['fingerprint:a', 'group:b'] }));
  expect(made).toMatchObject({ ok: true, warnings: [] });
  expect(await store.create(declarationOf({ id: idOf(2), claims: ['fingerprint:a'] }))).toEqual({
    ok: false,
    reason: 'claimed-meanwhile',
    id: idOf(1),
  });
  expect(await open().append(idOf(1), 1, [repeated('f00d000000000001')], minute(1))).toMatchObject({
    ok: true,
    warnings: [],
  });
  expect(await open().append(idOf(1), 1, [note('late')], minute(2))).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
  expect(await store.findClaim('group:b')).toEqual({ holder: idOf(1), promised: null });
  expect((await store.listOpen()).map((i) => i.id)).toEqual([idOf(1)]);
  expect(await open().append(idOf(1), 2, [closed()], minute(60))).toMatchObject({ ok: true, warnings: [] });
  expect(await store.findClaim('group:b')).toEqual({ holder: null, promised: null });
  expect(await store.listOpen()).toEqual([]);
  const all = [];
  for await (const line of store.listAll()) all.push(line);
  expect(all).toMatchObject([{ id: idOf(1), status: 'closed' }]);
});
