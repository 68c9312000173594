import { stripControls } from '../sanitise/terminal-safe.ts';
import type { Delivery, DeliveryFault } from './notifier.ts';

export type Failed = Extract<Delivery, { readonly ok: false }>;

const longestDetail = 300;
const longestWait = 24 * 60 * 60;

/** Makes the outcome of an attempt that did not get through; the detail becomes one line of at most 300 characters. */
export function failed(
  reason: DeliveryFault,
  detail: string,
  { retry, retryAfter = null }: { readonly retry: boolean; readonly retryAfter?: number | null },
): Failed {
  return {
    ok: false,
    reason,
    detail: shorten(oneLine(detail), longestDetail),
    retry,
    retry_after: retryAfter === null ? null : Math.min(Math.max(0, Math.ceil(retryAfter)), longestWait),
  };
}

/** The outcome when the network policy keeps a host closed; somebody may open it and run the program again. */
export function networkClosed(host: string): Failed {
  const detail = `The network policy does not allow ${shorten(oneLine(host), 100)}: add it to safety.network_policy.allowlist_domains or pass --allow-network.`;
  return failed('network-closed', detail, { retry: true });
}

/** The outcome when a variable that holds a secret is not set; another shell may have it. */
export function secretMissing(channel: string, name: string): Failed {
  const variable = name === '' ? 'a variable named as env:NAME' : `the environment variable ${name}`;
  return failed('secret-missing', `${channel} needs ${variable}, which is not set.`, { retry: true });
}

/** What a server or program said, fit for a detail: redacted, without markup, short. */
export function quoteAnswer(said: string, redact: (text: string) => string, longest = 160): string {
  return shorten(oneLine(redact(stripControls(said.slice(0, 2_000)))), longest);
}

/** Makes the function that takes the given secrets out of a text wherever they stand, before anything else is redacted. */
export function hideSecrets(secrets: readonly string[], redact: (text: string) => string): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= 6).sort((a, b) => b.length - a.length);
  return (text) => redact(known.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text));
}

/** `Retry-After` in seconds, given as a number or as a date; null when it says nothing. */
export function readRetryAfter(header: string | undefined, now: string): number | null {
  if (header === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header);
  if (!/^\s*[A-Z][a-z]{2}/.test(header)) return null;
  const seconds = Math.ceil((Date.parse(header.slice(0, 64)) - Date.parse(now)) / 1000);
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

function oneLine(text: string): string {
  return stripControls(text)
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
