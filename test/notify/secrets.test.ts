import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Channel, Delivery } from '../../src/notify/notifier.ts';
import { startMailServer } from '../support/mail-server.ts';
import { type SlackFault, startFaultySlack } from '../support/slack-faults.ts';
import { startReceiver } from '../support/webhook-receiver.ts';
import { aMessage, openForTest } from './rig.ts';

const pagers = fileURLToPath(new URL('../fixtures/pagers/', import.meta.url));
const secrets = {
  token: ['xoxb', '4711', 'made', 'up'].join('-'),
  password: ['mail', 'word', '0815'].join('~'),
  hook: ['signing', 'key', '2342'].join('~'),
  path: ['services', 'T0', 'B0', 'verysecretpath'].join('/'),
};
const all = Object.values(secrets).join(' ');

/** Every channel, each at a server that says all secrets aloud while it refuses. */
async function openLeakyWorld() {
  const slack = await startFaultySlack(...Array.from({ length: 6 }, (): SlackFault => ({ status: 200, body: all })));
  const mail = await startMailServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'mailer' }),
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error(all), { responseCode: 550 })),
  });
  const hook = await startReceiver((response) => response.writeHead(400, { 'content-type': 'text/plain' }).end(all));
  const notifier = openForTest({
    config: {
      slack: { token: 'env:TOKEN', api_url: slack.url },
      email: { smtp: 'env:SMTP', from: 'incidents@example.com' },
      webhook: { board: { url: 'env:HOOK_URL', secret: 'env:HOOK_KEY' } },
      command: { pager: [`${pagers}fail.sh`, '1', all] },
    },
    environment: process.env,
    env: {
      TOKEN: secrets.token,
      SMTP: `smtp://mailer:${encodeURIComponent(secrets.password)}@127.0.0.1:${mail.port}`,
      HOOK_URL: `${hook.url}/${secrets.path}`,
      HOOK_KEY: secrets.hook,
    },
    redact: (text) => text.replaceAll('verysecretpath', '[secret-1:path]'),
  });
  return { notifier, slack, hook };
}

const targets = { slack: '#incidents', email: 'ana@example.com', webhook: '', command: '' } as const;
const names = { slack: null, email: null, webhook: 'board', command: 'pager' } as const;
const channels: readonly Channel[] = ['slack', 'email', 'webhook', 'command'];

test('no channel repeats a secret in what it says about a failure', async () => {
  const { notifier } = await openLeakyWorld();
  const said: Delivery[] = [];
  for (const channel of channels) {
    said.push(await notifier.deliver(aMessage({ channel, to: targets[channel], via: names[channel] }), []));
  }
  expect(said.map(({ ok }) => ok)).toEqual([false, false, false, false]);
  for (const secret of Object.values(secrets)) expect(JSON.stringify(said)).not.toContain(secret);
});

test('no channel sends a secret of another one, even when it stands in the message', async () => {
  const { notifier, slack, hook } = await openLeakyWorld();
  const incident = { title: `Alert: ${all}`, links: [`https://example.com/?token=${secrets.token}`] };
  const next = [`curl -H ${secrets.hook}`];
  for (const channel of channels) {
    const message = aMessage({ channel, to: targets[channel], via: names[channel], text: all, next }, incident);
    await notifier.deliver(message, []);
  }
  const sent = JSON.stringify([slack.calls.map(({ body }) => body), hook.received.map(({ body }) => body)]);
  expect(sent).toContain('Alert: [secret]');
  for (const secret of [secrets.token, secrets.password, secrets.hook]) expect(sent).not.toContain(secret);
});

test('one dead channel takes nothing from the others', async () => {
  const slack = await startFaultySlack('hang', 'hang');
  const hook = await startReceiver();
  const notifier = openForTest({
    config: {
      slack: { token: 'env:TOKEN', api_url: slack.url },
      webhook: { board: { url: hook.url, secret: null } },
      command: {},
    },
    env: { TOKEN: secrets.token },
    patience: 700,
  });
  const started = performance.now();
  const dead = notifier.deliver(aMessage(), []);
  const alive = await notifier.deliver(aMessage({ channel: 'webhook', via: 'board' }), []);
  expect(alive).toMatchObject({ ok: true });
  expect(performance.now() - started).toBeLessThan(600);
  expect(await dead).toMatchObject({ ok: false, reason: 'timed-out' });
});

test('a channel that is not configured says so, whatever its name', async () => {
  const notifier = openForTest({});
  for (const channel of channels) {
    const delivery = await notifier.deliver(aMessage({ channel, to: targets[channel], via: names[channel] }), []);
    expect(delivery).toMatchObject({ ok: false, reason: 'not-configured', retry: false });
  }
});
