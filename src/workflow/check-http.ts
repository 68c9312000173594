import type { CheckVerdict } from '../incident/check-result.ts';
import type { HttpCheck } from '../incident/check-wanted.ts';
import { type Answer, ask } from './ask-http.ts';
import { printableLine } from './printable-text.ts';
import { parseJson } from './read-json-object.ts';
import { readJsonPath } from './read-json-path.ts';

const defaultTimeoutMilliseconds = 10_000;

/**
 * Asks an address once whether it is well. Redirects are answers and not followed, so that no other host is ever asked
 * than the one `mayConnect` (host name without port or brackets) allowed.
 */
export async function checkHttp(
  check: HttpCheck,
  world: { readonly mayConnect: (host: string) => boolean; readonly signal?: AbortSignal | undefined },
): Promise<CheckVerdict> {
  const url = URL.canParse(check.url) ? new URL(check.url) : null;
  if (url === null) return { passed: false, detail: 'The address can’t be read.' };
  const refusal = whyNotAsk(url, world.mayConnect);
  if (refusal !== null) return { passed: false, detail: refusal };
  const timeoutMilliseconds = Math.max(check.timeout_ms ?? defaultTimeoutMilliseconds, check.within_ms ?? 0);
  const answer = await ask(url, { timeoutMilliseconds, signal: world.signal });
  const complaint = answer.ok ? findComplaint(check, answer) : answer.why;
  const took = answer.ok ? `${answer.status} in ${Math.round(answer.milliseconds)} ms` : '';
  return { passed: complaint === null, detail: complaint ?? `Answered ${took}.` };
}

function whyNotAsk(url: URL, mayConnect: (host: string) => boolean): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${url.protocol} is neither http nor https.`;
  if (url.username !== '' || url.password !== '')
    return 'The address holds credentials, which are never sent from here.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return mayConnect(host)
    ? null
    : `The network policy does not allow ${host}; add it to allowlist_domains or use --allow-network.`;
}

function findComplaint(check: HttpCheck, answer: Extract<Answer, { ok: true }>): string | null {
  const { status, milliseconds, body, bodyIsWhole, location } = answer;
  if (!wantedStatus(check.status, status)) {
    const to = location === null ? '' : ` to ${printableLine(location, 100)}, which is not followed`;
    return `Answered ${status}${to}; ${statusInWords(check.status)} is wanted.`;
  }
  if (check.within_ms !== undefined && milliseconds > check.within_ms) {
    return `Answered ${status} in ${Math.round(milliseconds)} ms; at most ${check.within_ms} ms are wanted.`;
  }
  if (check.body_contains !== undefined && !body.includes(check.body_contains)) {
    const where = bodyIsWhole ? 'the answer' : 'the first megabyte of the answer';
    return `${JSON.stringify(printableLine(check.body_contains, 60))} is not in ${where}.`;
  }
  return check.json === undefined ? null : findJsonComplaint(check.json, body, bodyIsWhole);
}

function findJsonComplaint(wanted: NonNullable<HttpCheck['json']>, body: string, whole: boolean): string | null {
  if (!whole) return 'The answer is larger than one megabyte, so it was not read as JSON.';
  const parsed = parseJson(body);
  if (parsed === undefined) return 'The answer is not JSON.';
  const found = readJsonPath(parsed, wanted.path);
  if (found === wanted.equals) return null;
  const said = found === undefined ? 'missing' : printableLine(JSON.stringify(found).slice(0, 200), 60);
  return `${wanted.path} is ${said}; ${JSON.stringify(wanted.equals)} is wanted.`;
}

function wantedStatus(wanted: HttpCheck['status'], status: number): boolean {
  if (wanted === undefined) return status >= 200 && status <= 299;
  return typeof wanted === 'number' ? status === wanted : wanted.includes(status);
}

function statusInWords(wanted: HttpCheck['status']): string {
  if (wanted === undefined) return 'a status from 200 to 299';
  return typeof wanted === 'number' ? String(wanted) : wanted.join(' or ');
}
