import { hasKeys, isRecord, listOf, parseNested, pick } from './pick.ts';

/** One notification of Amazon SNS: its envelope, and its message parsed where that is JSON. */
export interface SnsMessage {
  readonly envelope: unknown;
  readonly message: unknown;
}

/** The SNS notifications in a payload: posted as such, handed to a function as `Records`, or read from a queue. */
export function snsMessages(payload: unknown): readonly SnsMessage[] {
  return envelopesIn(payload).map((envelope) => {
    const message = pick(envelope, 'Message');
    return { envelope, message: parseNested(message) ?? message };
  });
}

/** A parsed message that is itself an SNS envelope, as when one topic feeds another, is opened once more. */
export function innermost({ envelope, message }: SnsMessage): SnsMessage {
  const inner = isEnvelope(message) ? pick(message, 'Message') : undefined;
  return inner === undefined ? { envelope, message } : { envelope: message, message: parseNested(inner) ?? inner };
}

function envelopesIn(payload: unknown): readonly unknown[] {
  if (isEnvelope(payload)) return [payload];
  return listOf(pick(payload, 'Records')).flatMap((record) => {
    const posted = pick(record, 'Sns') ?? pick(record, 'sns');
    if (isRecord(posted)) return [posted];
    const queued = parseNested(pick(record, 'body'));
    return isEnvelope(queued) ? [queued] : [];
  });
}

function isEnvelope(value: unknown): boolean {
  return hasKeys(value, 'TopicArn', 'Message') && (hasKeys(value, 'Type') || hasKeys(value, 'MessageId'));
}
