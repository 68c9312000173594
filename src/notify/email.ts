import { createHash } from 'node:crypto';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { EmailSettings, OpenChannel, Surroundings } from './channel-settings.ts';
import { type Failed, failed, hideSecrets, networkClosed, secretMissing } from './delivery-fault.ts';
import { judgeMailError } from './email-fault.ts';
import { layOutAsHtml } from './email-html.ts';
import { type MessageText, toPlainText } from './message-text.ts';
import type { Delivery, Message } from './notifier.ts';
import { readSmtpAddress, type SmtpPlace } from './smtp-address.ts';
import { shareWriter } from './write-message.ts';

const mostReferences = 20;
const longestSubject = 200;

interface Post {
  readonly ok: true;
  readonly place: SmtpPlace;
  readonly send: (mail: SendMailOptions) => Promise<unknown>;
  readonly close: () => void;
}

/** Opens e-mail: connections are kept for the messages that follow. */
export function openEmail(settings: EmailSettings, surroundings: Surroundings): OpenChannel {
  const writer = shareWriter(surroundings.loadTemplate);
  let post: Post | undefined;

  const deliver = async (message: Message, references: readonly string[]): Promise<Delivery> => {
    if (!isMailAddress(message.to))
      return failed('recipient-unknown', 'The recipient is not an e-mail address.', { retry: false });
    const opened = post ?? openPost(settings, surroundings);
    if (!opened.ok) return opened;
    post = opened;
    const mail = compose(message, references, writer.write(message), settings.from);
    try {
      await withinTime(opened.send(mail), surroundings.patience + 2_000);
      return { ok: true, reference: mail.messageId };
    } catch (error) {
      const { password, user } = opened.place;
      const hide = hideSecrets([password, user], surroundings.redact);
      return judgeMailError(error, opened.place.host, hide);
    }
  };
  return {
    deliver,
    close: async () => {
      post?.close();
      post = undefined;
    },
  };
}

function openPost({ smtp }: EmailSettings, surroundings: Surroundings): Post | Failed {
  const secret = surroundings.resolveSecret(smtp);
  if (!secret.ok) return secretMissing('E-mail', secret.name);
  const place = readSmtpAddress(secret.value);
  if (place === null) {
    const detail = 'The SMTP address is not of the form smtp://user:password@host:587 or smtps://…';
    return failed('not-configured', detail, { retry: false });
  }
  if (!surroundings.mayConnect(place.host)) return networkClosed(place.host);
  const { patience } = surroundings;
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 3,
    maxMessages: 1_000,
    // Whether to try again is decided elsewhere.
    maxRequeues: 0,
    host: place.host,
    port: place.port,
    secure: place.tls === 'from-the-start',
    requireTLS: place.tls === 'required',
    ignoreTLS: place.tls === 'off',
    // On the machine itself nobody stands in between, and test servers sign their own certificates.
    tls: { rejectUnauthorized: !place.loopback },
    ...(place.user !== '' && { auth: { user: place.user, pass: place.password } }),
    dnsTimeout: patience / 2,
    connectionTimeout: patience / 2,
    greetingTimeout: patience / 2,
    socketTimeout: patience,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { ok: true, place, send: (mail) => transport.sendMail(mail), close: () => transport.close() };
}

function compose(message: Message, references: readonly string[], words: MessageText, from: string) {
  const earlier = references.filter((reference) => /^<[^\s<>]{3,250}>$/.test(reference)).slice(-mostReferences);
  const urgent = isUrgent(message);
  return {
    from,
    to: { name: '', address: message.to },
    subject: shortSubject(words.subject),
    text: `${toPlainText(words)}\n`,
    html: layOutAsHtml(words, message.language),
    messageId: messageIdOf(message.key, from),
    ...(earlier.length > 0 && { inReplyTo: earlier.at(-1), references: earlier.join(' ') }),
    ...(message.calendar !== null && { icalEvent: invitation(message.calendar) }),
    ...(urgent && { priority: 'high' as const }),
    date: undefined,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Incident-Id': message.incident.id.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 64),
    },
  };
}

/** What is over, or is written to customers, interrupts nobody at their work. */
function isUrgent({ kind, audience, incident }: Message): boolean {
  if (kind === 'page') return true;
  return incident.severity === 'SEV-1' && audience !== 'customers' && !calm.has(kind);
}

const calm: ReadonlySet<Message['kind']> = new Set<Message['kind']>([
  'resolved',
  'post-mortem',
  'meeting',
  'meeting-cancelled',
]);

function invitation(calendar: string) {
  const method = /^METHOD:(REQUEST|CANCEL)\r?$/im.exec(calendar)?.[1]?.toUpperCase();
  return { method: method === 'CANCEL' ? 'CANCEL' : 'REQUEST', filename: 'invite.ics', content: calendar };
}

/** The same for every attempt, so that a mail program that got two of them shows one. */
function messageIdOf(key: string, from: string): string {
  const domain = /@([A-Za-z0-9.-]{1,200})>?\s*$/.exec(from)?.[1] ?? 'smartspec.invalid';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}

function shortSubject(subject: string): string {
  return subject.length <= longestSubject
    ? subject
    : `${subject.slice(0, longestSubject - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** One plain address: no list, no group, no comment, nothing that could start another header. */
function isMailAddress(to: string): boolean {
  return (
    to.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,200}[\p{L}\p{N}])?$/u.test(to)
  );
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = Object.assign(new Error('too late'), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(error), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
