import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openRig, program, type Rig } from '../support/rig.ts';

const killer = fileURLToPath(new URL('../support/kill-at-link.cjs', import.meta.url));

const config = `
incident_response:
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: 1m } }
  verification: { passes: 1, every: 1s, checks: [{ command: [./ops/healthy.sh] }] }
`;

/** A project in which a rollback was proposed and approved; each of its runs leaves a line. */
async function approvedRig(script = 'echo ran >> runs.txt\n'): Promise<{ rig: Rig; id: string }> {
  const rig = openRig(config);
  rig.write('ops/rollback.sh', `#!/bin/sh\n${script}`, 0o700);
  rig.write('ops/healthy.sh', '#!/bin/sh\ntest -s runs.txt\n', 0o700);
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--as', 'ana');
  await rig.ok('mitigate', 'approve', id, '--as', 'bo');
  return { rig, id };
}

function runsOf(rig: Rig): number {
  const file = path.join(rig.folder, 'runs.txt');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n').length : 0;
}

const kills = [
  { at: 'before 1', ran: 0, on_record: 'approved', again: 0 },
  { at: 'after 1', ran: 0, on_record: 'running', again: 4 },
  { at: 'before 2', ran: 1, on_record: 'running', again: 4 },
  { at: 'after 2', ran: 1, on_record: 'finished', again: 4 },
];

test.each(kills)(
  'killed $at of a run, it is $on_record on record and never run a second time',
  async (kill) => {
    const { rig, id } = await approvedRig();
    const died = await rig.runWith(
      { node: ['--require', killer], env: { KILL_AT: kill.at } },
      'mitigate',
      'run',
      id,
      '--apply',
    );
    expect(died.code).toBeNull();
    expect(runsOf(rig)).toBe(kill.ran);

    const shown = await rig.ok('show', id);
    expect(shown['incident']).toMatchObject({ mitigations: [{ state: kill.on_record }] });
    if (kill.on_record === 'running') {
      expect(shown['incident']).toMatchObject({ mitigations: [{ outcome: 'outcome-unknown', verdict: null }] });
      expect(shown.next[0]?.command).toContain(`mitigate outcome ${id} M1`);
      expect(rig.state(id).mitigated_at).toBeNull();
    }
    const again = await rig.run('mitigate', 'run', id, '--apply', '--json');
    expect(again.code).toBe(kill.again);
    expect(runsOf(rig)).toBe(1 - (kill.on_record === 'running' && kill.ran === 0 ? 1 : 0));
    expect((await rig.run('audit', 'verify', id, '--json')).code).not.toBe(70);
    const unattended = await rig.run('--incident-id', id, '--apply', '--json');
    expect(unattended.code).toBe(0);
    expect(runsOf(rig)).toBeLessThanOrEqual(1);
  },
  60_000,
);

test('killed while the program runs, its outcome is unknown until a person says what came of it', async () => {
  const { rig, id } = await approvedRig('echo ran >> runs.txt\nsleep 30\n');
  const child = spawn(process.execPath, [program, 'mitigate', 'run', id, '--apply'], {
    cwd: rig.folder,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: 'ignore',
  });
  await expect.poll(() => runsOf(rig), { timeout: 20_000 }).toBe(1);
  child.kill('SIGKILL');
  const refused = await rig.run('mitigate', 'run', id, '--apply', '--json');
  expect(refused).toMatchObject({ code: 4, json: { error: { reason: 'still-running' } } });
  const stopped = await rig.ok('--incident-id', id, '--apply');
  expect(stopped).toMatchObject({ outcome: 'waiting', waits_for: { gate: 'outcome-unknown' } });
  expect(runsOf(rig)).toBe(1);

  await rig.ok('mitigate', 'outcome', id, 'M1', '--worked', '--text', 'the old version answers');
  expect(rig.state(id).mitigations).toMatchObject([{ state: 'judged', outcome: 'outcome-unknown', verdict: 'worked' }]);
  expect(await rig.ok('verify', id)).toMatchObject({ outcome: 'verified' });
}, 60_000);

test('asked to run by many at once, it runs once', async () => {
  const { rig, id } = await approvedRig('echo ran >> runs.txt\nsleep 1\n');
  const all = await Promise.all(Array.from({ length: 5 }, () => rig.run('mitigate', 'run', id, '--apply', '--json')));
  expect(all.map(({ code }) => code).toSorted()).toEqual([0, 4, 4, 4, 4]);
  expect(runsOf(rig)).toBe(1);
}, 60_000);
