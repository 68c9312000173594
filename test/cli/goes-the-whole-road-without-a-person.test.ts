import path from 'node:path';
import { expect, test } from 'vitest';
import { brokenService, rollbacks, type Wish } from '../support/broken-service.ts';
import { checkout } from '../support/payloads.ts';

test('from the alert to the drafted post-mortem in one call, and nothing twice in the next', async () => {
  const rig = await brokenService({});
  const told = await rig.ok('--alert-payload', checkout(), '--apply');
  expect(told).toMatchObject({ outcome: 'created', status: 'resolved', phase: 'post-mortem', waits_for: null });
  expect(told.files['post_mortem']).toMatch(/post-mortem\.md$/);
  expect(rollbacks(rig)).toEqual(['--failed-deployment-id deploy-7 --target-version v1 --apply --auto-approve']);
  expect(rig.read('deployed').trim()).toBe('v1');

  const id = told.incident_id;
  const state = rig.state(id);
  expect(state.mitigations).toMatchObject([
    { playbook: 'roll back a bad deploy', automatic: true, outcome: 'succeeded', verdict: 'worked', proposed_by: null },
  ]);
  expect(state.verification).toMatchObject([{ passed: true, attempts: [{ passed: true }, { passed: true }] }]);
  const types = state.timeline.map(({ type }) => type);
  expect(types.filter((type) => type === 'workflow.started')).toHaveLength(1);
  expect(state.timeline.find(({ type }) => type === 'note.added')).toMatchObject({
    by: null,
    data: { kind: 'hypothesis' },
  });

  const again = await rig.ok('--incident-id', id, '--apply');
  expect(again).toMatchObject({ status: 'resolved', steps: [] });
  expect(rig.state(id).last_seq).toBe(state.last_seq);
  expect(rollbacks(rig)).toHaveLength(1);
  expect((await rig.run('audit', 'verify', '--all')).code).toBe(0);
}, 60_000);

test('without --apply it proposes, says exactly what would run, and runs nothing', async () => {
  const rig = await brokenService({});
  const told = await rig.ok('--alert-payload', checkout());
  expect(told).toMatchObject({ outcome: 'created', status: 'open', waits_for: { gate: 'apply-missing' } });
  expect(rollbacks(rig)).toEqual([]);
  const preview = await rig.ok('mitigate', 'run', told.incident_id);
  expect(preview).toMatchObject({
    outcome: 'previewed',
    proposal: {
      target: path.join(rig.folder, 'ops/rollback.sh'),
      arguments: ['--failed-deployment-id', 'deploy-7', '--target-version', 'v1', '--apply', '--auto-approve'],
      risk: 'carts filled since the deploy are emptied',
      checked_afterwards: [expect.stringContaining('/health')],
    },
  });
  expect(rollbacks(rig)).toEqual([]);
  expect(await rig.ok('--incident-id', told.incident_id, '--apply')).toMatchObject({ status: 'resolved' });
}, 60_000);

test('an alert that only repeats pays for none of it', async () => {
  const rig = await brokenService({ auto: false });
  const first = await rig.ok('--alert-payload', checkout(), '--apply');
  const again = await rig.ok('--alert-payload', checkout(), '--apply');
  expect(again).toMatchObject({ outcome: 'deduplicated', incident_id: first.incident_id });
  expect(again['steps']).toBeUndefined();
  expect(rig.state(first.incident_id).mitigations).toHaveLength(1);
}, 60_000);

const gates: readonly [string, Wish][] = [
  ['the playbook does not say auto', { auto: false }],
  ['the rules want two people', { approvals: '  approvals: { default: { by: [ana, bo], count: 2 } }' }],
  [
    'the rules want a signature',
    { approvals: '  approvals: { default: { by: [ana, bo], signed: true }, allowed_signers: .spec/signers }' },
  ],
];

test.each(gates)(
  'it stops for a person where %s',
  async (_why, wish) => {
    const rig = await brokenService(wish);
    const told = await rig.ok('--alert-payload', checkout(), '--apply');
    expect(told).toMatchObject({ status: 'open', waits_for: { gate: 'not-approved' } });
    expect(told.next.map(({ command }) => command)).toContainEqual(expect.stringContaining('mitigate approve'));
    expect(rollbacks(rig)).toEqual([]);
  },
  60_000,
);

test('once a person has approved it, it goes on to the next gate: resolving what no automatic playbook mended', async () => {
  const rig = await brokenService({ auto: false });
  const { incident_id: id } = await rig.ok('--alert-payload', checkout(), '--apply');
  await rig.ok('mitigate', 'approve', id, '--as', 'bo');
  const told = await rig.ok('--incident-id', id, '--apply', '--as', 'bo');
  expect(told).toMatchObject({ status: 'mitigating', waits_for: { gate: 'person-resolves' } });
  expect(told.next[0]?.command).toBe(`incident resolve ${id}`);
  expect(told.next.at(-1)?.command).toContain('assign');
  await rig.ok('resolve', id);
  expect(await rig.ok('--incident-id', id, '--apply')).toMatchObject({ outcome: 'drafted' });
  expect(rollbacks(rig)).toHaveLength(1);
}, 60_000);

test('a run that fails is tried once, asks for people, and is not called a success', async () => {
  const rig = await brokenService({ rollback: 'echo "no such version" >&2; exit 3' });
  const { code, json } = await rig.run('--alert-payload', checkout(), '--apply', '--json');
  expect(code).toBe(1);
  expect(json).toMatchObject({ status: 'investigating', waits_for: { gate: 'run-failed' } });
  const { timeline } = rig.state(json.incident_id);
  expect(timeline.map(({ type }) => type)).toContain('incident.escalated');
  await rig.run('--incident-id', json.incident_id, '--apply');
  expect(rollbacks(rig)).toHaveLength(1);
}, 60_000);

test('a run that succeeds and heals nothing had no effect, and nothing is resolved', async () => {
  const rig = await brokenService({ rollback: 'true' });
  const { code, json } = await rig.run('--alert-payload', checkout(), '--apply', '--json');
  expect(code).toBe(1);
  expect(json).toMatchObject({ status: 'investigating', error: { reason: expect.stringMatching(/failed/) } });
  expect(rig.state(json.incident_id).mitigations).toMatchObject([{ verdict: 'no-effect', outcome: 'succeeded' }]);
  await rig.run('--incident-id', json.incident_id, '--apply');
  expect(rollbacks(rig)).toHaveLength(1);
}, 60_000);

test('what has to hold before a run is asked first, and holds it up', async () => {
  const rig = await brokenService({ more: '      pre_check: [{ name: spare room, command: [./ops/has-room.sh] }]' });
  rig.write('ops/has-room.sh', '#!/bin/sh\nexit 1\n', 0o700);
  const { json } = await rig.run('--alert-payload', checkout(), '--apply', '--json');
  expect(json).toMatchObject({ status: 'open', error: { message: expect.stringContaining('pre-check-failed') } });
  expect(rollbacks(rig)).toEqual([]);
}, 60_000);

test('a playbook without what it needs says so and proposes nothing', async () => {
  const rig = await brokenService({ reported: false });
  const told = await rig.ok('--alert-payload', checkout(), '--apply');
  expect(told).toMatchObject({ status: 'open', waits_for: { gate: 'nothing-to-run' } });
  expect(told.warnings.join('\n')).toContain('nothing is known for failed-deployment-id');
  expect(rig.state(told.incident_id).mitigations).toEqual([]);
}, 60_000);

test('what falls ill again while it is watched is open again, as the same incident', async () => {
  const rig = await brokenService({});
  const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
  rig.write('deployed', 'v1\n');
  const url = /http:\/\/[^"]+/.exec(rig.read('.spec/smartspec.config.yaml'))?.[0];
  const check = `[{ http: { url: "${url}", status: 200 } }]`;
  const config = rig.read('.spec/smartspec.config.yaml');
  rig.write('.spec/smartspec.config.yaml', config.replace('passes: 2,', `passes: 1, checks: ${check},`));
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-2', '--happened-at', ago(20));
  await rig.ok('verify', id, '--happened-at', ago(15));
  await rig.ok('resolve', id, '--happened-at', ago(14));
  await rig.ok('tick');
  expect(rig.state(id)).toMatchObject({ status: 'resolved', verification: [{ passed: true }, { passed: true }] });

  // Looked at a moment ago, it is left alone; seen ill when it is due, it is open again.
  rig.write('deployed', 'v2\n');
  await rig.ok('tick');
  expect(rig.state(id).status).toBe('resolved');
  await rig.ok('reopen', id, '--because', 'to look back at it', '--happened-at', ago(13));
  rig.write('deployed', 'v1\n');
  await rig.ok('verify', id, '--happened-at', ago(12));
  await rig.ok('resolve', id, '--happened-at', ago(11));
  rig.write('deployed', 'v2\n');
  await rig.ok('tick');
  const { status, timeline, resolved_at } = rig.state(id);
  expect({ status, resolved_at }).toEqual({ status: 'investigating', resolved_at: null });
  expect(timeline.at(-1)).toMatchObject({ type: 'incident.reopened', by: null });
  expect(timeline.at(-1)?.text).toContain('failed again while it was watched');
}, 60_000);
