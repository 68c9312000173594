import fs from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openFileStore } from '../../../src/store/file-store.ts';
import { groundOf } from '../../../src/store/ground.ts';
import type { IncidentStore } from '../../../src/store/incident-store.ts';
import { openPostgresStore, type PostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { claimPath, markerPath } from '../../../src/store/record-paths.ts';
import { type Moved, moveToFiles, moveToPostgres } from '../../../src/store/sharing/move-records.ts';
import { sealRecord } from '../../../src/store/sharing/seal-record.ts';
import { incidentsIn, placeAt } from '../../support/file-place.ts';
import { startPostgres, type TestServer } from '../../support/postgres-server.ts';
import { closed, declarationOf, fact, idOf, minute, note } from '../../support/store-events.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let server: TestServer;
const opened: PostgresStore[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));
afterAll(() => server.end());

function bothStores() {
  const place = placeAt(temporaryFolder());
  const shared = openPostgresStore({ ...place, url: server.newPlace(), name: 'URL' });
  opened.push(shared);
  const local = openFileStore(place);
  return { project: place.projectRoot, ground: groundOf(place), local, shared, now: () => minute(90) };
}

/** Three incidents: one open under a claim, one closed, one that passed its claim on. */
async function fill(store: IncidentStore): Promise<void> {
  await store.create(declarationOf({ id: idOf(1), claims: ['group:x', 'fingerprint:a'] }));
  await store.append(idOf(1), 1, [note('tab\there, \u0000 and \ud800')], minute(1));
  await store.create(declarationOf({ id: idOf(2), claims: ['group:y'] }));
  await store.append(idOf(2), 1, [closed()], minute(2));
  await store.create(declarationOf({ id: idOf(3), claims: ['group:z'] }));
  await store.append(idOf(3), 1, [fact('claim.passed', { claim: 'group:z', to: idOf(4) })], minute(3));
}

async function gather<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const heads = (moved: readonly Moved[]) => moved.map(({ id, outcome, entries, head }) => [id, outcome, entries, head]);

test('records go into the database and come back with the same hashes, claims and state, and are nowhere twice', async () => {
  const moving = bothStores();
  const { local, shared, project } = moving;
  await fill(local);
  const before = await local.read(idOf(1));
  const there = await gather(moveToPostgres(moving, null));
  expect(there.map(({ outcome }) => outcome)).toEqual(['moved', 'moved', 'moved']);
  expect(await gather(local.listIds())).toEqual([]);
  expect(await gather(local.listAll())).toEqual([]);
  expect(await shared.read(idOf(1))).toEqual(before);
  expect(await shared.findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
  expect(await shared.findClaim('group:y')).toEqual({ holder: null, promised: null });
  expect(await shared.findClaim('group:z')).toEqual({ holder: idOf(3), promised: idOf(4) });
  for (const number of [1, 2, 3]) {
    expect(await shared.examine(idOf(number))).toMatchObject({ ok: true, entries: 2, stale: [] });
  }
  const back = await gather(moveToFiles(moving, null));
  expect(heads(back)).toEqual(heads(there));
  expect(await gather(shared.listIds())).toEqual([]);
  const fresh = openFileStore(placeAt(project));
  expect(await fresh.read(idOf(1))).toEqual(before);
  expect(await fresh.findClaim('group:z')).toEqual({ holder: idOf(3), promised: idOf(4) });
  for (const number of [1, 2, 3]) {
    expect(await fresh.examine(idOf(number))).toMatchObject({ ok: true, entries: 2, stale: [], unknown: [] });
  }
  expect((await gather(fresh.listAll())).map(({ id }) => id)).toEqual([idOf(3), idOf(1), idOf(2)]);
});

test('a claim that was merged into another incident leads there on a machine that never had the records', async () => {
  const { shared, ground, now } = bothStores();
  await shared.create(declarationOf({ id: idOf(1), claims: ['group:old'] }));
  await shared.create(declarationOf({ id: idOf(2), claims: ['group:new'] }));
  await shared.append(idOf(1), 1, [fact('claim.passed', { claim: 'group:old', to: idOf(2) }), closed()], minute(1));
  const place = placeAt(temporaryFolder());
  const moving = { ground: groundOf(place), local: openFileStore(place), shared, now };
  expect(ground.incidents).not.toBe(moving.ground.incidents);
  await gather(moveToFiles(moving, null));
  expect(await moving.local.findClaim('group:old')).toEqual({ holder: idOf(2), promised: null });
  expect(await moving.local.examine(idOf(1))).toMatchObject({ ok: true, stale: [], unknown: [] });
});

test('what was sealed by a process that was killed right then is not begun anew by whoever looks', async () => {
  const moving = bothStores();
  await moving.local.create(declarationOf({ id: idOf(1), claims: ['group:x', 'fingerprint:a'] }));
  const kept = ['open', 'group:x', 'fingerprint:a'].map((name) =>
    name === 'open' ? markerPath(moving.ground, idOf(1)) : claimPath(moving.ground, name),
  );
  const bytes = kept.map((file) => fs.readFileSync(file));
  const moves = moveToPostgres(moving, idOf(1));
  await sealRecord(moving.ground, moving.local, idOf(1), minute(9));
  for (const [index, file] of kept.entries()) fs.writeFileSync(file, bytes[index] ?? '', { mode: 0o600 });
  expect(await gather(moves)).toMatchObject([{ outcome: 'moved', entries: 1 }]);
  const fresh = openFileStore(placeAt(moving.project));
  expect(await fresh.findClaim('group:x')).toEqual({ holder: null, promised: null });
  expect(await gather(fresh.listIds())).toEqual([]);
});

test('what was written after a round trip goes on from the same chain', async () => {
  const moving = bothStores();
  await fill(moving.local);
  await gather(moveToPostgres(moving, idOf(1)));
  await moving.shared.append(idOf(1), 2, [note('in the database')], minute(10));
  await gather(moveToFiles(moving, idOf(1)));
  const files = openFileStore(placeAt(moving.project));
  await files.append(idOf(1), 3, [note('in a file again')], minute(11));
  const [moved] = await gather(moveToPostgres({ ...moving, local: openFileStore(placeAt(moving.project)) }, idOf(1)));
  expect(moved).toMatchObject({ outcome: 'moved', entries: 4 });
  expect(await moving.shared.examine(idOf(1))).toMatchObject({ ok: true, entries: 4, stale: [] });
  expect(await moving.shared.findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
});

test('a move that was cut short goes on where it was', async () => {
  const moving = bothStores();
  await fill(moving.local);
  // Ended here and half over there: what a kill in between leaves behind.
  const stopped = moveToPostgres(moving, null);
  await stopped.next();
  await stopped.return();
  await moving.shared.database.ask(`update ${moving.shared.tables.schema}.incident set moved = 'moving'`, []);
  const rest = await gather(moveToPostgres(moving, null));
  expect(rest.map(({ outcome }) => outcome)).toEqual(['moved', 'moved']);
  const back = await gather(moveToFiles(moving, null));
  expect(back.map(({ id, outcome }) => [id, outcome])).toEqual([1, 2, 3].map((number) => [idOf(number), 'moved']));
});

test('while a record is on its way nobody adds to it where it was', async () => {
  const moving = bothStores();
  await fill(moving.shared);
  await gather(moveToFiles(moving, idOf(1)));
  const late = await moving.shared.append(idOf(1), 2, [note('too late')], minute(9));
  expect(late).toEqual({ ok: false, reason: 'changed-meanwhile' });
  expect(await moving.shared.read(idOf(1))).toBeNull();
});

test('another record under the same id is never written over', async () => {
  const moving = bothStores();
  await moving.local.create(declarationOf({ id: idOf(1), title: 'here' }));
  await moving.shared.create(declarationOf({ id: idOf(1), title: 'there' }));
  expect(await gather(moveToPostgres(moving, null))).toMatchObject([{ outcome: 'another-record', head: null }]);
  expect(await moving.shared.read(idOf(1))).toMatchObject({ title: 'there', revision: 1 });
  expect(fs.existsSync(incidentsIn(moving.project, idOf(1)))).toBe(true);
  expect(await moving.local.read(idOf(1))).toMatchObject({ title: 'here', status: 'open' });
});
