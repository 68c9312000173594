import type { WebClient } from '@slack/web-api';
import type { Message } from './notifier.ts';
import type { Thread } from './slack-thread.ts';

/**
 * Looks whether an earlier attempt at a message did get through: the latest messages carry their keys.
 *
 * Null also when that can't be seen, for instance because the app may not read: then the message is sent again.
 */
export async function findPosted(
  api: WebClient,
  { to, thread, message }: { readonly to: string; readonly thread: Thread | null; readonly message: Message },
): Promise<string | null> {
  const channel = thread?.channel ?? to;
  if (!/^[CGD][A-Z0-9]+$/.test(channel)) return null;
  try {
    const where = { channel, limit: 100, include_all_metadata: true };
    const answer: unknown =
      thread === null
        ? await api.apiCall('conversations.history', where)
        : await api.apiCall('conversations.replies', { ...where, ts: thread.ts });
    const messages = property(answer, 'messages');
    const found = (Array.isArray(messages) ? messages : []).find((one: unknown) => keyOf(one) === message.key);
    const ts = property(found, 'ts');
    return typeof ts === 'string' ? `${channel}/${ts}` : null;
  } catch {
    return null;
  }
}

function keyOf(message: unknown): unknown {
  return property(property(property(message, 'metadata'), 'event_payload'), 'key');
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
