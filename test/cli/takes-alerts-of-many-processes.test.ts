import { expect, test } from 'vitest';
import { sendByManyProcesses } from '../support/many-processes.ts';
import { openRig } from '../support/rig.ts';
import { keepsFiles } from '../support/store-under-test.ts';

test('forty processes at once make one incident that knows of every alert', async () => {
  const rig = openRig();
  const { codes, ids } = await sendByManyProcesses(rig, 40, 16);
  expect(codes).toEqual(new Set([0]));
  expect(ids.size).toBe(1);
  const [id = ''] = ids;
  expect(rig.state(id).alert_count).toBe(40);
  if (keepsFiles) expect(rig.files(`.spec/reports/incidents/${id}/alerts`)).toHaveLength(40);
  expect((await rig.ok('list'))['incidents']).toHaveLength(1);
  expect(await rig.ok('audit', 'verify', '--all')).toMatchObject({ exit_code: 0 });
}, 120_000);
