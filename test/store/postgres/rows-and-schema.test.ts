import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PostgresSilences } from '../../../src/store/postgres/postgres-silences.ts';
import type { PostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { openPostgres } from '../../support/open-postgres.ts';
import { startPostgres, type TestServer } from '../../support/postgres-server.ts';
import { alertOf, closed, declarationOf, idOf, minute, note, repeated } from '../../support/store-events.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres('-c', 'max_connections=60');
});
afterAll(() => server.end());

const open = (url: string | null = server.newPlace(), version?: string): PostgresStore => openPostgres(url, version);

const schemaOf = (url: string): string => new URL(url).searchParams.get('schema') ?? '';

describe('the schema', () => {
  test('of many programs that start at once, one makes it and none fails', async () => {
    const url = server.newPlace();
    const lists = await Promise.all(Array.from({ length: 8 }, () => open(url).listOpen()));
    expect(lists).toEqual(Array.from({ length: 8 }, () => []));
  });

  test('one that a newer version made is refused and left as it is', async () => {
    const url = server.newPlace();
    await open(url).create(declarationOf({ id: idOf(1) }));
    await server.ask(`update ${schemaOf(url)}.schema_version set version = 99`);
    await expect(open(url).read(idOf(1))).rejects.toMatchObject({ reason: 'database-too-new' });
    expect(await server.ask(`select version from ${schemaOf(url)}.schema_version`)).toEqual([{ version: 99 }]);
  });

  test('entries are never rewritten, by nobody', async () => {
    const url = server.newPlace();
    await open(url).create(declarationOf({ id: idOf(1) }));
    for (const sql of ['update # set body = body', 'delete from #', 'truncate #']) {
      await expect(server.ask(sql.replace('#', `${schemaOf(url)}.entry`))).rejects.toThrow(/never changed or removed/);
    }
  });
});

describe('what does not answer is told with its reason', () => {
  test.each([
    ['nobody listens', 'postgres://u:secret@127.0.0.1:1/x', 'database-unreachable'],
    ['there is no such host', 'postgres://u:secret@no-such-host.invalid/x', 'database-unreachable'],
    ['the URL is none', 'mysql://u:secret@127.0.0.1/x', 'database-not-configured'],
    ['the variable is not set', null, 'database-not-configured'],
  ])('%s', async (_name, url, reason) => {
    const error: unknown = await open(url)
      .listOpen()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason });
    expect(String(error instanceof Error ? error.stack : '')).not.toContain('secret');
  });

  test.each([
    ['a wrong password', (url: URL) => Object.assign(url, { password: 'wrong' }), 'database-refused'],
    ['no such database', (url: URL) => Object.assign(url, { pathname: '/nowhere' }), 'database-refused'],
    ['a server without TLS', (url: URL) => url.searchParams.set('sslmode', 'require'), 'database-refused'],
  ])('%s', async (_name, change, reason) => {
    const url = new URL(server.newPlace());
    change(url);
    await expect(open(url.href).listOpen()).rejects.toMatchObject({ reason });
  });

  test('a row that somebody else holds is not waited for without end', async () => {
    const url = server.newPlace();
    const store = open(url);
    await store.create(declarationOf({ id: idOf(1) }));
    const holding = server.ask(`begin; select 1 from ${schemaOf(url)}.incident for update; select pg_sleep(4); commit`);
    await expect
      .poll(() => server.ask(`select 1 from pg_stat_activity where query like '%pg_sleep(4)%' and state = 'active'`))
      .toHaveLength(2);
    await expect(store.append(idOf(1), 1, [note('x')], minute(1))).rejects.toMatchObject({ reason: 'database-busy' });
    await holding;
    expect(await store.append(idOf(1), 1, [note('x')], minute(1))).toMatchObject({ ok: true });
  });
});

describe('tampering behind the back of the program', () => {
  async function tampered(sql: string): Promise<PostgresStore> {
    const url = server.newPlace();
    const store = open(url);
    await store.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    for (let revision = 1; revision < 10; revision += 1) {
      await store.append(idOf(1), revision, [note(`number ${revision}`)], minute(revision));
    }
    const place = schemaOf(url);
    await server.ask(`alter table ${place}.entry disable trigger all; ${sql.replaceAll('#', place)}`);
    return open(url);
  }

  const rehash = `hash = encode(sha256(convert_to(replace(body, 'number 4', 'number 5'), 'UTF8')), 'hex')`;

  test.each([
    [
      'a changed entry',
      `update #.entry set body = replace(body, 'number 4', 'number 5'), ${rehash} where entry = 5`,
      6,
    ],
    ['a removed entry', 'delete from #.entry where entry = 4', 4],
    ['a removed end', 'delete from #.entry where entry > 7', 8],
    ['a first entry that is gone', 'delete from #.entry where entry = 1', 1],
  ])('%s is named', async (_name, sql, entry) => {
    const store = await tampered(sql);
    expect(await store.examine(idOf(1))).toMatchObject({ ok: false, first_bad: { entry } });
  });

  test('an entry can not be changed without its hash', async () => {
    const sql = `update #.entry set body = replace(body, 'number 4', 'number 5') where entry = 5`;
    await expect(tampered(sql)).rejects.toThrow(/entry_check|check constraint/);
  });

  test.each([
    ['state', `update #.incident set state = replace(state, 'Checkout is slow', 'Checkout is fine')`],
    ['status', `update #.incident set status = 'closed'`],
    ['claim', 'delete from #.claim'],
  ])('a changed %s is told as stale, and put right from the entries', async (what, sql) => {
    const store = await tampered(sql);
    const examination = await store.examine(idOf(1));
    expect(examination).toMatchObject({ ok: true, entries: 10 });
    expect(examination.stale.join()).toContain(what);
    await store.rebuild(idOf(1));
    expect((await store.examine(idOf(1))).stale).toEqual([]);
    expect(await store.read(idOf(1))).toMatchObject({ title: 'Checkout is slow', status: 'open', revision: 10 });
    expect(await store.findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
  });
});

test('what another version left as its state is not trusted: the entries are read from the first', async () => {
  const url = server.newPlace();
  await open(url).create(declarationOf({ id: idOf(1) }));
  await server.ask(`update ${schemaOf(url)}.incident set state = replace(state, 'Checkout is slow', 'something else')`);
  expect(await open(url, '1.0.1').read(idOf(1))).toMatchObject({ title: 'Checkout is slow' });
});

test('past incidents of the same alert come before those of the same service, the latest first', async () => {
  const store = open();
  for (const number of [1, 2, 3]) {
    await store.create(declarationOf({ id: idOf(number) }));
    if (number !== 2) await store.append(idOf(number), 1, [repeated('f00d00000000000f', 1)], minute(1));
    await store.append(idOf(number), number === 2 ? 1 : 2, [closed()], minute(60 + number));
  }
  const past = await store.findPast({ fingerprint: 'f00d00000000000f', service: 'checkout-api' }, 3);
  expect(past.map(({ id }) => id)).toEqual([idOf(3), idOf(1), idOf(2)]);
  expect(await store.findPast({ fingerprint: null, service: 'other' }, 3)).toEqual([]);
});

test('whoever listens hears of every change at once', async () => {
  const url = server.newPlace();
  const [store, other] = [open(url), open(url)];
  const stop = new AbortController();
  const heard: (string | null)[] = [];
  for await (const id of store.changes(stop.signal)) {
    heard.push(id);
    if (id === null) await other.create(declarationOf({ id: idOf(1) }));
    else if (heard.length === 2) await other.append(idOf(1), 1, [note('x')], minute(1));
    else stop.abort();
  }
  expect(heard).toEqual([null, idOf(1), idOf(1)]);
});

test('silences hold for every machine, end once, and count what they kept quiet', async () => {
  const { database } = open();
  const [one, other] = [new PostgresSilences(database, undefined), new PostgresSilences(database, undefined)];
  const silence = {
    ...{
      id: 'SIL-ABC234',
      because: 'a planned move',
      matchers: [{ field: 'service', how: 'is' as const, value: 'checkout-api' }],
    },
    ...{ created_at: minute(0), by: 'ana', starts_at: minute(0), ends_at: minute(60) },
  };
  await one.add(silence);
  expect(await other.current(minute(1))).toEqual([silence]);
  expect(await other.current(minute(61))).toEqual([]);
  const alert = { received_at: minute(1), alert: alertOf('f00d000000000001', 'nul \u0000 in it'), payload: {} };
  await other.keep(silence.id, [alert, alert]);
  expect(await one.list(minute(1), false)).toMatchObject([{ id: silence.id, alert_count: 2, ended_at: null }]);
  expect(await one.end(silence.id, 'ana', minute(5))).toBe('ended');
  expect(await other.end(silence.id, 'ben', minute(6))).toBe('already-over');
  expect(await other.end('SIL-ZZZZZZ', 'ben', minute(6))).toBe('unknown');
  expect(await one.current(minute(7))).toEqual([]);
  expect(await one.list(minute(7), true)).toMatchObject([{ ended_at: minute(5), ended_by: 'ana' }]);
});
