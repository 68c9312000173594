import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The senders that sign what they send. */
export const signingSources = ['github', 'pagerduty', 'sentry', 'grafana'] as const;
export type SigningSource = (typeof signingSources)[number];

/** What senders are told from strangers by; with none of it nobody is asked. */
export interface ListenSecrets {
  readonly token: string | null;
  readonly hmac: Readonly<Partial<Record<SigningSource, string>>>;
}

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const signatureHeaders: Readonly<Record<SigningSource, string>> = {
  github: 'x-hub-signature-256',
  pagerduty: 'x-pagerduty-signature',
  sentry: 'sentry-hook-signature',
  grafana: 'x-grafana-alerting-signature',
};
const grafanaTime = 'x-grafana-alerting-timestamp';
/** A signed moment may be so many seconds away, so that what was overheard can't be sent again later. */
const patience = 300;

/** `unsigned`: nothing here says who it is; `wrong`: something does, and it is not right. */
export type Recognition = 'welcome' | 'unsigned' | 'wrong' | 'signature-decides';

export function needsCredentials({ token, hmac }: ListenSecrets): boolean {
  return token !== null || Object.keys(hmac).length > 0;
}

/** Looks at the headers alone, so that a stranger's body is never read. */
export function recogniseHeaders(secrets: ListenSecrets, source: string | null, headers: Headers): Recognition {
  if (!needsCredentials(secrets)) return 'welcome';
  const given = credentialsIn(headers);
  if (given !== null && secrets.token !== null && isSame(given, secrets.token)) return 'welcome';
  if (signerOf(secrets, source, headers) !== null) return 'signature-decides';
  return given === null ? 'unsigned' : 'wrong';
}

/** Checks the signature over the body as it came. */
export function recogniseSignature(
  secrets: ListenSecrets,
  source: string | null,
  headers: Headers,
  body: Buffer,
  now: string,
): Recognition {
  const signer = signerOf(secrets, source, headers);
  const secret = signer === null ? undefined : secrets.hmac[signer];
  if (signer === null || secret === undefined) return 'unsigned';
  const moment = signer === 'grafana' ? headerOf(headers, grafanaTime) : null;
  if (moment !== null && Math.abs(Number(moment) - Date.parse(now) / 1000) > patience) return 'wrong';
  const mac = createHmac('sha256', secret);
  if (moment !== null) mac.update(`${moment}:`);
  const expected = mac.update(body).digest('hex');
  const given = (headerOf(headers, signatureHeaders[signer]) ?? '').slice(0, 2000).split(',');
  // While keys rotate there are several: any that is right will do.
  const right = given.filter((one) =>
    isSame(
      one
        .trim()
        .replace(/^(?:sha256|v1)=/, '')
        .toLowerCase(),
      expected,
    ),
  );
  return right.length > 0 ? 'welcome' : 'wrong';
}

function signerOf({ hmac }: ListenSecrets, source: string | null, headers: Headers): SigningSource | null {
  return (
    signingSources.find(
      (name) =>
        (source === null || source === name) &&
        hmac[name] !== undefined &&
        headerOf(headers, signatureHeaders[name]) !== null,
    ) ?? null
  );
}

/** The token of `Bearer`, or the password of `Basic` for senders that know nothing else. */
function credentialsIn(headers: Headers): string | null {
  const [, scheme, given] = /^(bearer|basic)\s+(\S{1,4096})$/i.exec(headerOf(headers, 'authorization') ?? '') ?? [];
  if (scheme === undefined || given === undefined) return null;
  if (scheme.toLowerCase() === 'bearer') return given;
  return Buffer.from(given, 'base64').toString('utf8').split(':').slice(1).join(':');
}

function headerOf(headers: Headers, name: string): string | null {
  const found = headers[name];
  return typeof found === 'string' ? found : null;
}

/** Compares hashes, which are equally long, in a time that tells nothing. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
