import { type Failed, failed, quoteAnswer } from './delivery-fault.ts';
import type { DeliveryFault } from './notifier.ts';
import { sayFault } from './post-request.ts';

/** What became of a mail that the server did not take. */
export function judgeMailError(error: unknown, host: string, hide: (text: string) => string): Failed {
  if (!(error instanceof Error))
    return failed('unreachable', `The mail server ${host} could not be used.`, { retry: true });
  const code = textOf(error, 'code');
  const status = statusOf(error);
  // A server that refuses to encrypt says nothing about the message, whatever number it does so with.
  if (status !== null && code !== 'ETLS') return judgeReply(status, code, quoteAnswer(replyOf(error), hide));
  const who = `The mail server ${host}`;
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return failed('not-permitted', `${who} offers no way to log in with what is configured.`, { retry: false });
    case 'EENVELOPE':
      return failed('recipient-unknown', `${who} was given no recipient that it takes.`, { retry: false });
    case 'ETLS':
    case 'EREQUIRETLS':
      return failed('unreachable', `${who} could not be reached over an encrypted connection.`, { retry: true });
    case 'ETIMEDOUT':
      return failed('timed-out', `${who} did not answer in time.`, { retry: true });
    case 'EMESSAGE':
    case 'ESTREAM':
      return failed('too-long', `${who} does not take a message of this kind or size.`, { retry: false });
    case 'EPROTOCOL':
      return failed('answer-unreadable', `What answered at ${host} is not a mail server.`, { retry: true });
    default:
      return failed('unreachable', `${who} could not be reached: ${sayFault(causeOf(error))}.`, { retry: true });
  }
}

const permanent: ReadonlyMap<number, DeliveryFault> = new Map([
  [530, 'not-permitted'],
  [534, 'not-permitted'],
  [535, 'not-permitted'],
  [538, 'not-permitted'],
  [521, 'recipient-unknown'],
  [550, 'recipient-unknown'],
  [551, 'recipient-unknown'],
  [553, 'recipient-unknown'],
  [552, 'too-long'],
  [523, 'too-long'],
]);

function judgeReply(status: number, code: string, said: string): Failed {
  const detail = `The mail server answered ${status}${said === '' ? '.' : `: ${said}`}`;
  // 4xx is SMTP's own word for "later": a greylist, a full disk, too many connections.
  if (status < 500) return failed(code === 'EAUTH' ? 'not-permitted' : 'refused-by-server', detail, { retry: true });
  const reason = code === 'EAUTH' ? 'not-permitted' : (permanent.get(status) ?? 'refused-by-server');
  return failed(reason, detail, { retry: false });
}

function statusOf(error: Error): number | null {
  const own = 'responseCode' in error ? error.responseCode : undefined;
  return typeof own === 'number' && own >= 400 && own < 600 ? own : null;
}

/** The server's words without the number that stands first. */
function replyOf(error: Error): string {
  return textOf(error, 'response').replaceAll(/^\d{3}[ -]?/gm, '');
}

/** The system's own error where the library wrapped it. */
function causeOf(error: Error): Error {
  const inner = /\b(E[A-Z]{4,}|[A-Z_]{8,}CERT[A-Z_]*|CERT_[A-Z_]+)\b/.exec(error.message)?.[1];
  const { cause } = error;
  if (cause instanceof Error) return cause;
  return inner === undefined ? error : Object.assign(new Error(inner), { code: inner });
}

function textOf(error: Error, name: 'code' | 'response'): string {
  const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
