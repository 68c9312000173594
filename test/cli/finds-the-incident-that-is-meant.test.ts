import { expect, test } from 'vitest';
import { openRig } from '../support/rig.ts';

test('an id can be left out, shortened, and typed in lower case', async () => {
  const rig = openRig();
  const none = await rig.run('ack', '--json');
  expect(none).toMatchObject({ code: 2, json: { error: { reason: 'no-open-incident' } } });

  const id = (await rig.ok('declare', 'logins fail')).incident_id;
  const tail = id.slice(-6);
  for (const typed of [
    [],
    [id],
    [id.toLowerCase()],
    [tail],
    [tail.toLowerCase()],
    [tail.slice(0, 4)],
    [id.slice(0, 15)],
    [` ${id} `],
  ]) {
    expect((await rig.ok('show', ...typed)).incident_id, JSON.stringify(typed)).toBe(id);
  }

  const other = (await rig.ok('declare', 'mail is late')).incident_id;
  const which = await rig.run('show', '--json');
  expect(which).toMatchObject({ code: 2, json: { error: { reason: 'which-incident' } } });
  for (const candidate of [id, other, 'logins fail', 'mail is late'])
    expect(which.json.error?.message).toContain(candidate);
  const day = await rig.run('show', id.slice(0, 12), '--json');
  expect(day).toMatchObject({ code: 2, json: { error: { reason: 'ambiguous-incident' } } });
  expect(day.json.error?.message).toContain(other);
  const unknown = await rig.run('show', 'INC-20990101-ZZZZZZ', '--json');
  expect(unknown).toMatchObject({ code: 2, json: { error: { reason: 'unknown-incident' } } });
  expect(unknown.json.error?.hint).toContain(id);

  const named = await rig.runWith({ env: { INCIDENT_ID: other.toLowerCase() } }, 'show', '--json');
  expect(named.json.incident_id).toBe(other);
  const over = await rig.runWith({ env: { INCIDENT_ID: other } }, 'show', id, '--json');
  expect(over.json.incident_id).toBe(id);
}, 60_000);

test('of several open ones, the only one that lets the command through is meant', async () => {
  const rig = openRig();
  const first = (await rig.ok('declare', 'logins fail')).incident_id;
  await rig.ok('declare', 'mail is late');
  await rig.ok('verify', first, '--attest', 'fixed');
  await rig.ok('resolve', first);
  expect((await rig.ok('reopen', '--because', 'logins fail again')).incident_id).toBe(first);
});

test('ids that mean something to a file system mean nothing here', async () => {
  const rig = openRig();
  await rig.ok('declare', 'logins fail');
  for (const typed of [
    '../../etc/passwd',
    '..',
    '/',
    '.',
    '',
    ' ',
    '*',
    '__proto__',
    'INC-20261123-../x',
    'x'.repeat(5000),
  ]) {
    const { code, json } = await rig.run('show', typed, '--json');
    expect({ typed: typed.slice(0, 20), code, reason: json.error?.reason }).toEqual({
      typed: typed.slice(0, 20),
      code: 2,
      reason: 'unknown-incident',
    });
  }
});

test('an id that was left out never eats the text', async () => {
  const rig = openRig();
  const id = (await rig.ok('declare', 'logins fail')).incident_id;
  await rig.ok('note', 'INC is the prefix we use');
  await rig.ok('note', id, 'with the id');
  await rig.ok('update', 'orders fail');
  await rig.ok('action', 'add', 'test the limit');
  await rig.ok('assign', 'scribe', 'cy');
  await rig.ok('severity', 'sev1', '--because', 'every region');
  const state = rig.state(id);
  expect(state.timeline.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['INC is the prefix we use', 'with the id']),
  );
  expect(state).toMatchObject({
    severity: 'SEV-1',
    roles: { scribe: ['cy'] },
    action_items: [{ text: 'test the limit' }],
  });
});

test('whoever is named and stands nowhere under people is taken at their word, and it is said', async () => {
  const rig = openRig('incident_response: { people: { ana: { name: Ana Lima }, bo: { email: bo@example.com } } }\n');
  const told = await rig.ok('declare', 'orders fail', '--as', 'anna');
  expect(told.warnings).toContain('anna stands nowhere under people (ana, bo)');
  expect((await rig.ok('ack', '--as', 'zoe')).warnings).toEqual(['zoe stands nowhere under people (ana, bo)']);
  for (const known of ['ana', 'Ana Lima', 'BO@example.com']) {
    expect((await rig.ok('note', 'looking', '--as', known)).warnings).toEqual([]);
  }
  const odd = await rig.run('--alert-payload', '{"title":"disk full"}', '--as', '\u0007\u0007', '--json');
  expect(odd.json.error?.reason).not.toBe('bug');
});
