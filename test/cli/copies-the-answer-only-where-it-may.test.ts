import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('--out inside the allow-list holds the very answer that was printed', async () => {
  const rig = openRig();
  const { code, json } = await rig.run('--alert-payload', checkout(), '--out', '.spec/reports/x', '--json');
  expect(code).toBe(0);
  const { files, ...copy } = JSON.parse(rig.read('.spec/reports/x/summary.json'));
  const { files: printed, ...rest } = json;
  expect(copy).toEqual(rest);
  expect(printed).toEqual({ ...files, answer: '.spec/reports/x/summary.json' });
});

test.each(['/elsewhere', '..', '../.spec/reports', '.', '.spec', '.spec/reports/../..', '.spec/reportsx', ''])(
  '--out %j is refused with exit 2',
  async (out) => {
    const rig = openRig();
    await rig.ok('declare', 'logins fail');
    const { code, json } = await rig.run('show', '--out', out, '--json');
    expect({ code, reason: json.error?.reason }).toEqual({ code: 2, reason: 'out-not-allowed' });
    expect(json.error?.message).toContain('.spec/reports');
    const note = await rig.run('note', 'must not be written', '--out', out, '--json');
    expect(note.code).toBe(2);
    expect(JSON.stringify(await rig.ok('timeline'))).not.toContain('must not be written');
  },
);

test('a symbolic link on the way out of the allow-list is refused', async () => {
  const rig = openRig();
  await rig.ok('declare', 'logins fail');
  symlinkSync(temporaryFolder(), join(rig.folder, '.spec/reports/elsewhere'));
  const { code, json } = await rig.run('show', '--out', '.spec/reports/elsewhere', '--json');
  expect(code).not.toBe(0);
  expect(json.error?.reason).toMatch(/symlink|not-allowed/);
});

test('an alert is recorded even when --out is wrong, and the answer still says exit 2', async () => {
  const rig = openRig();
  const { code, json } = await rig.run('--alert-payload', checkout(), '--out', '/elsewhere', '--json');
  expect({ code, outcome: json.outcome, reason: json.error?.reason }).toEqual({
    code: 2,
    outcome: 'created',
    reason: 'out-not-allowed',
  });
  expect(rig.state(json.incident_id).alert_count).toBe(1);
});
