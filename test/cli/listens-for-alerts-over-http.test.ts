import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { startListener } from '../support/listener.ts';
import { openRig } from '../support/rig.ts';

const firing = (title: string, service = 'checkout'): string =>
  JSON.stringify({ title, service, severity: 'critical', status: 'firing' });
const json = { 'content-type': 'application/json' };
const token = ['a-made-up', 'bearer'].join('-');
const key = ['a-made-up', 'signing', 'key'].join('-');
const guarded = `
incident_response:
  listen:
    token: env:LISTEN_TOKEN
    hmac: { github: env:GITHUB_KEY, pagerduty: env:PAGERDUTY_KEY, sentry: env:SENTRY_KEY, grafana: env:GRAFANA_KEY }
`;
const keys = { LISTEN_TOKEN: token, GITHUB_KEY: key, PAGERDUTY_KEY: key, SENTRY_KEY: key, GRAFANA_KEY: key };
const sign = (text: string): string => createHmac('sha256', key).update(text).digest('hex');

describe('an alert that is posted', () => {
  test('is on record when the answer comes, by any of the known paths', async () => {
    const rig = openRig();
    const listener = await startListener(rig);
    const created = await listener.send('/alerts', { headers: json, body: firing('checkout is slow') });
    expect(created).toMatchObject({ status: 200, body: { outcome: 'created', severity: 'SEV-1', status: 'open' } });
    const id = String(created.body['incident_id']);
    expect(rig.state(id).alert_count).toBe(1);
    expect(await listener.send('/alerts/generic', { method: 'PUT', body: firing('checkout is slow') })).toMatchObject({
      status: 200,
      body: { outcome: 'deduplicated', incident_id: id },
    });
    expect(rig.state(id).alert_count).toBe(2);
  });

  test('as a form is read from its field, or as the fields it has', async () => {
    const listener = await startListener(openRig());
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const field = new URLSearchParams({ payload: firing('a form') }).toString();
    expect(await listener.send('/alerts', { headers: form, body: field })).toMatchObject({
      body: { outcome: 'created' },
    });
    const fields = new URLSearchParams({
      Status: 'Down',
      StatusCode: '500',
      URL: 'https://shop.example.com',
      Name: 'shop',
    });
    expect(await listener.send('/alerts/statuscake', { headers: form, body: fields.toString() })).toMatchObject({
      status: 200,
      body: { outcome: 'created' },
    });
  });

  test('that cannot be read is kept all the same, and the answer says where', async () => {
    const rig = openRig();
    const listener = await startListener(rig);
    const broken = await listener.send('/alerts', { body: '{"title": ' });
    expect(broken).toMatchObject({ status: 400, body: { outcome: 'quarantined', error: { reason: 'not-json' } } });
    expect(rig.read(String(broken.body['path']))).toBe('{"title": ');
  });

  test('of a subscription is taken note of, and its address is never fetched', async () => {
    const rig = openRig();
    const listener = await startListener(rig);
    const body = JSON.stringify({
      Type: 'SubscriptionConfirmation',
      MessageId: 'm-1',
      TopicArn: 'arn:aws:sns:eu-west-1:123456789012:alarms',
      Message: 'You have chosen to subscribe to the topic.',
      SubscribeURL: `http://127.0.0.1:${listener.port}/alerts/github`,
      Token: 'made-up',
      Timestamp: '2026-11-23T12:00:00.000Z',
    });
    const headers = { 'content-type': 'text/plain', 'x-amz-sns-message-type': 'SubscriptionConfirmation' };
    const answer = await listener.send('/alerts', { headers, body });
    expect([202, 400]).toContain(answer.status);
    expect(rig.files('.spec/reports/incidents').filter((file) => file.includes('INC-'))).toEqual([]);
  });
});

const refusals = [
  ['an unknown path', 'POST', '/nothing', 404],
  ['an unknown source', 'POST', '/alerts/no-such-monitor', 404],
  ['another method', 'DELETE', '/alerts', 405],
  ['another method for its health', 'POST', '/healthz', 405],
] as const;

describe('what is no alert', () => {
  test('is answered in HTTP’s own words', async () => {
    const listener = await startListener(openRig());
    for (const [name, method, place, status] of refusals) {
      expect({ name, status: (await listener.send(place, { method })).status }).toEqual({ name, status });
    }
    expect(await listener.send('/healthz', { method: 'GET' })).toMatchObject({ status: 200, body: { status: 'ok' } });
    const headers = { 'webhook-request-origin': 'events.example.com' };
    const handshake = await listener.send('/alerts', { method: 'OPTIONS', headers });
    expect(handshake.headers['webhook-allowed-origin']).toBe('events.example.com');
  });

  test('is not read further than the limit', async () => {
    const listener = await startListener(openRig());
    const answer = await listener.send('/alerts', { body: Buffer.alloc(6 * 1024 * 1024, 'x') }).catch(() => null);
    // A sender that goes on writing may see the connection end before it sees the answer.
    if (answer !== null) expect(answer.status).toBe(413);
    expect((await listener.send('/healthz', { method: 'GET' })).status).toBe(200);
  });

  test('comes too fast', async () => {
    const listener = await startListener(openRig(), ['--rate', '1']);
    const answers = [];
    for (let request = 0; request < 14; request += 1)
      answers.push(await listener.send('/alerts', { body: firing('x') }));
    expect(answers.slice(0, 10).every(({ status }) => status === 200)).toBe(true);
    expect(answers.at(-1)).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  });
});

describe('a sender', () => {
  test('is recognised by its token or by its signature, and by nothing else', async () => {
    const listener = await startListener(openRig(guarded), [], keys);
    const body = firing('signed');
    const stamp = String(Math.floor(Date.now() / 1000));
    const stale = String(Math.floor(Date.now() / 1000) - 3600);
    const basic = Buffer.from(`anyone:${token}`).toString('base64');
    const cases: readonly (readonly [name: string, place: string, headers: Record<string, string>, status: number])[] =
      [
        ['nothing', '/alerts', {}, 401],
        ['a wrong token', '/alerts', { authorization: 'Bearer nonsense' }, 403],
        ['the token', '/alerts', { authorization: `Bearer ${token}` }, 200],
        ['the token as a password', '/alerts', { authorization: `Basic ${basic}` }, 200],
        ['GitHub’s signature', '/alerts/github', { 'x-hub-signature-256': `sha256=${sign(body)}` }, 200],
        ['GitHub’s signature without its name', '/alerts', { 'x-hub-signature-256': `sha256=${sign(body)}` }, 200],
        [
          'GitHub’s signature at another’s address',
          '/alerts/sentry',
          { 'x-hub-signature-256': `sha256=${sign(body)}` },
          401,
        ],
        ['a signature of something else', '/alerts/github', { 'x-hub-signature-256': `sha256=${sign('x')}` }, 403],
        [
          'one of several signatures',
          '/alerts/pagerduty',
          { 'x-pagerduty-signature': `v1=${sign('x')},v1=${sign(body)}` },
          200,
        ],
        ['Sentry’s signature', '/alerts/sentry', { 'sentry-hook-signature': sign(body) }, 200],
        ['Grafana’s signature', '/alerts/grafana', { 'x-grafana-alerting-signature': sign(body) }, 200],
        [
          'Grafana’s signature with its moment',
          '/alerts/grafana',
          { 'x-grafana-alerting-signature': sign(`${stamp}:${body}`), 'x-grafana-alerting-timestamp': stamp },
          200,
        ],
        [
          'a signature of an hour ago',
          '/alerts/grafana',
          { 'x-grafana-alerting-signature': sign(`${stale}:${body}`), 'x-grafana-alerting-timestamp': stale },
          403,
        ],
      ];
    for (const [name, place, headers, status] of cases) {
      expect({ name, status: (await listener.send(place, { headers, body })).status }).toEqual({ name, status });
    }
  });

  test('from elsewhere is not let in without anything to recognise it by', async () => {
    const open = await openRig().run('listen', '--host', '0.0.0.0', '--port', '0', '--json');
    expect(open.code).toBe(4);
    expect(open.json.error?.reason).toBe('not-private');
    const unset = await openRig(guarded).run('listen', '--port', '0', '--json');
    expect(unset.code).toBe(4);
    expect(unset.json.error?.reason).toBe('secret-not-set');
    const broken = await openRig('incident_response:\n  listen: { tokn: env:X }\n').run(
      'listen',
      '--port',
      '0',
      '--json',
    );
    expect({ code: broken.code, reason: broken.json.error?.reason }).toEqual({ code: 4, reason: 'config-unreadable' });
  });
});

describe('the listener', () => {
  test('takes alerts on a socket that only its owner may use, also after a crash', async () => {
    const rig = openRig();
    const socket = path.join(rig.folder, 'alerts.sock');
    const first = await startListener(rig, ['--socket', socket]);
    expect(fs.statSync(socket).mode & 0o777).toBe(0o600);
    first.child.kill('SIGKILL');
    await new Promise((resolve) => first.child.once('exit', resolve));
    const second = await startListener(rig, ['--socket', socket]);
    expect(await second.send('/alerts', { body: firing('by socket') })).toMatchObject({ status: 200 });
    expect((await rig.run('listen', '--socket', socket, '--json')).json.error?.reason).toBe('socket-taken');
  });

  test('finishes what it accepted when it is told to stop', async () => {
    const rig = openRig();
    const listener = await startListener(rig);
    const sending = Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => listener.send('/alerts', { body: firing(`alert ${index}`) })),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    const code = await listener.stop();
    const answers = (await sending).flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(code).toBe(0);
    // On a busy machine some may not have reached it in time; what did is answered, and what was answered is kept.
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(rig.state(String(answers[0]?.body['incident_id'])).alert_count).toBe(answers.length);
  });
});
