import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { runProgram } from '../support/run-program.ts';
import { payloadOf, sharedProject } from '../support/shared-project.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

test('an alert is kept here with exit 3 and the reason, and comes over with the next command', async () => {
  const project = sharedProject();
  const env = { DATABASE_URL: server.newPlace() };
  const first = await runProgram(project, ['--alert-payload', payloadOf('checkout')], env);
  expect(first).toMatchObject({ code: 0, answer: { outcome: 'created', files: {} } });
  await server.stop();
  const away = await runProgram(project, ['--alert-payload', payloadOf('search')], env);
  expect(away).toMatchObject({
    code: 3,
    answer: { outcome: 'created', waiting_to_share: 1, error: { reason: 'database-unreachable' } },
  });
  const note = await runProgram(project, ['note', String(away.answer['incident_id']), 'seen while it was away'], env);
  expect(note).toMatchObject({ code: 3, answer: { outcome: 'noted' } });
  const elsewhere = await runProgram(project, ['note', String(first.answer['incident_id']), 'x'], env);
  expect(elsewhere).toMatchObject({ code: 1, answer: { error: { reason: 'database-unreachable' } } });
  await server.start();
  const back = await runProgram(project, ['timeline', String(away.answer['incident_id'])], env);
  expect(back.code).toBe(0);
  expect(JSON.stringify(back.answer['timeline'])).toContain('seen while it was away');
  const verified = await runProgram(project, ['audit', 'verify', '--all'], env);
  expect(verified).toMatchObject({ code: 0, answer: { outcome: 'verified', checked: 2 } });
});

test('the same problem on both sides of an outage ends as one incident', async () => {
  const project = sharedProject();
  const env = { DATABASE_URL: server.newPlace() };
  const first = await runProgram(project, ['--alert-payload', payloadOf('checkout')], env);
  await server.stop();
  const away = await runProgram(project, ['--alert-payload', payloadOf('checkout')], env);
  await server.start();
  const listed = await runProgram(project, ['list'], env);
  expect(listed.answer['incidents']).toMatchObject([{ id: first.answer['incident_id'] }]);
  expect(String(listed.answer['warnings'])).toContain(
    `${away.answer['incident_id']} began while the database was away`,
  );
});

test('a URL that is missing costs no alert', async () => {
  const project = sharedProject();
  const taken = await runProgram(project, ['--alert-payload', payloadOf('checkout')], { DATABASE_URL: '' });
  expect(taken).toMatchObject({
    code: 3,
    answer: { outcome: 'created', error: { reason: 'database-not-configured' } },
  });
});

test('an installation without the client library keeps the alert, and says what to install', async () => {
  const [project, elsewhere] = [sharedProject(), temporaryFolder()];
  // Beside this copy there are no libraries.
  for (const part of ['dist', 'templates']) {
    const whole = fileURLToPath(new URL(`../../${part}`, import.meta.url));
    fs.cpSync(whole, path.join(elsewhere, part), { recursive: true });
  }
  const env = { DATABASE_URL: server.newPlace() };
  const program = path.join(elsewhere, 'dist', 'main.cjs');
  const taken = await runProgram(project, ['--alert-payload', payloadOf('checkout')], env, program);
  expect(taken).toMatchObject({
    code: 3,
    answer: { outcome: 'created', error: { reason: 'database-client-missing' } },
  });
  expect(JSON.stringify(taken.answer['error'])).toMatch(/the library .*pg.* is not installed.*npm install pg/);
  const { answer } = await runProgram(project, ['doctor'], env, program);
  expect(JSON.stringify(answer['checks'])).toContain('npm install pg');
  expect((await runProgram(project, ['list'], env)).answer['incidents']).toHaveLength(1);
});

test('records move to the database and back by command, every hash the same', async () => {
  const project = sharedProject();
  const config = path.join(project, '.spec', 'smartspec.config.yaml');
  const shared = fs.readFileSync(config, 'utf8');
  const env = { DATABASE_URL: server.newPlace() };
  fs.rmSync(config);
  for (const service of ['checkout', 'search']) await runProgram(project, ['--alert-payload', payloadOf(service)], env);
  const before = await runProgram(project, ['list'], env);
  const there = await runProgram(project, ['store', 'move', '--to', 'postgres', '--url', 'env:DATABASE_URL'], env);
  expect(there).toMatchObject({ code: 0, answer: { outcome: 'moved', moved_count: 2, left: [] } });
  fs.writeFileSync(config, shared);
  expect((await runProgram(project, ['list'], env)).answer['incidents']).toEqual(before.answer['incidents']);
  const back = await runProgram(project, ['store', 'move', '--to', 'file'], env);
  expect(back.answer['moved']).toEqual(there.answer['moved']);
  fs.rmSync(config);
  expect((await runProgram(project, ['list'], env)).answer['incidents']).toEqual(before.answer['incidents']);
  expect(await runProgram(project, ['audit', 'verify', '--all'], env)).toMatchObject({ code: 0 });
  expect(await runProgram(project, ['store', 'move', '--to', 'moon'], env)).toMatchObject({ code: 2 });
});
