import { expect, test } from 'vitest';
import { lostRunDuty } from '../../src/road/call-about-lost-run.ts';
import { deskWith } from '../support/road-desk.ts';
import { idOf, minute } from '../support/store-events.ts';
import { acknowledged, approvedBy, declared, proposed, started } from '../support/stories.ts';

const running = [...declared, acknowledged, proposed(), approvedBy('bo'), started()];

async function watched(now: string) {
  const desk = await deskWith(running);
  const duty = lostRunDuty({ ...desk, now: () => now, timeoutOf: () => 600 });
  return { ...desk, duty };
}

test('people are called about a run that nobody heard of again, once, and it is not run again', async () => {
  const { duty, incident, store } = await watched(minute(60));
  const after = await duty(incident);
  expect(after.timeline.at(-1)).toMatchObject({
    type: 'incident.escalated',
    by: null,
    data: { because: 'how M1 (smartspec_rollback) ended is not on record; somebody has to find out' },
  });
  expect(after.mitigations).toMatchObject([{ state: 'running', outcome: 'outcome-unknown' }]);
  expect((await duty(after)).revision).toBe(after.revision);
  expect((await store.read(idOf(1)))?.revision).toBe(after.revision);
});

test('nobody is called while it may still be running', async () => {
  const { duty, incident } = await watched(minute(21));
  expect(await duty(incident)).toBe(incident);
});

test('of many who look at the same moment, all see that people are called', async () => {
  const { duty, incident, store } = await watched(minute(60));
  const after = await Promise.all([duty(incident), duty(incident)]);
  for (const { timeline } of after) expect(timeline.map(({ type }) => type)).toContain('incident.escalated');
  expect((await store.read(idOf(1)))?.timeline.filter(({ type }) => type === 'incident.escalated').length).toBeLessThan(
    3,
  );
});
