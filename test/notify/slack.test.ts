import { describe, expect, test } from 'vitest';
import type { DeliveryFault } from '../../src/notify/notifier.ts';
import { emulatedToken, startSlackEmulation } from '../support/slack-emulation.ts';
import { type SlackFault, startFaultySlack } from '../support/slack-faults.ts';
import { aMessage, openForTest } from './rig.ts';

const token = emulatedToken;

function openSlack(apiUrl: string, patience = 2_000) {
  const config = { slack: { token: 'env:SLACK', api_url: apiUrl }, webhook: {}, command: {} };
  return openForTest({ config, env: { SLACK: token }, patience });
}

describe('in a workspace', () => {
  test('a message is posted with words, blocks and its key, and gives a reference', async () => {
    const slack = await startSlackEmulation();
    const delivery = await openSlack(slack.url).deliver(aMessage(), []);
    if (!delivery.ok) throw new Error(delivery.detail);
    const [channel = '', ts] = delivery.reference?.split('/') ?? [];
    const { messages = [] } = await slack.call('conversations.history', { channel });
    const [posted] = messages;
    expect(posted).toMatchObject({ ts, metadata: { event_payload: { key: aMessage().key } } });
    expect(posted?.text).toBe(
      '[SEV-2] Incident declared: Checkout answers slowly\np99 latency is 1.75 times its objective.',
    );
    expect(JSON.stringify(posted?.blocks)).toContain('incident ack INC-20261123-7KQ2MX');
  });

  test('later messages hang in the thread of the first, a page does not', async () => {
    const slack = await startSlackEmulation();
    const notifier = openSlack(slack.url);
    const first = await notifier.deliver(aMessage(), []);
    const root = first.ok ? (first.reference ?? '') : '';
    const update = await notifier.deliver(aMessage({ key: 'second', kind: 'update' }), [root, 'C0OTHER/1.1']);
    const page = await notifier.deliver(aMessage({ key: 'third', kind: 'page' }), [root]);
    const [channel = '', ts = ''] = root.split('/');
    const { messages = [] } = await slack.call('conversations.replies', { channel, ts });
    expect(messages.map((message) => `${channel}/${message.ts}`)).toEqual([root, update.ok ? update.reference : '']);
    expect(page).toMatchObject({ ok: true });
  });

  test.each([
    ['severity-changed', 'true'],
    ['mitigated', 'true'],
    ['resolved', 'true'],
    ['reopened', 'true'],
    ['update', undefined],
    ['reminder', undefined],
  ] as const)('a message of kind %s in a thread is shown in the channel, too: %s', async (kind, broadcast) => {
    const slack = await startFaultySlack();
    await openSlack(slack.url).deliver(aMessage({ kind }), ['C0ROOM/1700000000.000100']);
    expect(slack.calls[0]?.body).toMatchObject({ thread_ts: '1700000000.000100' });
    expect(slack.calls[0]?.body['reply_broadcast']).toBe(broadcast);
  });

  test('a message that may have got through is looked for before it is sent again', async () => {
    const slack = await startSlackEmulation();
    const notifier = openSlack(slack.url);
    const first = await notifier.deliver(aMessage(), []);
    const [channel = ''] = (first.ok ? first.reference : '')?.split('/') ?? [];
    const again = await notifier.deliver(aMessage({ to: channel, maybe_repeated: true }), []);
    const other = await notifier.deliver(aMessage({ to: channel, maybe_repeated: true, key: 'another' }), []);
    const { messages = [] } = await slack.call('conversations.history', { channel });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(messages).toHaveLength(2);
    expect(messages.filter(({ blocks }) => JSON.stringify(blocks).includes('may have received'))).toHaveLength(1);
  });

  test('a person is written to directly', async () => {
    const slack = await startSlackEmulation();
    const { members = [] } = await slack.call('users.list', {});
    const [id = ''] = members.flatMap((one) => (typeof one === 'object' && one.name === 'ana' ? [one.id] : []));
    const page = await openSlack(slack.url).deliver(aMessage({ kind: 'page', to: id }), []);
    expect(page).toEqual({ ok: true, reference: expect.stringMatching(/^D[A-Z0-9]+\/[\d.]+$/) });
  });

  test('an unknown channel is an unknown recipient, and what is neither id nor #channel is never sent', async () => {
    const slack = await startSlackEmulation();
    const notifier = openSlack(slack.url);
    for (const to of ['#nowhere', '', 'incidents', '#a b', '@here', 'https://example.com/', '#<!channel>']) {
      expect(await notifier.deliver(aMessage({ to }), [])).toMatchObject({ ok: false, reason: 'recipient-unknown' });
    }
  });
});

interface FaultCase {
  readonly fault: SlackFault;
  readonly reason: DeliveryFault;
  readonly retry: boolean;
  readonly after?: number;
}

const page = '<!doctype html><html><title>Log in to the hotel</title><script>steal()</script></html>';

const faults: readonly FaultCase[] = [
  { fault: { status: 429, retryAfter: '7' }, reason: 'rate-limited', retry: true, after: 7 },
  { fault: { status: 429 }, reason: 'rate-limited', retry: true, after: 30 },
  { fault: { status: 429, retryAfter: 'soon' }, reason: 'rate-limited', retry: true, after: 30 },
  { fault: { error: 'ratelimited' }, reason: 'rate-limited', retry: true, after: 30 },
  { fault: { error: 'channel_not_found' }, reason: 'recipient-unknown', retry: false },
  { fault: { error: 'is_archived' }, reason: 'recipient-archived', retry: false },
  { fault: { error: 'not_in_channel' }, reason: 'not-permitted', retry: false },
  { fault: { error: 'invalid_auth' }, reason: 'not-permitted', retry: false },
  { fault: { error: 'token_revoked' }, reason: 'not-permitted', retry: false },
  { fault: { error: 'missing_scope' }, reason: 'not-permitted', retry: false },
  { fault: { error: 'internal_error' }, reason: 'refused-by-server', retry: true },
  { fault: { error: 'message_limit_exceeded' }, reason: 'rate-limited', retry: true, after: 30 },
  { fault: { error: 'service_unavailable' }, reason: 'refused-by-server', retry: true },
  { fault: { status: 408 }, reason: 'refused-by-server', retry: true },
  { fault: { status: 425 }, reason: 'refused-by-server', retry: true },
  { fault: { error: 'something_new' }, reason: 'refused-by-server', retry: false },
  { fault: { status: 500, body: page, type: 'text/html' }, reason: 'refused-by-server', retry: true },
  { fault: { status: 503, retryAfter: '12' }, reason: 'refused-by-server', retry: true, after: 12 },
  { fault: { status: 302, body: page, type: 'text/html' }, reason: 'refused-by-server', retry: false },
  { fault: { status: 200, body: page, type: 'text/html' }, reason: 'answer-unreadable', retry: true },
  { fault: { status: 200, body: '"ok"' }, reason: 'answer-unreadable', retry: true },
  { fault: { status: 200, body: 'null' }, reason: 'answer-unreadable', retry: true },
  { fault: { status: 200, body: '{"ok":false,"error":{"html":"<b>"}}' }, reason: 'answer-unreadable', retry: true },
  { fault: { status: 200, body: 'x'.repeat(600_000) }, reason: 'answer-unreadable', retry: true },
  { fault: 'hang', reason: 'timed-out', retry: true },
  { fault: 'reset', reason: 'unreachable', retry: true },
  { fault: 'half', reason: 'unreachable', retry: true },
];

describe('when Slack does not take a message', () => {
  test.each(faults)('$fault is $reason, retry $retry', async ({ fault, reason, retry, after }) => {
    const slack = await startFaultySlack(fault);
    const delivery = await openSlack(slack.url, 300).deliver(aMessage(), []);
    expect(delivery).toMatchObject({ ok: false, reason, retry, retry_after: after ?? null });
    expect(slack.calls).toHaveLength(1);
    if (delivery.ok) return;
    expect(delivery.detail).not.toMatch(/<|hotel|steal|xxxx/);
    expect(delivery.detail).not.toContain(token);
    expect(delivery.detail.length).toBeLessThanOrEqual(300);
  });

  test.each([
    ['msg_blocks_too_long', 'blocks'],
    ['msg_too_long', 'blocks'],
    ['invalid_blocks', 'text'],
  ])('%s: the message is sent once more in a smaller form', async (error, field) => {
    const slack = await startFaultySlack({ error });
    const delivery = await openSlack(slack.url).deliver(aMessage({ text: 'Long. '.repeat(3_000) }), []);
    expect(delivery).toMatchObject({ ok: true });
    const [first, second] = slack.calls.map(({ body }) => body);
    expect(second?.[field]?.length).toBeLessThanOrEqual(3_000);
    expect(second?.[field]).toContain('Checkout answers slowly');
    expect(second?.[field]).toContain('Long. Long.');
    expect(first?.['blocks']?.length).toBeGreaterThan(5_000);
    expect(second?.['client_msg_id']).toBe(first?.['client_msg_id']);
  });

  test('a message that is too long even then is given up', async () => {
    const slack = await startFaultySlack({ error: 'msg_blocks_too_long' }, { error: 'msg_blocks_too_long' });
    const delivery = await openSlack(slack.url).deliver(aMessage(), []);
    expect(delivery).toMatchObject({ ok: false, reason: 'too-long', retry: false });
    expect(slack.calls).toHaveLength(2);
  });

  test('a pause that was asked for holds for that recipient and for nobody else', async () => {
    const slack = await startFaultySlack({ status: 429, retryAfter: '1' });
    const notifier = openSlack(slack.url);
    await notifier.deliver(aMessage(), []);
    const early = await notifier.deliver(aMessage(), []);
    expect(early).toMatchObject({ ok: false, reason: 'rate-limited', retry: true, retry_after: 1 });
    expect(await notifier.deliver(aMessage({ to: '#leads' }), [])).toMatchObject({ ok: true });
    expect(slack.calls.map(({ body }) => body['channel'])).toEqual(['incidents', 'leads']);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await notifier.deliver(aMessage(), [])).toMatchObject({ ok: true });
  });

  test('a thread that is gone does not cost the message', async () => {
    const slack = await startFaultySlack({ error: 'thread_not_found' });
    const delivery = await openSlack(slack.url).deliver(aMessage({ kind: 'update' }), ['C0INCIDENT/1690000000.000100']);
    expect(delivery).toMatchObject({ ok: true });
    expect(slack.calls.map(({ body }) => body['thread_ts'])).toEqual(['1690000000.000100', undefined]);
  });

  test('news that everybody has to see is shown in the channel as well as in the thread', async () => {
    const slack = await startFaultySlack();
    const notifier = openSlack(slack.url);
    for (const kind of ['update', 'resolved'] as const) {
      await notifier.deliver(aMessage({ kind }), ['C0INCIDENT/1690000000.000100']);
    }
    expect(slack.calls.map(({ body }) => body['reply_broadcast'])).toEqual([undefined, 'true']);
  });

  test('a closed network and a missing token say what to do, and open up when they change', async () => {
    const slack = await startFaultySlack();
    const config = { slack: { token: 'env:SLACK', api_url: slack.url }, webhook: {}, command: {} };
    let open = false;
    const env: Record<string, string> = {};
    const notifier = openForTest({
      config,
      mayConnect: (host) => open && host === '127.0.0.1',
      resolveSecret: () => (env['SLACK'] ? { ok: true, value: env['SLACK'] } : { ok: false, name: 'SLACK' }),
    });
    const closed = await notifier.deliver(aMessage(), []);
    expect(closed).toMatchObject({ ok: false, reason: 'network-closed', retry: true });
    expect(closed.ok ? '' : closed.detail).toMatch(/127\.0\.0\.1.*--allow-network/);
    open = true;
    expect(await notifier.deliver(aMessage(), [])).toMatchObject({
      reason: 'secret-missing',
      detail: 'Slack needs the environment variable SLACK, which is not set.',
    });
    env['SLACK'] = token;
    expect(await notifier.deliver(aMessage(), [])).toMatchObject({ ok: true });
    expect(slack.calls).toHaveLength(1);
  });
});
