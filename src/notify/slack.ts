import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { OpenChannel, SlackSettings, Surroundings } from './channel-settings.ts';
import { failed } from './delivery-fault.ts';
import type { MessageText } from './message-text.ts';
import type { Delivery, Message } from './notifier.ts';
import { layOutForSlack, wordsForSlack } from './slack-blocks.ts';
import { openSlackClient, type SlackClient } from './slack-client.ts';
import { judgeSlackError, slackCode } from './slack-fault.ts';
import { findPosted } from './slack-lookup.ts';
import { readReference, type Thread, threadOf } from './slack-thread.ts';
import { shareWriter } from './write-message.ts';

/** How a message is sent anew when Slack refuses the usual form. */
type Form = 'usual' | 'small' | 'words-only' | 'outside-thread';

const otherForms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['msg_blocks_too_long', 'small'],
  ['msg_too_long', 'small'],
  ['invalid_blocks', 'words-only'],
  ['invalid_blocks_format', 'words-only'],
  ['thread_not_found', 'outside-thread'],
  ['message_not_found', 'outside-thread'],
]);

/** These are shown in the channel too, though they stand in the thread. */
const broadcastKinds: ReadonlySet<string> = new Set(['severity-changed', 'mitigated', 'resolved', 'reopened']);

/** Opens Slack: one client for all messages, made when the first is sent. */
export function openSlack(settings: SlackSettings, surroundings: Surroundings): OpenChannel {
  const writer = shareWriter(surroundings.loadTemplate);
  let client: SlackClient | undefined;

  const deliver = async (message: Message, references: readonly string[]): Promise<Delivery> => {
    const to = recipientOf(message.to);
    if (to === null)
      return failed('recipient-unknown', 'The recipient is neither a Slack id nor a #channel.', { retry: false });
    if (client === undefined || !client.ok) client = openSlackClient(settings, surroundings);
    if (!client.ok) return client;
    const order = { to, thread: threadOf(message, references), words: writer.write(message), message };
    try {
      const before = message.maybe_repeated ? await findPosted(client.api, order) : null;
      return before === null ? await send(client.api, order) : { ok: true, reference: before };
    } catch (error) {
      return judgeSlackError(error, surroundings.now());
    }
  };
  return {
    deliver,
    close: async () => {
      if (client?.ok) client.close();
      client = undefined;
    },
  };
}

/** `#incidents` or an id; anything else could be read as something else than a recipient. */
function recipientOf(to: string): string | null {
  if (/^[CGDUW][A-Z0-9]{2,30}$/.test(to)) return to;
  return /^#[^\s<>@#!,/\\]{1,80}$/.test(to) ? to.slice(1) : null;
}

interface Order {
  readonly to: string;
  readonly thread: Thread | null;
  readonly words: MessageText;
  readonly message: Message;
}

async function send(api: WebClient, order: Order): Promise<Delivery> {
  try {
    return await post(api, order, 'usual');
  } catch (error) {
    const form = otherForms.get(slackCode(error) ?? '');
    if (form === undefined) throw error;
    return post(api, order, form);
  }
}

async function post(api: WebClient, { to, thread, words, message }: Order, form: Form): Promise<Delivery> {
  const { text, blocks } = layOutForSlack(words, form === 'small' ? 'small' : 'usual');
  const inThread = thread !== null && form !== 'outside-thread';
  const answer = await api.apiCall('chat.postMessage', {
    channel: inThread ? thread.channel : to,
    ...(form === 'words-only' ? { text: wordsForSlack(words) } : { text, blocks }),
    ...(inThread && { thread_ts: thread.ts }),
    ...(inThread && broadcastKinds.has(message.kind) && { reply_broadcast: true }),
    mrkdwn: false,
    link_names: false,
    parse: 'none',
    unfurl_links: false,
    unfurl_media: false,
    client_msg_id: messageId(message.key),
    metadata: { event_type: 'incident_message', event_payload: { key: message.key, incident: message.incident.id } },
  });
  const { channel, ts } = { channel: undefined, ts: undefined, ...answer };
  const known = typeof channel === 'string' && typeof ts === 'string' && readReference(`${channel}/${ts}`) !== null;
  return { ok: true, reference: known ? `${channel}/${ts}` : null };
}

/** The same UUID for every attempt at a message. */
function messageId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
