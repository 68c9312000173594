import { expect, it } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Incident } from '../../src/incident/incident.ts';
import type { Delivery, Message, Notifier } from '../../src/notify/notifier.ts';
import { openIncidentChannels, openNotifier } from '../../src/notify/open-notifier.ts';
import { findOverdue } from '../../src/reactions/overdue.ts';
import type { TellingConfig } from '../../src/reactions/telling-policy.ts';
import { settle, type TellingDesk, type Told } from '../../src/road/settle.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import { notifierOptions } from '../notify/rig.ts';
import {
  acknowledged,
  alerted,
  at,
  declared,
  fact,
  leads,
  noted,
  policyOf,
  resolved,
  severityChanged,
  updated,
} from '../reactions/record.ts';
import { placeAt } from '../support/file-place.ts';
import {
  emulatedToken,
  type SlackAnswer,
  type SlackEmulation,
  startSlackEmulation,
} from '../support/slack-emulation.ts';
import { startFaultySlack } from '../support/slack-faults.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = 'INC-20261123-7KQ2MX';
const name = id.toLowerCase();

/** Mail that always arrives. */
class Mail implements Notifier {
  readonly delivered: string[] = [];
  async deliver({ kind, to }: Message): Promise<Delivery> {
    this.delivered.push(`${kind} ${to}`);
    return { ok: true, reference: null };
  }
  async close(): Promise<void> {}
}

interface Scene {
  readonly mail: Mail;
  /** Keeps facts and settles at the minute of the last one. */
  readonly after: (...events: readonly IncidentEvent[]) => Promise<Told>;
  readonly settleAt: (minutes: number) => Promise<Told>;
  readonly read: () => Promise<Incident>;
}

/** An incident of SEV-2 whose pages go by mail and whose channel is opened in this Slack, by processes of their own. */
async function sceneWith(
  apiUrl: string,
  from: 'SEV-1' | 'SEV-2' = 'SEV-2',
  people: TellingConfig['people'] = policyOf().config.people,
): Promise<Scene> {
  const folder = temporaryFolder();
  const slack = { token: 'env:SLACK', channel_per_incident: from, api_url: apiUrl } as const;
  const email = { smtp: 'env:MAIL', from: 'incidents@example.com' } as const;
  const byMail = Object.fromEntries(
    Object.entries(people).map(([key, person]) => [key, { ...person, channels: { default: ['email'] } }]),
  );
  const policy = policyOf({ people: byMail, notifications: { slack, email, webhook: {}, command: {} } });
  const mail = new Mail();
  const options = notifierOptions({
    config: { slack, webhook: {}, command: {} },
    env: { SLACK: emulatedToken },
    patience: 1_000,
  });
  const chat = openNotifier(options);
  const notifier: Notifier = {
    deliver: (message, references) => (message.channel === 'slack' ? chat : mail).deliver(message, references),
    close: () => chat.close(),
  };
  const store = () => openFileStore(placeAt(folder));
  const deskAt = (minutes: number): TellingDesk => {
    // Time goes on from the given minute, so that what takes long is seen to.
    const began = Date.now();
    const now = () => new Date(Date.parse(at(minutes)) + Date.now() - began).toISOString();
    return { store: store(), notifier, policy, language: 'en', now, openChannels: () => openIncidentChannels(options) };
  };
  const created = await store().create({ id, claim: null, events: [declared()], recorded_at: at(0) });
  if (!created.ok) throw new Error(created.reason);
  const read = async (): Promise<Incident> => (await store().read(id)) ?? created.incident;
  const settleAt = async (minutes: number) => settle(await read(), deskAt(minutes), 5);
  return {
    mail,
    read,
    settleAt,
    after: async (...events) => {
      const last = events.at(-1)?.at ?? at(0);
      await store().append(id, (await read()).revision, events, last);
      return settleAt((Date.parse(last) - Date.parse(at(0))) / 60_000);
    },
  };
}

async function historyOf(slack: SlackEmulation, incident: Incident): Promise<SlackAnswer['messages'] & {}> {
  const { messages = [] } = await slack.call('conversations.history', { channel: incident.chat?.channel ?? '' });
  return messages.filter(({ blocks }) => blocks !== undefined);
}

it('an incident at the threshold gets a channel with a pinned summary and the people on call for it', async () => {
  const slack = await startSlackEmulation();
  const { members = [] } = await slack.call('users.list', {});
  const ids = members.flatMap((member) => (typeof member === 'object' && member.name === 'ana' ? [member.id] : []));
  const scene = await sceneWith(slack.url, 'SEV-2', { ana: { slack: ids[0], email: 'ana@example.com' } });
  const { incident, warnings } = await scene.settleAt(0);
  expect(warnings).toEqual([]);
  const { channel: id_of_channel = '', summary_reference = null } = incident.chat ?? {};
  expect(incident.chat?.name).toBe(name);
  const { channel } = await slack.call('conversations.info', { channel: id_of_channel });
  expect(channel).toMatchObject({ name, topic: { value: 'SEV-2 · orders fail · checkout' } });
  const { members: inside = [] } = await slack.call('conversations.members', { channel: id_of_channel });
  expect(inside).toEqual(expect.arrayContaining(ids));
  const { items = [] } = await slack.call('pins.list', { channel: id_of_channel });
  expect(items.map(({ message }) => `${id_of_channel}/${message?.ts}`)).toEqual([summary_reference]);
  expect(incident.timeline.map(({ text }) => text)).toContain(`the incident has a channel of its own: #${name}`);
});

it('whoever joins later is invited once: by a role, by acknowledging, or by being paged', async () => {
  const slack = await startSlackEmulation();
  const { members = [] } = await slack.call('users.list', {});
  const idOf = (wanted: string) =>
    members.flatMap((one) => (typeof one === 'object' && one.name === wanted ? [one.id] : []))[0] ?? '';
  const scene = await sceneWith(slack.url, 'SEV-2', {
    ana: { slack: idOf('ana'), email: 'ana@example.com' },
    bo: { slack: idOf('bo'), email: 'bo@example.com' },
    cy: { slack: 'nobody', email: 'cy@example.com' },
    dee: { email: 'dee@example.com' },
  });
  const channel = (await scene.settleAt(0)).incident.chat?.channel ?? '';
  const inside = async () => (await slack.call('conversations.members', { channel })).members ?? [];
  expect(await inside()).not.toContain(idOf('bo'));
  await scene.after(fact(1, 'incident.acknowledged', {}, 'bo'));
  expect(await inside()).toContain(idOf('bo'));
  const { warnings } = await scene.after(leads(2, 'cy', 'ana'));
  expect(warnings.join('\n')).toMatch(
    /^cy was not invited to the incident's own channel: The id of this person is not one of Slack/,
  );
  const { incident } = await scene.after(leads(3, 'dee', 'cy'));
  const invited = incident.notifications.filter(({ kind }) => kind === 'invite');
  expect(invited.map(({ to, state }) => `${to} ${state}`)).toEqual(['ana sent', 'bo sent', 'cy failed']);
  expect((await scene.settleAt(4)).incident.revision).toBe(incident.revision);
});

it('an invitation that failed for now is tried again, and makes nothing overdue', async () => {
  const made = { status: 200, body: '{"ok":true,"channel":{"id":"C0NEW"}}' };
  const slack = await startFaultySlack(made, 'fine', 'fine', 'fine', 'reset');
  const scene = await sceneWith(slack.url, 'SEV-2', { ana: { slack: 'U0ANA', email: 'ana@example.com' } });
  const { incident } = await scene.settleAt(0);
  expect(incident.notifications.at(-1)).toMatchObject({ kind: 'invite', to: 'ana', state: 'waiting' });
  expect(findOverdue(incident, at(0.1), policyOf())).toEqual([]);
  const again = (await scene.settleAt(1)).incident;
  expect(again.notifications.at(-1)).toMatchObject({ kind: 'invite', to: 'ana', state: 'sent', attempts: 2 });
});

it('however many settle at once, one of them opens the channel', async () => {
  const slack = await startSlackEmulation();
  const scene = await sceneWith(slack.url);
  await Promise.all([scene.settleAt(0), scene.settleAt(0), scene.settleAt(0)]);
  const incident = await scene.read();
  expect(incident.timeline.filter(({ type }) => type === 'channel.opened')).toHaveLength(1);
  expect(await historyOf(slack, incident)).toHaveLength(1);
  expect(scene.mail.delivered).toEqual(['page ana@example.com']);
});

it('a milder incident has none until it reaches the threshold', async () => {
  const slack = await startSlackEmulation();
  const scene = await sceneWith(slack.url, 'SEV-1');
  expect((await scene.settleAt(0)).incident.chat).toBeNull();
  const { incident } = await scene.after(severityChanged(1, 'SEV-2', 'SEV-1'));
  expect(incident.chat).toMatchObject({ name });
});

it('the summary is written anew when what it says has changed, and only then', async () => {
  const slack = await startSlackEmulation();
  const scene = await sceneWith(slack.url);
  const opened = (await scene.settleAt(0)).incident;
  const unchanged = (await scene.after(noted(1))).incident;
  expect(unchanged.revision).toBe(opened.revision + 1);
  const { incident } = await scene.after(severityChanged(2, 'SEV-2', 'SEV-1'), acknowledged(2), leads(2, 'ana'));
  expect(incident.chat).toEqual(opened.chat);
  expect((await scene.settleAt(2)).incident.revision).toBe(incident.revision);
  const summary = (await historyOf(slack, incident)).find(({ ts }) => opened.chat?.summary_reference?.endsWith(ts));
  expect(summary?.text).toContain('[SEV-1] orders fail');
  const { channel } = await slack.call('conversations.info', { channel: incident.chat?.channel ?? '' });
  expect(channel?.topic.value).toBe('SEV-1 · orders fail · checkout');
});

it('updates and new alerts are told in the channel', async () => {
  const slack = await startSlackEmulation();
  const scene = await sceneWith(slack.url);
  await scene.settleAt(0);
  await scene.after(alerted(1, 'aa'));
  await scene.after(alerted(2, 'bb'));
  const { incident } = await scene.after(updated(3, null));
  const said = (await historyOf(slack, incident)).map(({ text, thread_ts }) => `${thread_ts ?? 'new'} ${text}`);
  expect(said.filter((text) => text.startsWith('new') && text.includes('a rollback runs'))).toHaveLength(2);
  expect(said.filter((text) => text.includes('joined this incident'))).toHaveLength(1);
});

it('closing the incident archives its channel', async () => {
  const slack = await startSlackEmulation();
  const scene = await sceneWith(slack.url);
  await scene.settleAt(0);
  const { incident } = await scene.after(resolved(1), fact(2, 'incident.closed', { because: '' }));
  const { channel } = await slack.call('conversations.info', { channel: incident.chat?.channel ?? '' });
  expect(channel?.is_archived).toBe(true);
  expect((await scene.settleAt(3)).incident.revision).toBe(incident.revision);
});

it.each([
  ['refuses', { error: 'restricted_action' } as const, 'failed not-permitted'],
  ['hangs up', 'reset' as const, 'waiting unreachable'],
])('a Slack that %s delays no page, and the record says so', async (_does, fault, state) => {
  const slack = await startFaultySlack(fault);
  const scene = await sceneWith(slack.url);
  const told = await scene.settleAt(0);
  expect(scene.mail.delivered).toEqual(['page ana@example.com']);
  expect(told).toMatchObject({ attempted: 1, sent: 1, last_resort: null, incident: { chat: null } });
  const kept = told.incident.notifications.map(({ kind, ...one }) => `${kind} ${one.state} ${one.reason}`);
  expect(kept).toEqual(['page sent null', `channel ${state}`]);
  const texts = told.incident.timeline.map(({ text }) => text);
  expect(texts.indexOf('ana told by email')).toBeLessThan(texts.findIndex((text) => text.startsWith(`#${name} not`)));
});

it('what failed for now is tried again when its time has come', async () => {
  const slack = await startFaultySlack('reset');
  const scene = await sceneWith(slack.url);
  const first = await scene.settleAt(0);
  expect(first.next_at?.slice(0, 17)).toBe(at(0.25).slice(0, 17));
  const calls = slack.calls.length;
  await scene.settleAt(0.1);
  expect(slack.calls).toHaveLength(calls);
  await scene.settleAt(1);
  expect(slack.calls.length).toBeGreaterThan(calls);
});
