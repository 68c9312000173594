import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const changes = '.spec/reports/incidents/changes';

const handIn = (rig: Rig, text: string, ...more: readonly string[]) => rig.ok('change', 'add', text, ...more);

test('a change that was handed in is kept for its owner alone, once, and becomes the likeliest suspect', async () => {
  const rig = openRig();
  const given = ['--service', 'checkout', '--deployment-id', 'deploy-7', '--version', 'v2', '--at', ago(10)];
  const added = await handIn(rig, 'checkout v2', ...given);
  expect(added).toMatchObject({ outcome: 'change-added', change: { version: 'v2', deployment_id: 'deploy-7' } });
  expect(await handIn(rig, 'checkout v2', ...given)).toMatchObject({ outcome: 'change-known' });
  expect(rig.files(changes)).toEqual([added.files['change']]);
  const mode = fs.statSync(path.join(rig.folder, added.files['change'] ?? '')).mode & 0o777;
  expect(mode).toBe(0o600);

  await handIn(rig, 'search v9', '--service', 'search', '--at', ago(5));
  await handIn(rig, 'too long ago', '--service', 'checkout', '--at', ago(3000));
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-3', '--service', 'checkout');
  const told = await rig.ok('suspects', id);
  expect(told['suspects']).toMatchObject([
    {
      rank: 1,
      ref: 'deploy-7',
      deployment_id: 'deploy-7',
      version: 'v2',
      reason: expect.stringContaining('10 min before'),
    },
    { rank: 2, title: 'search v9' },
  ]);
  const { timeline } = rig.state(id);
  expect(timeline.filter(({ type }) => type === 'note.added').map(({ text }) => text)).toEqual([
    expect.stringContaining('suspect deploy-7: checkout v2'),
    expect.stringContaining('suspect search v9'),
  ]);
});

test('suspects become hypotheses of the program when asked, each once', async () => {
  const rig = openRig('incident_response: { suspects: { at_triage: false } }');
  await handIn(rig, 'checkout v2', '--service', 'checkout', '--deployment-id', 'deploy-7', '--at', ago(10));
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-3', '--service', 'checkout');
  expect(await rig.ok('suspects', id, '--note')).toMatchObject({ noted: 1 });
  expect(await rig.ok('suspects', id, '--note')).toMatchObject({ noted: 0 });
  expect(await rig.ok('--incident-id', id)).toMatchObject({ outcome: 'waiting', steps: [] });
  const notes = rig.state(id).timeline.filter(({ type }) => type === 'note.added');
  expect(notes).toMatchObject([
    { by: null, data: { kind: 'hypothesis', text: expect.stringMatching(/^suspect deploy-7: /) } },
  ]);
});

test('commits are suspects too, and earlier incidents of the service', async () => {
  const rig = openRig();
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: rig.folder });
  };
  git('init', '-q');
  rig.write('src/checkout/price.ts', 'export {};\n');
  git('add', 'src');
  git('commit', '-q', '-m', 'Round prices in checkout');
  const earlier = await rig.ok(
    'declare',
    'slow',
    '--severity',
    'SEV-3',
    '--service',
    'checkout',
    '--happened-at',
    ago(600),
  );
  await rig.ok('verify', earlier.incident_id, '--attest', 'the board is green');
  await rig.ok('resolve', earlier.incident_id);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const { incident_id: id } = await rig.ok('declare', 'slow again', '--severity', 'SEV-3', '--service', 'checkout');
  const told = await rig.ok('--incident-id', id, '--mode', 'investigate');
  expect(told['suspects']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'commit', title: 'Round prices in checkout' }),
      expect.objectContaining({ kind: 'earlier-incident', ref: earlier.incident_id }),
    ]),
  );
}, 60_000);

test.each([
  [
    'a change event of PagerDuty',
    {
      routing_key: 'r',
      payload: { summary: 'Build 42', source: 'checkout', timestamp: ago(3), custom_details: { version: 'v42' } },
    },
    { text: 'Build 42', service: 'checkout', version: 'v42' },
  ],
  [
    'a deployment of GitHub that succeeded',
    {
      deployment_status: { state: 'success', updated_at: ago(3), environment: 'production' },
      deployment: { id: 4711, ref: 'v2', environment: 'production' },
      repository: { name: 'checkout', full_name: 'shop/checkout' },
      sender: { login: 'ci' },
    },
    { text: 'deployment 4711 to production', deployment_id: '4711', version: 'v2', service: 'checkout' },
  ],
])('%s is kept as a change', async (_what, payload, change) => {
  const rig = openRig();
  await rig.run('--alert-payload', JSON.stringify(payload));
  const [file] = rig.files(changes);
  expect(JSON.parse(rig.read(file ?? ''))).toMatchObject(change);
});

test('what would harm is refused or cleaned, and a torn file harms nobody', async () => {
  const rig = openRig();
  const token = ['xoxb', '1234567890', 'abcdefghijklmnop'].join('-');
  await handIn(rig, `deployed with ${token}\u001b[2J`, '--at', ago(10));
  expect(
    rig
      .files(changes)
      .map((file) => rig.read(file))
      .join(),
  ).not.toMatch(new RegExp(`${token}|u001b`));
  expect((await rig.run('change', 'add', 'x', '--deployment-id', 'a\u0007b', '--json')).json.error?.reason).toBe(
    'bad-name',
  );
  expect((await rig.run('change', 'add', '--json')).json.error?.reason).toBe('nothing-to-record');
  expect((await rig.run('change', 'add', 'x', '--at', 'soon', '--json')).code).toBe(2);
  rig.write(`${changes}/20991231T000000000Z-0000000000000000.json`, '{ torn');
  const { incident_id: id } = await rig.ok('--alert-payload', checkout());
  expect((await rig.ok('suspects', id))['suspects']).toHaveLength(1);
}, 60_000);
