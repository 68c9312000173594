import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

const config = [
  'incident_response:',
  '  people: { ana: { name: Ana Lima }, bo: { name: Bo Chen } }',
  '  oncall:',
  '    shop: { rotation: [ana], starts: 2026-01-05 }',
  '    search: { rotation: [bo], starts: 2026-01-05 }',
  '  services:',
  '    search: { oncall: search }',
  '    checkout: { oncall: shop, spec_id: spec-core-007-checkout }',
  '  severity:',
  '    rules: [{ when: \'service == "checkout" && value > 2.0 * slo\', severity: SEV-1, because: orders stop }]',
  '  playbooks:',
  '    - name: look at it',
  '      match: { when: \'service == "checkout" && value > slo\' }',
  '      propose: { workflow: smartspec_rollback, args: { failed-deployment-id: "=deploy-1" } }',
  '',
].join('\n');

test('an alert that names the spec finds the commander, the rules and the playbooks of its service', async () => {
  const rig = openRig(config);
  const told = await rig.ok('--alert-payload', checkout());
  expect(told).toMatchObject({
    commander: 'ana',
    severity: 'SEV-1',
    severity_because: expect.stringContaining('orders stop'),
  });
  expect(told.warnings.filter((warning) => warning.includes('could not be asked'))).toEqual([]);
  expect(rig.state(told.incident_id)).toMatchObject({
    service: 'spec-core-007-checkout',
    mitigations: [{ playbook: 'look at it' }],
  });
  for (const [service, count] of [
    ['checkout', 1],
    ['spec-core-007-checkout', 1],
    ['search', 0],
  ] as const) {
    expect((await rig.ok('list', '--service', service))['incidents']).toHaveLength(count);
  }
});

test('one that names another spec finds none of them', async () => {
  const rig = openRig(config);
  const told = await rig.ok('--alert-payload', checkout({ spec_id: 'spec-core-008-basket' }));
  expect(told).toMatchObject({ commander: null, severity: 'SEV-2' });
  expect(rig.state(told.incident_id).mitigations).toEqual([]);
});
