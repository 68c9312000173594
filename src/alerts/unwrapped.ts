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
  const encoded = pick(envelope, 'message', 'data');
  if (typeof encoded === 'string' && encoded.length < 1_000_000) {
    const inner = parseNested(Buffer.from(encoded, 'base64').toString('utf8'));
    if (inner !== undefined) yield inner;
  }
  for (const record of listOf(pick(envelope, 'Records')).slice(0, 1)) {
    const inner = parseNested(pick(record, 'body'));
    if (inner !== undefined) yield inner;
  }
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
