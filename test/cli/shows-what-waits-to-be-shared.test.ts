import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { openRig } from '../support/rig.ts';
import { payloadOf } from '../support/shared-project.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

function openProject() {
  const rig = openRig('incident_response:\n  store: { kind: postgres, url: env:DATABASE_URL }\n');
  const env = { DATABASE_URL: server.newPlace() };
  return (...args: readonly string[]) => rig.runWith({ env }, ...args);
}

const theMinute = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/;

test('while the database is away, status and doctor tell people and programs how much waits and since when', async () => {
  const run = openProject();
  await run('--alert-payload', payloadOf('checkout'));
  await server.stop();
  try {
    const first = await run('--alert-payload', payloadOf('search'), '--json');
    await run('--alert-payload', payloadOf('login'));
    const waiting_since = first.json['waiting_since'];
    expect(waiting_since).toMatch(/^\d{4}-.*Z$/);
    const status = await run('status', '--json');
    expect(status).toMatchObject({ code: 3 });
    expect(status.json).toMatchObject({
      ...{ waiting_to_share: 2, waiting_since, error: { reason: 'database-unreachable' } },
      sharing: { reachable: false, reason: 'database-unreachable', waiting: 2, waiting_since },
    });
    const said = (await run('status')).stdout;
    expect(said).toContain('! database-unreachable: this is what this machine has');
    expect(said).toMatch(/2 records are kept on this machine only and wait for the database since /);
    expect(said).toMatch(theMinute);
    const doctor = await run('doctor', '--json');
    expect(doctor.json['checks']).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'database',
          state: 'fail',
          text: expect.stringContaining('cannot be reached'),
        }),
        expect.objectContaining({ name: 'waiting to share', state: 'warn', fix: 'incident tick' }),
      ]),
    );
    expect((await run('doctor')).stdout).toMatch(/waiting to share +2 records are kept .* since .* → incident tick/);
  } finally {
    await server.start();
  }
});

test('once everything is shared, nothing waits, and doctor says what the database is', async () => {
  const run = openProject();
  await run('--alert-payload', payloadOf('checkout'));
  const status = await run('status', '--json');
  expect(status.json).toMatchObject({ sharing: { reachable: true, reason: null, waiting: 0, waiting_since: null } });
  expect(status.json['waiting_to_share']).toBeUndefined();
  const doctor = await run('doctor', '--json');
  const checks = doctor.json['checks'] as readonly { name: string; state: string; text: string }[];
  const sharing = checks.filter(({ name }) => /database|share|news/.test(name));
  expect(sharing.map(({ name, state }) => [name, state])).toEqual([
    ['database', 'ok'],
    ['database clock', 'ok'],
    ['news of changes', 'ok'],
    ['waiting to share', 'ok'],
  ]);
  expect(sharing[0]?.text).toMatch(/^PostgreSQL \d+\S* at postgres:\/\/127\.0\.0\.1:\d+\/postgres, schema /);
});

test('where records are files, status and doctor say nothing of a database', async () => {
  const rig = openRig();
  const [status, doctor] = [await rig.run('status', '--json'), await rig.run('doctor', '--json')];
  expect(status.json['sharing']).toBeUndefined();
  expect(doctor.stdout).not.toContain('database');
});
