import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangeEvent } from '../../src/incident/change-event.ts';
import type { ChangeStore } from '../../src/store/change-store.ts';
import { parseChange, writeChange } from '../../src/store/change-text.ts';
import { openFileChanges } from '../../src/store/file-changes.ts';
import { Database } from '../../src/store/postgres/database.ts';
import { PostgresChanges } from '../../src/store/postgres/postgres-changes.ts';
import { copyChanges, shareChanges } from '../../src/store/sharing/shared-changes.ts';
import { placeAt } from '../support/file-place.ts';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let server: TestServer;
const databases: Database[] = [];
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.end()));
  await server.end();
});

const changeAt = (offset: number, text = `change ${offset}`): ChangeEvent => ({
  ...{ text, at: minute(offset), recorded_at: minute(60), by: 'ana', service: 'checkout', spec_id: null },
  ...{ deployment_id: `deploy-${offset}`, version: null, previous_version: null },
});

const files = (): ChangeStore => openFileChanges(placeAt(temporaryFolder()));

function rows(): ChangeStore {
  const database = new Database(server.newPlace(), 'DATABASE_URL');
  databases.push(database);
  return new PostgresChanges(database);
}

const textsOf = (changes: readonly ChangeEvent[]): readonly string[] => changes.map(({ text }) => text);

describe.each([
  ['files', files],
  ['a database', rows],
])('changes in %s', (_where, open) => {
  test('are found by when they took effect, oldest first, as they were handed in', async () => {
    const store = open();
    for (const offset of [20, 5, 10]) expect((await store.add(changeAt(offset))).outcome).toBe('added');
    expect(await store.between(minute(5), minute(10))).toEqual([changeAt(5), changeAt(10)]);
    expect(textsOf(await store.between(minute(0), minute(60)))).toEqual(['change 5', 'change 10', 'change 20']);
    expect(await store.between(minute(30), minute(60))).toEqual([]);
  });

  test('are kept once, whoever hands them in and whenever', async () => {
    const store = open();
    await store.add(changeAt(5));
    expect((await store.add({ ...changeAt(5), by: 'bo', recorded_at: minute(90) })).outcome).toBe('known');
    expect(await store.between(minute(0), minute(60))).toEqual([changeAt(5)]);
    expect((await store.add(changeAt(5, 'another at the same moment'))).outcome).toBe('added');
  });

  test('handed in by many at once are all kept, each once', async () => {
    const store = open();
    const offsets = [1, 2, 3, 1, 2, 3, 1, 2, 3];
    const kept = await Promise.all(offsets.map((offset) => store.add(changeAt(offset))));
    expect(kept.filter(({ outcome }) => outcome === 'added')).toHaveLength(3);
    expect(await store.between(minute(0), minute(60))).toHaveLength(3);
  });

  test('are nothing but text, whatever they hold', async () => {
    const store = open();
    const hostile = changeAt(5, `'); drop table change; -- "\\ \u2028 ${'x'.repeat(400)}`);
    await store.add(hostile);
    expect(await store.between(minute(0), minute(60))).toEqual([hostile]);
  });
});

test('what is torn is passed over, and harms no other', async () => {
  const place = placeAt(temporaryFolder());
  const store = openFileChanges(place);
  const { path: kept } = await store.add(changeAt(5));
  await store.add(changeAt(10));
  const file = path.join(place.projectRoot, kept ?? '');
  fs.writeFileSync(file, fs.readFileSync(file).subarray(0, 20));
  expect(textsOf(await store.between(minute(0), minute(60)))).toEqual(['change 10']);
  for (const text of ['', '[]', 'null', '{"text":1}', '{"text":"x"}', '{"text":"x","at":"y"}']) {
    expect(parseChange(text)).toBeNull();
  }
  expect(parseChange(writeChange(changeAt(5)))).toEqual(changeAt(5));
});

describe('changes that machines share', () => {
  /** A reach that is there or not, as the test says. */
  function machine(shared: ChangeStore) {
    const state = { away: false };
    const local = files();
    const either = async <Result>(there: () => Promise<Result>, without: (trouble: never) => Promise<Result>) =>
      state.away ? (without as () => Promise<Result>)() : there();
    return { state, local, changes: shareChanges({ either }, shared, local) };
  }

  test('are known to all, and while the database is away to the machine that has them', async () => {
    const shared = rows();
    const [one, other] = [machine(shared), machine(shared)];
    await one.changes.add(changeAt(5));
    expect(textsOf(await other.changes.between(minute(0), minute(60)))).toEqual(['change 5']);
    one.state.away = true;
    await one.changes.add(changeAt(10));
    expect(textsOf(await one.changes.between(minute(0), minute(60)))).toEqual(['change 10']);
    expect(textsOf(await other.changes.between(minute(0), minute(60)))).toEqual(['change 5']);
    one.state.away = false;
    expect(textsOf(await one.changes.between(minute(0), minute(60)))).toEqual(['change 5', 'change 10']);
    expect(textsOf(await other.changes.between(minute(0), minute(60)))).toEqual(['change 5', 'change 10']);
  });

  test('move with the records, both ways, and twice is once', async () => {
    const [here, there] = [files(), rows()];
    for (const offset of [5, 10]) await here.add(changeAt(offset));
    await copyChanges(here, there);
    await copyChanges(here, there);
    await there.add(changeAt(20));
    expect(textsOf(await there.between(minute(0), minute(60)))).toEqual(['change 5', 'change 10', 'change 20']);
    await copyChanges(there, here);
    expect(await here.between(minute(0), minute(60))).toEqual([changeAt(5), changeAt(10), changeAt(20)]);
  });
});
