import { createServer, type Socket } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DeliveryFault, Message, Notifier } from '../../src/notify/notifier.ts';
import { makeCertificate, startMailServer } from '../support/mail-server.ts';
import { portOf } from '../support/slack-faults.ts';
import { aMessage, openForTest } from './rig.ts';

const password = ['pass', 'word', '7731'].join('~');

function openEmail(smtp: string, patience = 2_000): Notifier {
  const email = { smtp: 'env:SMTP', from: 'Incidents <incidents@example.com>' };
  return openForTest({ config: { email, webhook: {}, command: {} }, env: { SMTP: smtp }, patience });
}

function aMail(changes: Partial<Message> = {}): Message {
  return aMessage({ channel: 'email', to: 'ana@example.com', key: 'INC-20261123-7KQ2MX/4/email', ...changes });
}

describe('a mail', () => {
  test('arrives with text, page and headers, and gives its Message-ID as the reference', async () => {
    const server = await startMailServer();
    const delivery = await openEmail(`smtp://127.0.0.1:${server.port}`).deliver(aMail(), []);
    const [arrived] = server.arrived;
    expect(delivery).toEqual({ ok: true, reference: arrived?.mail.messageId });
    expect(arrived?.mail.messageId).toMatch(/^<[0-9a-f]{40}@example\.com>$/);
    expect(arrived?.mail).toMatchObject({
      subject: '[SEV-2] Incident declared: Checkout answers slowly',
      from: { text: '"Incidents" <incidents@example.com>' },
      to: { text: 'ana@example.com' },
    });
    expect(arrived?.mail.text).toContain('Next:\n- incident ack INC-20261123-7KQ2MX\n');
    expect(arrived?.mail.html).toContain('<code>incident ack INC-20261123-7KQ2MX</code>');
    expect(arrived?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(arrived?.mail.headers.get('x-incident-id')).toBe('INC-20261123-7KQ2MX');
  });

  test('has the same Message-ID at every attempt and another one for another message', async () => {
    const server = await startMailServer();
    const notifier = openEmail(`smtp://127.0.0.1:${server.port}`);
    const first = await notifier.deliver(aMail(), []);
    const again = await notifier.deliver(aMail({ maybe_repeated: true }), []);
    const other = await notifier.deliver(aMail({ key: 'another' }), []);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(server.arrived[1]?.mail.text).toContain('You may have received this message before');
  });

  test('refers to the mails before it', async () => {
    const server = await startMailServer();
    const references = ['<first@example.com>', 'C0INCIDENT/1.2', '<second@example.com>', '<bad\r\nBcc: x@example.com>'];
    await openEmail(`smtp://127.0.0.1:${server.port}`).deliver(aMail(), references);
    expect(server.arrived[0]?.mail).toMatchObject({
      inReplyTo: '<second@example.com>',
      references: ['<first@example.com>', '<second@example.com>'],
    });
    expect(server.arrived[0]?.raw).not.toMatch(/^bcc:/im);
  });

  test.each(['REQUEST', 'CANCEL'])('carries the invitation with method %s as a calendar part', async (method) => {
    const server = await startMailServer();
    const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'END:VCALENDAR', ''].join('\r\n');
    await openEmail(`smtp://127.0.0.1:${server.port}`).deliver(aMail({ kind: 'meeting', calendar }), []);
    const [arrived] = server.arrived;
    expect(arrived?.raw).toMatch(new RegExp(`content-type: text/calendar;[^]{0,40}method=${method}`, 'i'));
    const file = arrived?.mail.attachments.find(({ filename }) => filename === 'invite.ics');
    expect(file?.content.toString('utf8').trim()).toBe(calendar.trim());
  });

  test.each([
    ['declared', 'responders', 'high'],
    ['update', 'internal', 'high'],
    ['declared', 'customers', undefined],
    ['resolved', 'internal', undefined],
    ['meeting', 'internal', undefined],
    ['meeting-cancelled', 'internal', undefined],
  ] as const)('about a SEV-1 of kind %s for %s has the priority %s', async (kind, audience, priority) => {
    const server = await startMailServer();
    const message = aMessage({ channel: 'email', to: 'ana@example.com', kind, audience }, { severity: 'SEV-1' });
    await openEmail(`smtp://127.0.0.1:${server.port}`).deliver(message, []);
    expect(server.arrived[0]?.mail.headers.get('priority')).toBe(priority);
  });

  test('refers to no more than the latest twenty mails before it', async () => {
    const server = await startMailServer();
    const many = Array.from({ length: 30 }, (_, number) => `<mail-${number}@example.com>`);
    await openEmail(`smtp://127.0.0.1:${server.port}`).deliver(aMail(), many);
    expect(server.arrived[0]?.mail.references).toEqual(many.slice(10));
  });

  test('says that it is urgent when somebody is paged', async () => {
    const server = await startMailServer();
    const notifier = openEmail(`smtp://127.0.0.1:${server.port}`);
    await notifier.deliver(aMail({ kind: 'page' }), []);
    await notifier.deliver(aMail({ kind: 'update' }), []);
    expect(server.arrived.map(({ mail }) => mail.headers.get('priority'))).toEqual(['high', undefined]);
  });

  test('shares its connection with the mails after it', async () => {
    const server = await startMailServer();
    const notifier = openEmail(`smtp://127.0.0.1:${server.port}`);
    for (let i = 0; i < 5; i += 1) await notifier.deliver(aMail({ key: `key ${i}` }), []);
    expect(server.arrived).toHaveLength(5);
    expect(new Set(server.arrived.map(({ session }) => session)).size).toBe(1);
  });

  test.each(['smtps', 'smtp'])('travels encrypted and after a log-in over %s', async (wished) => {
    const certificate = makeCertificate();
    const scheme = certificate === null ? 'smtp' : wished;
    const server = await startMailServer({
      ...(certificate ?? { allowInsecureAuth: true }),
      secure: scheme === 'smtps',
      disabledCommands: certificate === null ? ['STARTTLS'] : [],
      authOptional: false,
      onAuth: ({ username, password: given }, _session, done) =>
        given === password ? done(null, { user: username }) : done(new Error('wrong')),
    });
    const address = `${scheme}://mailer:${encodeURIComponent(password)}@127.0.0.1:${server.port}`;
    expect(await openEmail(address).deliver(aMail(), [])).toMatchObject({ ok: true });
    expect(server.arrived).toMatchObject([{ encrypted: certificate !== null, user: 'mailer' }]);
  });
});

const refuse = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

interface FaultCase {
  readonly what: string;
  readonly server: SMTPServerOptions;
  readonly reason: DeliveryFault;
  readonly retry: boolean;
  readonly says?: string;
}

const faults: readonly FaultCase[] = [
  {
    what: 'a greylisted recipient',
    server: { onRcptTo: (_address, _session, done) => done(refuse(451, 'Greylisted, come back later')) },
    reason: 'refused-by-server',
    retry: true,
    says: 'Greylisted, come back later',
  },
  {
    what: 'an unknown recipient',
    server: { onRcptTo: (_address, _session, done) => done(refuse(550, 'No such user here')) },
    reason: 'recipient-unknown',
    retry: false,
    says: 'No such user here',
  },
  {
    what: 'a sender that is not allowed',
    server: { onMailFrom: (_address, _session, done) => done(refuse(530, 'Log in first')) },
    reason: 'not-permitted',
    retry: false,
  },
  {
    what: 'a full disk',
    server: { onData: (stream, _session, done) => stream.resume().on('end', () => done(refuse(452, 'Disk full'))) },
    reason: 'refused-by-server',
    retry: true,
  },
  {
    what: 'a message that is too large',
    server: { onData: (stream, _session, done) => stream.resume().on('end', () => done(refuse(552, 'Too large'))) },
    reason: 'too-long',
    retry: false,
  },
  {
    what: 'a message that is taken for spam',
    server: { onData: (stream, _session, done) => stream.resume().on('end', () => done(refuse(554, 'Spam'))) },
    reason: 'refused-by-server',
    retry: false,
  },
  {
    what: 'a server that is closing',
    server: { onConnect: (_session, done) => done(refuse(421, 'Closing')) },
    reason: 'refused-by-server',
    retry: true,
  },
  {
    what: 'a server that repeats what is secret',
    server: { onRcptTo: (_address, _session, done) => done(refuse(550, `Not for ${password} <b>\u001b[31m`)) },
    reason: 'recipient-unknown',
    retry: false,
    says: 'Not for [secret]',
  },
];

describe('when a mail is not taken', () => {
  test.each(faults)('$what: $reason, retry $retry', async ({ server: options, reason, retry, says }) => {
    const server = await startMailServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username }, _session, done) => done(null, { user: username }),
      allowInsecureAuth: true,
      ...options,
    });
    const address = `smtp://mailer:${encodeURIComponent(password)}@127.0.0.1:${server.port}`;
    const delivery = await openEmail(address).deliver(aMail(), []);
    expect(delivery).toMatchObject({ ok: false, reason, retry, retry_after: null });
    if (says !== undefined && !delivery.ok) expect(delivery.detail).toContain(says);
    expect(JSON.stringify(delivery)).not.toContain(password);
  });

  test('a wrong password is not permitted and is not repeated', async () => {
    const server = await startMailServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refuse(535, `Bad password ${password}`)),
    });
    const address = `smtp://mailer:${encodeURIComponent(password)}@127.0.0.1:${server.port}`;
    const delivery = await openEmail(address).deliver(aMail(), []);
    expect(delivery).toMatchObject({ ok: false, reason: 'not-permitted', retry: false });
    expect(JSON.stringify(delivery)).not.toContain(password);
  });

  test.each([
    ['nothing listens', null, 'unreachable', true],
    ['the server never greets', () => {}, 'timed-out', true],
    ['the server cuts the connection', (socket: Socket) => socket.resetAndDestroy(), 'unreachable', true],
    [
      'it is a web server',
      (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n<html>'),
      'answer-unreadable',
      true,
    ],
  ] as const)('%s: not delivered in time', async (_what, answer, reason, retry) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      answer?.(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = portOf(server.address());
    if (answer === null) server.close();
    else onTestFinished(() => void server.close());
    const started = performance.now();
    const delivery = await openEmail(`smtp://127.0.0.1:${port}`, 600).deliver(aMail(), []);
    expect(delivery).toMatchObject({ ok: false, reason, retry });
    expect(performance.now() - started).toBeLessThan(3_500);
    if (!delivery.ok) expect(delivery.detail).not.toContain('<html>');
  });

  test.each([
    ['no address', 'recipient-unknown', { to: 'ana' }],
    ['two addresses', 'recipient-unknown', { to: 'ana@example.com, bo@example.com' }],
    ['a header', 'recipient-unknown', { to: 'ana@example.com\r\nBcc: eve@example.com' }],
    ['a name and an address', 'recipient-unknown', { to: 'Ana <ana@example.com>' }],
    ['an address that is too long', 'recipient-unknown', { to: `${'a'.repeat(60)}@${'b'.repeat(195)}.com` }],
  ] as const)('%s as the recipient is refused', async (_what, reason, changes) => {
    const server = await startMailServer();
    const delivery = await openEmail(`smtp://127.0.0.1:${server.port}`).deliver(aMail(changes), []);
    expect(delivery).toMatchObject({ ok: false, reason, retry: false });
    expect(server.arrived).toEqual([]);
  });

  test.each([
    ['offers no encryption', false],
    ['has a certificate that nobody vouches for', true],
  ])('a server away from the machine that %s is handed no mail', async (_what, encrypts) => {
    const certificate = encrypts ? makeCertificate() : null;
    if (encrypts && certificate === null) return;
    const server = await startMailServer(certificate === null ? {} : { ...certificate, disabledCommands: ['AUTH'] });
    // An address of this machine that does not look like one.
    const delivery = await openEmail(`smtp://0.0.0.0:${server.port}`).deliver(aMail(), []);
    expect(delivery).toMatchObject({ ok: false, reason: 'unreachable', retry: true });
    expect(server.arrived).toEqual([]);
  });

  test('a closed network names the host', async () => {
    const email = { smtp: 'env:SMTP', from: 'incidents@example.com' };
    const notifier = openForTest({
      config: { email, webhook: {}, command: {} },
      env: { SMTP: `smtps://mailer:${password}@smtp.example.com` },
      mayConnect: () => false,
    });
    expect(await notifier.deliver(aMail(), [])).toMatchObject({
      reason: 'network-closed',
      detail:
        'The network policy does not allow smtp.example.com: add it to safety.network_policy.allowlist_domains or pass --allow-network.',
    });
  });
});
