import { createHash, createHmac } from 'node:crypto';
import type { OpenChannel, Surroundings, WebhookSettings } from './channel-settings.ts';
import {
  type Failed,
  failed,
  hideSecrets,
  networkClosed,
  quoteAnswer,
  readRetryAfter,
  secretMissing,
} from './delivery-fault.ts';
import { hostOf } from './host-of.ts';
import { recordOf } from './message-record.ts';
import type { Delivery, Message } from './notifier.ts';
import { openPoster, type PostAnswer } from './post-request.ts';
import { shareWriter } from './write-message.ts';

/** Opens the webhooks: each message is one signed POST of JSON. */
export function openWebhooks(
  settings: Readonly<Record<string, WebhookSettings>>,
  surroundings: Surroundings,
): OpenChannel {
  const poster = openPoster();
  const writer = shareWriter(surroundings.loadTemplate);

  const deliver = async (message: Message): Promise<Delivery> => {
    const name = message.via ?? '';
    const webhook = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (webhook === undefined)
      return failed('not-configured', `No webhook is configured as ${name || '(no name)'}.`, { retry: false });
    const place = findPlace(webhook, name, surroundings);
    if (!place.ok) return place;
    const body = JSON.stringify(recordOf(message, writer.write(message)));
    const answer = await poster.post(place.url, {
      headers: headersFor(message, body, place.key, surroundings),
      body,
      milliseconds: surroundings.patience,
    });
    const hide = hideSecrets([place.url.href, place.url.pathname.slice(1), place.key ?? ''], surroundings.redact);
    return judge(answer, `The webhook ${name}`, { hide, now: surroundings.now() });
  };
  return { deliver, close: async () => poster.close() };
}

type Place = { readonly ok: true; readonly url: URL; readonly key: string | null } | Failed;

function findPlace({ url, secret }: WebhookSettings, name: string, surroundings: Surroundings): Place {
  const address = url.startsWith('env:') ? surroundings.resolveSecret(url) : ({ ok: true, value: url } as const);
  if (!address.ok) return secretMissing(`The webhook ${name}`, address.name);
  const wrong = failed('not-configured', `The address of the webhook ${name} is not an http or https address.`, {
    retry: false,
  });
  if (!URL.canParse(address.value)) return wrong;
  const parsed = new URL(address.value);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return wrong;
  const host = hostOf(parsed);
  if (!surroundings.mayConnect(host)) return networkClosed(host);
  const key = secret === null ? null : surroundings.resolveSecret(secret);
  if (key !== null && !key.ok) return secretMissing(`The webhook ${name}`, key.name);
  return { ok: true, url: parsed, key: key?.value ?? null };
}

function headersFor(message: Message, body: string, key: string | null, { programVersion, now }: Surroundings) {
  const seconds = Math.floor(Date.parse(now()) / 1000);
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': `smartspec_incident_response/${programVersion}`,
    'idempotency-key': headerKey(message.key),
  };
  if (key !== null) {
    const sum = createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex');
    headers['x-incident-signature'] = `t=${seconds},v1=${sum}`;
  }
  return headers;
}

/** The key itself where a header can carry it, else its digest: the same for every attempt either way. */
function headerKey(key: string): string {
  return /^[\x21-\x7e]{1,200}$/.test(key) ? key : createHash('sha256').update(key).digest('hex');
}

function judge(
  answer: PostAnswer,
  who: string,
  { hide, now }: { readonly hide: (text: string) => string; readonly now: string },
): Delivery {
  if (!answer.ok) return failed(answer.reason, `${who} could not be reached: ${hide(answer.why)}.`, { retry: true });
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) return { ok: true, reference: null };
  const retryAfter = readRetryAfter(headers['retry-after'], now);
  const isText = /^(?:application\/json|text\/plain)/i.test(headers['content-type'] ?? '') && !/^\s*</.test(body);
  const said = isText && body.trim() !== '' ? `: ${quoteAnswer(body, hide)}` : '.';
  const detail = `${who} answered with status ${status}${said}`;
  if (status === 429) return failed('rate-limited', detail, { retry: true, retryAfter });
  if (status === 408 || status === 425 || status >= 500)
    return failed('refused-by-server', detail, { retry: true, retryAfter });
  if (status === 401 || status === 403) return failed('not-permitted', detail, { retry: false });
  if (status === 404 || status === 410) return failed('recipient-unknown', detail, { retry: false });
  if (status === 413) return failed('too-long', detail, { retry: false });
  return failed('refused-by-server', detail, { retry: false });
}
