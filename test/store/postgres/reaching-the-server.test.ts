import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PostgresChanges } from '../../../src/store/postgres/postgres-changes.ts';
import { PostgresSilences } from '../../../src/store/postgres/postgres-silences.ts';
import type { PostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { makeCertificate } from '../../support/mail-server.ts';
import { openPostgres } from '../../support/open-postgres.ts';
import { startSecurePostgres, type TestServer } from '../../support/postgres-server.ts';
import { alertOf, closed, declarationOf, fact, idOf, minute, note } from '../../support/store-events.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let server: TestServer;
const own = makeCertificate('DNS:localhost');
const foreign = makeCertificate('DNS:localhost');

beforeAll(async () => {
  if (own === null || foreign === null) throw new Error('openssl is needed to make certificates');
  server = await startSecurePostgres(own);
});
afterAll(() => server.end());

/** A new place at this host, reached as these parameters say; a certificate is handed over in a file. */
function placeWith(host: string, parameters: Readonly<Record<string, string>>): string {
  const [url, folder] = [new URL(server.newPlace()), temporaryFolder()];
  url.hostname = host;
  for (const [name, value] of Object.entries(parameters)) {
    const isCertificate = name === 'sslrootcert';
    if (isCertificate) fs.writeFileSync(path.join(folder, 'ca.pem'), value);
    url.searchParams.set(name, isCertificate ? path.join(folder, 'ca.pem') : value);
  }
  return url.href;
}

describe('a server whose certificate is its own', () => {
  async function usesTls(url: string): Promise<boolean> {
    const sql = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';
    const [row] = await openPostgres(url).database.ask<{ ssl: boolean }>(sql, []);
    return row?.ssl === true;
  }

  test('is talked to in the open where nothing else is asked for', async () => {
    expect(await usesTls(placeWith('localhost', {}))).toBe(false);
  });

  test('is taken unseen only with sslmode=no-verify', async () => {
    expect(await usesTls(placeWith('localhost', { sslmode: 'no-verify' }))).toBe(true);
  });

  test.each(['require', 'verify-ca', 'verify-full'])('is refused with sslmode=%s', async (sslmode) => {
    const error: unknown = await openPostgres(placeWith('localhost', { sslmode }))
      .listOpen()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason: 'database-refused', message: expect.stringMatching(/self.signed/) });
  });

  test.each(['require', 'verify-full'])(
    'is trusted with sslmode=%s where its certificate is known',
    async (sslmode) => {
      const url = placeWith('localhost', { sslmode, sslrootcert: own?.cert ?? '' });
      expect(await usesTls(url)).toBe(true);
    },
  );

  test('is refused where somebody else vouches, or under a name that is not its own', async () => {
    const stranger = placeWith('localhost', { sslmode: 'verify-full', sslrootcert: foreign?.cert ?? '' });
    await expect(openPostgres(stranger).listOpen()).rejects.toMatchObject({ reason: 'database-refused' });
    const elsewhere = placeWith('127.0.0.1', { sslmode: 'verify-full', sslrootcert: own?.cert ?? '' });
    await expect(openPostgres(elsewhere).listOpen()).rejects.toMatchObject({ reason: 'database-refused' });
  });
});

const change = {
  ...{ text: 'checkout v2', at: minute(0), recorded_at: minute(1), by: 'ana', service: 'checkout', spec_id: null },
  ...{ deployment_id: 'deploy-7', version: 'v2', previous_version: 'v1' },
};
const silence = {
  ...{ id: 'SIL-ABC234', because: 'a planned move', created_at: minute(0), by: 'ana' },
  ...{ starts_at: minute(0), ends_at: minute(60) },
  matchers: [{ field: 'service', how: 'is' as const, value: 'checkout-api' }],
};

describe('a role with the rights that the documentation gives it', () => {
  const page = fs.readFileSync(new URL('../../../docs/postgresql.md', import.meta.url), 'utf8');
  const grants = /```sql\n([^`]+)```/.exec(page)?.[1] ?? '';

  async function openAsResponder(): Promise<{ readonly store: PostgresStore; readonly schema: string }> {
    const url = new URL(server.newPlace());
    const schema = url.searchParams.get('schema') ?? '';
    await openPostgres(url.href).listOpen();
    const role = `responder_${schema}`;
    await server.ask(`create role ${role} login password 'for-a-test'`);
    await server.ask(grants.replaceAll('incident_response', schema).replaceAll('to responder', `to ${role}`));
    return { store: openPostgres(Object.assign(url, { username: role, password: 'for-a-test' }).href), schema };
  }

  test('can do everything there is to do', async () => {
    const { store } = await openAsResponder();
    await store.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    await store.create(declarationOf({ id: idOf(2), claims: ['group:y'] }));
    expect(await store.append(idOf(1), 1, [note('looked')], minute(1))).toMatchObject({ ok: true });
    const passed = fact('claim.passed', { claim: 'group:x', to: idOf(2) });
    expect(await store.append(idOf(1), 2, [passed], minute(2))).toMatchObject({ ok: true });
    expect(await store.append(idOf(1), 3, [closed()], minute(3))).toMatchObject({ ok: true });
    expect(await store.findClaim('group:x')).toEqual({ holder: idOf(2), promised: null });
    await store.rebuild(idOf(2));
    expect(await new PostgresChanges(store.database).add(change)).toMatchObject({ outcome: 'added' });
    const silences = new PostgresSilences(store.database, undefined);
    await silences.add(silence);
    await silences.keep(silence.id, [{ received_at: minute(1), alert: alertOf('f00d000000000001'), payload: {} }]);
    expect(await silences.end(silence.id, 'ana', minute(5))).toBe('ended');
    expect(await store.examine(idOf(1))).toMatchObject({ ok: true, entries: 4, stale: [] });
    expect((await store.listOpen()).map(({ id }) => id)).toEqual([idOf(2)]);
  });

  test.each([
    `update #.entry set body = ''`,
    'delete from #.entry',
    'truncate #.entry',
    'delete from #.incident',
    'drop table #.entry',
    'alter table #.entry disable trigger all',
    'update #.schema_version set version = 0',
    'create table #.more (id text)',
  ])('can not: %s', async (sql) => {
    const { store, schema } = await openAsResponder();
    await store.create(declarationOf({ id: idOf(1) }));
    await expect(store.database.ask(sql.replace('#', schema), [])).rejects.toMatchObject({
      reason: 'database-refused',
    });
  });

  test('is told so where the schema still has to be made', async () => {
    const { store } = await openAsResponder();
    const url = new URL(server.newPlace());
    const role = (await store.database.ask<{ role: string }>('select current_user as role', []))[0]?.role ?? '';
    await expect(
      openPostgres(Object.assign(url, { username: role, password: 'for-a-test' }).href).listOpen(),
    ).rejects.toMatchObject({ reason: 'database-refused', message: expect.stringContaining('permission denied') });
  });
});

test('nothing that is said of the place holds its password', async () => {
  const { database } = openPostgres(placeWith('localhost', {}));
  expect(database.shown).toMatch(/^postgres:\/\/localhost:\d+\/postgres$/);
});
