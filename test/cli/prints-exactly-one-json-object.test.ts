import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

test('on success and on failure, with the same members, and nothing on standard error', async () => {
  const rig = openRig();
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  const calls: readonly (readonly [code: number, ...args: string[]])[] = [
    [0, 'show'],
    [0, 'list'],
    [0, 'timeline', id],
    [0, 'simulate', checkout()],
    [0, 'audit', 'verify', '--all'],
    [2, 'simulate', '{'],
    [2, 'show', 'INC-20990101-ZZZZZZ'],
    [2, 'frobnicate'],
    [2, 'ack', '--frobnicate'],
    [2, '--alert-payload'],
    [2, '--alert-payload', 'rubbish'],
    [2, 'severity', 'SEV-9', '--because', 'x'],
    [2, 'note', 'x', '--kind', 'rumour'],
    [2, 'note', 'x', '--happened-at', 'noon'],
    [2, 'show', '--out', '/elsewhere'],
    [4, 'resolve'],
    [4, 'close'],
    [4, 'note', 'x', '--happened-at', '2099-01-01T00:00Z'],
    [4, 'severity', 'SEV-1'],
  ];
  for (const [code, ...args] of calls) {
    const ran = await rig.run(...args, '--json');
    expect({ args, code: ran.code, stderr: ran.stderr }).toEqual({ args, code, stderr: '' });
    expect(ran.json).toMatchObject({
      workflow: 'smartspec_incident_response',
      version: '1.0.0',
      exit_code: code,
      outcome: expect.any(String),
    });
    for (const member of [
      'run_id',
      'incident_id',
      'severity',
      'status',
      'phase',
      'files',
      'next',
      'warnings',
      'error',
      'notifications',
    ]) {
      expect(ran.json, args.join(' ')).toHaveProperty(member);
    }
    if (code === 0) expect(ran.json.error).toBeNull();
    else
      expect(ran.json.error).toEqual({
        reason: expect.stringMatching(/^[a-z0-9-]+$/),
        message: expect.any(String),
        hint: expect.any(String),
      });
  }
}, 60_000);

test('the global flags work before and after the command', async () => {
  const rig = openRig();
  await rig.ok('declare', 'logins fail');
  const before = await rig.run('--json', '--as', 'ana', 'ack');
  expect(before).toMatchObject({ code: 0, json: { outcome: 'acknowledged', commander: 'ana' } });
  const after = await rig.run('note', 'seen', '--as', 'bo', '--json');
  expect(after).toMatchObject({ code: 0, json: { outcome: 'noted' } });
  expect(rig.state(after.json.incident_id).timeline.at(-1)).toMatchObject({ by: 'bo', text: 'seen' });
});

test('--version and --help answer in JSON too', async () => {
  const rig = openRig();
  expect((await rig.run('--version', '--json')).json).toMatchObject({ version: '1.0.0', exit_code: 0, error: null });
  expect((await rig.run('--help', '--json')).json).toMatchObject({ exit_code: 0, error: null });
});
