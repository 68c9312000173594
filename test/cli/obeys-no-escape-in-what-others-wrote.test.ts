import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

const hostile =
  'down\u001b[2J\u001b]0;owned\u0007\u001b]8;;http://evil.example\u001b\\link\u001b]8;;\u001b\\ \u202Egnp.exe\u2066 \u009b31m \rover\bwritten';

/** Everything that a terminal, or a reader’s eye, would obey. */
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

test('escapes and direction overrides in alerts, notes, names and files never reach the terminal', async () => {
  const rig = openRig();
  const payload = checkout({
    metric: `m${hostile}`,
    spec_id: `spec-${hostile}`,
    labels: { [hostile]: hostile },
    severity: hostile,
  });
  rig.write('note.md', `# ${hostile}\nBob ${hostile} broke it.\n`);
  const calls: readonly (readonly string[])[] = [
    ['--alert-payload', payload, '--explain'],
    ['simulate', payload],
    ['ack'],
    ['note', hostile, '--kind', 'finding'],
    ['mitigate', 'outcome', '--worked', '--text', hostile],
    ['verify', '--attest', hostile],
    ['rca', '--trigger', hostile, '--factor', hostile],
    ['action', 'add', hostile, '--owner', hostile],
    ['show'],
    ['timeline'],
    ['list'],
    ['action', 'list'],
    ['action', 'check'],
    ['resolve'],
    ['post-mortem', 'draft'],
    ['post-mortem', 'lint'],
    ['post-mortem', 'lint', '@note.md'],
    ['post-mortem', 'lint', '--journal'],
    ['show', hostile],
    ['assign', hostile, 'x'],
    ['assign', 'commander', hostile],
    [hostile],
    ['--alert-payload', `@${hostile}`],
    ['--alert-payload', `{${hostile}`],
    ['show', '--config', hostile],
    ['show', '--out', hostile],
  ];
  for (const args of calls) {
    const { code, stdout, stderr } = await rig.run(...args);
    expect(code, `${args.slice(0, 2).join(' ')}: ${stderr}`).not.toBe(70);
    expect(
      obeyed.exec(`${stdout}${stderr}`),
      `${args.slice(0, 2).join(' ')}: ${JSON.stringify(stdout + stderr)}`,
    ).toBeNull();
  }
}, 60_000);

test('a pipe and NO_COLOR get no colours', async () => {
  const rig = openRig();
  const runs = [
    await rig.run('--alert-payload', checkout()),
    await rig.runWith({ env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, 'show'),
    await rig.run('--platform', 'ci', 'list'),
    await rig.run('resolve'),
  ];
  for (const { stdout, stderr } of runs) expect(`${stdout}${stderr}`).not.toContain('\u001b');
});

test('--quiet says where it stands and nothing more', async () => {
  const rig = openRig();
  const { code, stdout, stderr } = await rig.run('--alert-payload', checkout(), '--quiet');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
});
