import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';
import { keepsFiles } from '../support/store-under-test.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const switchedOff = 'safety: { redact_secrets: false, disallow_symlink_writes: false }\n';
const secret = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');

describe('a configuration that would switch safeguards off', () => {
  test('is told that they stay on, and costs nothing', async () => {
    const rig = openRig(switchedOff);
    const { json } = await rig.run('--alert-payload', checkout({ message: `token ${secret}` }), '--json');
    expect(json).toMatchObject({ exit_code: 0, outcome: 'created', error: null });
    for (const key of ['safety.redact_secrets', 'safety.disallow_symlink_writes']) {
      expect(json.warnings.filter((warning) => warning.startsWith(`configuration: ${key} is false`))).toHaveLength(1);
    }
    await rig.ok('note', `it said ${secret}`);
    expect(rig.files('.spec').filter((file) => rig.read(file).includes(secret))).toEqual([]);
    const { json: health } = await rig.run('doctor', '--json');
    expect(health.checks).toContainEqual(expect.objectContaining({ name: 'safety', state: 'warn' }));
  });

  test.runIf(keepsFiles)('still writes through no symbolic link', async () => {
    const rig = openRig(switchedOff);
    symlinkSync(temporaryFolder(), join(rig.folder, '.spec/reports'));
    const { code, json } = await rig.run('--alert-payload', checkout(), '--json');
    expect(code).not.toBe(0);
    expect(json.error?.reason).toBe('symlink-in-path');
  });
});

describe('the id of a spec that does not fit safety.spec_id_regex', () => {
  const rule = [
    "safety: { spec_id_regex: '^spec-[a-z]+$' }",
    'incident_response:',
    '  workflows: { smartspec_production_monitor: { command: [/bin/true] } }',
    '  verification: { passes: 1, checks: [{ workflow: smartspec_production_monitor }] }',
    '  playbooks:',
    '    - { name: look, match: { service: "*" }, propose: { workflow: smartspec_production_monitor, args: { spec-id: spec_id } } }',
    '',
  ].join('\n');

  test('is handed to no workflow, whoever names it', async () => {
    const rig = openRig(rule);
    const created = await rig.ok('--alert-payload', checkout({ spec_id: 'spec-Odd_7' }));
    expect(created).toMatchObject({ outcome: 'created' });
    expect(created.warnings.join()).toContain('"spec-Odd_7" does not fit safety.spec_id_regex');
    expect(rig.state(created.incident_id).mitigations).toEqual([]);
    const propose = ['mitigate', 'propose', '--workflow', 'smartspec_production_monitor', '--json'];
    const typed = await rig.run(...propose, '--arg', 'spec-id=spec-Odd_7');
    expect(typed).toMatchObject({ code: 2, json: { error: { reason: 'spec-id-invalid' } } });
    expect(await rig.run(...propose, '--arg', 'spec-id=spec-shop')).toMatchObject({ code: 0 });
    const verified = await rig.run('verify', '--json');
    expect(verified.code).toBe(1);
    expect(JSON.stringify(verified.json)).toContain('does not fit safety.spec_id_regex');
  });
});
