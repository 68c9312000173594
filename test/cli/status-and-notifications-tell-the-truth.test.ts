import { expect, it } from 'vitest';
import { openRig } from '../support/rig.ts';
import { inMinutes, openTellingRig, stakeholders } from './told.ts';

it('status fails and names the step that is overdue', async () => {
  const rig = openTellingRig([], 'works', '5m');
  expect((await rig.run('status')).code).toBe(0);
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  expect((await rig.run('status')).code).toBe(0);
  const overdue = await inMinutes(rig, 16.1, 'status', '--json');
  expect(overdue.code).toBe(1);
  expect(overdue.json['overdue']).toMatchObject([{ kind: 'step-overdue', step: 2 }]);
  expect(overdue.json.error?.message).toMatch(/step 2 overdue by 11 min/);
  expect((await inMinutes(rig, 16.1, 'tick')).code).toBe(0);
  expect((await inMinutes(rig, 16.2, 'status')).code).toBe(0);
});

it('an update may promise news sooner or later than usual, and status holds it to that', async () => {
  const rig = openTellingRig([stakeholders]);
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('ack', '--as', 'ana');
  const { stdout } = await rig.run('update', 'a rollback runs', '--next', '5m');
  expect(stdout).toMatch(/next update promised for \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  expect((await inMinutes(rig, 4, 'status')).stdout).not.toContain('update overdue');
  expect((await inMinutes(rig, 7.5, 'status')).stdout).toMatch(/! update overdue by 2 min/);
  for (const promise of ['soon', '0m', '10s', '99w']) {
    expect((await rig.run('update', 'it is done', '--next', promise)).code, promise).toBe(2);
  }
});

it('when nobody is reached the call ends with 3, and says whom to ring and what to say', async () => {
  const rig = openTellingRig([], 'dead');
  const ran = await rig.run('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('nobody was reached');
  expect(ran.stderr).toMatch(/Ana Lima\s+\+1 202 555 0101/);
  expect(ran.stderr).toMatch(/Bo Chen\s+\+1 202 555 0102/);
  expect(ran.stderr).toMatch(/SEV-1: orders fail \(checkout\).*incident ack INC-/);
});

it('notifications show what failed, why, and when it is tried again', async () => {
  const rig = openTellingRig([], 'dead');
  const { json } = await rig.run('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout', '--json');
  expect(json['notifications']).toEqual({ sent: 0, waiting: 1, failed: 0, suppressed: 0 });
  const shown = await rig.ok('notifications');
  expect(shown['notifications']).toMatchObject([
    { to: 'ana', state: 'waiting', reason: 'command-failed', attempts: 1 },
  ]);
  expect((await rig.run('notifications')).stdout).toMatch(
    /page\s+ana\s+command:pager\s+failed for now: command-failed/,
  );
  expect((await rig.run('status')).code).toBe(1);
});

it('with no channel nothing is owed: the declaration warns once, each update does, and status and doctor at any time', async () => {
  const rig = openRig();
  const ran = await rig.run('declare', 'orders fail', '--severity', 'SEV-1', '--json');
  expect(ran.code).toBe(0);
  expect(ran.json.warnings).toEqual(['no channel is configured, so nobody was told']);
  for (const step of [['note', 'looking'], ['severity', 'SEV-2', '--because', 'few'], ['ack']]) {
    expect((await rig.run(...step, '--json')).json.warnings, step[0]).toEqual([]);
  }
  for (const text of ['a rollback runs', 'it is over']) {
    expect((await rig.run('update', text, '--json')).json.warnings).toHaveLength(1);
  }
  expect((await rig.run('status', '--json')).json.warnings).toEqual(['no channel is configured, so nobody is told']);
  expect((await rig.run('doctor')).stdout).toMatch(/ok +channels +no channel is configured, so nobody is told/);
  rig.write('.spec/smartspec.config.yaml', 'incident_response: { people: { ana: { email: ana@example.com } } }\n');
  expect((await rig.run('doctor')).stdout).toMatch(/warn +channels +no channel is configured, so nobody is told/);
});

it('when channels are taken away in the middle of an incident, news say that nobody was told', async () => {
  const rig = openTellingRig();
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  rig.write('.spec/smartspec.config.yaml', 'incident_response: {}\n');
  const warned: number[] = [];
  for (const step of [
    ['note', 'looking'],
    ['update', 'a rollback runs'],
    ['update', 'it is done'],
    ['escalate', '--because', 'help'],
  ]) {
    warned.push((await rig.run(...step, '--json')).json.warnings.filter((text) => text.includes('no channel')).length);
  }
  expect(warned).toEqual([0, 1, 1, 0]);
});

it('doctor fails where nothing keeps time, and says what is late and what to run', async () => {
  const rig = openTellingRig();
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  const late = await inMinutes(rig, 12.5, 'doctor');
  expect(late.code).toBe(1);
  expect(late.stdout).toMatch(/fail +escalation +INC-\S+: step 2 overdue by 2 min .*incident tick/);
  await inMinutes(rig, 12.5, 'tick');
  expect((await inMinutes(rig, 12.5, 'doctor')).stdout).toMatch(/ok +escalation +nothing is late in 1 open/);
});

it('what only people can do is not left to the clock: status says what to type about an overdue update', async () => {
  const rig = openTellingRig();
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  await rig.ok('ack', '--as', 'ana');
  const overdue = await inMinutes(rig, 25.5, 'status');
  expect(overdue.code).toBe(1);
  expect(overdue.stdout).toMatch(/! update overdue by 5 min/);
  expect(overdue.stderr).toMatch(/incident update INC-\S+ "…"/);
});

it('what was given up is said by the call that gave it up, once, beside what to type next', async () => {
  const rig = openTellingRig();
  rig.write('.spec/smartspec.config.yaml', givenUp);
  const { code, stdout, stderr } = await rig.run('declare', 'orders fail', '--service', 'checkout');
  expect(code).toBe(3);
  expect(stderr).toMatch(/page to ana by command:pager failed for good \(command-failed: .*ENOENT.*\)/);
  expect(stdout).toMatch(/next\n {2}incident ack /);
  const noted = await rig.run('note', 'looking at it');
  expect(noted.stderr).not.toContain('failed for good');
  const { json } = await rig.run('status', '--json');
  expect(json.error?.hint).toContain('incident notifications');
});

const givenUp = [
  'incident_response:',
  '  people: { ana: { name: Ana Lima, phone: "+1 202 555 0101" } }',
  '  oncall: { primary: { rotation: [ana], starts: 2026-01-05 } }',
  '  notifications: { command: { pager: [/nowhere/page] } }',
  '',
].join('\n');

it('secrets that are missing are told in one sentence, and by doctor one by one', async () => {
  const rig = openTellingRig();
  rig.write('.spec/smartspec.config.yaml', withoutSecrets);
  const { warnings } = await rig.ok('list');
  expect(warnings.filter((warning) => warning.includes('not set'))).toEqual([
    'configuration: SLACK_TOKEN, MAIL_URL are not set, so what needs them can not be used; incident doctor says what that is',
  ]);
  const { json } = await rig.run('doctor', '--json');
  const checks = json['checks'] as readonly { readonly name: string }[];
  expect(checks.filter(({ name }) => name === 'secrets')).toHaveLength(2);
});

const withoutSecrets = [
  'incident_response:',
  '  notifications:',
  '    slack: { token: env:SLACK_TOKEN }',
  '    email: { smtp: env:MAIL_URL, from: incidents@example.com }',
  '',
].join('\n');

it('a schedule with nobody on call fails with words', async () => {
  const rig = openTellingRig();
  rig.write('.spec/smartspec.config.yaml', 'incident_response: { oncall: { second: { ics: .spec/none.ics } } }\n');
  const { code, json } = await rig.run('oncall', 'show', '--json');
  expect(code).toBe(1);
  expect(json.error).toMatchObject({ reason: 'nobody-on-call', message: 'Nobody is on call in second.' });
});
