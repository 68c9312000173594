import { expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type SlackEmulation, startSlackEmulation } from '../support/slack-emulation.ts';
import { declaring, openReachRig, type ReachRig } from './reaching.ts';
import { pause } from './told.ts';

async function openWorkspace(steps?: string) {
  const slack = await startSlackEmulation();
  const mail = await startMailServer();
  const { members = [] } = await slack.call('users.list', {});
  const idOf = (name: string) =>
    members.flatMap((one) => (typeof one === 'object' && one.name === name ? [one.id] : []))[0] ?? '';
  const rig = openReachRig({
    slack: slack.url,
    mail: mail.port,
    ids: [idOf('ana'), idOf('bo')],
    more: ['  stakeholders: [{ to: ["slack:#incidents"], from: SEV-3 }]'],
    ...(steps === undefined ? {} : { steps }),
  });
  return { slack, mail, rig };
}

/** Whom mails went to, in the order they arrived. */
function mailedTo({ arrived }: MailServer): readonly string[] {
  return arrived.map(
    ({ mail: { to, subject } }) => `${to === undefined || Array.isArray(to) ? '' : to.text} ${subject}`,
  );
}

/** The keys of all messages that stand in a conversation of one incident's record. */
async function postedKeys(slack: SlackEmulation, rig: ReachRig, id: string): Promise<readonly string[]> {
  const references = rig
    .state(id)
    .notifications.flatMap(({ channel, reference }) =>
      channel === 'slack' && reference !== null ? [reference.split('/')[0] ?? ''] : [],
    );
  const found: string[] = [];
  for (const channel of new Set(references)) {
    const { messages = [] } = await slack.call('conversations.history', { channel });
    for (const { ts, metadata } of messages) {
      found.push(metadata?.event_payload.key ?? '');
      const thread = await slack.call('conversations.replies', { channel, ts });
      found.push(...(thread.messages ?? []).slice(1).map((reply) => reply.metadata?.event_payload.key ?? ''));
    }
  }
  return found.toSorted();
}

it('tick pages each step by Slack and mail when it is due, and nobody else once somebody has acknowledged', async () => {
  const { slack, mail, rig } = await openWorkspace();
  const { incident_id: id } = await rig.done(0, ...declaring);
  expect(await rig.done(60, 'tick')).toMatchObject({ attempted: 0 });
  expect(await rig.done(301, 'tick')).toMatchObject({ attempted: 2, sent: 2 });
  expect(await rig.done(302, 'tick')).toMatchObject({ attempted: 0 });
  await rig.done(400, 'ack', '--as', 'bo');
  expect(await rig.done(1000, 'tick')).toMatchObject({ attempted: 0 });
  expect(rig.told(id)).toEqual(['ana email sent', 'ana slack sent', 'bo email sent', 'bo slack sent']);
  expect(mailedTo(mail)).toEqual([
    'ana@example.com [SEV-1] You are needed: orders fail',
    'bo@example.com [SEV-1] You are needed: orders fail',
  ]);
  expect(await postedKeys(slack, rig, id)).toEqual([
    `${id}/declared-1/slack/#incidents`,
    `${id}/page-1-1.1/slack/ana`,
    `${id}/page-1-1.2/slack/bo`,
  ]);
});

it('two watches and a tick at once page each step once by either way', async () => {
  const { slack, mail, rig } = await openWorkspace(
    '[{ after: 0m, notify: [oncall:primary] }, { after: 2s, notify: [oncall:secondary] }, { after: 4s, notify: [person:cy] }]',
  );
  const { incident_id: id } = await rig.done(0, ...declaring);
  const watches = [rig.watch(), rig.watch()];
  for (let round = 0; round < 40 && mail.arrived.length < 3; round += 1) {
    await Promise.all([rig.after(0, 'tick'), pause(300)]);
  }
  expect(await Promise.all(watches.map(({ interrupt }) => interrupt()))).toEqual([0, 0]);
  expect(mailedTo(mail).map((line) => line.split('@')[0])).toEqual(['ana', 'bo', 'cy']);
  expect(await postedKeys(slack, rig, id)).toEqual([
    `${id}/declared-1/slack/#incidents`,
    `${id}/page-1-1.1/slack/ana`,
    `${id}/page-1-1.2/slack/bo`,
  ]);
  expect(rig.state(id).notifications.every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);
});

it('after an outage of hours everybody is told once, by the latest step that names them, and the rest is counted', async () => {
  const { mail, rig } = await openWorkspace();
  const { incident_id: id } = await rig.done(0, ...declaring);
  await rig.done(6 * 3600, 'tick');
  expect(await rig.done(6 * 3600 + 1, 'tick')).toMatchObject({ attempted: 0 });
  expect(
    mailedTo(mail)
      .map((line) => line.split('@')[0])
      .toSorted(),
  ).toEqual(['ana', 'bo', 'cy']);
  expect(rig.state(id).notifications).toContainEqual(
    expect.objectContaining({ state: 'suppressed', reason: 'folded-into-latest-step', times: 1 }),
  );
});
