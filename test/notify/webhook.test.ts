import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DeliveryFault, Message } from '../../src/notify/notifier.ts';
import { makeCertificate } from '../support/mail-server.ts';
import { startReceiver } from '../support/webhook-receiver.ts';
import { aMessage, openForTest } from './rig.ts';

const secret = ['hook', 'secret', '9153'].join('-');

function openHook(url: string, changes: Partial<Parameters<typeof openForTest>[0]> = {}) {
  const config = { webhook: { board: { url, secret: 'env:HOOK' } }, command: {} };
  return openForTest({ config, env: { HOOK: secret }, ...changes });
}

function aHook(changes: Partial<Message> = {}): Message {
  return aMessage({ channel: 'webhook', to: '', via: 'board', ...changes });
}

describe('a webhook', () => {
  test('receives the message as JSON with a key, a time and a signature over both', async () => {
    const receiver = await startReceiver();
    expect(await openHook(receiver.url).deliver(aHook(), [])).toEqual({ ok: true, reference: null });
    const [received] = receiver.received;
    const { headers, body } = received ?? { headers: {}, body: '' };
    const time = Math.floor(Date.parse('2026-11-23T03:01:05.000Z') / 1000);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'smartspec_incident_response/1.0.0',
      'idempotency-key': 'INC-20261123-7KQ2MX/4/slack:#incidents',
      'x-incident-signature': `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`,
    });
    expect(JSON.parse(body)).toMatchObject({
      workflow: 'smartspec_incident_response',
      kind: 'declared',
      incident: { id: 'INC-20261123-7KQ2MX', severity: 'SEV-2' },
      subject: '[SEV-2] Incident declared: Checkout answers slowly',
      next: ['incident ack INC-20261123-7KQ2MX'],
    });
  });

  test('gets the same key at every attempt, and a digest of one that no header could carry', async () => {
    const receiver = await startReceiver();
    const notifier = openHook(receiver.url);
    for (const key of ['plain', 'plain', 'พิเศษ\r\nX-Evil: 1']) await notifier.deliver(aHook({ key }), []);
    const keys = receiver.received.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual(['plain', 'plain', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(receiver.received[2]?.headers).not.toHaveProperty('x-evil');
  });

  test('is not told by a message for customers what only responders should know', async () => {
    const receiver = await startReceiver();
    await openHook(receiver.url).deliver(aHook({ audience: 'customers', kind: 'declared' }), []);
    const body = receiver.received[0]?.body ?? '';
    for (const inside of ['ana', 'grafana', 'incident ack', 'answers slowly', 'p99'])
      expect(body).not.toContain(inside);
  });

  test('is not signed where no secret is configured, and its address may be a secret itself', async () => {
    const receiver = await startReceiver();
    const config = { webhook: { board: { url: 'env:ADDRESS', secret: null } }, command: {} };
    const notifier = openForTest({ config, env: { ADDRESS: receiver.url } });
    expect(await notifier.deliver(aHook(), [])).toMatchObject({ ok: true });
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-incident-signature');
  });

  test('is reached over one connection for many messages, even when the other side had closed it', async () => {
    const receiver = await startReceiver((response, count) => {
      const { socket } = response;
      response.writeHead(204).end(() => {
        if (count === 3) socket?.destroy();
      });
    });
    const notifier = openHook(receiver.url);
    for (let i = 0; i < 6; i += 1)
      expect(await notifier.deliver(aHook({ key: `${i}` }), [])).toMatchObject({ ok: true });
    expect(new Set(receiver.received.map(({ port }) => port)).size).toBe(2);
  });
});

interface FaultCase {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly reason: DeliveryFault;
  readonly retry: boolean;
  readonly after?: number;
}

const faults: readonly FaultCase[] = [
  { status: 429, headers: { 'retry-after': '17' }, reason: 'rate-limited', retry: true, after: 17 },
  {
    status: 429,
    headers: { 'retry-after': 'Mon, 23 Nov 2026 03:02:05 GMT' },
    reason: 'rate-limited',
    retry: true,
    after: 60,
  },
  { status: 429, headers: { 'retry-after': '-5' }, reason: 'rate-limited', retry: true },
  { status: 408, reason: 'refused-by-server', retry: true },
  { status: 425, reason: 'refused-by-server', retry: true },
  { status: 500, reason: 'refused-by-server', retry: true },
  { status: 503, headers: { 'retry-after': '99999999' }, reason: 'refused-by-server', retry: true, after: 86_400 },
  { status: 400, body: 'missing field "summary"', reason: 'refused-by-server', retry: false },
  { status: 401, reason: 'not-permitted', retry: false },
  { status: 403, reason: 'not-permitted', retry: false },
  { status: 404, reason: 'recipient-unknown', retry: false },
  { status: 410, reason: 'recipient-unknown', retry: false },
  { status: 413, reason: 'too-long', retry: false },
  { status: 302, headers: { location: 'http://evil.example.com/' }, reason: 'refused-by-server', retry: false },
];

describe('when a webhook does not take a message', () => {
  test.each(faults)(
    '$status $headers is $reason, retry $retry',
    async ({ status, headers, body, reason, retry, after }) => {
      const type = { 'content-type': 'text/plain' };
      const receiver = await startReceiver((response) => response.writeHead(status, { ...type, ...headers }).end(body));
      const delivery = await openHook(receiver.url).deliver(aHook(), []);
      expect(delivery).toMatchObject({ ok: false, reason, retry, retry_after: after ?? null });
      if (!delivery.ok) expect(delivery.detail).toContain(body ?? `status ${status}`);
      expect(receiver.received).toHaveLength(1);
    },
  );

  test.each([
    ['text/html', '<html>Please log in at the hotel</html>'],
    ['text/plain', '  <!doctype html>hotel'],
    ['application/octet-stream', 'hotel'],
  ])('a page of type %s does not get into the record', async (type, body) => {
    const receiver = await startReceiver((response) => response.writeHead(403, { 'content-type': type }).end(body));
    const delivery = await openHook(receiver.url).deliver(aHook(), []);
    expect(delivery.ok ? '' : delivery.detail).toBe('The webhook board answered with status 403.');
  });

  test('what it says is cut, cleaned and without secrets', async () => {
    const said = `\u001b[31m${secret} ${'long '.repeat(10_000)}`;
    const receiver = await startReceiver((response) =>
      response.writeHead(400, { 'content-type': 'text/plain' }).end(said),
    );
    const delivery = await openHook(receiver.url).deliver(aHook(), []);
    if (delivery.ok) throw new Error('it was refused');
    expect(delivery.detail).toMatch(/^The webhook board answered with status 400: \[secret\] long /);
    expect(delivery.detail.length).toBeLessThanOrEqual(300);
  });

  test('a server that hangs is given up in time, one that resets is unreachable', async () => {
    const hanging = await startReceiver(() => {});
    const cutting = await startReceiver((response) => response.socket?.resetAndDestroy());
    const slow = await startReceiver((response) => response.writeHead(200).write('{'));
    for (const [{ url }, reason] of [
      [hanging, 'timed-out'],
      [slow, 'timed-out'],
      [cutting, 'unreachable'],
    ] as const) {
      const delivery = await openHook(url, { patience: 200 }).deliver(aHook(), []);
      expect(delivery).toMatchObject({ ok: false, reason, retry: true });
    }
  });

  test('a server whose certificate nobody vouches for is told nothing', async () => {
    const certificate = makeCertificate();
    const receiver = await startReceiver(undefined, certificate);
    const delivery = await openHook(receiver.url).deliver(aHook(), []);
    const refused = {
      reason: 'unreachable',
      detail:
        'The webhook board could not be reached: the certificate is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT).',
      retry: true,
    };
    expect(delivery).toMatchObject(certificate === null ? { ok: true } : refused);
    expect(receiver.received).toHaveLength(certificate === null ? 1 : 0);
  });

  test.each([
    ['an unknown name', { via: 'other' }, 'not-configured'],
    ['a name from the prototype', { via: 'constructor' }, 'not-configured'],
    ['no name', { via: null }, 'not-configured'],
  ] as const)('%s is not configured', async (_what, changes, reason) => {
    const delivery = await openHook('http://127.0.0.1:9/').deliver(aHook(changes), []);
    expect(delivery).toMatchObject({ ok: false, reason, retry: false });
  });

  test('a host that the network policy keeps closed is told nothing until somebody opens it', async () => {
    const receiver = await startReceiver();
    const delivery = await openHook(receiver.url, { mayConnect: () => false }).deliver(aHook(), []);
    expect(delivery).toMatchObject({ ok: false, reason: 'network-closed', retry: true });
    expect(receiver.received).toEqual([]);
  });

  test('a missing secret and an address that is none are told apart', async () => {
    const receiver = await startReceiver();
    expect(await openHook(receiver.url, { env: {} }).deliver(aHook(), [])).toMatchObject({ reason: 'secret-missing' });
    expect(await openHook('file:///etc/passwd').deliver(aHook(), [])).toMatchObject({ reason: 'not-configured' });
    expect(receiver.received).toEqual([]);
  });
});
