import { expect, test } from 'vitest';
import { openIncidentChannels } from '../../src/notify/open-notifier.ts';
import { emulatedToken, type SlackEmulation, startSlackEmulation } from '../support/slack-emulation.ts';
import { startFaultySlack } from '../support/slack-faults.ts';
import { aMessage, notifierOptions } from './rig.ts';

async function openChannels(apiUrl: string) {
  const config = { slack: { token: 'env:SLACK', api_url: apiUrl }, webhook: {}, command: {} };
  const channels = await openIncidentChannels(notifierOptions({ config, env: { SLACK: emulatedToken } }));
  if (channels === null) throw new Error('Slack is configured');
  return channels;
}

async function idsOfPeople(slack: SlackEmulation): Promise<readonly string[]> {
  const { members = [] } = await slack.call('users.list', {});
  return members.flatMap((member) => (typeof member === 'object' && /ana|bo/.test(member.name) ? [member.id] : []));
}

const order = { incident_id: 'INC-20261123-7KQ2MX', topic: 'SEV-2 · Checkout <!channel> & more' };

test('an incident gets a channel with a name, a topic and its responders', async () => {
  const slack = await startSlackEmulation();
  const channels = await openChannels(slack.url);
  const people = await idsOfPeople(slack);
  const opened = await channels.open(order);
  if (!opened.ok) throw new Error(opened.detail);
  for (const person of [...people, ...people]) {
    expect(await channels.invite(opened.channel, person)).toEqual({ ok: true });
  }
  const { channel } = await slack.call('conversations.info', { channel: opened.channel });
  const { members = [] } = await slack.call('conversations.members', { channel: opened.channel });
  expect(opened).toMatchObject({ name: 'inc-20261123-7kq2mx', created: true, warnings: [] });
  expect(channel).toMatchObject({ name: 'inc-20261123-7kq2mx', is_archived: false });
  expect(channel?.topic.value).toBe('SEV-2 · Checkout &lt;\u200b!channel&gt; &amp; more');
  expect(members).toEqual(expect.arrayContaining([...people]));
});

test('opening it again finds the same channel, whatever was done before', async () => {
  const slack = await startSlackEmulation();
  const channels = await openChannels(slack.url);
  const first = await channels.open(order);
  const again = await channels.open({ ...order, topic: 'SEV-1 · worse' });
  expect(again).toEqual({ ...first, created: false });
  const { channel } = await slack.call('conversations.info', { channel: first.ok ? first.channel : '' });
  expect(channel?.topic.value).toBe('SEV-1 · worse');
});

test('the summary is posted, pinned and kept current in one place', async () => {
  const slack = await startSlackEmulation();
  const channels = await openChannels(slack.url);
  const opened = await channels.open(order);
  const channel = opened.ok ? opened.channel : '';
  const first = await channels.keepSummary(channel, aMessage(), null);
  const reference = first.ok ? first.reference : '';
  const second = await channels.keepSummary(
    channel,
    aMessage({ text: 'Rolled back.' }, { severity: 'SEV-1' }),
    reference,
  );
  expect(second).toEqual(first);
  const { messages = [] } = await slack.call('conversations.history', { channel });
  const { items = [] } = await slack.call('pins.list', { channel });
  const summary = messages.find(({ ts }) => `${channel}/${ts}` === reference);
  expect(summary?.text).toBe('[SEV-1] Checkout answers slowly\nRolled back.');
  expect(items.map(({ message }) => `${channel}/${message?.ts}`)).toEqual([reference]);
});

test('a summary that somebody deleted is posted and pinned anew', async () => {
  const slack = await startFaultySlack({ error: 'message_not_found' });
  const channels = await openChannels(slack.url);
  const kept = await channels.keepSummary('C0INCIDENT', aMessage(), 'C0INCIDENT/1690000000.000100');
  expect(kept).toEqual({ ok: true, reference: 'C0INCIDENT/1700000000.000100' });
  expect(slack.calls.map(({ method }) => method)).toEqual(['chat.update', 'chat.postMessage', 'pins.add']);
});

test('a summary in another channel is left there, and this channel gets one of its own', async () => {
  const slack = await startFaultySlack();
  const channels = await openChannels(slack.url);
  await channels.keepSummary('C0INCIDENT', aMessage(), 'C0OTHER/1690000000.000100');
  expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage', 'pins.add']);
});

test('a channel that stands on a later page of many is found by its name', async () => {
  const page = (channels: readonly object[], next: string) => ({
    status: 200,
    body: JSON.stringify({ ok: true, channels, response_metadata: { next_cursor: next } }),
  });
  const slack = await startFaultySlack(
    { error: 'name_taken' },
    page([{ id: 'C0OTHER', name: 'other' }], 'more'),
    page([{ id: 'C0FOUND', name: 'inc-20261123-7kq2mx' }], ''),
  );
  const channels = await openChannels(slack.url);
  expect(await channels.open(order)).toMatchObject({ ok: true, channel: 'C0FOUND', created: false });
});

test.each(['already_in_channel', 'cant_invite_self'])('whom Slack calls %s is inside all the same', async (error) => {
  const slack = await startFaultySlack({ error });
  expect(await (await openChannels(slack.url)).invite('C0NEW', 'U0ANA')).toEqual({ ok: true });
});

test('archiving twice is archiving once, and an archived channel is brought back when its incident reopens', async () => {
  const slack = await startSlackEmulation();
  const channels = await openChannels(slack.url);
  const opened = await channels.open(order);
  const channel = opened.ok ? opened.channel : '';
  expect(await channels.archive(channel)).toEqual({ ok: true });
  expect(await channels.archive(channel)).toEqual({ ok: true });
  expect(await channels.open(order)).toMatchObject({ ok: true, channel, created: false });
  const info = await slack.call('conversations.info', { channel });
  expect(info.channel?.is_archived).toBe(false);
});

test('a responder who cannot be invited is an outcome, and nobody is invited by anything but a Slack id', async () => {
  const slack = await startFaultySlack({ error: 'user_not_found' });
  const channels = await openChannels(slack.url);
  expect(await channels.invite('C0NEW', 'U0GONE')).toMatchObject({
    ok: false,
    reason: 'recipient-unknown',
    detail: 'Slack answered user_not_found: there is no such user.',
    retry: false,
  });
  for (const user of ['', 'ana', '@here', 'U1,U2', 'U0ANA U0BO']) {
    expect(await channels.invite('C0NEW', user)).toMatchObject({ ok: false, reason: 'recipient-unknown' });
  }
  expect(slack.calls).toHaveLength(1);
});

test.each([
  [
    { status: 429, retryAfter: '9' },
    { reason: 'rate-limited', retry: true, retry_after: 9 },
  ],
  [{ error: 'restricted_action' }, { reason: 'not-permitted', retry: false }],
  [{ error: 'name_taken' }, { reason: 'refused-by-server', retry: false }],
  ['reset' as const, { reason: 'unreachable', retry: true }],
])('when a channel cannot be created (%j) the answer says so', async (fault, expected) => {
  const slack = await startFaultySlack(fault);
  const channels = await openChannels(slack.url);
  expect(await channels.open(order)).toMatchObject({ ok: false, ...expected });
});

test('without Slack there are no channels to open', async () => {
  expect(await openIncidentChannels(notifierOptions({}))).toBeNull();
});
