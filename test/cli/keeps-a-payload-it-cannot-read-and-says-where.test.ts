import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, type Ran, type Rig } from '../support/rig.ts';

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const bad: readonly (readonly [what: string, payload: string | Buffer])[] = [
  ['half a JSON', checkout().slice(0, 60)],
  ['an array of rubbish', '[1, null, "x", [], {"nothing": 1}]'],
  ['six megabytes', JSON.stringify({ title: 'x'.repeat(6 * 1024 * 1024) })],
  ['200 levels deep', nested(200)],
  ['100,000 levels deep', nested(100_000)],
  ['a prototype key', '{"title":"slow","severity":"high","__proto__":{"polluted":true}}'],
  ['nothing', ''],
  ['NUL bytes', Buffer.from('{"title":"a\u0000b","severity":"high"}')],
  ['a lone surrogate', '{"title":"a\\ud800b","severity":"high"}'],
  ['a number', '42'],
  ['a text', '"checkout is slow"'],
  ['null', 'null'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
];

async function expectKept(rig: Rig, ran: Ran, payload: Buffer): Promise<void> {
  expect({ code: ran.code, outcome: ran.json.outcome, incident: ran.json.incident_id }).toEqual({
    code: 2,
    outcome: 'quarantined',
    incident: null,
  });
  const file = ran.json.files['quarantine'] ?? '';
  expect(file).toMatch(/^\.spec\/reports\/incidents\/quarantine\//);
  expect(ran.json.error?.hint).toContain(file);
  expect(
    Buffer.compare(
      Buffer.from(rig.read(file), 'utf8'),
      Buffer.from(payload.subarray(0, 5 * 1024 * 1024).toString('utf8'), 'utf8'),
    ),
  ).toBe(0);
  const note = JSON.parse(rig.read(file.replace(/\.payload$/, '.json')));
  expect(note).toMatchObject({
    reason: ran.json.error?.reason,
    size: payload.length,
    count: 1,
    complete: payload.length <= 5 * 1024 * 1024,
  });
  expect(await rig.ok('list', '--all')).toMatchObject({ incidents: [] });
}

describe('on standard input', () => {
  test.each(bad)('%s is exit 2, kept byte for byte, with the reason and the place', async (_what, payload) => {
    const rig = openRig();
    const bytes = Buffer.from(payload);
    await expectKept(rig, await rig.runWith({ stdin: bytes }, '--alert-payload', '-', '--json'), bytes);
  });
});

test('as an argument it is kept just the same', async () => {
  const rig = openRig();
  const half = checkout().slice(0, 60);
  await expectKept(rig, await rig.run('--alert-payload', half, '--json'), Buffer.from(half));
});

test('a person is told where it lies', async () => {
  const { code, stdout, stderr } = await openRig().run('--alert-payload', '{"half":');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('not JSON');
  expect(stderr).toContain('.spec/reports/incidents/quarantine/');
});

test('two payload flags at once: both payloads are kept', async () => {
  const rig = openRig();
  const { code, json } = await rig.run(
    '--alert-payload',
    checkout(),
    '--alert-payload',
    checkout({ metric: 'errors' }),
    '--json',
  );
  expect({ code, reason: json.error?.reason }).toEqual({ code: 2, reason: 'conflicting-flags' });
  expect(rig.files('.spec/reports/incidents/quarantine').filter((file) => file.endsWith('.payload'))).toHaveLength(2);
});

test.each([
  ['--manual-incident', 'x'],
  ['--incident-id', 'INC-20261123-7KQ2MX'],
])('a payload together with %s: the payload is kept', async (...flag) => {
  const rig = openRig();
  const { code, json } = await rig.run('--alert-payload', checkout(), ...flag, '--json');
  expect({ code, outcome: json.outcome }).toEqual({ code: 2, outcome: 'quarantined' });
  expect(rig.read(json.files['quarantine'] ?? '')).toBe(checkout());
});

test('a file that is missing, a folder, or unreadable: exit 2, and what was asked for is on record', async () => {
  const rig = openRig();
  for (const [typed, reason] of [
    ['@no-such.json', 'no-such-file'],
    ['@', 'no-file-named'],
    ['@.spec', 'unreadable-file'],
  ] as const) {
    const { code, json } = await rig.run('--alert-payload', typed, '--json');
    expect({ code, reason: json.error?.reason }).toEqual({ code: 2, reason });
    expect(rig.read(json.files['quarantine'] ?? '')).toContain(typed);
  }
});

test('the same rubbish a hundred times is kept once, and counted', async () => {
  const rig = openRig();
  for (let time = 0; time < 3; time += 1) await rig.run('--alert-payload', 'rubbish');
  const [note, ...more] = rig.files('.spec/reports/incidents/quarantine').filter((file) => file.endsWith('.json'));
  expect(more).toEqual([]);
  expect(JSON.parse(rig.read(note ?? ''))).toMatchObject({ count: 3 });
});

test('a flag that is wrong never costs the alert', async () => {
  const rig = openRig();
  for (const flags of [['--happened-at', 'yesterday'], ['--as', ';rm'], ['--out', '/elsewhere'], ['--no-such-flag']]) {
    const { code } = await rig.run('--alert-payload', checkout({ metric: flags.join(' ') }), ...flags);
    expect(code).toBe(2);
    const kept = rig.files('.spec/reports').some((file) => rig.read(file).includes(`"metric":"${flags.join(' ')}`));
    expect(kept, flags.join(' ')).toBe(true);
  }
});
