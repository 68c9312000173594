import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

test('--alert-payload <json>', async () => {
  const { code, stdout } = await openRig().run('--alert-payload', checkout());
  expect(code).toBe(0);
  expect(stdout).toMatch(/^INC-\d{8}-[0-9A-Z]{6} {2}SEV-2 {2}open/);
});

test('--manual-incident, with and without a title, and --severity SEV-2', async () => {
  const rig = openRig();
  expect(await rig.ok('--manual-incident', '--severity', 'SEV-2')).toMatchObject({
    outcome: 'created',
    severity: 'SEV-2',
    status: 'open',
  });
  const titled = await rig.ok('--manual-incident', 'checkout is slow', '--severity', 'sev1');
  expect(rig.state(titled.incident_id)).toMatchObject({
    title: 'checkout is slow',
    severity: 'SEV-1',
    source: 'manual',
  });
  expect(await rig.run('--manual-incident', 'x', '--severity', 'SEV-9', '--json')).toMatchObject({
    code: 2,
    json: { error: { reason: 'unknown-severity' } },
  });
  expect(await rig.ok('--manual-incident', 'unknown severity rounds up')).toMatchObject({ severity: 'SEV-2' });
});

test.each(['triage', 'investigate', 'mitigation', 'resolution'])(
  '--incident-id <id> --mode %s --out .spec/reports/x --json',
  async (mode) => {
    const rig = openRig();
    const id = (await rig.ok('--alert-payload', checkout())).incident_id;
    const told = await rig.ok('--incident-id', id, '--mode', mode, '--out', '.spec/reports/x');
    expect(told).toMatchObject({ incident_id: id, status: 'open', error: null });
    expect(JSON.parse(rig.read('.spec/reports/x/summary.json'))).toMatchObject({
      workflow: 'smartspec_incident_response',
      incident_id: id,
    });
  },
);

test('--incident-id <id> --mode postmortem writes the report once it is resolved, and refuses before', async () => {
  const rig = openRig();
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  const early = await rig.run('--incident-id', id, '--mode', 'postmortem', '--json');
  expect(early).toMatchObject({ code: 4, json: { error: { reason: 'not-in-this-status' } } });
  await rig.ok('verify', '--attest', 'the board is green');
  await rig.ok('resolve');
  const told = await rig.ok('--incident-id', id, '--mode', 'postmortem', '--out', '.spec/reports/x');
  expect(told).toMatchObject({ outcome: 'drafted', phase: 'post-mortem' });
  for (const name of ['post-mortem.md', 'post-mortem.html', 'action-items.json', 'summary.json']) {
    expect(rig.read(`.spec/reports/post-mortems/${id}/${name}`).length).toBeGreaterThan(10);
  }
  expect(await rig.run('--incident-id', id, '--mode', 'siesta', '--json')).toMatchObject({ code: 2 });
});

test('going on without a mode does nothing twice', async () => {
  const rig = openRig();
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  await rig.ok('--incident-id', id);
  const entries = rig.state(id).timeline.length;
  const again = await rig.ok('--incident-id', id);
  expect(again.next[0]?.command).toBe(`incident ack ${id}`);
  expect(rig.state(id).timeline).toHaveLength(entries);
});
