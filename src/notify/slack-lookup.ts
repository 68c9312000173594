import type { WebClient } from '@slack/web-api';
import type { Message } from './notifier.ts';
import type { Thread } from './slack-thread.ts';

/** A workspace with more channels than this many pages of them is not searched to its end. */
const mostPages = 20;

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
    const found = listOf(answer, 'messages').find((one) => keyOf(one) === message.key);
    const ts = property(found, 'ts');
    return typeof ts === 'string' ? `${channel}/${ts}` : null;
  } catch {
    return null;
  }
}

/** Looks for a channel by its name, page by page. */
export async function findChannelByName(
  api: WebClient,
  name: string,
): Promise<{ readonly channel: string; readonly archived: boolean } | null> {
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await api.apiCall('conversations.list', { limit: 1000, ...(cursor !== '' && { cursor }) });
    const found = listOf(answer, 'channels').find((one) => property(one, 'name') === name);
    const id = property(found, 'id');
    if (typeof id === 'string') return { channel: id, archived: property(found, 'is_archived') === true };
    const next = property(property(answer, 'response_metadata'), 'next_cursor');
    if (typeof next !== 'string' || next === '') return null;
    cursor = next;
  }
  return null;
}

/** A property of what Slack answered, whatever that is. */
export function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function listOf(answer: unknown, name: string): readonly unknown[] {
  const list = property(answer, name);
  return Array.isArray(list) ? list : [];
}

function keyOf(message: unknown): unknown {
  return property(property(property(message, 'metadata'), 'event_payload'), 'key');
}
