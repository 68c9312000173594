import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';

/** A small service that is as healthy as the version that is deployed: v2 answers 500. */
async function serve(rig: Rig): Promise<number> {
  const server = http.createServer((_request, response) => {
    const version = fs.readFileSync(path.join(rig.folder, 'deployed'), 'utf8').trim();
    response.writeHead(version === 'v2' ? 500 : 200).end(version);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

interface Wish {
  readonly auto?: boolean;
  readonly rollback?: string;
  readonly approvals?: string;
  readonly more?: string;
}

async function brokenService({ auto = true, rollback, approvals = '', more = '' }: Wish): Promise<Rig> {
  const rig = openRig();
  const port = await serve(rig);
  rig.write('deployed', 'v2\n');
  // The version to go back to is its fourth argument, as a real deploy tool would take it.
  rig.write('ops/rollback.sh', `#!/bin/sh\necho "$@" >> runs.txt\n${rollback ?? 'echo "$4" > deployed'}\n`, 0o700);
  rig.write(
    '.spec/smartspec.config.yaml',
    `
safety: { network_policy: { default: deny, allowlist_domains: [127.0.0.1] } }
incident_response:
  people: { ana: { name: Ana Lima }, bo: { name: Bo Chen } }
  services: { checkout: { spec_id: spec-core-007-checkout } }
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: 1m } }
  playbooks:
    - name: roll back a bad deploy
      match: { service: checkout, severity: [SEV-1, SEV-2], when: 'value > slo' }
      propose:
        workflow: smartspec_rollback
        args: { failed-deployment-id: suspect.deployment_id, target-version: suspect.previous_version }
      risk: carts filled since the deploy are emptied
      verification: [{ http: { url: "http://127.0.0.1:${port}/health", status: 200, within: 2s } }]
      auto: ${auto}
${more}
  verification: { passes: 2, every: 1s }
${approvals}
`,
  );
  await rig.ok(
    ...['change', 'add', 'checkout v2', '--service', 'checkout', '--deployment-id', 'deploy-7'],
    ...['--version', 'v2', '--from-version', 'v1', '--at', new Date(Date.now() - 600_000).toISOString()],
  );
  return rig;
}

const runs = (rig: Rig): readonly string[] =>
  fs.existsSync(path.join(rig.folder, 'runs.txt')) ? rig.read('runs.txt').trim().split('\n') : [];

test('from the alert to the drafted post-mortem in one call, and nothing twice in the next', async () => {
  const rig = await brokenService({});
  const told = await rig.ok('--alert-payload', checkout(), '--apply');
  expect(told).toMatchObject({ outcome: 'created', status: 'resolved', phase: 'post-mortem', waits_for: null });
  expect(told.files['post_mortem']).toMatch(/post-mortem\.md$/);
  expect(runs(rig)).toEqual(['--failed-deployment-id deploy-7 --target-version v1 --apply --auto-approve']);
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
  expect(runs(rig)).toHaveLength(1);
  expect((await rig.run('audit', 'verify', '--all')).code).toBe(0);
}, 60_000);

test('without --apply it proposes, says exactly what would run, and runs nothing', async () => {
  const rig = await brokenService({});
  const told = await rig.ok('--alert-payload', checkout());
  expect(told).toMatchObject({ outcome: 'created', status: 'open', waits_for: { gate: 'apply-missing' } });
  expect(runs(rig)).toEqual([]);
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
  expect(runs(rig)).toEqual([]);
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
    expect(runs(rig)).toEqual([]);
  },
  60_000,
);

test('once a person has approved it, it goes on to the next gate: resolving what no automatic playbook mended', async () => {
  const rig = await brokenService({ auto: false });
  const { incident_id: id } = await rig.ok('--alert-payload', checkout(), '--apply');
  await rig.ok('mitigate', 'approve', id, '--as', 'bo');
  const told = await rig.ok('--incident-id', id, '--apply', '--as', 'bo');
  expect(told).toMatchObject({ status: 'mitigating', waits_for: { gate: 'person-resolves' } });
  expect(told.next[0]?.command).toContain('assign');
  expect(told.next.at(-1)?.command).toBe(`incident resolve ${id}`);
  await rig.ok('resolve', id);
  expect(await rig.ok('--incident-id', id, '--apply')).toMatchObject({ outcome: 'drafted' });
  expect(runs(rig)).toHaveLength(1);
}, 60_000);

test('a run that fails is tried once, asks for people, and is not called a success', async () => {
  const rig = await brokenService({ rollback: 'echo "no such version" >&2; exit 3' });
  const { code, json } = await rig.run('--alert-payload', checkout(), '--apply', '--json');
  expect(code).toBe(1);
  expect(json).toMatchObject({ status: 'investigating', waits_for: { gate: 'run-failed' } });
  const { timeline } = rig.state(json.incident_id);
  expect(timeline.map(({ type }) => type)).toContain('incident.escalated');
  await rig.run('--incident-id', json.incident_id, '--apply');
  expect(runs(rig)).toHaveLength(1);
}, 60_000);

test('a run that succeeds and heals nothing had no effect, and nothing is resolved', async () => {
  const rig = await brokenService({ rollback: 'true' });
  const { code, json } = await rig.run('--alert-payload', checkout(), '--apply', '--json');
  expect(code).toBe(1);
  expect(json).toMatchObject({ status: 'investigating', error: { reason: expect.stringMatching(/failed/) } });
  expect(rig.state(json.incident_id).mitigations).toMatchObject([{ verdict: 'no-effect', outcome: 'succeeded' }]);
  await rig.run('--incident-id', json.incident_id, '--apply');
  expect(runs(rig)).toHaveLength(1);
}, 60_000);

test('what has to hold before a run is asked first, and holds it up', async () => {
  const rig = await brokenService({ more: '      pre_check: [{ name: spare room, command: [./ops/has-room.sh] }]' });
  rig.write('ops/has-room.sh', '#!/bin/sh\nexit 1\n', 0o700);
  const { json } = await rig.run('--alert-payload', checkout(), '--apply', '--json');
  expect(json).toMatchObject({ status: 'open', error: { message: expect.stringContaining('pre-check-failed') } });
  expect(runs(rig)).toEqual([]);
}, 60_000);

test('a playbook without what it needs says so and proposes nothing', async () => {
  const rig = await brokenService({});
  fs.rmSync(path.join(rig.folder, '.spec/reports/incidents/changes'), { recursive: true });
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
