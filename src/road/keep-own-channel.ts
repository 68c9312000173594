import type { EventData, IncidentEvent } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { Delivery, Message } from '../notify/notifier.ts';
import { composeSummary } from '../reactions/compose-summary.ts';
import { later } from '../reactions/entries.ts';
import { type ChannelChore, guestsOf, owedChore, topicOf } from '../reactions/own-channel.ts';
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
    readonly invite: readonly string[];
  }): Promise<
    | { readonly ok: true; readonly channel: string; readonly name: string; readonly warnings: readonly string[] }
    | Failed
  >;
  setTopic(channel: string, topic: string): Promise<Done>;
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
  readonly delivery: Delivery;
  readonly opened: EventData['channel.opened'] | null;
  readonly warnings: readonly string[];
}

/** Less time than this is not worth a beginning, in milliseconds. */
const leastTime = 500;

/** A claim outlives the time that its work may take by so much, in seconds. */
const claimMargin = 30;

/**
 * Does the one thing that is due about the incident's own channel: opens it, brings its summary up to date, or archives
 * it. Claimed on top of the state it follows from, so that of any number of processes one does it.
 */
export async function keepOwnChannel(
  incident: Incident,
  desk: ChannelDesk,
  milliseconds: number,
): Promise<{ readonly incident: Incident; readonly warnings: readonly string[] }> {
  if (desk.openChannels === undefined || milliseconds < leastTime) return { incident, warnings: [] };
  const claimed = await claimChore(incident, desk, milliseconds);
  if (claimed.chore === null) return { incident: claimed.incident, warnings: [] };
  const { chore } = claimed;
  let went: Went = { delivery: late, opened: null, warnings: [] };
  const work = perform(chore, claimed.incident, desk, desk.openChannels).then((result) => {
    went = result;
  });
  await within(milliseconds, work);
  const now = desk.now();
  const { delivery, opened, warnings } = went;
  const outcome = toOutcome(chore.claim, delivery, now);
  const events: IncidentEvent[] = [
    ...(opened === null ? [] : [{ type: 'channel.opened', at: now, by: null, data: opened } as const]),
    outcome,
  ];
  // What is tried again is said with everything else that waits.
  const final = !delivery.ok && outcome.type === 'notification.failed' && outcome.data.retry_at === null;
  return {
    incident: await keepOutcomes(claimed.incident, events, desk),
    warnings: final ? [`the incident's own channel: ${delivery.detail}`] : warnings,
  };
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
    const data = { until, messages: [chore.claim] };
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
  try {
    const channels = await openChannels();
    if (channels === null) return { delivery: notConfigured, opened: null, warnings: [] };
    if (chore.what === 'open') return await open(channels, incident, desk);
    const { chat } = incident;
    if (chat === null) return { delivery: notConfigured, opened: null, warnings: [] };
    if (chore.topic) await channels.setTopic(chat.channel, topicOf(incident));
    const summary = await keepSummary(channels, chat.channel, chat.summary_reference, incident, desk);
    if (chore.what === 'summary') return { delivery: summary, opened: null, warnings: [] };
    const archived = await channels.archive(chat.channel);
    const delivery = archived.ok ? ({ ok: true, reference: null } as const) : archived;
    return { delivery, opened: null, warnings: [] };
  } catch (error) {
    const detail = `The channel could not be reached (${error instanceof Error ? error.name : 'an unknown error'}).`;
    return { delivery: { ...late, reason: 'unreachable', detail }, opened: null, warnings: [] };
  }
}

const notConfigured: Delivery = {
  ok: false,
  reason: 'not-configured',
  detail: 'notifications.slack is not configured.',
  retry: false,
  retry_after: null,
};

async function open(channels: OwnChannels, incident: Incident, desk: ChannelDesk): Promise<Went> {
  const invite = guestsOf(incident, desk.now(), desk.policy);
  const opened = await channels.open({ incident_id: incident.id, topic: topicOf(incident), invite });
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
