import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';
import { keepsFiles } from '../support/store-under-test.ts';

const config = `
incident_response:
  people:
    ana: { name: Ana Lima, email: ana@example.com }
    bo: { name: Bo Chen, email: bo@example.com }
  workflows:
    smartspec_rollback: { command: [node, ops/rollback.mjs], timeout: 20s }
    smartspec_hotfix: { command: [node, ops/fails.mjs], timeout: 20s }
  verification:
    passes: 2
    every: 0s
    checks: [{ name: checkout health, command: [node, ops/health.mjs] }]
`;

const rollback = `
import { appendFileSync, writeFileSync } from 'node:fs';
appendFileSync('runs.log', JSON.stringify(process.argv.slice(2)) + '\\n');
writeFileSync('healthy', '');
console.log('v1.42.0 to v1.41.0');
`;
const health = `
import { existsSync } from 'node:fs';
console.log(existsSync('healthy') ? 'p99 212 ms' : 'p99 910 ms');
process.exitCode = existsSync('healthy') ? 0 : 1;
`;

test('from the alert to the closed incident, through real workflows and checks', async () => {
  const rig = openRig(config);
  rig.write('ops/rollback.mjs', rollback);
  rig.write('ops/health.mjs', health);
  rig.write('ops/fails.mjs', "console.error('no such build'); process.exitCode = 3;");
  const ran = () => (existsSync(join(rig.folder, 'runs.log')) ? rig.read('runs.log').trim().split('\n') : []);

  const created = await rig.ok('--alert-payload', checkout());
  expect(created).toMatchObject({ status: 'open', phase: 'triage' });
  expect(await rig.ok('ack', '--as', 'ana')).toMatchObject({
    status: 'investigating',
    phase: 'mitigation',
    commander: 'ana',
  });

  const early = await rig.run('verify', '--json');
  expect(early).toMatchObject({ code: 1, json: { outcome: 'not-healthy', error: { reason: 'verification-failed' } } });
  expect(await rig.run('resolve', '--json')).toMatchObject({ code: 4, json: { error: { reason: 'not-verified' } } });

  const propose = [
    'mitigate',
    'propose',
    '--workflow',
    'smartspec_rollback',
    '--arg',
    'failed-deployment-id=deploy-1; touch pwned',
    '--as',
    'ana',
  ];
  expect(await rig.ok(...propose)).toMatchObject({ outcome: 'proposed', mitigation: 'M1' });
  expect(await rig.run('mitigate', 'run', '--apply', '--as', 'ana', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'not-approved' } },
  });
  expect(await rig.run('mitigate', 'approve', '--as', 'ana', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'proposer-may-not-approve' } },
  });
  expect(await rig.ok('mitigate', 'approve', '--as', 'bo')).toMatchObject({ outcome: 'approved' });

  const preview = await rig.ok('mitigate', 'run', '--as', 'ana');
  expect(preview).toMatchObject({ outcome: 'previewed', status: 'investigating' });
  expect(preview['command']).toEqual(expect.arrayContaining(['--failed-deployment-id', 'deploy-1; touch pwned']));
  expect(ran()).toEqual([]);

  const run = await rig.ok('mitigate', 'run', '--apply', '--as', 'ana');
  expect(run).toMatchObject({ outcome: 'mitigation-ran', status: 'mitigating', phase: 'resolution' });
  expect(ran()).toEqual([expect.stringContaining('"deploy-1; touch pwned"')]);
  expect(existsSync(join(rig.folder, 'pwned'))).toBe(false);
  expect(await rig.run('mitigate', 'run', '--apply', '--as', 'ana', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'already-run' } },
  });
  expect(ran()).toHaveLength(1);

  expect(await rig.ok('verify')).toMatchObject({ outcome: 'verified', passed: true });
  expect(await rig.ok('resolve', '--as', 'ana')).toMatchObject({ status: 'resolved', phase: 'post-mortem' });
  await rig.ok(
    'rca',
    '--trigger',
    'deploy-1 raised the pool size',
    '--factor',
    'no load test covers the pool',
    '--factor',
    'limits are set by hand',
    '--why',
    'requests waited',
  );
  await rig.ok(
    'action',
    'add',
    'Reject a deploy whose pool exceeds the limit',
    '--owner',
    'platform',
    '--type',
    'prevent',
    '--due',
    '2099-12-11',
    '--priority',
    'P1',
  );
  expect(await rig.ok('post-mortem', 'draft')).toMatchObject({ outcome: 'drafted' });
  expect(await rig.run('close', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'post-mortem-not-final' } },
  });
  expect(await rig.ok('post-mortem', 'lint')).toMatchObject({ outcome: 'clean' });
  expect(await rig.ok('post-mortem', 'finalize', '--as', 'bo')).toMatchObject({ outcome: 'finalized' });
  const id = created.incident_id;
  expect(await rig.ok('close', id)).toMatchObject({
    status: 'closed',
    root_cause_identified: true,
    action_items_created: 1,
  });

  const state = rig.state(id);
  expect(Object.values(state.durations).every((seconds) => seconds !== null)).toBe(true);
  expect(state.timeline.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'workflow.started',
      'workflow.finished',
      'verification.recorded',
      'incident.resolved',
      'incident.closed',
    ]),
  );
  const summary = keepsFiles
    ? JSON.parse(rig.read(`.spec/reports/incidents/${id}/summary.json`))
    : await rig.ok('show', id);
  expect(summary).toMatchObject({
    status: 'closed',
    root_cause_identified: true,
    action_items_created: 1,
  });
  expect(await rig.ok('audit', 'verify', id)).toMatchObject({ outcome: 'verified' });
  const again = await rig.ok('--alert-payload', checkout());
  expect(again.outcome).toBe('created');
  expect(rig.state(again.incident_id).follows).toEqual([id]);
}, 90_000);

test('a workflow that fails is exit 1, is on record, and mitigates nothing', async () => {
  const rig = openRig(config);
  rig.write('ops/fails.mjs', "console.error('no such build'); process.exitCode = 3;");
  await rig.ok('--alert-payload', checkout());
  await rig.ok('mitigate', 'propose', '--workflow', 'smartspec_hotfix', '--as', 'ana');
  await rig.ok('mitigate', 'approve', '--as', 'bo');
  const { code, json } = await rig.run('mitigate', 'run', '--apply', '--as', 'ana', '--json');
  expect({ code, outcome: json.outcome, status: json.status }).toEqual({
    code: 1,
    outcome: 'mitigation-failed',
    status: 'investigating',
  });
  expect(rig.state(json.incident_id).mitigations[0]).toMatchObject({
    outcome: 'failed',
    exit_code: 3,
    excerpt: expect.stringContaining('no such build'),
  });
});
