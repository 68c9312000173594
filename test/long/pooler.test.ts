import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hasPooler, startPooler } from '../support/pooler.ts';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { program } from '../support/rig.ts';
import { inParallel, runProgram } from '../support/run-program.ts';
import { payloadOf, sharedProject } from '../support/shared-project.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

const ignored = 'ignore_startup_parameters = statement_timeout,lock_timeout,idle_in_transaction_session_timeout';

describe.runIf(hasPooler)('through PgBouncer that lends connections by transaction', () => {
  test.each([
    ['told to ignore our limits', [ignored]],
    ['as it comes', []],
  ])('%s, eight processes at once start on an empty database and lose nothing', async (_how, settings) => {
    const env = { DATABASE_URL: await startPooler(server.newPlace(), settings) };
    const project = sharedProject();
    await inParallel(24, 8, async (number) => {
      const { code } = await runProgram(project, ['--alert-payload', payloadOf(`service-${number % 3}`)], env);
      expect(code).toBe(0);
    });
    const listed = (await runProgram(project, ['list'], env)).answer['incidents'];
    expect(listed).toMatchObject([{ alert_count: 8 }, { alert_count: 8 }, { alert_count: 8 }]);
    expect(await runProgram(project, ['audit', 'verify', '--all'], env)).toMatchObject({ code: 0 });
  });

  test('nothing that is announced comes through: doctor says so, and watch looks at its interval', async () => {
    const env = { DATABASE_URL: await startPooler(server.newPlace(), [ignored]) };
    const project = sharedProject();
    const { answer } = await runProgram(project, ['doctor'], env);
    expect(answer['checks']).toContainEqual(
      expect.objectContaining({ name: 'news of changes', state: 'warn', text: expect.stringContaining('pooler') }),
    );
    const watch = spawn(process.execPath, [program, 'watch', '--interval', '1s'], {
      cwd: project,
      env: { ...process.env, ...env },
    });
    onTestFinished(() => void watch.kill('SIGKILL'));
    let shown = '';
    watch.stdout.on('data', (part: Buffer) => {
      shown += part.toString('utf8');
    });
    await expect.poll(() => shown, { timeout: 20_000 }).toContain('nothing is open');
    await runProgram(project, ['--alert-payload', payloadOf('checkout')], env);
    await expect.poll(() => shown, { timeout: 20_000 }).toContain('1 open');
  });
});
