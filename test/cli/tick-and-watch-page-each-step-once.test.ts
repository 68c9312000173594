import { expect, it } from 'vitest';
import { startWatch } from '../support/start-watch.ts';
import { storeEnvironment } from '../support/store-under-test.ts';
import { inMinutes, openTellingRig, pause, toldIn } from './told.ts';

it('two watches and a tick at the same time page each step once, and a watch ends cleanly', async () => {
  const rig = openTellingRig([], 'works', '1s');
  const start = () => startWatch(rig.folder, '1s', storeEnvironment(rig.folder));
  const watches = [start(), start()];
  const { incident_id } = await rig.ok('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  for (let round = 0; round < 30 && toldIn(rig).length < 2; round += 1) {
    await Promise.all([rig.run('tick', '--json'), pause(200)]);
  }
  const codes = await Promise.all(watches.map((watch) => watch.interrupt()));
  expect(toldIn(rig).map(({ key }) => key)).toEqual([
    `${incident_id}/page-1-1.1/command:pager/ana`,
    `${incident_id}/page-1-1.2/command:pager/bo`,
  ]);
  expect(codes).toEqual([0, 0]);
  expect(watches[0]?.shown()).toContain('orders fail');
  expect(watches[0]?.shown()).toContain('watch ended');
});

it('acknowledging stops the escalation', async () => {
  const rig = openTellingRig();
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  await rig.ok('ack', '--as', 'ana');
  const ticked = await inMinutes(rig, 11, 'tick', '--json');
  expect(ticked.json).toMatchObject({ outcome: 'ticked', attempted: 0 });
  expect(toldIn(rig)).toHaveLength(1);
});

it('escalate pages the next step now', async () => {
  const rig = openTellingRig();
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  await rig.ok('ack', '--as', 'ana');
  await rig.ok('escalate', '--because', 'needs the storage team');
  expect(toldIn(rig).map(({ kind, to }) => `${kind} ${to}`)).toEqual(['page +1 202 555 0101', 'page +1 202 555 0102']);
});
