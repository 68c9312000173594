import { hasAnyKey, isRecord, listOf, parseNested, pick } from './pick.ts';

/** Keys under which gateways, queues and functions carry the payload they were given. */
const envelopes = [
  'body',
  'payload',
  'Payload',
  'event',
  'alert',
  'data',
  'message',
  'Message',
  'detail',
  'content',
  'incident',
];

/** The payloads that an envelope may hold: an object or JSON text one level down, or a Pub/Sub message in base64. */
export function* unwrapped(envelope: unknown): Generator<unknown> {
  for (const key of envelopes) {
    const inner = parseNested(pick(envelope, key));
    if (inner !== undefined) yield inner;
  }
  for (const encoded of [pick(envelope, 'message', 'data'), pick(envelope, 'data_base64')]) {
    const inner = decoded(encoded);
    if (inner !== undefined) yield inner;
  }
}

/** The payloads of a batch: what a queue or a stream hands to a function, or what was pulled from Pub/Sub. */
export function batchInside(batch: unknown): readonly unknown[] {
  const records = listOf(pick(batch, 'Records')).map(
    (record) => parseNested(pick(record, 'body')) ?? decoded(pick(record, 'kinesis', 'data')),
  );
  const pulled = listOf(pick(batch, 'receivedMessages')).map((received) => decoded(pick(received, 'message', 'data')));
  return [...records, ...pulled].filter((inner) => inner !== undefined);
}

function decoded(encoded: unknown): unknown {
  const isText = typeof encoded === 'string' && encoded.length < 1_000_000;
  return isText ? parseNested(Buffer.from(encoded, 'base64').toString('utf8')) : undefined;
}

/** The entries of an object that is nothing but a wrapper around a list of alerts: it has no words of its own. */
export function listInside(wrapper: unknown): readonly unknown[] {
  if (hasAnyKey(wrapper, 'title', 'summary', 'message', 'name', 'alert_name', 'severity', 'description', 'subject'))
    return [];
  const lists = ['alerts', 'events', 'incidents', 'problems', 'notifications', 'items', 'records'].map((key) =>
    listOf(pick(wrapper, key)),
  );
  return lists.find((list) => list.some(isRecord)) ?? [];
}
