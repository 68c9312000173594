import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { brokenService, rollbacks } from '../support/broken-service.ts';
import { checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';
import { inMinutes } from './told.ts';

interface Message {
  readonly kind: string;
  readonly audience: string;
  readonly text: string;
}

const messagesAt = ({ received }: WebhookReceiver): readonly Message[] => received.map(({ body }) => JSON.parse(body));
const overrides = (receiver: WebhookReceiver): readonly Message[] =>
  messagesAt(receiver).filter(({ text }) => text.includes('run without approval'));

const script = '#!/bin/sh\nsleep 2\necho ran >> runs\n';
const board = '{ to: ["webhook:board"], from: SEV-4 }';

/** A project in which cy leads, a rollback is proposed, and these stakeholders hear by webhook. */
async function proposed(stakeholders: string, answer?: (response: ServerResponse) => void) {
  const receiver = await startReceiver(answer);
  const rig = openRig(`
safety: { network_policy: { default: deny, allowlist_domains: [127.0.0.1] } }
incident_response:
  people: { ana: { name: Ana Lima }, bo: { name: Bo Chen }, cy: { name: Cy Okoro } }
  notifications: { webhook: { board: { url: "${receiver.url}" } } }
  stakeholders: [${stakeholders}]
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: 1m } }
  approvals: { default: { by: [ana, bo] } }
`);
  rig.write('ops/rollback.sh', script, 0o700);
  const { incident_id: id } = await rig.ok('declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('assign', id, 'commander', 'cy');
  await rig.ok('mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--as', 'cy');
  const override = ['mitigate', 'run', id, '--override', '--because', 'nobody else is awake', '--apply', '--as', 'cy'];
  return { rig, id, receiver, override };
}

const hasRun = (rig: Rig): boolean => rig.files().includes('runs');

describe('a run that the commander starts without approval', () => {
  test('is told to people with its reason while it goes on, and once', async () => {
    let rig: Rig | null = null;
    const seen: boolean[] = [];
    const project = await proposed(board, (response) => {
      if (rig !== null) seen.push(hasRun(rig));
      response.writeHead(204).end();
    });
    rig = project.rig;
    expect(await rig.ok(...project.override)).toMatchObject({ outcome: 'mitigation-ran' });
    expect(overrides(project.receiver)).toEqual([
      expect.objectContaining({
        kind: 'update',
        audience: 'internal',
        text: 'M1 run without approval, on the authority of whoever leads: nobody else is awake',
      }),
    ]);
    // First while it ran, then that it worked.
    expect(seen).toEqual([false, true]);
    expect(messagesAt(project.receiver).map(({ kind }) => kind)).toEqual(['declared', 'update', 'mitigated']);
    await rig.ok('tick');
    expect(overrides(project.receiver)).toHaveLength(1);
  });

  test.each([
    ['those who only hear that it began and ended', '{ to: ["webhook:board"], stages: [declared, resolved] }', 1],
    ['those who only hear of updates', '{ to: ["webhook:board"], stages: [update] }', 1],
    ['nobody outside', '{ to: ["webhook:board"], audience: external }', 0],
  ])('is told to %s', async (_whom, stakeholders, count) => {
    const { rig, override, receiver } = await proposed(stakeholders);
    await rig.run(...override);
    expect(hasRun(rig)).toBe(true);
    expect(overrides(receiver)).toHaveLength(count);
  });

  test('runs although nobody can be told, and is told when that is possible again', async () => {
    let dead = false;
    const { rig, id, override, receiver } = await proposed(board, (response) => {
      response.writeHead(dead ? 503 : 204).end();
    });
    dead = true;
    const ran = await rig.run(...override, '--json');
    expect(ran).toMatchObject({ code: 3, json: { outcome: 'mitigation-ran' } });
    expect(hasRun(rig)).toBe(true);
    const before = overrides(receiver).length;
    dead = false;
    await inMinutes(rig, 30, 'tick');
    expect(overrides(receiver).length).toBe(before + 1);
    const sent = rig.state(id).notifications.filter(({ state, kind }) => state === 'sent' && kind === 'update');
    expect(sent).toHaveLength(1);
  });
});

test('resolving without verification is told with its reason', async () => {
  const { rig, id, receiver } = await proposed(board);
  await rig.ok('resolve', id, '--override', '--because', 'the service is switched off', '--as', 'cy');
  const last = messagesAt(receiver).at(-1);
  expect(last).toMatchObject({
    kind: 'resolved',
    text: expect.stringContaining('without verification: the service is switched off'),
  });
});

test('a road without a person tells people how it went, and again when the service falls ill while it is watched', async () => {
  const receiver = await startReceiver();
  const more = `  notifications: { webhook: { board: { url: "${receiver.url}" } } }\n  stakeholders: [${board}]`;
  const rig = await brokenService({ approvals: more });
  const told = await rig.ok('--alert-payload', checkout(), '--apply');
  expect(told).toMatchObject({ status: 'resolved' });
  const id = told.incident_id;
  expect(messagesAt(receiver).map(({ kind }) => kind)).toEqual(['declared', 'resolved']);

  const folder = `.spec/reports/post-mortems/${id}`;
  expect(rig.files(folder)).toEqual(
    expect.arrayContaining([`${folder}/post-mortem.md`, `${folder}/action-items.json`]),
  );
  const report = rig.read(`${folder}/post-mortem.md`);
  for (const said of ['smartspec_rollback', 'deploy-7', 'every check passes after it']) expect(report).toContain(said);
  expect(rig.state(id)).toMatchObject({
    status: 'resolved',
    durations: { time_to_mitigate: expect.any(Number), time_to_resolve: expect.any(Number) },
    mitigations: [{ automatic: true, exit_code: 0, verdict: 'worked' }],
  });

  rig.write('deployed', 'v2\n');
  await inMinutes(rig, 5, 'tick');
  expect(rig.state(id)).toMatchObject({ status: 'investigating', resolved_at: null, mitigated_at: null });
  expect(messagesAt(receiver).at(-1)).toMatchObject({
    kind: 'reopened',
    text: expect.stringContaining('failed again while it was watched'),
  });
  // One automatic attempt is all there is: what comes next is for people.
  const again = await rig.run('--incident-id', id, '--apply', '--json');
  expect(again.json).toMatchObject({
    status: 'investigating',
    waits_for: { gate: expect.stringMatching(/run-failed|nothing-to-run|not-approved/) },
  });
  expect(rollbacks(rig)).toHaveLength(1);
  expect((await rig.run('audit', 'verify', '--all')).code).toBe(0);
});
