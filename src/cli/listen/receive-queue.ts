import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GivenPayload, Taken, TakenTogether } from '../take-payloads.ts';

/** One payload with everything that was kept together with it. */
export interface TakenOne {
  readonly taken: Taken;
  readonly together: TakenTogether;
}

export interface ReceiveQueue {
  /** Resolves once the payload is durably on record; rejects when the disk failed. Null: too much is waiting. */
  readonly add: (payload: GivenPayload) => Promise<TakenOne> | null;
  /** How many payloads came so far. */
  readonly count: () => number;
  /** Resolves when nothing waits any more. */
  readonly drained: () => Promise<void>;
}

interface Waiting {
  readonly payload: GivenPayload;
  readonly resolve: (one: TakenOne) => void;
  readonly reject: (error: unknown) => void;
}

const mostTogether = 256;
const mostWaitingBytes = 64 * 1024 * 1024;

/** Keeps what arrives while the disk is busy for one common next turn. */
export function openQueue(take: (payloads: readonly GivenPayload[]) => Promise<TakenTogether>): ReceiveQueue {
  let waiting: Waiting[] = [];
  let waitingBytes = 0;
  let total = 0;
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      // One turn of the loop, so that everything that has arrived by now is read from its socket.
      await nextTurn();
      const group = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      for (const { payload } of group) waitingBytes -= payload.bytes.length;
      try {
        const together = await take(group.map(({ payload }) => payload));
        for (const [index, { resolve, reject }] of group.entries()) {
          const taken = together.taken[index];
          if (taken === undefined) reject(new Error('a payload without an outcome'));
          else resolve({ taken, together });
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    working = null;
  }

  return {
    add: (payload) => {
      if (waitingBytes + payload.bytes.length > mostWaitingBytes) return null;
      waitingBytes += payload.bytes.length;
      total += 1;
      const outcome = new Promise<TakenOne>((resolve, reject) => {
        waiting.push({ payload, resolve, reject });
      });
      working ??= work();
      return outcome;
    },
    count: () => total,
    drained: async () => {
      while (working !== null) await working;
    },
  };
}
