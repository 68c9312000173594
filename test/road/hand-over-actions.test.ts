import { expect, test } from 'vitest';
import { handOverActions } from '../../src/road/hand-over-actions.ts';
import { deskWith, openDoors } from '../support/road-desk.ts';
import { idOf, minute } from '../support/store-events.ts';
import { actionAdded, wayTo } from '../support/stories.ts';

const asked = { by: 'bo', at: minute(30), now: minute(30) };
const nobody = {
  ok: false,
  outcome: 'workflow-not-configured',
  reason: 'workflow-not-configured',
  text: 'no command',
  paste: null,
  config_lines: null,
} as const;

test.each([
  ['without --apply', false, openDoors(), 'add --apply'],
  ['without the workflow', true, openDoors({ prepareWorkflow: async () => nobody }), 'not configured'],
])('%s the file is left where the aggregator polls for it', async (_case, apply, doors, words) => {
  const desk = await deskWith([...wayTo.resolved, actionAdded()]);
  const handed = await handOverActions(desk.incident, asked, apply, { ...desk, ...doors });
  expect(handed).toMatchObject({ outcome: 'left-for-polling', text: expect.stringContaining(words) });
  expect(handed.text).toContain('1 action item lies');
  expect(doors.ran).toEqual([]);
  expect((await desk.store.read(idOf(1)))?.revision).toBe(1);
});

test('with both it is run at once, and how that went is on record', async () => {
  const desk = await deskWith([...wayTo.resolved, actionAdded('A1'), actionAdded('A2')]);
  const doors = openDoors();
  const handed = await handOverActions(desk.incident, asked, true, { ...desk, ...doors });
  expect(handed).toMatchObject({ outcome: 'succeeded', text: 'smartspec_feedback_aggregator: done' });
  expect(doors.ran).toHaveLength(1);
  expect(handed.incident.timeline.at(-1)).toMatchObject({
    type: 'actions.handed-over',
    by: 'bo',
    data: { outcome: 'succeeded', actions: ['A1', 'A2'] },
  });
});

test('a failure is on record as well', async () => {
  const desk = await deskWith([...wayTo.resolved, actionAdded()]);
  const doors = openDoors({
    runWorkflow: async () => ({ outcome: 'failed', exit_code: 1, text: 'broken pipe', excerpt: '', seconds: 1 }),
  });
  expect(await handOverActions(desk.incident, asked, true, { ...desk, ...doors })).toMatchObject({ outcome: 'failed' });
  expect((await desk.store.read(idOf(1)))?.timeline.at(-1)?.text).toContain('broken pipe');
});
