import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRig, type Ran, type Rig } from '../support/rig.ts';

/** Made up, and put together here, so that no file holds a whole one. */
const secrets: Readonly<Record<string, readonly [around: string, secret: string]>> = {
  'AWS key id': ['key <>', `${'AK'}IA${'QX7PZ2MVKD4R'}${'W3TN'}`],
  'AWS secret': [`${'AWS_SECRET'}_ACCESS_KEY=<>`, `wJ8r${'KtXfM1'}/Q7nDeng/bPx${'RfiCY'}zQ4mPv9sKeyA`],
  'GitHub token': ['token <>', `gh${'p_'}${'a8Kd93LmQz71Xc5V'}${'bN2wErTy6UiOp4AsDf'}`],
  'Slack token': ['<>', `xo${'xb-'}${'314159265358'}-${'979323846264'}-${'Kj8sDf7LqWe2RtYu5IoPzXcV'}`],
  'Stripe key': ['with <>', `sk_${'live_'}${'4eC39HqLyjWDarjtT1zd'}${'p7dcQx'}`],
  'JSON web token': [
    'Authorization: Bearer <>',
    `ey${'JhbGciOiJIUzI1NiJ9'}.ey${'JzdWIiOiI0MjQyIn0'}.${'k8QvXw2ZrT5yUj1LmNbVcXzAsDfGhJk'}`,
  ],
  'basic credentials': [
    'Authorization: Basic <>',
    Buffer.from(['deployer', 'tr0ub4dor&3xyz'].join(':')).toString('base64'),
  ],
  'database address': [`postgres${'://'}app:<>@db.internal:5432/orders`, `Zx9${'kLm2'}QpW7v`],
  'password in words': ['password: <>', `C0rrect${'-H0rse'}-77`],
  'password in a flag': ['mysql --password=<> -u root', `m4r${'1adbP'}ass99`],
  'private key': [
    '<>',
    [
      `-----BEGIN ${'RSA PRIV'}ATE KEY-----`,
      'MIIEowIBAAKCAQEA7Zq1xW9vLk3mPsT8',
      `-----END ${'RSA PRIV'}ATE KEY-----`,
    ].join('\n'),
  ],
  'API key in a query': ['GET https://api.example.com/v1?api_key=<>', `9f8e7d6c${'5b4a3f2e'}1d0c9b8a`],
  'webhook address': [
    '<>',
    `https://hooks.${'slack'}.com/services/T0${'3K5M7P9'}/B0${'4L6N8Q1'}/${'hG7fD5sA3qW1eR2tY4uI6oP8'}`,
  ],
  'Google key': ['key=<>', `AI${'zaSy'}${'D8kV3mQ7xZ2pL9wN4bT6'}${'cR1yF5hJ0gU'}xx`],
  'npm token': ['<>', `npm${'_'}${'Vb7Kq2Lx9Zw4Mt6Rp8'}${'Yc3Nd5Fg1Hj0SkTeWu'}`],
  'e-mail address': ['mail from <>', `jo.${'arvidsson'}@${'customer-shop'}.se`],
  'card number': ['paid with <>', ['4242', '4242', '4242', '4242'].join(' ')],
  'phone number': ['call <>', ['+46', '70', '174', '06', '35'].join(' ')],
  IBAN: ['to <>', ['SE45', '5000', '0000', '0583', '9825', '7466'].join(' ')],
  'IP address of a person': ['client_ip=<>', ['203', '0', '113', '77'].join('.')],
  'session cookie': ['Cookie: sessionid=<>', `q7W${'eR5tY2uI9oP'}4aS6dF8`],
  'Azure connection': ['AccountKey=<>;', `kX7m${'Qw2Er5Ty8Ui1Op4As6Df9Gh3Jk0Lz'}XcVbNm==`],
};

const text = Object.values(secrets)
  .map(([around, secret]) => around.replace('<>', secret))
  .join('\n');

const told: { readonly command: string; readonly stdout: string; readonly stderr: string }[] = [];

/** Runs a command and keeps everything it printed, whatever it ended with. */
async function say(rig: Rig, ...args: readonly string[]): Promise<Ran> {
  const ran = await rig.run(...args);
  told.push({ stdout: ran.stdout, stderr: ran.stderr, command: args.slice(0, 2).join(' ').slice(0, 40) });
  return ran;
}

function expectNowhere(rig: Rig, except: (file: string) => boolean = () => false): void {
  const files = rig.files('.spec').filter((file) => !file.endsWith('smartspec.config.yaml') && !except(file));
  expect(files.length).toBeGreaterThan(1);
  const texts = [
    ...files.map((file) => [file, readFileSync(join(rig.folder, file), 'utf8')] as const),
    ...told.flatMap(({ stdout, stderr, command }) => [
      [`stdout of ${command}`, stdout] as const,
      [`stderr of ${command}`, stderr] as const,
    ]),
  ];
  const found = texts.flatMap(([where, content]) =>
    Object.entries(secrets).flatMap(([name, [, secret]]) =>
      // Inside JSON a line break is written as two characters.
      secret.split('\n').some((line) => line.length > 6 && !line.includes('-----') && content.includes(line))
        ? [`${name} in ${where}`]
        : [],
    ),
  );
  expect(found).toEqual([]);
}

test('what nobody should know is in no file and no answer, whichever way it came in', {
  timeout: 120_000,
}, async () => {
  told.length = 0;
  const rig = openRig(
    [
      'incident_response:',
      '  workflows:',
      '    smartspec_rollback: { command: [./talks.sh] }',
      '  verification: { checks: [{ command: [./talks.sh] }] }',
    ].join('\n'),
  );
  rig.write(
    'talks.sh',
    `#!/bin/sh\ncat "$(dirname "$0")/said.txt"\ncat "$(dirname "$0")/said.txt" >&2\nexit 3\n`,
    0o700,
  );
  rig.write('said.txt', text);
  const alert = (change: object) =>
    JSON.stringify({ source: 'monitor', service: 'shop', title: 'shop is slow', severity: 'SEV-3', ...change });
  await say(rig, '--alert-payload', alert({ description: text, labels: { note: text } }), '--explain', '--json');
  await say(rig, '--alert-payload', alert({ title: `shop is slow ${text}`, description: 'x' }), '--explain');
  for (const [around, secret] of Object.values(secrets)) {
    await say(rig, 'note', around.replace('<>', secret), '--as', 'ana');
  }
  await say(rig, 'ack', '--as', 'ana', '--json');
  await say(rig, 'severity', 'SEV-1', '--because', text, '--as', 'ana');
  await say(rig, 'escalate', '--because', text);
  await say(rig, 'update', text, '--as', 'ana');
  await say(rig, 'rca', '--trigger', text, '--factor', text, '--why', text);
  await say(
    rig,
    'action',
    'add',
    text,
    '--owner',
    'ana',
    '--type',
    'prevent',
    '--due',
    '2027-01-01',
    '--priority',
    'P1',
  );
  await say(rig, 'mitigate', 'propose', '--workflow', 'smartspec_rollback', '--because', text, '--as', 'bo');
  await say(rig, 'mitigate', 'approve', '--as', 'ana');
  await say(rig, 'mitigate', 'run', '--apply', '--as', 'ana', '--json');
  await say(rig, 'mitigate', 'outcome', '--no-effect', '--text', text);
  await say(rig, 'verify', '--allow-network');
  await say(rig, 'verify', '--attest', text, '--as', 'ana');
  await say(rig, 'resolve', '--as', 'ana');
  await say(rig, 'reopen', '--because', text, '--as', 'ana');
  await say(rig, 'declare', `a second one ${text}`, '--severity', 'SEV-3');
  for (const command of ['list', 'show', 'timeline', 'status']) await say(rig, command, '--json');
  for (const file of rig.files('.spec/reports/incidents').filter((name) => name.endsWith('summary.json'))) {
    const [, , , id = ''] = file.split('/');
    await say(rig, 'timeline', id, '--json');
    await say(rig, 'verify', id, '--attest', 'seen', '--as', 'ana');
    await say(rig, 'resolve', id, '--as', 'ana');
    await say(rig, 'post-mortem', 'draft', id, '--as', 'ana');
    await say(rig, 'audit', 'export', id, '--as', 'ana');
    await say(rig, 'action', 'list', id);
  }
  expect(rig.files('.spec').some((file) => file.endsWith('post-mortem.md'))).toBe(true);
  expectNowhere(rig);
});

test('a payload that can not be read is kept as it came, and only there', async () => {
  told.length = 0;
  const rig = openRig();
  await say(rig, '--alert-payload', `{"broken": "${text.replaceAll('\n', ' ')}`);
  await say(rig, '--alert-payload', `[not json] ${text}`, '--json');
  expectNowhere(rig, (file) => /quarantine\/\w+\.payload$/.test(file));
});
