import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '../../../src/store/file-store.ts';
import { groundOf } from '../../../src/store/ground.ts';
import { StoreTrouble } from '../../../src/store/incident-store.ts';
import { openPostgresStore, type PostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { Duplicate, Unite } from '../../../src/store/sharing/carry-over.ts';
import { SharedStore } from '../../../src/store/sharing/shared-store.ts';
import { placeAt } from '../../support/file-place.ts';
import { startPostgres, type TestServer } from '../../support/postgres-server.ts';
import { closed, declarationOf, idOf, minute, note, repeated } from '../../support/store-events.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let server: TestServer;
const opened: PostgresStore[] = [];
const duplicates: Duplicate[] = [];
const warnings: string[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterEach(async () => {
  duplicates.length = 0;
  warnings.length = 0;
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
afterAll(() => server.end());

const settled: Unite = async ({ id, of }) => ({ settled: true, told: `${id} of ${of}` });

/** A machine with files of its own; `url` null stands for a database that is not there. */
function machine(project: string, url: string, answer: Unite = settled) {
  const place = placeAt(project);
  const open = (reached: boolean): SharedStore => {
    const shared = openPostgresStore({ ...place, url: reached ? url : 'postgres://u:p@127.0.0.1:1/none', name: 'URL' });
    opened.push(shared);
    const local = openFileStore(place);
    const unite: Unite = (duplicate) => {
      duplicates.push(duplicate);
      return answer(duplicate);
    };
    const warn = (text: string): void => void warnings.push(text);
    return new SharedStore({
      ...{ ground: groundOf(place), local, shared, unite, warn },
      ...{ now: () => minute(30), elapsed: () => 0 },
    });
  };
  return { reached: () => open(true), cutOff: () => open(false) };
}

function direct(url: string): PostgresStore {
  const shared = openPostgresStore({ url, name: 'URL', version: '1.0.0', projectRoot: '/nowhere' });
  opened.push(shared);
  return shared;
}

async function textsOf(store: SharedStore | PostgresStore, id: string): Promise<readonly string[]> {
  const types: string[] = [];
  for await (const { type } of store.history(id)) types.push(type);
  return types;
}

describe('while the database is out of reach', () => {
  test('an incident begins on this machine, can be worked on there, and says that it is alone', async () => {
    const { cutOff } = machine(temporaryFolder(), server.newPlace());
    const store = cutOff();
    const created = await store.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    expect(created).toMatchObject({ ok: true, warnings: [`${idOf(1)} is kept on this machine only`] });
    expect(store.reach.trouble?.reason).toBe('database-unreachable');
    expect(await store.findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
    expect(await store.append(idOf(1), 1, [note('looked')], minute(31))).toMatchObject({ ok: true });
    expect((await store.listOpen()).map(({ id }) => id)).toEqual([idOf(1)]);
    expect(store.waiting().count).toBe(1);
  });

  test('what only the database knows is refused with its reason, not guessed', async () => {
    const { cutOff } = machine(temporaryFolder(), server.newPlace());
    await expect(cutOff().read(idOf(7))).rejects.toMatchObject({ reason: 'database-unreachable' });
    await expect(cutOff().append(idOf(7), 1, [note('x')], minute(1))).rejects.toMatchObject({
      reason: 'database-unreachable',
    });
  });
});

describe('when the database is back', () => {
  test('the record comes over byte for byte, once, and is put away here', async () => {
    const url = server.newPlace();
    const { cutOff, reached } = machine(temporaryFolder(), url);
    const alone = cutOff();
    await alone.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    await alone.append(idOf(1), 1, [note('looked')], minute(31));
    const store = reached();
    expect(await store.findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
    expect([...duplicates, ...warnings]).toEqual([]);
    expect(await store.read(idOf(1))).toMatchObject({ status: 'open', revision: 2, last_seq: 3 });
    expect(await textsOf(store, idOf(1))).toEqual(['incident.declared', 'alert.received', 'note.added']);
    expect(await store.examine(idOf(1))).toMatchObject({ ok: true, entries: 2, stale: [] });
    expect(store.waiting().count).toBe(0);
    const again = reached();
    expect(await again.read(idOf(1))).toMatchObject({ revision: 2 });
    expect([...duplicates, ...warnings]).toEqual([]);
  });

  test('two that carry over at once bring everything over once', async () => {
    const url = server.newPlace();
    const { cutOff, reached } = machine(temporaryFolder(), url);
    const alone = cutOff();
    for (const number of [1, 2, 3])
      await alone.create(declarationOf({ id: idOf(number), claims: [`group:${number}`] }));
    const [one, other] = [reached(), reached()];
    await Promise.all([one.listOpen(), other.listOpen()]);
    expect((await reached().listOpen()).map(({ id, revision }) => [id, revision])).toEqual(
      [1, 2, 3].map((number) => [idOf(number), 1]),
    );
    expect(one.waiting().count).toBe(0);
  });

  test('a problem that the database knew already is named as a duplicate of it', async () => {
    const url = server.newPlace();
    await direct(url).create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    const { cutOff, reached } = machine(temporaryFolder(), url);
    await cutOff().create(declarationOf({ id: idOf(2), claims: ['group:x'] }));
    const store = reached();
    await store.listOpen();
    expect(duplicates).toEqual([{ id: idOf(2), of: idOf(1) }]);
    expect(warnings).toEqual([`${idOf(2)} of ${idOf(1)}`]);
    expect(await store.findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
  });

  test('a duplicate that could not be merged in time is still known as one to whoever comes next', async () => {
    const url = server.newPlace();
    await direct(url).create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    const project = temporaryFolder();
    const lost: Unite = () => Promise.reject(new StoreTrouble('database-unreachable', 'x', 'gone in between'));
    const first = machine(project, url, lost);
    await first.cutOff().create(declarationOf({ id: idOf(2), claims: ['group:x'] }));
    const interrupted = first.reached();
    await interrupted.listOpen();
    expect(interrupted.waiting().count).toBe(1);
    const second = machine(project, url).reached();
    await second.listOpen();
    expect(duplicates).toEqual([1, 2].map(() => ({ id: idOf(2), of: idOf(1) })));
    expect(second.waiting().count).toBe(0);
  });

  test('where the one that knew the problem is over meanwhile, the one that came takes its claims', async () => {
    const url = server.newPlace();
    const other = direct(url);
    await other.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    const over: Unite = async () => {
      await other.append(idOf(1), 1, [closed()], minute(40));
      return { settled: false, told: null };
    };
    const { cutOff, reached } = machine(temporaryFolder(), url, over);
    await cutOff().create(declarationOf({ id: idOf(2), claims: ['group:x'] }));
    expect(await reached().findClaim('group:x')).toEqual({ holder: idOf(2), promised: null });
    expect(duplicates).toHaveLength(1);
  });

  test('an alert for an incident of the database waits as an entry, and is added to what came meanwhile', async () => {
    const url = server.newPlace();
    const { reached } = machine(temporaryFolder(), url);
    const before = reached();
    await before.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    await server.stop();
    try {
      const kept = await before.append(idOf(1), 1, [repeated('f00d000000000001', 31)], minute(31));
      expect(kept).toMatchObject({ ok: true, incident: { alert_count: 2 } });
      await expect(before.append(idOf(1), 1, [note('a decision')], minute(31))).rejects.toThrow();
      expect(before.waiting().count).toBe(1);
    } finally {
      await server.start();
    }
    await direct(url).append(idOf(1), 1, [note('by another machine')], minute(32));
    for (let round = 0; round < 2; round += 1) {
      const store = reached();
      expect(await store.read(idOf(1))).toMatchObject({ alert_count: 2, revision: 3 });
      expect(store.waiting().count).toBe(0);
    }
    expect(await direct(url).examine(idOf(1))).toMatchObject({ ok: true, entries: 3, stale: [] });
  });

  test('an entry whose acknowledgement was lost is recognised by its hash', async () => {
    const url = server.newPlace();
    const project = temporaryFolder();
    const { reached, cutOff } = machine(project, url);
    const declaration = declarationOf({ id: idOf(1), claims: ['group:x'] });
    await direct(url).create(declaration);
    // This machine never heard that it was kept, so it kept it once more.
    await cutOff().create(declaration);
    const store = reached();
    expect(await store.read(idOf(1))).toMatchObject({ revision: 1, alert_count: 1 });
    expect([...duplicates, ...warnings]).toEqual([]);
  });
});
