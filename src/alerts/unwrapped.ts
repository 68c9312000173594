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

const alertLists = ['alerts', 'incidents', 'problems'];
/** Lists that belong to whatever watches beside them, where anything does. */
const eventLists = ['events', 'notifications', 'items', 'records'];
const watchers = ['trigger', 'check', 'monitor', 'rule', 'sensor'];
/** Lists that an alert may also have inside it, as what it measured. */
const anyLists = ['alarms', 'issues', 'results', 'messages', ...envelopes];
const ownWords = ['title', 'summary', 'name', 'alert_name', 'severity', 'description', 'subject'];
const moreWords = ['status', 'state', 'host', 'hostname', 'service', 'check', 'monitor', 'rule', 'alertname', 'text'];

/** The entries of an object that is nothing but a wrapper around a list of alerts: it has no words of its own. */
export function listInside(wrapper: unknown): readonly unknown[] {
  if (speaks(wrapper)) return [];
  const own = listUnder(wrapper, hasAnyKey(wrapper, ...watchers) ? alertLists : [...alertLists, ...eventLists]);
  if (own !== undefined) return own.map((entry) => withStatusOf(wrapper, entry));
  if (hasAnyKey(wrapper, ...moreWords)) return [];
  const inner = envelopes.map((key) => parseNested(pick(wrapper, key))).find(isRecord);
  return (
    listUnder(wrapper, anyLists) ??
    (inner === undefined || speaks(inner) ? [] : (listUnder(inner, [...alertLists, ...eventLists]) ?? []))
  );
}

/** A message that holds JSON is no word of the wrapper's own. */
function speaks(wrapper: unknown): boolean {
  const message = pick(wrapper, 'message');
  return hasAnyKey(wrapper, ...ownWords) || (message !== undefined && parseNested(message) === undefined);
}

function listUnder(holder: unknown, keys: readonly string[]): readonly unknown[] | undefined {
  return keys.map((key) => listOf(parseNested(pick(holder, key)))).find((list) => list.some(isRecord));
}

/** A group that is firing says so once for all of its entries. */
function withStatusOf(wrapper: unknown, entry: unknown): unknown {
  const status = pick(wrapper, 'status') ?? pick(wrapper, 'state');
  const isSilent = isRecord(entry) && !hasAnyKey(entry, 'status', 'state');
  return isSilent && typeof status === 'string' ? { ...entry, status } : entry;
}
