import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';

const recordKey = randomBytes(32).toString('base64');
const signingKey = randomBytes(32).toString('base64');
const env = { RECORD_KEY: recordKey, SIGNING_KEY: signingKey };
let identity = '';
let recipient = '';

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

/** A project whose `security` section holds these lines. */
function secured(...lines: readonly string[]): Rig {
  return openRig(['incident_response:', '  security:', ...lines.map((line) => `    ${line}`)].join('\n'));
}

const marked = () => checkout({ customer: 'Ada of Malmo', note: 'as it came' });

test('an original is kept for its recipients, opens with their key, and that is on record', async () => {
  const rig = secured(`encrypt_to: [${recipient}]`);
  const key = rig.write('keys.txt', `# created: today\n${identity}\n`);
  const { incident_id: id } = await rig.ok('--alert-payload', marked());
  const [file = ''] = rig.files(`.spec/reports/incidents/${id}/alerts`).filter((name) => name.endsWith('.raw.age'));
  expect(readFileSync(join(rig.folder, file), 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
  const revealed = await rig.ok('audit', 'reveal', id, '2', '--identity', key, '--as', 'ana');
  expect(revealed).toMatchObject({ outcome: 'revealed', seq: 2, encoding: 'utf8', original: marked() });
  const shown = await rig.run('audit', 'reveal', '--identity', key, '--as', 'bo');
  expect(shown).toMatchObject({ code: 0, stdout: `${marked()}\n` });
  expect(rig.state(id).timeline.filter(({ type }) => type === 'original.revealed')).toMatchObject([
    { by: 'ana', data: { seq: 2 } },
    { by: 'bo', data: { seq: 2 } },
  ]);
  expect(await rig.ok('audit', 'verify', id)).toMatchObject({ outcome: 'verified' });
});

test('an original is opened in somebody’s name and with the right key only', async () => {
  const rig = secured(`encrypt_to: [${recipient}]`);
  const key = rig.write('keys.txt', `${identity}\n`);
  const other = rig.write('other.txt', `${await generateX25519Identity()}\n`);
  const { incident_id: id } = await rig.ok('--alert-payload', marked());
  const attempts: readonly (readonly [args: readonly string[], code: number, reason: string])[] = [
    [['--identity', key], 4, 'reason-missing'],
    [['--as', 'ana'], 2, 'no-identity'],
    [['--identity', other, '--as', 'ana'], 2, 'not-for-this-identity'],
    [['--identity', rig.write('none.txt', 'nothing here\n'), '--as', 'ana'], 2, 'no-identity'],
    [['--identity', join(rig.folder, 'missing.txt'), '--as', 'ana'], 2, 'no-such-file'],
  ];
  for (const [args, code, reason] of attempts) {
    const ran = await rig.run('audit', 'reveal', id, '2', ...args, '--json');
    expect({ code: ran.code, reason: ran.json.error?.reason }, args.join(' ')).toEqual({ code, reason });
  }
  const wrong = await rig.run('audit', 'reveal', id, '1', '--identity', key, '--as', 'ana', '--json');
  expect(wrong.json.error?.reason).toBe('no-original');
  expect(rig.state(id).timeline.some(({ type }) => type === 'original.revealed')).toBe(false);
});

test('every alert of a payload finds the same original', async () => {
  const rig = secured(`encrypt_to: [${recipient}]`);
  const key = rig.write('keys.txt', `${identity}\n`);
  const alerts = ['first', 'second'].map((alertname) => ({ status: 'firing', labels: { alertname, service: 'shop' } }));
  const payload = JSON.stringify({ version: '4', status: 'firing', receiver: 'r', alerts });
  const { incident_id: id } = await rig.ok('--alert-payload', payload);
  const seqs = rig
    .state(id)
    .timeline.filter(({ type }) => type === 'alert.received')
    .map(({ seq }) => seq);
  expect(seqs).toHaveLength(2);
  for (const seq of seqs) {
    const told = await rig.ok('audit', 'reveal', id, `${seq}`, '--identity', key, '--as', 'ana');
    expect(told).toMatchObject({ original: payload });
  }
});

test('without recipients no original is kept', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', marked());
  expect(rig.files('.spec').filter((file) => file.endsWith('.age'))).toEqual([]);
});

test('a payload that can not be read is kept for the recipients instead of in the plain', async () => {
  const rig = secured(`encrypt_to: [${recipient}]`);
  const { code, json } = await rig.run('--alert-payload', '{"broken', '--json');
  expect({ code, kept: json.files['quarantine'] }).toEqual({ code: 2, kept: expect.stringMatching(/\.payload\.age$/) });
  expect(rig.files('.spec').filter((file) => file.endsWith('.payload'))).toEqual([]);
});

test('a sealed record shows nothing on disk and everything to whoever has the key', async () => {
  const rig = secured('encrypt_record: true', 'record_key: env:RECORD_KEY');
  const first = await rig.runWith({ env }, '--alert-payload', checkout(), '--json');
  expect(first.code).toBe(0);
  expect((await rig.runWith({ env }, 'note', 'the pool ran dry', '--as', 'ana')).code).toBe(0);
  const { stdout } = await rig.runWith({ env }, 'timeline');
  expect(stdout).toContain('the pool ran dry');
  for (const file of rig.files('.spec/reports')) {
    expect(rig.read(file), file).not.toMatch(/pool|p99_latency|checkout/);
  }
  expect((await rig.runWith({ env }, 'audit', 'verify', '--all')).code).toBe(0);
});

test('without its key nothing is read, the chain is checked all the same, and no alert is lost', async () => {
  const rig = secured(`encrypt_to: [${recipient}]`, 'encrypt_record: true', 'record_key: env:RECORD_KEY');
  await rig.runWith({ env }, '--alert-payload', checkout());
  const alert = await rig.run('--alert-payload', checkout({ spec_id: 'another' }), '--json');
  expect({ code: alert.code, outcome: alert.json.outcome, reason: alert.json.error?.reason }).toEqual({
    code: 3,
    outcome: 'quarantined',
    reason: 'record-locked',
  });
  expect(alert.json.files['quarantine']).toMatch(/\.payload\.age$/);
  for (const command of ['list', 'show']) {
    const ran = await rig.run(command, '--json');
    expect({ code: ran.code, reason: ran.json.error?.reason }).toEqual({ code: 2, reason: 'record-locked' });
  }
  const verified = await rig.run('audit', 'verify', '--all');
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('1 record encrypted, not opened') });
});

test('signatures are checked, or it is said that they were not', async () => {
  const rig = secured('signing_key: env:SIGNING_KEY');
  const { json } = await rig.runWith({ env }, '--alert-payload', checkout(), '--json');
  await rig.runWith({ env }, 'ack', '--as', 'ana');
  const checked = await rig.runWith({ env }, 'audit', 'verify', '--signed');
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('every signature fits') });
  const unchecked = await rig.run('audit', 'verify');
  expect(unchecked).toMatchObject({ code: 0, stdout: expect.stringContaining('signed, not checked: no key') });
  expect((await rig.run('note', 'without the key', '--as', 'ana')).code).toBe(0);
  const lacking = await rig.runWith({ env }, 'audit', 'verify', json.incident_id, '--json');
  expect({ code: lacking.code, message: lacking.json.error?.message }).toEqual({
    code: 5,
    message: expect.stringMatching(/entry 3 .*is not signed/),
  });
});

test('a record that bears no signature at all passes, unless it has to', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', checkout());
  expect((await rig.run('audit', 'verify')).code).toBe(0);
  expect((await rig.run('audit', 'verify', '--signed')).code).toBe(5);
});

test('a recipient that only looks like one is found out by doctor, and costs the original alone', async () => {
  const rig = secured(`encrypt_to: [age1${'x'.repeat(59)}]`);
  const { code, json } = await rig.run('doctor', '--json');
  expect(code).toBe(1);
  expect(json['checks']).toContainEqual(expect.objectContaining({ name: 'encryption', state: 'fail' }));
  const told = await rig.ok('--alert-payload', marked());
  expect(told.warnings.join()).toContain('security.encrypt_to names what is no age recipient');
  expect(rig.state(told.incident_id).alert_count).toBe(1);
});
