import { expect, test } from 'vitest';
import { alertmanager, checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';

async function refusal(rig: Rig, ...args: readonly string[]): Promise<string | undefined> {
  const { code, json } = await rig.run(...args, '--json');
  expect({ args, code, outcome: json.outcome }).toEqual({ args, code: 4, outcome: 'refused' });
  expect(json.error?.hint.length).toBeGreaterThan(10);
  return json.error?.reason;
}

test('resolve needs a verification that passed and that nothing has happened since', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', checkout());
  expect(await refusal(rig, 'resolve')).toBe('not-verified');
  expect(await rig.run('verify', '--json')).toMatchObject({ code: 1, json: { outcome: 'not-healthy' } });
  expect(await refusal(rig, 'resolve')).toBe('not-verified');
  await rig.ok('verify', '--attest', 'the board is green', '--as', 'ana');
  await rig.ok('--alert-payload', checkout());
  expect(await refusal(rig, 'resolve')).toBe('not-verified');
  await rig.ok('--alert-payload', checkout({ status: 'resolved' }));
  expect(await rig.ok('verify')).toMatchObject({ outcome: 'verified' });
  expect(await rig.ok('resolve')).toMatchObject({ status: 'resolved' });
  expect(await refusal(rig, 'resolve')).toBe('not-in-this-status');
  expect(await refusal(rig, 'verify', '--attest', '')).toMatch(/not-in-this-status|reason-missing/);
});

test('a resolved incident is reopened with a reason, and a closed one never', async () => {
  const rig = openRig();
  const id = (await rig.ok('declare', 'logins fail', '--severity', 'SEV-4')).incident_id;
  expect(await refusal(rig, 'reopen', id, '--because', 'x')).toBe('not-in-this-status');
  await rig.ok('verify', '--attest', 'logins work');
  await rig.ok('resolve');
  expect(await refusal(rig, 'reopen', id)).toBe('reason-missing');
  expect(await rig.ok('reopen', id, '--because', 'logins fail again')).toMatchObject({
    outcome: 'reopened',
    status: 'investigating',
  });
  await rig.ok('verify', id, '--attest', 'logins work');
  await rig.ok('resolve', id);
  await rig.ok('close', id, '--because', 'known and accepted');
  expect(await refusal(rig, 'reopen', id, '--because', 'x')).toBe('not-in-this-status');
  expect(await refusal(rig, 'ack', id)).toBe('not-in-this-status');
  expect(await rig.ok('note', id, 'a word afterwards')).toMatchObject({ outcome: 'noted', status: 'closed' });
});

test.each([
  ['SEV-1', 4],
  ['SEV-2', 4],
  ['SEV-3', 0],
  ['SEV-4', 0],
])('closing a %s without a report is exit %i', async (severity, expected) => {
  const rig = openRig();
  await rig.ok('declare', 'logins fail', '--severity', severity);
  await rig.ok('verify', '--attest', 'logins work');
  await rig.ok('resolve');
  const { code, json } = await rig.run('close', '--json');
  expect({ code, reason: json.error?.reason }).toEqual({
    code: expected,
    reason: expected === 0 ? undefined : 'post-mortem-not-final',
  });
});

test('from which severity a report is needed can be configured, and lowering it later does not help', async () => {
  const rig = openRig('incident_response:\n  post_mortem:\n    required_from: SEV-1\n');
  const mild = (await rig.ok('declare', 'logins fail', '--severity', 'SEV-2')).incident_id;
  await rig.ok('verify', mild, '--attest', 'ok');
  await rig.ok('resolve', mild);
  await rig.ok('close', mild);
  const severe = (await rig.ok('declare', 'mail is lost', '--severity', 'SEV-1')).incident_id;
  await rig.ok('severity', severe, 'SEV-4', '--because', 'one mailbox only');
  await rig.ok('verify', severe, '--attest', 'ok');
  await rig.ok('resolve', severe);
  expect(await refusal(rig, 'close', severe)).toBe('post-mortem-not-final');
});

test('the severity changes only with a reason, and only to another one', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', checkout());
  expect(await refusal(rig, 'severity', 'SEV-4')).toBe('reason-missing');
  expect(await refusal(rig, 'severity', 'SEV-2', '--because', 'x')).toBe('same-severity');
  expect(await rig.ok('severity', 'SEV-4', '--because', 'one tenant')).toMatchObject({
    severity: 'SEV-4',
    severity_because: 'one tenant',
  });
});

test('a duplicate is closed into the incident that goes on, and its alerts go there', async () => {
  const rig = openRig();
  const kept = (await rig.ok('--alert-payload', alertmanager([{ name: 'SearchSlow', service: 'search' }]))).incident_id;
  const twin = (await rig.ok('--alert-payload', alertmanager([{ name: 'MailLate', service: 'mail' }]))).incident_id;
  expect(await refusal(rig, 'merge', twin, '--into', twin)).toBe('merge-into-itself');
  expect((await rig.run('merge', twin)).code).toBe(2);
  expect((await rig.run('merge', twin, '--into', 'INC-20990101-ZZZZZZ')).code).toBe(2);
  expect(await rig.ok('merge', twin, '--into', kept)).toMatchObject({
    outcome: 'merged',
    incident_id: twin,
    status: 'closed',
  });
  expect(await refusal(rig, 'ack', twin)).toBe('already-merged');
  const again = await rig.ok('--alert-payload', alertmanager([{ name: 'MailLate', service: 'mail' }]));
  expect(again).toMatchObject({ incident_id: kept });
  expect((await rig.ok('list'))['incidents']).toMatchObject([{ id: kept }]);
  expect((await rig.ok('list', '--all'))['incidents']).toHaveLength(2);
});
