import { expect, test } from 'vitest';
import { brokenService, rollbacks } from '../support/broken-service.ts';
import { startListener } from '../support/listener.ts';
import { checkout } from '../support/payloads.ts';
import type { Rig, Told } from '../support/rig.ts';

const other = (title: string): string =>
  JSON.stringify({ title, service: title, severity: 'critical', status: 'firing' });

const answersOf = (stdout: string): readonly Told[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const startsIn = (rig: Rig, id: string): number =>
  rig.state(id).timeline.filter(({ type }) => type === 'workflow.started').length;

test('a stream with --apply carries what begins to the drafted post-mortem, and goes on being answered', async () => {
  const rig = await brokenService({ rollback: 'sleep 1; echo "$4" > deployed' });
  const stdin = `${checkout()}\n${checkout()}\n${other('search')}\n${checkout()}\n`;
  const { code, stdout, stderr } = await rig.runWith({ stdin }, '--alert-payload', '-', '--apply', '--json');
  const answers = answersOf(stdout);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['created', 'deduplicated', 'created', 'deduplicated']);
  // While it is mended people see it as it was kept.
  expect(answers.map(({ status }) => status)).toEqual(['open', 'open', 'open', 'open']);
  expect(code).toBe(0);
  const [{ incident_id: id = '' } = {}, , { incident_id: second = '' } = {}] = answers;
  expect(rig.state(id)).toMatchObject({ status: 'resolved', post_mortem: { state: 'draft' }, alert_count: 3 });
  expect(rollbacks(rig)).toHaveLength(1);
  expect(rig.state(second)).toMatchObject({ status: 'open', mitigations: [] });
  expect(stderr).toContain(`${id}: post-mortem drafted`);
  expect(stderr).toContain(`${second}: stopped: no playbook says what to do`);
});

test('a stream of one payload with --apply is answered like that payload given by itself', async () => {
  const rig = await brokenService({});
  const { code, json } = await rig.runWith({ stdin: checkout() }, '--alert-payload', '-', '--apply', '--json');
  expect(code).toBe(0);
  expect(json).toMatchObject({ outcome: 'created', status: 'resolved', waits_for: null });
  expect(rollbacks(rig)).toHaveLength(1);
});

test('a stream without --apply proposes and runs nothing', async () => {
  const rig = await brokenService({});
  const stdin = `${checkout()}\n${checkout()}\n`;
  const { code, stdout } = await rig.runWith({ stdin }, '--alert-payload', '-', '--json');
  expect(code).toBe(0);
  const [{ incident_id: id = '' } = {}] = answersOf(stdout);
  expect(rig.state(id).mitigations).toMatchObject([{ state: 'proposed', playbook: 'roll back a bad deploy' }]);
  expect(rollbacks(rig)).toEqual([]);
});

test('a run behind a stream that fails costs the stream its exit code, and no alert', async () => {
  const rig = await brokenService({ rollback: 'exit 3' });
  const stdin = `${checkout()}\n${checkout()}\n`;
  const { code, stdout, stderr } = await rig.runWith({ stdin }, '--alert-payload', '-', '--apply', '--json');
  expect(code).toBe(1);
  const [{ incident_id: id = '' } = {}] = answersOf(stdout);
  expect(rig.state(id)).toMatchObject({ alert_count: 2, mitigations: [{ outcome: 'failed' }] });
  expect(stderr).toContain('failed with exit code 3');
  expect(startsIn(rig, id)).toBe(1);
});

test('a listener with --apply answers at once and mends behind the answer', async () => {
  const rig = await brokenService({ rollback: 'sleep 1; echo "$4" > deployed' });
  const listener = await startListener(rig, ['--apply']);
  const first = await listener.send('/alerts', { body: checkout() });
  expect(first).toMatchObject({ status: 200, body: { outcome: 'created', status: 'open' } });
  const id = String(first.body['incident_id']);
  const again = await listener.send('/alerts', { body: checkout() });
  expect(again).toMatchObject({ status: 200, body: { outcome: 'deduplicated' } });
  await expect.poll(() => rig.state(id).post_mortem.state, { timeout: 30_000 }).toBe('draft');
  expect(rig.state(id).status).toBe('resolved');
  expect(rollbacks(rig)).toHaveLength(1);
  expect(await listener.stop()).toBe(0);
});

test('a listener without --apply proposes and runs nothing', async () => {
  const rig = await brokenService({});
  const listener = await startListener(rig);
  const { body } = await listener.send('/alerts', { body: checkout() });
  const id = String(body['incident_id']);
  await expect.poll(() => rig.state(id).mitigations.length, { timeout: 20_000 }).toBe(1);
  expect(rig.state(id).mitigations).toMatchObject([{ state: 'proposed' }]);
  expect(await listener.stop()).toBe(0);
  expect(rollbacks(rig)).toEqual([]);
});

test('a listener that is told to stop in the middle of a run ends it, says so on record, and begins no other', async () => {
  const rig = await brokenService({ rollback: 'sleep 60' });
  const listener = await startListener(rig, ['--apply']);
  const { body } = await listener.send('/alerts', { body: checkout() });
  const id = String(body['incident_id']);
  await expect.poll(() => rollbacks(rig).length, { timeout: 20_000 }).toBe(1);
  await listener.send('/alerts', { body: checkout({ spec_id: 'spec-core-008-search' }) });
  expect(await listener.stop()).toBe(0);
  expect(rig.state(id).mitigations).toMatchObject([{ state: 'finished', outcome: 'aborted' }]);
  expect(rollbacks(rig)).toHaveLength(1);
});

test('nothing that people have to approve is run behind a stream or a listener', async () => {
  const rig = await brokenService({ auto: false });
  const listener = await startListener(rig, ['--apply']);
  const { body } = await listener.send('/alerts', { body: checkout() });
  const id = String(body['incident_id']);
  await expect.poll(() => rig.state(id).mitigations.length, { timeout: 20_000 }).toBe(1);
  expect(await listener.stop()).toBe(0);
  const stdin = `${checkout()}\n${other('search')}\n`;
  expect((await rig.runWith({ stdin }, '--alert-payload', '-', '--apply', '--json')).code).toBe(0);
  expect(rollbacks(rig)).toEqual([]);
  expect(rig.state(id).mitigations).toMatchObject([{ state: 'proposed' }]);
});
