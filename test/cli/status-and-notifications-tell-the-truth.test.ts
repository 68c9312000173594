import { expect, it } from 'vitest';
import { openRig } from '../support/rig.ts';
import { openTellingRig, pause } from './told.ts';

it('status fails and names the step that is overdue', async () => {
  const rig = openTellingRig();
  expect((await rig.run('status')).code).toBe(0);
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  expect((await rig.run('status')).code).toBe(0);
  await pause(2100);
  const overdue = await rig.run('status', '--json');
  expect(overdue.code).toBe(1);
  expect(overdue.json['overdue']).toMatchObject([{ kind: 'step-overdue', step: 2 }]);
  expect(overdue.json.error?.message).toMatch(/step 2 overdue by \d+ s$/);
  await rig.ok('tick');
  expect((await rig.run('status')).code).toBe(0);
});

it('when nobody is reached the call ends with 3, and says whom to ring and what to say', async () => {
  const rig = openTellingRig([], 'dead');
  const ran = await rig.run('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout');
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('nobody was reached');
  expect(ran.stderr).toMatch(/Ana Lima\s+\+1 202 555 0101/);
  expect(ran.stderr).toMatch(/Bo Chen\s+\+1 202 555 0102/);
  expect(ran.stderr).toMatch(/SEV-1: orders fail \(checkout\).*incident ack INC-/);
});

it('notifications show what failed, why, and when it is tried again', async () => {
  const rig = openTellingRig([], 'dead');
  const { json } = await rig.run('declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout', '--json');
  expect(json['notifications']).toEqual({ sent: 0, waiting: 1, failed: 0, suppressed: 0 });
  const shown = await rig.ok('notifications');
  expect(shown['notifications']).toMatchObject([
    { to: 'ana', state: 'waiting', reason: 'command-failed', attempts: 1 },
  ]);
  expect((await rig.run('notifications')).stdout).toMatch(
    /page\s+ana\s+command:pager\s+failed for now: command-failed/,
  );
  expect((await rig.run('status')).code).toBe(1);
});

it('with no channel nothing is owed: the call ends with 0 and a warning', async () => {
  const rig = openRig();
  const ran = await rig.run('declare', 'orders fail', '--severity', 'SEV-1', '--json');
  expect(ran.code).toBe(0);
  expect(ran.json.warnings).toEqual(['no channel is configured, so nobody was told']);
  expect((await rig.run('note', 'looking', '--json')).json.warnings).toEqual([]);
});
