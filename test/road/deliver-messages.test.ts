import { expect, test } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import type { Delivery, Message, Notifier } from '../../src/notify/notifier.ts';
import { computeOwed } from '../../src/reactions/owed.ts';
import { deliverAll } from '../../src/road/deliver-messages.ts';
import { at, declared, policyOf, recordOf, slackAndEmail } from '../reactions/record.ts';

const sent: Delivery = { ok: true, reference: null };
const calledOff: Delivery = { ok: false, reason: 'unreachable', detail: 'called off', retry: true, retry_after: null };
const silent = (): Promise<Delivery> => new Promise(() => {});

type Deliver = (message: Message, signal: AbortSignal | undefined) => Delivery | Promise<Delivery>;

/** How the news of a declaration went, told to these targets within a fifth of a second. */
async function tell(to: readonly string[], deliver: Deliver): Promise<readonly string[]> {
  const stakeholders = [{ to, from: 'SEV-4', stages, audience: 'internal' }] as const;
  const quiet = { escalation: {}, oncall: {}, services: {} };
  const policy = policyOf({ stakeholders, notifications: slackAndEmail, ...quiet });
  const incident = recordOf(declared());
  const notifier: Notifier = {
    deliver: async (message, _references, signal) => deliver(message, signal),
    close: async () => {},
  };
  const { messages } = computeOwed(incident, at(0), policy);
  const desk = { policy, notifier, language: 'en', now: () => at(0) } as const;
  const events = await deliverAll(messages, incident, desk, 200);
  return events.map(({ data }) =>
    'key' in data && 'reason' in data ? `${data.key.split('/').at(-1)} ${data.reason}` : '',
  );
}

const channels = Array.from({ length: 6 }, (_, number) => `slack:#room-${number}`);

test('however much waits for a channel that is silent, the others are told at once', async () => {
  const went = await tell([...channels, 'email:all@example.com'], ({ channel }) =>
    channel === 'slack' ? silent() : sent,
  );
  expect(went).toContain('all@example.com null');
});

test('what was begun and did not come back may have got through, what was never begun did not', async () => {
  const went = await tell(channels, silent);
  expect(went.filter((one) => one.endsWith(' timed-out'))).toHaveLength(4);
  expect(went.filter((one) => one.endsWith(' unreachable'))).toHaveLength(2);
});

test('what says in time that it was called off did not get through either', async () => {
  const went = await tell(
    ['slack:#room'],
    (_message, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve(calledOff));
      }),
  );
  expect(went).toEqual(['#room unreachable']);
});
