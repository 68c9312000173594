import { describe, expect, test } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { respond } from '../../src/road/respond.ts';
import { previewMitigation, runMitigation } from '../../src/road/run-mitigation.ts';
import { everyCommand } from '../support/every-command.ts';
import { commandOf } from '../support/given.ts';
import { deskWith, openDoors } from '../support/road-desk.ts';
import { fact, idOf, minute } from '../support/store-events.ts';
import { acknowledged, anyoneApproves, declared, proposed } from '../support/stories.ts';

const asked = { by: 'ana', at: minute(30), now: minute(30) };
const order = { mitigation: null, policy: anyoneApproves };
const waiting: readonly IncidentEvent[] = [...declared, acknowledged, proposed()];

async function approvedDesk() {
  const desk = await deskWith(waiting);
  const response = await respond(
    idOf(1),
    commandOf({ ...everyCommand['approve-mitigation'], command: openCommand, program: null }),
    desk,
  );
  if (!response.ok) throw new Error(response.refusal.reason);
  return { ...desk, incident: response.incident };
}

const openCommand = ['/usr/bin/rollback', '--failed-deployment-id', 'deploy-12345'];

describe('a preview', () => {
  test('shows the exact argument list and what stands in the way, and runs nothing', async () => {
    const { incident, store } = await deskWith(waiting);
    const doors = openDoors();
    const preview = await previewMitigation(incident, order, asked, doors);
    expect(preview).toMatchObject({
      kind: 'preview',
      mitigation: { id: 'M1' },
      prepared: { ok: true },
      gate: { reason: 'not-approved' },
    });
    expect(doors.ran).toEqual([]);
    expect((await store.read(idOf(1)))?.revision).toBe(1);
  });

  test('of nothing proposed is refused', async () => {
    const { incident } = await deskWith(declared);
    expect(await previewMitigation(incident, order, asked, openDoors())).toMatchObject({
      kind: 'refused',
      response: { refusal: { reason: 'no-such-mitigation' } },
    });
  });
});

describe('a run', () => {
  test('without approval is refused, and nothing runs', async () => {
    const desk = await deskWith(waiting);
    const doors = openDoors();
    const run = await runMitigation(desk.incident, order, asked, { ...desk, ...doors });
    expect(run).toMatchObject({ kind: 'refused', response: { refusal: { reason: 'not-approved' } } });
    expect(doors.ran).toEqual([]);
  });

  test('of what was approved happens once, and its end is on record', async () => {
    const desk = await approvedDesk();
    const doors = openDoors();
    const run = await runMitigation(desk.incident, order, asked, { ...desk, ...doors });
    expect(run).toMatchObject({
      kind: 'ran',
      incident: { status: 'mitigating', mitigated_at: minute(31) },
      ran: { outcome: 'succeeded' },
    });
    expect(doors.ran).toEqual([openCommand]);
    const again = await runMitigation(desk.incident, order, asked, { ...desk, ...doors });
    expect(again).toMatchObject({ kind: 'refused' });
    expect(doors.ran).toHaveLength(1);
  });

  test('is on record before the process exists, so that a crash in the middle never runs it twice', async () => {
    const desk = await approvedDesk();
    const before: unknown[] = [];
    const crashing = openDoors({
      runWorkflow: async () => {
        before.push((await desk.store.read(idOf(1)))?.mitigations[0]?.state);
        throw new Error('the power is gone');
      },
    });
    await expect(runMitigation(desk.incident, order, asked, { ...desk, ...crashing })).rejects.toThrow(
      'the power is gone',
    );
    expect(before).toEqual(['running']);
    const later = await desk.store.read(idOf(1));
    const doors = openDoors();
    const run = later === null ? null : await runMitigation(later, order, asked, { ...desk, ...doors });
    expect(run).toMatchObject({
      kind: 'refused',
      response: { refusal: { reason: expect.stringMatching(/already-run|still-running/) } },
    });
    expect(doors.ran).toEqual([]);
  });

  test('that two people start at once happens once', async () => {
    const desk = await approvedDesk();
    const doors = openDoors();
    const house = { ...desk, ...doors };
    const runs = await Promise.all([
      runMitigation(desk.incident, order, asked, house),
      runMitigation(desk.incident, order, asked, house),
    ]);
    expect(runs.map(({ kind }) => kind).toSorted()).toEqual(['ran', 'refused']);
    expect(doors.ran).toHaveLength(1);
  });

  test.each<[what: string, playbook: string | undefined, override: string | undefined, kind: string]>([
    ['is refused where its playbook wants something that does not hold', 'go back', undefined, 'refused'],
    ['goes ahead where the commander says why it has to', 'go back', 'nobody is awake', 'ran'],
    ['goes ahead where no playbook wants anything', undefined, undefined, 'ran'],
  ])('%s', async (_what, playbook, override, kind) => {
    const args = [{ name: 'failed-deployment-id', value: 'deploy-12345' }];
    const proposal = { mitigation: 'M1', workflow: 'smartspec_rollback', args, because: '' };
    const led = fact('role.assigned', { role: 'commander', person: 'ana', because: '' }, 3);
    const proposed = fact('mitigation.proposed', { ...proposal, ...(playbook === undefined ? {} : { playbook }) }, 5);
    const desk = await deskWith([...declared, acknowledged, led, proposed]);
    const full = openDoors({
      checkHealth: async () => ({ checks: [{ name: 'disk', passed: false, detail: 'full' }], attempts: [] }),
    });
    const policy = override === undefined ? { ...anyoneApproves, count: 0 } : anyoneApproves;
    const unheard = async () => Promise.reject(new Error('nobody could be told'));
    const wish = { ...order, policy, ...(override === undefined ? {} : { override, announce: unheard }) };
    const run = await runMitigation(desk.incident, wish, asked, { ...desk, ...full });
    expect(run.kind).toBe(kind);
    expect(full.ran).toHaveLength(kind === 'ran' ? 1 : 0);
    if (run.kind === 'refused')
      expect(run.response.refusal).toMatchObject({ reason: 'pre-check-failed', check: 'disk', detail: 'full' });
  });

  test('of what nobody configured is an outcome on record, and no success', async () => {
    const desk = await approvedDesk();
    const prepared = {
      ok: false,
      outcome: 'workflow-not-configured',
      reason: 'workflow-not-configured',
      text: 'no command',
      paste: '/smartspec_rollback',
      config_lines: null,
    } as const;
    const policy = { ...anyoneApproves, count: 0 };
    const run = await runMitigation(desk.incident, { ...order, policy }, asked, {
      ...desk,
      ...openDoors({ prepareWorkflow: async () => prepared }),
    });
    expect(run).toMatchObject({
      kind: 'not-run',
      incident: { status: 'investigating', mitigated_at: null, mitigations: [{ outcome: 'workflow-not-configured' }] },
    });
  });
});
