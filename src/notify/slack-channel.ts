import type { WebClient } from '@slack/web-api';
import type { SlackSettings, Surroundings } from './channel-settings.ts';
import { type Failed, failed } from './delivery-fault.ts';
import type { IncidentChannel, IncidentChannels } from './incident-channels.ts';
import type { Delivery } from './notifier.ts';
import { escapeForSlack, layOutForSlack, type SlackPost } from './slack-blocks.ts';
import { openSlackClient, type SlackClient } from './slack-client.ts';
import { judgeSlackError, slackCode } from './slack-fault.ts';
import { findChannelByName, property } from './slack-lookup.ts';
import { readReference } from './slack-thread.ts';
import { shareWriter } from './write-message.ts';

const longestTopic = 250;

/** Opens the channels that incidents get of their own. */
export function openSlackChannels(settings: SlackSettings, surroundings: Surroundings): IncidentChannels {
  const writer = shareWriter(surroundings.loadTemplate);
  let client: SlackClient | undefined;
  const attempt = async <Done>(work: (api: WebClient) => Promise<Done>): Promise<Done | Failed> => {
    if (client === undefined || !client.ok) client = openSlackClient(settings, surroundings);
    if (!client.ok) return client;
    try {
      return await work(client.api);
    } catch (error) {
      return judgeSlackError(error, surroundings.now());
    }
  };
  return {
    open: (order) => attempt((api) => openChannel(api, order, surroundings.now)),
    setTopic: (channel, topic) => attempt((api) => setTopic(api, channel, topic)),
    invite: (channel, user) => attempt((api) => invite(api, channel, user)),
    keepSummary: (channel, message, reference) =>
      attempt(async (api) => {
        const words = writer.write(message, 'summary');
        try {
          return await keepSummary(api, channel, layOutForSlack(words), reference);
        } catch (error) {
          if (slackCode(error) !== 'msg_blocks_too_long' && slackCode(error) !== 'msg_too_long') throw error;
          return keepSummary(api, channel, layOutForSlack(words, 'small'), reference);
        }
      }),
    archive: (channel) =>
      attempt((api) => unless(['already_archived'], api.apiCall('conversations.archive', { channel }))),
    close: async () => {
      if (client?.ok) client.close();
      client = undefined;
    },
  };
}

/** Waits for a call and takes the given errors for success. */
async function unless(accepted: readonly string[], call: Promise<unknown>): Promise<{ readonly ok: true }> {
  try {
    await call;
  } catch (error) {
    if (!accepted.includes(slackCode(error) ?? '')) throw error;
  }
  return { ok: true };
}

async function openChannel(
  api: WebClient,
  { incident_id, topic }: Parameters<IncidentChannels['open']>[0],
  now: () => string,
): Promise<IncidentChannel> {
  const name = channelName(incident_id);
  const { channel, created } = await createOrFind(api, name);
  const warnings: string[] = [];
  try {
    await setTopic(api, channel, topic);
  } catch (error) {
    warnings.push(`The topic was not set: ${judgeSlackError(error, now()).detail}`);
  }
  return { ok: true, channel, name, created, warnings };
}

async function invite(api: WebClient, channel: string, user: string): Promise<{ readonly ok: true } | Failed> {
  if (!/^[UW][A-Z0-9]{2,30}$/.test(user)) return failed('recipient-unknown', notAnId, { retry: false });
  return unless(
    ['already_in_channel', 'cant_invite_self'],
    api.apiCall('conversations.invite', { channel, users: user }),
  );
}

const notAnId = 'The id of this person is not one of Slack, which begins with U or W.';

/** The name follows from the id alone, so that another attempt means the same channel. */
function channelName(incidentId: string): string {
  return incidentId
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '-')
    .slice(0, 80);
}

async function createOrFind(
  api: WebClient,
  name: string,
): Promise<{ readonly channel: string; readonly created: boolean }> {
  try {
    const made = await api.apiCall('conversations.create', { name });
    const id = property(property(made, 'channel'), 'id');
    if (typeof id === 'string') return { channel: id, created: true };
    throw new Error('Slack named no channel');
  } catch (error) {
    if (slackCode(error) !== 'name_taken') throw error;
    const found = await findChannelByName(api, name);
    if (found === null) throw error;
    if (found.archived) await api.apiCall('conversations.unarchive', { channel: found.channel });
    await unless(['already_in_channel'], api.apiCall('conversations.join', { channel: found.channel }));
    return { channel: found.channel, created: false };
  }
}

async function setTopic(api: WebClient, channel: string, topic: string): Promise<{ readonly ok: true }> {
  const line = escapeForSlack(topic.replaceAll(/\s+/g, ' ').trim().slice(0, longestTopic));
  const whole =
    line.length <= longestTopic ? line : line.slice(0, longestTopic).replace(/&[a-z]{0,3}$|[\ud800-\udbff]$/, '');
  await api.apiCall('conversations.setTopic', { channel, topic: whole });
  return { ok: true };
}

/** These say that the summary is no longer there or can't be changed, so that another one takes its place. */
const gone = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

async function keepSummary(
  api: WebClient,
  channel: string,
  post: SlackPost,
  reference: string | null,
): Promise<Delivery> {
  const before = reference === null ? null : readReference(reference);
  const form = { ...post, parse: 'none', link_names: false };
  if (before !== null && before.channel === channel) {
    try {
      await api.apiCall('chat.update', { channel, ts: before.ts, ...form });
      return { ok: true, reference };
    } catch (error) {
      if (!gone.includes(slackCode(error) ?? '')) throw error;
    }
  }
  const posted = await api.apiCall('chat.postMessage', { channel, ...form, mrkdwn: false, unfurl_links: false });
  const ts = property(posted, 'ts');
  if (typeof ts !== 'string') return { ok: true, reference: null };
  // A summary that could not be pinned is still a summary.
  await api.apiCall('pins.add', { channel, timestamp: ts }).catch(() => undefined);
  return { ok: true, reference: `${channel}/${ts}` };
}
