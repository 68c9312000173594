import { type FetchFunction, LogLevel, WebClient } from '@slack/web-api';
import type { SlackSettings, Surroundings } from './channel-settings.ts';
import { type Failed, failed, networkClosed, readRetryAfter, secretMissing } from './delivery-fault.ts';
import { hostOf } from './host-of.ts';
import { openPoster, type Poster } from './post-request.ts';

/** A client of Slack's API for one process, or why there is none. */
export type SlackClient = { readonly ok: true; readonly api: WebClient; readonly close: () => void } | Failed;

/** Seconds to wait where Slack limits the rate and does not say for how long. */
const usualWait = 30;

/** The error that carries what `sayFault` said, so that the library's own wrapping keeps it. */
export class RequestFault extends Error {
  readonly reason: 'timed-out' | 'unreachable';
  constructor(reason: 'timed-out' | 'unreachable', why: string) {
    super(why);
    this.reason = reason;
  }
}

/** Opens a client that tries each call once, never follows a redirect and gives up in time. */
export function openSlackClient(settings: SlackSettings, surroundings: Surroundings): SlackClient {
  const address = settings.api_url.endsWith('/') ? settings.api_url : `${settings.api_url}/`;
  if (!URL.canParse(address))
    return failed('not-configured', 'notifications.slack.api_url is not a web address.', { retry: false });
  const host = hostOf(new URL(address));
  if (!surroundings.mayConnect(host)) return networkClosed(host);
  const token = surroundings.resolveSecret(settings.token);
  if (!token.ok) return secretMissing('Slack', token.name);
  const poster = openPoster();
  const api = new WebClient(token.value, {
    slackApiUrl: address,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: 8,
    logger: silence,
    fetch: fetchWith(poster, surroundings),
  });
  return { ok: true, api, close: () => poster.close() };
}

/** `fetch` in the form the library wants, on the connections that are kept; the global one costs a tenth of a second to load. */
function fetchWith(poster: Poster, { patience, now }: Surroundings): FetchFunction {
  return async (address, order) => {
    const url = new URL(address);
    const body = typeof order?.body === 'string' ? order.body : '';
    const headers = { ...order?.headers, 'content-length': String(Buffer.byteLength(body)) };
    const answer = await poster.post(url, { headers, body, milliseconds: patience });
    if (!answer.ok) throw new RequestFault(answer.reason, answer.why);
    const { status } = answer;
    const received = new Map<string, string>();
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined) received.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    if (status === 429) {
      received.set('retry-after', String(readRetryAfter(received.get('retry-after'), now()) ?? usualWait));
    }
    return {
      ok: status >= 200 && status < 300,
      status,
      statusText: '',
      url: url.href,
      headers: { get: (name) => received.get(name.toLowerCase()) ?? null, entries: () => received.entries() },
      arrayBuffer: async () => Uint8Array.from(Buffer.from(answer.body)).buffer,
      json: async (): Promise<unknown> => JSON.parse(answer.body),
      text: async () => answer.body,
    };
  };
}

const nothing = (): void => {};

/** The library would write tokens' surroundings and whole answers to the console. */
const silence = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: (): LogLevel => LogLevel.ERROR,
};
