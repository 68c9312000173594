import { setMaxListeners } from 'node:events';
import { failed } from './delivery-fault.ts';
import type { Delivery, Message } from './notifier.ts';

/** Keeps the messages of one channel from crowding it, and from waiting one after the other for one that is silent. */
export interface Lanes {
  /** Sends once there is room; what is called off before, or meets a channel that has gone silent, is not tried. */
  run(message: Message, signal: AbortSignal | undefined, send: () => Promise<Delivery>): Promise<Delivery>;
}

/** So many messages are on their way through one channel at a time, of however many incidents. */
const mostAtOnce = 8;

/** After so many messages in a row without an answer a channel is taken to be silent; one may just be slow. */
const mostUnanswered = 2;

/** A silent channel is left alone for so long, in milliseconds. */
const silence = 15_000;

interface Lane {
  busy: number;
  unanswered: number;
  silent_until: number;
  readonly waiting: (() => void)[];
}

/** Opens the lanes; they last as long as the process, by a clock that nobody sets. */
export function openLanes(): Lanes {
  const lanes = new Map<string, Lane>();
  return {
    run: async (message, signal, send) => {
      const name = JSON.stringify([message.channel, message.via]);
      const lane = lanes.get(name) ?? { busy: 0, unanswered: 0, silent_until: 0, waiting: [] };
      lanes.set(name, lane);
      if (!(await enter(lane, signal))) return notTried('the time was over before its turn came');
      try {
        if (performance.now() < lane.silent_until) return notTried(`${message.channel} has stopped answering`);
        const delivery = await send();
        const answered = delivery.ok || delivery.reason !== 'timed-out';
        lane.unanswered = answered ? 0 : lane.unanswered + 1;
        if (lane.unanswered >= mostUnanswered) lane.silent_until = performance.now() + silence;
        return delivery;
      } finally {
        lane.busy -= 1;
        lane.waiting.shift()?.();
      }
    },
  };
}

/** True once it is this message's turn, false when it was called off before. */
function enter(lane: Lane, signal: AbortSignal | undefined): Promise<boolean> | boolean {
  if (signal?.aborted === true) return false;
  if (lane.busy < mostAtOnce) {
    lane.busy += 1;
    return true;
  }
  return new Promise((resolve) => {
    const go = (): void => {
      signal?.removeEventListener('abort', stop);
      lane.busy += 1;
      resolve(true);
    };
    const stop = (): void => {
      lane.waiting.splice(lane.waiting.indexOf(go), 1);
      resolve(false);
    };
    lane.waiting.push(go);
    if (signal === undefined) return;
    // Many wait for one signal, which Node would take for a leak.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', stop, { once: true });
  });
}

function notTried(why: string): Delivery {
  return failed('unreachable', `This was not tried, because ${why}.`, { retry: true });
}
