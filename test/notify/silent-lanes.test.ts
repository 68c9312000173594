import { afterEach, expect, test, vi } from 'vitest';
import { openLanes } from '../../src/notify/lanes.ts';
import type { Delivery } from '../../src/notify/notifier.ts';
import { openRatePauses } from '../../src/notify/rate-pauses.ts';
import { aMessage } from './rig.ts';

const sent: Delivery = { ok: true, reference: null };
const refused = (reason: 'timed-out' | 'refused-by-server' | 'rate-limited', retry_after: number | null = null) =>
  ({ ok: false, reason, detail: '', retry: true, retry_after }) satisfies Delivery;
const late = refused('timed-out');

afterEach(() => {
  vi.useRealTimers();
});

/** Whether each of these messages, one after the other, was tried. */
async function triedOf(...answers: readonly Delivery[]): Promise<readonly boolean[]> {
  const lanes = openLanes();
  const tried: boolean[] = [];
  for (const answer of answers) {
    let began = false;
    await lanes.run(aMessage(), undefined, async () => {
      began = true;
      return answer;
    });
    tried.push(began);
  }
  return tried;
}

test.each<[what: string, answers: readonly Delivery[], tried: readonly boolean[]]>([
  ['is left alone after two messages without an answer', [late, late, sent], [true, true, false]],
  ['is tried on while an answer comes in between', [late, sent, late, sent], [true, true, true, true]],
  [
    'is tried on where it refuses, which is an answer',
    [refused('refused-by-server'), refused('refused-by-server'), sent],
    [true, true, true],
  ],
])('a channel %s', async (_what, answers, tried) => {
  expect(await triedOf(...answers)).toEqual(tried);
});

test('a silent channel is tried again after a quarter of a minute', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const lanes = openLanes();
  const deliver = async (answer: Delivery) => (await lanes.run(aMessage(), undefined, async () => answer)).ok;
  await deliver(late);
  await deliver(late);
  vi.advanceTimersByTime(14_900);
  expect(await deliver(sent)).toBe(false);
  vi.advanceTimersByTime(200);
  expect(await deliver(sent)).toBe(true);
});

test('a silent webhook silences no other one', async () => {
  const lanes = openLanes();
  const deliver = (via: string, answer: Delivery) =>
    lanes.run(aMessage({ channel: 'webhook', via }), undefined, async () => answer);
  for (let count = 0; count < 2; count += 1) await deliver('board', late);
  expect((await deliver('board', sent)).ok).toBe(false);
  expect((await deliver('wall', sent)).ok).toBe(true);
});

test('what was called off before its turn takes nobody’s place', async () => {
  const lanes = openLanes();
  const over = new AbortController();
  let release = (): void => {};
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = Array.from({ length: 8 }, () =>
    lanes.run(aMessage(), undefined, async () => {
      await open;
      return sent;
    }),
  );
  const waiting = lanes.run(aMessage(), over.signal, async () => sent);
  over.abort();
  expect((await waiting).ok).toBe(false);
  expect((await lanes.run(aMessage(), over.signal, async () => sent)).ok).toBe(false);
  release();
  await Promise.all(held);
  let atOnce = 0;
  let most = 0;
  const all = Array.from({ length: 8 }, () =>
    lanes.run(aMessage(), undefined, async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      return sent;
    }),
  );
  await Promise.all(all);
  expect(most).toBe(8);
});

test('who asked for a pause is not knocked at for so many seconds, and others are', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const pauses = openRatePauses();
  pauses.note(aMessage({ to: '#busy' }), refused('rate-limited', 60));
  vi.advanceTimersByTime(30_000);
  expect(pauses.refuse(aMessage({ to: '#busy' }))).toMatchObject({ reason: 'rate-limited', retry_after: 30 });
  expect(pauses.refuse(aMessage({ to: '#calm' }))).toBeNull();
  vi.advanceTimersByTime(30_000);
  expect(pauses.refuse(aMessage({ to: '#busy' }))).toBeNull();
});
