import { expect, it } from 'vitest';
import { startMailServer } from '../support/mail-server.ts';
import { startFaultySlack } from '../support/slack-faults.ts';
import { startReceiver } from '../support/webhook-receiver.ts';
import { openReachRig } from './reaching.ts';

/** Made up, and put together here, so that no file holds a whole one. */
const secrets: readonly string[] = [
  `${'AK'}IA${'QX7PZ2MVKD4R'}${'W3TN'}`,
  `gh${'p_'}${'a8Kd93LmQz71Xc5V'}${'bN2wErTy6UiOp4AsDf'}`,
  `sk_${'live_'}${'4eC39HqLyjWDarjtT1zd'}${'p7dcQx'}`,
  `jo.${'arvidsson'}@${'customer-shop'}.se`,
  ['4242', '4242', '4242', '4242'].join(' '),
];
const text = `password: C0rrect${'-H0rse'}-77 ${secrets.join(' , ')}`;

it('what nobody should know reaches no channel, whichever way it came in, nor do the secrets of the channels themselves', async () => {
  const slack = await startFaultySlack();
  const mail = await startMailServer();
  const hook = await startReceiver();
  const rig = openReachRig({
    slack: slack.url,
    mail: mail.port,
    slackSettings: ', channel_per_incident: SEV-2',
    more: [
      `    webhook: { board: { url: "${hook.url}", secret: env:MAIL } }`,
      `    command: { pager: ${JSON.stringify([process.execPath, 'tell.mjs'])} }`,
      '  stakeholders: [{ to: ["slack:#incidents", "email:all@example.com", "webhook:board", "command:pager"], from: SEV-4 }]',
      '  workflows: { smartspec_rollback: { command: [./talks.sh] } }',
    ],
  });
  rig.write(
    'tell.mjs',
    "import fs from 'node:fs';\nfs.appendFileSync('told', fs.readFileSync(0, 'utf8') + process.env.SLACK + process.env.MAIL);\n",
  );
  rig.write('said.txt', text);
  rig.write('talks.sh', '#!/bin/sh\ncat "$(dirname "$0")/said.txt"\nexit 0\n', 0o700);
  const alert = {
    source: 'monitor',
    service: 'checkout',
    title: `orders fail ${text}`,
    severity: 'SEV-2',
    description: text,
  };
  await rig.after(
    0,
    '--alert-payload',
    JSON.stringify({ ...alert, labels: { note: text }, link: `https://x.example.com/?token=${secrets[1]}` }),
  );
  const steps: readonly (readonly string[])[] = [
    ['--alert-payload', JSON.stringify({ ...alert, title: `another ${text}`, labels: { alertname: 'other' } })],
    ['escalate', '--because', text],
    ['ack', '--as', 'ana'],
    ['severity', 'SEV-1', '--because', text, '--as', 'ana'],
    ['update', text, '--conditions', text, '--needs', text, '--as', 'ana'],
    ['mitigate', 'propose', '--workflow', 'smartspec_rollback', '--because', text, '--as', 'bo'],
    ['mitigate', 'approve', '--as', 'ana'],
    ['mitigate', 'run', '--apply', '--as', 'ana'],
    ['verify', '--attest', text, '--as', 'ana'],
    ['resolve', '--as', 'ana'],
    ['reopen', '--because', text, '--as', 'ana'],
    ['handover', '--to', 'bo', '--as', 'ana'],
  ];
  for (const step of steps) expect((await rig.after(61, ...step)).code, step.slice(0, 2).join(' ')).toBeLessThan(5);
  const channels = {
    slack: slack.calls.map(({ body }) => JSON.stringify(body)),
    mail: mail.arrived.map(({ mail: { subject, text: words, html } }) => `${subject}\n${words}\n${html}`),
    webhook: hook.received.map(({ body, headers }) => `${body}\n${JSON.stringify(headers)}`),
    command: [rig.read('told')],
  };
  for (const [channel, said] of Object.entries(channels)) {
    expect(said.join('\n').length, channel).toBeGreaterThan(500);
    for (const secret of [...secrets, 'H0rse-77', 'smtp://127', 'xoxb-made']) {
      expect(
        said.some((one) => one.includes(secret)),
        `${secret.slice(0, 6)}… in ${channel}`,
      ).toBe(false);
    }
  }
});
