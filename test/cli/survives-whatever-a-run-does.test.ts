import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openRig, program, type Rig } from '../support/rig.ts';

const children = fileURLToPath(new URL('../fixtures/workflows/', import.meta.url));

/** A project whose rollback is this program of ours, approved and ready to run. */
async function ready(child: string, timeout = '1m'): Promise<{ rig: Rig; id: string }> {
  const rig = openRig(`
incident_response:
  people: { ana: { name: Ana Lima }, bo: { name: Bo Chen } }
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: ${timeout} } }
`);
  rig.write('ops/rollback.sh', `#!/bin/sh\n${child}\n`, 0o700);
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--as', 'ana');
  await rig.ok('mitigate', 'approve', id, '--as', 'bo');
  return { rig, id };
}

const fixture = (name: string, ...args: readonly string[]): string =>
  `exec "${process.execPath}" "${children}${name}" ${args.map((arg) => `'${arg}'`).join(' ')}`;

const run = (rig: Rig, id: string) => rig.run('mitigate', 'run', id, '--apply', '--json');

function isRunning(pid: number): boolean {
  try {
    // The dead who have not been collected yet are not running.
    return !/^\d+ \(.*\) Z/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

const pidIn = (text: string): number => Number(/(\d+)\s*$/m.exec(text)?.[1]);

const ends: readonly (readonly [string, string, string, { outcome: string; exit_code: number | null }, RegExp])[] = [
  ['exits with 3', fixture('exits-3.mjs'), '1m', { outcome: 'failed', exit_code: 3 }, /cannot reach the cluster/],
  ['is killed', fixture('kills-itself.mjs'), '1m', { outcome: 'failed', exit_code: null }, /^$/],
  ['hangs', fixture('hangs.mjs'), '1s', { outcome: 'timed-out', exit_code: null }, /waiting as \d+/],
  [
    'ignores that it is asked to end',
    fixture('ignores-sigterm.mjs'),
    '1s',
    { outcome: 'timed-out', exit_code: null },
    /will not/,
  ],
  [
    'hangs with a child',
    fixture('leaves-a-grandchild.mjs', 'wait'),
    '1s',
    { outcome: 'timed-out', exit_code: null },
    /grandchild/,
  ],
];

describe('a run whose program', () => {
  test.each(ends)(
    '%s has failed, is over with all it started, and is not begun again',
    async (_what, child, timeout, end, said) => {
      const { rig, id } = await ready(child, timeout);
      const ran = await run(rig, id);
      expect(ran).toMatchObject({ code: 1, json: { outcome: `mitigation-${end.outcome}` } });
      const [mitigation] = rig.state(id).mitigations;
      expect(mitigation).toMatchObject({ state: 'finished', ...end });
      expect(mitigation?.excerpt).toMatch(said);
      expect(isRunning(pidIn(mitigation?.excerpt ?? ''))).toBe(false);
      expect(rig.state(id)).toMatchObject({ status: 'investigating', mitigated_at: null });
      expect((await run(rig, id)).json.error?.reason).toBe('already-run');
    },
  );

  test('forks and ends has ended with its fork', async () => {
    const { rig, id } = await ready(fixture('leaves-a-grandchild.mjs'));
    expect((await run(rig, id)).code).toBe(0);
    const [mitigation] = rig.state(id).mitigations;
    expect(mitigation?.text).toContain('left processes behind, which were ended');
    expect(isRunning(pidIn(mitigation?.excerpt ?? ''))).toBe(false);
  });

  test.each([
    ['failure with exit code 0', 'failure', '0', 1, 'failed'],
    ['success with exit code 1', 'success', '1', 0, 'succeeded'],
  ])('says in its summary %s is believed', async (_what, status, code, exit, outcome) => {
    const summary = JSON.stringify({ workflow: 'smartspec_rollback', rollback_id: 'r1', status, reason: 'so it is' });
    const { rig, id } = await ready(fixture('writes-summary.mjs', 'rollbacks/r1', summary, code));
    expect((await run(rig, id)).code).toBe(exit);
    expect(rig.state(id).mitigations).toMatchObject([
      { outcome, text: expect.stringContaining('the summary is believed') },
    ]);
  });

  test.each([
    ['an old summary of an earlier run', `mkdir -p .spec/reports/rollbacks/old`],
    [
      'a summary that is no JSON',
      `mkdir -p .spec/reports/rollbacks/r && echo '{"status":' > .spec/reports/rollbacks/r/summary.json`,
    ],
    [
      'a summary that is a link out of the project',
      `mkdir -p .spec/reports/rollbacks/r && ln -s /etc/hostname .spec/reports/rollbacks/r/summary.json`,
    ],
    ['a summary in a folder without end', `mkdir -p .spec/reports/rollbacks && ln -s . .spec/reports/rollbacks/loop`],
  ])('leaves %s behind is judged by its exit code', async (_what, child) => {
    const { rig, id } = await ready(`${child}; exit 4`);
    rig.write(
      '.spec/reports/rollbacks/old/summary.json',
      JSON.stringify({ workflow: 'smartspec_rollback', status: 'success' }),
    );
    expect((await run(rig, id)).code).toBe(1);
    expect(rig.state(id).mitigations).toMatchObject([{ outcome: 'failed', exit_code: 4 }]);
  });

  test('prints secrets and escapes leaves neither anywhere', async () => {
    const secret = ['xoxb', '1234567890', 'abcdefghijklmnop'].join('-');
    const { rig, id } = await ready(
      `printf 'token=%s\\n\\033]0;owned\\007\\033[2Jdone\\n' '${secret.replace('-', "'-'")}'`,
    );
    const human = await rig.run('mitigate', 'run', id, '--apply');
    expect(human.code).toBe(0);
    expect(human.stdout).toContain('done');
    const kept = rig.files('.spec/reports').map((file) => rig.read(file));
    for (const text of [human.stdout, human.stderr, ...kept]) {
      expect(text).not.toContain(secret);
      expect(text).not.toMatch(/[\u001b\u0007]|\\u001b/);
    }
  });
});

test('called off in the middle, it ends all it started and says so on record', async () => {
  const { rig, id } = await ready(`echo $$ > pid; ${fixture('leaves-a-grandchild.mjs', 'wait')}`);
  const child = spawn(process.execPath, [program, 'mitigate', 'run', id, '--apply'], {
    cwd: rig.folder,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: 'ignore',
  });
  const code = new Promise((resolve) => child.once('exit', resolve));
  await expect.poll(() => rig.files().includes('pid'), { timeout: 20_000 }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill('SIGTERM');
  expect(await code).toBe(1);
  expect(rig.state(id).mitigations).toMatchObject([{ state: 'finished', outcome: 'aborted' }]);
  expect(isRunning(Number(rig.read('pid')))).toBe(false);
  expect((await run(rig, id)).json.error?.reason).toBe('already-run');
});
