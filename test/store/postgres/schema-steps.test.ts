import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../../src/store/postgres/migrations.ts';
import { openPostgres } from '../../support/open-postgres.ts';
import { startPostgres, type TestServer } from '../../support/postgres-server.ts';
import { runProgram } from '../../support/run-program.ts';
import { payloadOf, sharedProject } from '../../support/shared-project.ts';
import { declarationOf, idOf, minute, note } from '../../support/store-events.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

const schemaOf = (url: string): string => new URL(url).searchParams.get('schema') ?? '';

/** A schema as every earlier version of this program left it. */
async function makeEarlier(url: string, version: number): Promise<void> {
  const schema = schemaOf(url);
  await server.ask(`create schema ${schema}; create table ${schema}.schema_version (version integer not null);
    insert into ${schema}.schema_version values (${version});
    ${migrations.slice(0, version).join('').replaceAll('{s}', schema)}`);
}

test.each(migrations.slice(1).map((_, index) => index + 1))(
  'a schema in version %i is taken on, once, by whoever comes',
  async (version) => {
    const url = server.newPlace();
    await makeEarlier(url, version);
    const created = await Promise.all(
      [1, 2, 3, 4].map((number) => openPostgres(url).create(declarationOf({ id: idOf(number) }))),
    );
    expect(created.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(await server.ask(`select version from ${schemaOf(url)}.schema_version`)).toEqual([
      { version: migrations.length },
    ]);
    expect(await openPostgres(url).append(idOf(1), 1, [note('goes on')], minute(1))).toMatchObject({ ok: true });
  },
);

test('a step that fails leaves the schema as it was', async () => {
  const url = server.newPlace();
  await makeEarlier(url, 1);
  const schema = schemaOf(url);
  // The second step wants to make this table.
  await server.ask(`create table ${schema}.silenced_alert (already text)`);
  await expect(openPostgres(url).listOpen()).rejects.toMatchObject({ reason: 'database-faulty' });
  expect(await server.ask(`select version from ${schema}.schema_version`)).toEqual([{ version: 1 }]);
  expect(await server.ask(`select 1 from pg_tables where schemaname = '${schema}' and tablename = 'silence'`)).toEqual(
    [],
  );
});

test('eight processes that start at once on an empty database make it once, and lose none of their alerts', async () => {
  const env = { DATABASE_URL: server.newPlace() };
  const project = sharedProject();
  const taken = await Promise.all(
    Array.from({ length: 8 }, () => runProgram(project, ['--alert-payload', payloadOf('checkout')], env)),
  );
  expect(taken.map(({ code }) => code)).toEqual(Array.from({ length: 8 }, () => 0));
  expect((await runProgram(project, ['list'], env)).answer['incidents']).toMatchObject([{ alert_count: 8 }]);
});

test('a schema of a newer version is named by the program, which keeps the alert and touches nothing', async () => {
  const url = server.newPlace();
  await openPostgres(url).listOpen();
  await server.ask(`update ${schemaOf(url)}.schema_version set version = 99`);
  const { code, answer } = await runProgram(sharedProject(), ['--alert-payload', payloadOf('checkout')], {
    DATABASE_URL: url,
  });
  expect({ code, answer }).toMatchObject({
    code: 3,
    answer: { outcome: 'created', waiting_to_share: 1, error: { reason: 'database-too-new' } },
  });
  const told = JSON.stringify(answer['error']);
  expect(told).toContain(`its schema has version 99, and this program knows ${migrations.length}`);
  expect(told).toContain('Update smartspec_incident_response');
  expect(await server.ask(`select id from ${schemaOf(url)}.incident`)).toEqual([]);
});
