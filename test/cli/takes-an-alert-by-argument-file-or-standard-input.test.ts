import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';
import { keepsFiles } from '../support/store-under-test.ts';

describe('the main job takes a payload', () => {
  test('as JSON text, and writes the state of SmartSpec and more', async () => {
    const rig = openRig();
    const { code, json, stderr } = await rig.run('--alert-payload', checkout(), '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const id = json.incident_id;
    expect(json).toMatchObject({
      workflow: 'smartspec_incident_response',
      version: '1.0.0',
      run_id: expect.any(String),
      incident_id: expect.stringMatching(/^INC-\d{8}-[2-9A-HJKMNP-TV-Z]{6}$/),
      severity: 'SEV-2',
      status: 'open',
      phase: 'triage',
      root_cause_identified: false,
      action_items_created: 0,
      outcome: 'created',
      exit_code: 0,
      severity_because: expect.stringContaining('SEV-2'),
      commander: null,
      notifications: { sent: 0, waiting: 0, failed: 0, suppressed: 0 },
      files: keepsFiles ? { incident: `.spec/reports/incidents/${id}/incident.json` } : {},
      next: [{ command: `incident ack ${id}`, why: 'nobody has acknowledged yet' }],
      warnings: ['no channel is configured, so nobody was told'],
      error: null,
    });
    const summary = keepsFiles ? JSON.parse(rig.read(`.spec/reports/incidents/${id}/summary.json`)) : json;
    expect(summary).toMatchObject({
      workflow: 'smartspec_incident_response',
      incident_id: id,
      severity: 'SEV-2',
      status: 'open',
      root_cause_identified: false,
      action_items_created: 0,
    });
    expect(rig.state(id)).toMatchObject({
      id,
      title: 'p99_latency',
      service: 'spec-core-007-checkout',
      source: 'smartspec_production_monitor',
      alert_count: 1,
      alerts: [{ count: 1, title: 'p99_latency', severity_raw: 'SEV-2', labels: { metric: 'p99_latency' } }],
      durations: { time_to_detect: 0, time_to_acknowledge: null, time_to_mitigate: null, time_to_resolve: null },
      mitigations: [],
      verification: [],
      notifications: [],
      root_cause: null,
      contributing_factors: [],
      action_items: [],
    });
    if (!keepsFiles) return;
    expect(JSON.parse(rig.read(`.spec/reports/incidents/${id}/alerts/000002.json`))).toMatchObject({
      payload: { metric: 'p99_latency' },
    });
  });

  test('from a file, and from standard input', async () => {
    const rig = openRig();
    rig.write('alert.json', checkout());
    expect(await rig.ok('--alert-payload', '@alert.json')).toMatchObject({ outcome: 'created' });
    const { code, json } = await rig.runWith({ stdin: checkout() }, '--alert-payload', '-', '--json');
    expect({ code, outcome: json.outcome }).toEqual({ code: 0, outcome: 'deduplicated' });
  });

  test('in a folder that holds nothing yet', async () => {
    const rig = openRig();
    const { code } = await rig.runWith({ cwd: rig.folder }, '--alert-payload', checkout());
    expect(code).toBe(0);
  });

  test('with byte order mark, white space and a trailing newline', async () => {
    const rig = openRig();
    const { code, json } = await rig.runWith(
      { stdin: `\ufeff\n  ${checkout()}\r\n` },
      '--alert-payload',
      '-',
      '--json',
    );
    expect({ code, outcome: json.outcome }).toEqual({ code: 0, outcome: 'created' });
  });

  test('and says on request how it was read and why it is so severe', async () => {
    const { stdout } = await openRig().run('--alert-payload', checkout({ severity: undefined }), '--explain');
    expect(stdout).toContain('read: Read as smartspec_production_monitor');
    expect(stdout).toContain('p99_latency is 2.28 times its SLO; rule metric-over-slo');
  });
});
