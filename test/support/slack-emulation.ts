import { createEmulator } from 'emulate';
import { onTestFinished } from 'vitest';

/** A workspace that keeps what is done to it. */
export interface SlackEmulation {
  readonly url: string;
  /** Calls a method as the test itself. */
  readonly call: (method: string, fields: Readonly<Record<string, string>>) => Promise<SlackAnswer>;
}

export interface SlackAnswer {
  readonly ok: boolean;
  readonly error?: string;
  readonly channel?: {
    readonly id: string;
    readonly name: string;
    readonly topic: { readonly value: string };
    readonly is_archived: boolean;
  };
  readonly members?: readonly string[] | readonly { readonly id: string; readonly name: string }[];
  readonly messages?: readonly {
    readonly ts: string;
    readonly text: string;
    readonly thread_ts?: string;
    readonly blocks?: readonly object[];
    readonly metadata?: { readonly event_payload: { readonly key: string } };
  }[];
  readonly items?: readonly { readonly message?: { readonly ts: string } }[];
}

export const emulatedToken = ['xoxb', 'made', 'up'].join('-');

/** Starts an emulated workspace with the channels `incidents` and `general` and two people. */
export async function startSlackEmulation(): Promise<SlackEmulation> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [
          { name: 'ana', email: 'ana@example.com' },
          { name: 'bo', email: 'bo@example.com' },
        ],
        channels: [{ name: 'incidents' }, { name: 'general' }],
      },
    },
  });
  onTestFinished(() => emulator.close());
  const url = `${emulator.url}/api/`;
  return {
    url,
    call: async (method, fields) => {
      const headers = { authorization: `Bearer ${emulatedToken}` };
      const response = await fetch(`${url}${method}`, { method: 'POST', headers, body: new URLSearchParams(fields) });
      const answer: unknown = await response.json();
      if (!isAnswer(answer)) throw new Error(`${method} was not answered`);
      return answer;
    },
  };
}

function isAnswer(answer: unknown): answer is SlackAnswer {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
