import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

const hook = fileURLToPath(new URL('../support/failing-disk.cjs', import.meta.url));
const failing = (fault: string, after: number) => ({
  node: ['--require', hook],
  env: { FAULT: fault, FAULT_AFTER: String(after) },
});

test.each([
  ['ENOSPC', 'disk-full', 'full'],
  ['EROFS', 'read-only', 'read-only'],
  ['EACCES', 'no-permission', 'permission'],
])('%s from the start is one clear error, and nothing is left behind', async (fault, reason, word) => {
  const rig = openRig();
  const { code, json } = await rig.runWith(failing(fault, 0), '--alert-payload', checkout(), '--json');
  expect({ code, reason: json.error?.reason, incident: json.incident_id }).toEqual({ code: 1, reason, incident: null });
  const { code: again, stdout, stderr } = await rig.runWith(failing(fault, 0), 'declare', 'logins fail');
  expect({ again, stdout }).toEqual({ again: 1, stdout: '' });
  expect(stderr.split('\n')[0]).toMatch(new RegExp(`^error: .*${word}`));
  expect(stderr).not.toMatch(/\n {4}at |ENOSPC|EROFS|EACCES/);
  expect(rig.files('.spec')).toEqual([]);
});

describe('a disk that fails in the middle', () => {
  const moments = Array.from({ length: 9 }, (_, index) => 2 * index + 1);

  test.each(moments)(
    'of taking an alert, after %i changes: all or nothing, and the next call simply works',
    async (after) => {
      const rig = openRig();
      const hit = await rig.runWith(failing('ENOSPC', after), '--alert-payload', checkout(), '--json');
      expect([0, 1, 3]).toContain(hit.code);
      const known = await rig.ok('list', '--all');
      expect(known['incidents']).toHaveLength(
        hit.code === 1 ? expect.any(Number) && listLength(known['incidents']) : 1,
      );
      expect(listLength(known['incidents'])).toBeLessThanOrEqual(1);
      const healed = await rig.ok('--alert-payload', checkout());
      expect(['created', 'deduplicated']).toContain(healed.outcome);
      if (hit.code !== 1) expect(healed.incident_id).toBe(hit.json.incident_id);
      const state = rig.state(healed.incident_id);
      expect(state.alert_count).toBe(healed.outcome === 'created' ? 1 : 2);
      await rig.ok('audit', 'rebuild', '--all');
      expect(await rig.ok('audit', 'verify', '--all')).toMatchObject({ outcome: 'verified', checked: 1 });
    },
  );

  test('of a note: what is said to be recorded is, what is refused is not', async () => {
    const rig = openRig();
    const id = (await rig.ok('--alert-payload', checkout())).incident_id;
    for (let after = 0; after < 6; after += 1) {
      const { code } = await rig.runWith(failing('ENOSPC', after), 'note', `number ${after}`, '--json');
      const texts = (await rig.ok('timeline', id))['timeline'];
      if (code !== 1) expect(JSON.stringify(texts)).toContain(`number ${after}`);
      expect([0, 1, 3]).toContain(code);
    }
    await rig.ok('note', 'afterwards');
    expect(await rig.run('audit', 'verify', id)).toMatchObject({ code: 0 });
    expect(readdirSync(`${rig.folder}/.spec/reports/incidents/tmp`)).toEqual([]);
  });
});

function listLength(list: unknown): number {
  return Array.isArray(list) ? list.length : -1;
}
