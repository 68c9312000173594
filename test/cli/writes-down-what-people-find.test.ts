import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

test('notes carry kind, evidence, time and correction, and both times are kept', async () => {
  const rig = openRig();
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  const first = await rig.ok(
    'note',
    'errors began with deploy-1',
    '--kind',
    'finding',
    '--evidence',
    'https://grafana.example.com/d/1',
    '--as',
    'ana',
  );
  const seq = Number(first['seq']);
  await rig.ok('note', 'it was deploy-2', '--amends', String(seq), '--as', 'bo');
  await rig.ok(
    'note',
    'first failed login',
    '--milestone',
    'started',
    '--happened-at',
    '2026-01-02T03:04+01:00',
    '--as',
    'ana',
  );
  await rig.ok('note', 'feature flag off', '--milestone', 'mitigated', '--happened-at', '2026-01-02 02:24');

  const { timeline, started_at, mitigated_at, durations } = rig.state(id);
  expect(timeline.slice(-4)).toMatchObject([
    {
      seq,
      by: 'ana',
      text: 'errors began with deploy-1',
      data: { kind: 'finding', evidence: ['https://grafana.example.com/d/1'] },
    },
    { by: 'bo', text: 'it was deploy-2', data: { amends: seq } },
    { at: '2026-01-02T02:04:00.000Z', data: { milestone: 'started' } },
    { at: '2026-01-02T02:24:00.000Z' },
  ]);
  expect(timeline.at(-2)?.recorded_at).not.toBe(timeline.at(-2)?.at);
  expect({ started_at, mitigated_at, time_to_mitigate: durations.time_to_mitigate }).toEqual({
    started_at: '2026-01-02T02:04:00.000Z',
    mitigated_at: '2026-01-02T02:24:00.000Z',
    time_to_mitigate: 1200,
  });
  const shown = await rig.ok('timeline');
  expect(JSON.stringify(shown['timeline'])).toMatch(/first failed login.*errors began/);
});

test.each([
  [['--kind', 'rumour'], 2, 'unknown-word'],
  [['--milestone', 'lunch'], 2, 'unknown-word'],
  [['--evidence', 'javascript:alert(1)'], 2, 'bad-link'],
  [['--evidence', 'grafana'], 2, 'bad-link'],
  [['--amends', 'two'], 2, 'bad-entry-number'],
  [['--amends', '99'], 4, 'no-such-entry'],
  [['--happened-at', '2026-02-30T10:00Z'], 2, 'bad-time'],
  [['--happened-at', 'noon'], 2, 'bad-time'],
  [['--happened-at', '2099-01-01T00:00Z'], 4, 'in-the-future'],
  [['--as', 'ana; rm -rf'], 2, 'bad-person'],
] as const)('a note with %j is exit %i, %s, and is not kept', async (flags, code, reason) => {
  const rig = openRig();
  const id = (await rig.ok('declare', 'logins fail')).incident_id;
  const { code: ended, json } = await rig.run('note', 'must not stay', ...flags, '--json');
  expect({ code: ended, reason: json.error?.reason }).toEqual({ code, reason });
  expect(rig.state(id).timeline).toHaveLength(1);
});

test.each(['20m', '20m ago', '1h30m ago'])('what happened %s is dated from the moment of typing', async (ago) => {
  const rig = openRig();
  const id = (await rig.ok('declare', 'logins fail')).incident_id;
  await rig.ok('note', 'it began', '--milestone', 'started', '--happened-at', ago);
  const { timeline, started_at } = rig.state(id);
  const last = timeline.at(-1);
  const seconds = (Date.parse(last?.recorded_at ?? '') - Date.parse(last?.at ?? '')) / 1000;
  expect(seconds).toBeCloseTo(ago.startsWith('20m') ? 1_200 : 5_400, -1);
  expect(started_at).toBe(last?.at);
});

test('an incident can be written down after the fact', async () => {
  const rig = openRig();
  const id = (await rig.ok('declare', 'logins failed', '--severity', 'SEV-3', '--happened-at', '2026-03-01T10:00Z'))
    .incident_id;
  await rig.ok('note', 'began', '--milestone', 'started', '--happened-at', '2026-03-01T09:45Z');
  await rig.ok('ack', '--as', 'ana', '--happened-at', '2026-03-01T10:05Z');
  await rig.ok('mitigate', 'outcome', '--worked', '--text', 'restarted', '--happened-at', '2026-03-01T10:20Z');
  await rig.ok('verify', '--attest', 'logins worked', '--happened-at', '2026-03-01T10:30Z');
  await rig.ok('resolve', '--happened-at', '2026-03-01T10:31Z');
  expect(rig.state(id)).toMatchObject({
    declared_at: '2026-03-01T10:00:00.000Z',
    durations: { time_to_detect: 900, time_to_acknowledge: 300, time_to_mitigate: 2100, time_to_resolve: 2760 },
  });
  const future = await rig.run('declare', 'not yet', '--happened-at', '2099-01-01T00:00Z', '--json');
  expect(future).toMatchObject({ code: 4, json: { error: { reason: 'in-the-future' } } });
});

test('an update tells what is noticed, done and needed, and roles are given by their short names', async () => {
  const rig = openRig();
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  expect(await rig.ok('update', 'orders fail in Europe')).toMatchObject({ outcome: 'updated' });
  for (const [role, person] of [
    ['ic', 'ana'],
    ['comms', 'bo'],
    ['scribe', 'cy'],
    ['responder', 'dee'],
  ] as const)
    await rig.ok('assign', role, person);
  expect((await rig.run('assign', 'king', 'ana')).code).toBe(2);
  expect((await rig.run('assign', 'scribe')).code).toBe(2);
  expect(rig.state(id)).toMatchObject({
    commander: 'ana',
    roles: { commander: ['ana'], 'communications-lead': ['bo'], scribe: ['cy'], responder: ['dee'] },
  });
});

test('secrets and personal data are gone from every file', async () => {
  const rig = openRig();
  const token = ['ghp', 'Z9y8X7w6V5u4T3s2R1q0P9o8N7m6L5k4J3i2'].join('_');
  const mail = ['jane.roe', 'customer.example'].join('@');
  await rig.ok('--alert-payload', checkout({ summary: `login with ${token} failed`, labels: { user: mail } }));
  await rig.ok('note', `the token ${token} of ${mail} was in the log`);
  await rig.ok('rca', '--trigger', `a deploy used ${token}`, '--factor', `${mail} could read it`);
  await rig.run('--alert-payload', `{"half ${token}`);
  await rig.ok('verify', '--attest', `asked ${mail}`);
  await rig.ok('resolve');
  await rig.ok('post-mortem', 'draft');
  const holding = rig
    .files('.spec')
    .filter((file) => !file.includes('quarantine/') && [token, mail].some((secret) => rig.read(file).includes(secret)));
  expect(holding).toEqual([]);
});

test('a correction shows what it corrects', async () => {
  const rig = openRig();
  await rig.ok('declare', 'orders fail');
  const { seq } = await rig.ok('note', 'it began with deploy-1');
  await rig.ok('note', 'it began with deploy-2', '--amends', String(seq));
  for (const command of ['timeline', 'show']) {
    const { stdout } = await rig.run(command);
    expect(stdout).toContain(`it began with deploy-2  (corrects #${seq})`);
    expect(stdout).toMatch(/it began with deploy-1$/m);
  }
});

test('milestones in the wrong order are kept, and it is said what cannot be measured', async () => {
  const rig = openRig();
  await rig.ok('declare', 'orders fail');
  const date = (milestone: string, at: string) =>
    rig.ok('note', 'as the log says', '--milestone', milestone, '--happened-at', at);
  expect((await date('started', '2026-01-02T03:00Z')).warnings).toEqual([]);
  expect((await date('mitigated', '2026-01-02T02:00Z')).warnings).toEqual([
    'mitigated (2026-01-02T02:00:00.000Z) lies before started (2026-01-02T03:00:00.000Z), so time_to_mitigate is not measured',
  ]);
  expect((await date('mitigated', '2026-01-02T04:00Z')).warnings).toEqual([]);
});

test('a text that was not put in quotes is not taken for the name of an incident without a word', async () => {
  const rig = openRig();
  await rig.ok('declare', 'orders fail');
  const { code, json } = await rig.run('note', 'the', 'pool', 'is', 'full', '--json');
  expect({ code, reason: json.error?.reason }).toEqual({ code: 2, reason: 'unknown-incident' });
  expect(json.error?.hint).toContain('goes in quotes');
});
