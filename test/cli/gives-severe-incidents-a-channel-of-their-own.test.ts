import http from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { openRig, type Rig, type Told } from '../support/rig.ts';
import { emulatedToken, startSlackEmulation } from '../support/slack-emulation.ts';

/** A project whose Slack opens channels from SEV-2 on, and whose pager writes down that it was called. */
function openSlackRig(apiUrl: string): Rig {
  const rig = openRig();
  rig.write('page.mjs', "import fs from 'node:fs';\nfs.appendFileSync('paged', Date.now() + '\\n');\n");
  const config = [
    'incident_response:',
    '  people: { ana: { name: Ana Lima, phone: "+1 202 555 0101" } }',
    '  oncall: { primary: { rotation: [ana], starts: 2026-01-05 } }',
    '  notifications:',
    `    slack: { token: env:SLACK, channel_per_incident: SEV-2, api_url: "${apiUrl}" }`,
    `    command: { pager: ${JSON.stringify([process.execPath, 'page.mjs'])} }`,
    'safety: { network_policy: { default: deny, allowlist_domains: [127.0.0.1, localhost] } }',
  ];
  rig.write('.spec/smartspec.config.yaml', `${config.join('\n')}\n`);
  return rig;
}

async function ok(rig: Rig, ...args: readonly string[]): Promise<Told> {
  const ran = await rig.runWith({ env: { SLACK: emulatedToken } }, ...args, '--json');
  if (ran.code !== 0) throw new Error(`${args.join(' ')} ended with ${ran.code}:\n${ran.stdout}\n${ran.stderr}`);
  return ran.json;
}

it('the channel is opened when the incident is declared and archived when it is closed', async () => {
  const slack = await startSlackEmulation();
  const rig = openSlackRig(slack.url);
  const { incident_id: id } = await ok(rig, 'declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  const { chat } = rig.state(id);
  expect(chat).toMatchObject({ name: id.toLowerCase() });
  await ok(rig, 'severity', 'SEV-3', '--because', 'few are affected', '--as', 'ana');
  const channel = chat?.channel ?? '';
  const lowered = await slack.call('conversations.info', { channel });
  expect(lowered.channel).toMatchObject({ is_archived: false, topic: { value: 'SEV-3 · orders fail · checkout' } });
  await ok(rig, 'merge', id, '--into', (await ok(rig, 'declare', 'it all', '--severity', 'SEV-4')).incident_id);
  expect(rig.state(id).status).toBe('closed');
  expect((await slack.call('conversations.info', { channel })).channel?.is_archived).toBe(true);
});

it('a Slack that never answers keeps nobody from being paged at once', async () => {
  const silent = http.createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const address = silent.address();
  const rig = openSlackRig(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/`);
  const began = Date.now();
  const { warnings } = await ok(rig, 'declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  const [paged] = rig.read('paged').split('\n');
  expect(Number(paged) - began).toBeLessThan(3_000);
  expect(warnings.join('\n')).toMatch(/channel to #inc-\S+ by slack not delivered \(timed-out/);
});
