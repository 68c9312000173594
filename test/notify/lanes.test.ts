import { expect, test } from 'vitest';
import { emulatedToken } from '../support/slack-emulation.ts';
import { type SlackFault, startFaultySlack } from '../support/slack-faults.ts';
import { startReceiver } from '../support/webhook-receiver.ts';
import { aMessage, openForTest } from './rig.ts';

const many = Array.from({ length: 20 }, (_, n) => `message-${n}`);

async function openWith(faults: readonly SlackFault[], patience = 300) {
  const slack = await startFaultySlack(...faults);
  const board = await startReceiver();
  const config = {
    slack: { token: 'env:SLACK', api_url: slack.url },
    webhook: { board: { url: board.url, secret: null } },
    command: {},
  };
  return { slack, board, notifier: openForTest({ config, env: { SLACK: emulatedToken }, patience }) };
}

test('a channel that has gone silent is not waited for again and again, and delays no other', async () => {
  const { slack, board, notifier } = await openWith(many.map(() => 'hang'));
  const bySlack = Promise.all(many.map((key) => notifier.deliver(aMessage({ key }), [])));
  const byHook = await Promise.all(
    many.map((key) => notifier.deliver(aMessage({ key, channel: 'webhook', via: 'board', to: 'board' }), [])),
  );
  expect(byHook.every(({ ok }) => ok)).toBe(true);
  expect(board.received).toHaveLength(20);
  const reasons = (await bySlack).map((delivery) => (delivery.ok ? 'sent' : delivery.reason));
  expect(reasons.filter((reason) => reason === 'timed-out')).toHaveLength(slack.calls.length);
  expect(reasons.filter((reason) => reason === 'unreachable')).toHaveLength(20 - slack.calls.length);
  // The first one that gives up makes room for one more, before the second shows that nobody answers.
  expect(slack.calls.length).toBeLessThanOrEqual(9);
});

test('one message without an answer silences nobody', async () => {
  const { notifier } = await openWith(['hang']);
  expect(await notifier.deliver(aMessage({ key: 'first' }), [])).toMatchObject({ ok: false, reason: 'timed-out' });
  expect(await notifier.deliver(aMessage({ key: 'second' }), [])).toMatchObject({ ok: true });
  expect(await notifier.deliver(aMessage({ key: 'third' }), [])).toMatchObject({ ok: true });
});

test('what is called off before its turn is never sent, and says that it was not tried', async () => {
  const { slack, notifier } = await openWith(
    many.map(() => 'hang'),
    1_000,
  );
  const over = new AbortController();
  const all = many.map((key) => notifier.deliver(aMessage({ key }), [], over.signal));
  setTimeout(() => over.abort(), 200);
  const details = (await Promise.all(all)).map((delivery) => (delivery.ok ? '' : delivery.detail));
  expect(details.filter((detail) => detail.includes('the time was over before its turn came'))).toHaveLength(12);
  expect(slack.calls).toHaveLength(8);
  expect(await notifier.deliver(aMessage({ key: 'late' }), [], over.signal)).toMatchObject({ ok: false, retry: true });
});
