import type { EventData, IncidentEvent } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { Delivery, Message } from '../notify/notifier.ts';
import { ownValue } from '../oncall/channels.ts';
import { composeSummary } from '../reactions/compose-summary.ts';
import { later } from '../reactions/entries.ts';
import { type ChannelChore, owedChore, topicOf } from '../reactions/own-channel.ts';
import type { TellingPolicy } from '../reactions/telling-policy.ts';
import type { IncidentStore } from '../store/incident-store.ts';
import { late, toOutcome, within } from './deliver-messages.ts';
import { keepOutcomes, mostAttempts } from './keep-outcomes.ts';

type Failed = Extract<Delivery, { readonly ok: false }>;
type Done = { readonly ok: true } | Failed;

/** The channels that incidents get of their own; everything may be repeated and nothing throws. */
export interface OwnChannels {
  open(order: {
    readonly incident_id: string;
    readonly topic: string;
  }): Promise<
    | { readonly ok: true; readonly channel: string; readonly name: string; readonly warnings: readonly string[] }
    | Failed
  >;
  setTopic(channel: string, topic: string): Promise<Done>;
  /** `user` is their Slack id. */
  invite(channel: string, user: string): Promise<Done>;
  /** `reference` is that of the summary that is there already. */
  keepSummary(channel: string, message: Message, reference: string | null): Promise<Delivery>;
  archive(channel: string): Promise<Done>;
}

/** What looking after the channel needs from outside. */
export interface ChannelDesk {
  readonly store: IncidentStore;
  readonly policy: TellingPolicy;
  readonly language: 'en' | 'th';
  readonly now: () => string;
  /** Called only when something is due; null where there are no such channels. */
  readonly openChannels?: () => Promise<OwnChannels | null>;
}

interface Went {
  /** By the key of what was claimed; what is missing has not come back in time. */
  readonly deliveries: ReadonlyMap<string, Delivery>;
  readonly opened: EventData['channel.opened'] | null;
  readonly warnings: readonly string[];
}

/** Less time than this is not worth a beginning, in milliseconds. */
const leastTime = 500;

/** A claim outlives the time that its work may take by so much, in seconds. */
const claimMargin = 30;

/** Opening the channel, its summary and the invitations may all be due at once. */
const mostChores = 3;

/**
 * Does what is due about the incident's own channel: opens it, brings its summary up to date, invites who joined, or
 * archives it. Claimed on top of the state it follows from, so that of any number of processes one does it.
 */
export async function keepOwnChannel(
  incident: Incident,
  desk: ChannelDesk,
  milliseconds: number,
): Promise<{ readonly incident: Incident; readonly warnings: readonly string[] }> {
  const { openChannels } = desk;
  const deadline = Date.parse(desk.now()) + milliseconds;
  const warnings: string[] = [];
  let state = incident;
  for (let count = 0; openChannels !== undefined && count < mostChores; count += 1) {
    const left = deadline - Date.parse(desk.now());
    if (left < leastTime) break;
    const { chore, incident: claimed } = await claimChore(state, desk, left);
    state = claimed;
    if (chore === null) break;
    const done = await doChore(chore, state, desk, openChannels, left);
    state = done.incident;
    warnings.push(...done.warnings);
  }
  return { incident: state, warnings };
}

async function doChore(
  chore: ChannelChore,
  incident: Incident,
  desk: ChannelDesk,
  openChannels: () => Promise<OwnChannels | null>,
  milliseconds: number,
): Promise<{ readonly incident: Incident; readonly warnings: readonly string[] }> {
  let went: Went = { deliveries: new Map(), opened: null, warnings: [] };
  const work = perform(chore, incident, desk, openChannels).then((result) => {
    went = result;
  });
  await within(milliseconds, work);
  const now = desk.now();
  const { deliveries, opened, warnings } = went;
  const outcomes = chore.claims.map((claim) => toOutcome(claim, deliveries.get(claim.key) ?? late, now));
  const events: IncidentEvent[] = [
    ...(opened === null ? [] : [{ type: 'channel.opened', at: now, by: null, data: opened } as const]),
    ...outcomes,
  ];
  // What is tried again is said with everything else that waits.
  const final = outcomes.flatMap(({ type, data }) =>
    type === 'notification.failed' && data.retry_at === null ? [sayFailed(chore, data)] : [],
  );
  return { incident: await keepOutcomes(incident, events, desk), warnings: [...warnings, ...final] };
}

function sayFailed({ what }: ChannelChore, { to, detail }: EventData['notification.failed']): string {
  const about =
    what === 'invite' ? `${to} was not invited to the incident's own channel` : "the incident's own channel";
  return `${about}: ${detail ?? 'it failed'}`;
}

async function claimChore(
  incident: Incident,
  desk: ChannelDesk,
  milliseconds: number,
): Promise<{ readonly incident: Incident; readonly chore: ChannelChore | null }> {
  let state = incident;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const now = desk.now();
    const chore = owedChore(state, now, desk.policy);
    if (chore === null) return { incident: state, chore };
    const notices = chore.notices.map(
      ({ type, ...notice }): IncidentEvent => ({ type, at: now, by: null, data: { ...notice, retry_at: null } }),
    );
    const until = later(now, milliseconds / 1000 + claimMargin);
    const data = { until, messages: chore.claims };
    const claim: IncidentEvent = { type: 'notification.claimed', at: now, by: null, data };
    const appended = await desk.store.append(state.id, state.revision, [...notices, claim], now);
    if (appended.ok) return { incident: appended.incident, chore };
    state = (await desk.store.read(state.id)) ?? state;
  }
  throw new Error(`${incident.id} changed ${mostAttempts} times while its channel was being claimed`);
}

async function perform(
  chore: ChannelChore,
  incident: Incident,
  desk: ChannelDesk,
  openChannels: () => Promise<OwnChannels | null>,
): Promise<Went> {
  const all = (delivery: Delivery, opened: Went['opened'] = null, warnings: Went['warnings'] = []): Went => ({
    deliveries: new Map(chore.claims.map(({ key }) => [key, delivery])),
    opened,
    warnings,
  });
  try {
    const channels = await openChannels();
    if (channels === null) return all(notConfigured);
    if (chore.what === 'open') {
      const { delivery, opened, warnings } = await open(channels, incident, desk);
      return all(delivery, opened, warnings);
    }
    const { chat } = incident;
    if (chat === null) return all(notConfigured);
    if (chore.what === 'invite') return await invite(channels, chat.channel, chore, desk);
    if (chore.topic) await channels.setTopic(chat.channel, topicOf(incident));
    const summary = await keepSummary(channels, chat.channel, chat.summary_reference, incident, desk);
    return all(chore.what === 'summary' ? summary : toDelivery(await channels.archive(chat.channel)));
  } catch (error) {
    const detail = `The channel could not be reached (${error instanceof Error ? error.name : 'an unknown error'}).`;
    return all({ ...late, reason: 'unreachable', detail });
  }
}

function toDelivery(done: Done): Delivery {
  return done.ok ? { ok: true, reference: null } : done;
}

const notConfigured: Delivery = {
  ok: false,
  reason: 'not-configured',
  detail: 'notifications.slack is not configured.',
  retry: false,
  retry_after: null,
};

/** One call each: Slack refuses a whole list for one name that it does not know. */
async function invite(
  channels: OwnChannels,
  channel: string,
  { claims }: ChannelChore,
  { policy }: ChannelDesk,
): Promise<Went> {
  const deliveries = new Map<string, Delivery>();
  for (const { key, to } of claims) {
    const user = ownValue(policy.config.people, to)?.slack ?? '';
    deliveries.set(key, toDelivery(await channels.invite(channel, user)));
  }
  return { deliveries, opened: null, warnings: [] };
}

async function open(
  channels: OwnChannels,
  incident: Incident,
  desk: ChannelDesk,
): Promise<Omit<Went, 'deliveries'> & { readonly delivery: Delivery }> {
  const opened = await channels.open({ incident_id: incident.id, topic: topicOf(incident) });
  if (!opened.ok) return { delivery: opened, opened: null, warnings: [] };
  const { channel, name, warnings } = opened;
  const summary = await keepSummary(channels, channel, null, incident, desk);
  const reference = summary.ok ? summary.reference : null;
  return { delivery: { ok: true, reference }, opened: { channel, name, reference }, warnings };
}

async function keepSummary(
  channels: OwnChannels,
  channel: string,
  reference: string | null,
  incident: Incident,
  { language, now, policy }: ChannelDesk,
): Promise<Delivery> {
  const message = composeSummary(incident, channel, language, now(), policy);
  return message === null ? notConfigured : channels.keepSummary(channel, message, reference);
}
