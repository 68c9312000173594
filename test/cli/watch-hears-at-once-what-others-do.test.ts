import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { runProgram } from '../support/run-program.ts';
import { payloadOf, sharedProject } from '../support/shared-project.ts';
import { startWatch } from '../support/start-watch.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

/** A `watch` that would not look again by itself before an hour has gone. */
const startPatientWatch = (project: string, env: Readonly<Record<string, string>>) => startWatch(project, '1h', env);

test('an alert and an acknowledgement of another machine show up, before and after the database was away', async () => {
  const env = { DATABASE_URL: server.newPlace() };
  const [here, there] = [sharedProject(), sharedProject()];
  const watch = startPatientWatch(here, env);
  await watch.shows('nothing is open');
  const { answer } = await runProgram(there, ['--alert-payload', payloadOf('checkout')], env);
  await watch.shows(String(answer['incident_id']));
  await runProgram(there, ['ack', '--as', 'ana'], env);
  await watch.shows(/commander ana/);
  await server.stop();
  await server.start();
  const second = await runProgram(there, ['--alert-payload', payloadOf('search')], env);
  expect(second.code).toBe(0);
  await watch.shows(String(second.answer['incident_id']));
  expect([0, 3]).toContain(await watch.interrupt());
});

test('what another process of this machine kept during an outage comes over as soon as the database is back', async () => {
  const env = { DATABASE_URL: server.newPlace() };
  const [here, there] = [sharedProject(), sharedProject()];
  await runProgram(here, ['--alert-payload', payloadOf('checkout')], env);
  const watch = startPatientWatch(here, env);
  await watch.shows('1 open');
  await server.stop();
  const away = await runProgram(here, ['--alert-payload', payloadOf('search')], env);
  expect(away.code).toBe(3);
  await server.start();
  await watch.shows('2 open');
  const seen = await runProgram(there, ['list'], env);
  expect(JSON.stringify(seen.answer['incidents'])).toContain(String(away.answer['incident_id']));
});
