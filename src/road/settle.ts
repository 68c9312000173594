import type { IncidentEvent } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { Unreached } from '../oncall/target.ts';
import { later } from '../reactions/entries.ts';
import { isAboutMeeting } from '../reactions/meeting-invitations.ts';
import { isNobodyReached, type LastResort, lastResort } from '../reactions/nobody-reached.ts';
import { computeOwed, type Owed } from '../reactions/owed.ts';
import type { OwedMessage } from '../reactions/owed-message.ts';
import type { IncidentStore } from '../store/incident-store.ts';
import { type Delivering, deliverAll } from './deliver-messages.ts';
import { keepOutcomes, mostAttempts } from './keep-outcomes.ts';
import { type ChannelDesk, keepOwnChannel } from './keep-own-channel.ts';

/** What telling people needs from outside. */
export interface TellingDesk extends Delivering, Pick<ChannelDesk, 'openChannels'> {
  readonly store: IncidentStore;
}

/** What telling people came to. */
export interface Told {
  readonly incident: Incident;
  readonly attempted: number;
  readonly sent: number;
  /** Whom to call by hand; null while somebody was reached or nobody had to be. */
  readonly last_resort: LastResort | null;
  readonly unreached: readonly Unreached[];
  /** What could not be done besides. */
  readonly warnings: readonly string[];
  /** When something falls due next; null if nothing does. */
  readonly next_at: string | null;
}

/** Whoever sends something has it to themselves for so long beyond the time that sending may take, in seconds. */
const claimMargin = 30;

/** A failed way brings up the next one at once; more rounds than there are ways are never needed. */
const mostRounds = 6;

/**
 * Does what an incident owes: claims every message that is due on top of the state it was computed from, so that of any
 * number of processes only one sends it, delivers them side by side, and puts on record how each went.
 *
 * Trouble with channels never throws: it is an outcome. `seconds` bounds the whole; what is late then counts as failed
 * for now.
 */
export async function settle(incident: Incident, desk: TellingDesk, seconds: number): Promise<Told> {
  const deadline = Date.parse(desk.now()) + seconds * 1000;
  const tally = { attempted: 0, sent: 0 };
  let pressing = false;
  const unreached: Unreached[] = [];
  let state = incident;
  for (let round = 1; round <= mostRounds; round += 1) {
    const left = Math.max(0, deadline - Date.parse(desk.now()));
    const claimed = await claim(state, desk, left);
    state = claimed.incident;
    if (round === 1) unreached.push(...claimed.owed.unreached);
    const { messages } = claimed.owed;
    if (messages.length === 0) break;
    const outcomes = await deliverAll(messages, state, desk, left);
    state = await keepOutcomes(state, outcomes, desk);
    pressing ||= messages.some(({ kind, to }) => !isAboutMeeting(kind) && to !== state.chat?.channel);
    tally.attempted += messages.length;
    tally.sent += outcomes.filter(({ type }) => type === 'notification.sent').length;
    if (Date.parse(desk.now()) >= deadline) break;
  }
  // The channel comes last, so that its trouble delays no message.
  const kept = await keepOwnChannel(state, desk, deadline - Date.parse(desk.now()));
  state = kept.incident;
  const now = desk.now();
  const nobody = isNobodyReached(state, now, desk.policy) || (pressing && tally.sent === 0);
  return {
    incident: state,
    ...tally,
    last_resort: nobody ? lastResort(state, now, desk.policy) : null,
    unreached,
    warnings: kept.warnings,
    next_at: computeOwed(state, now, desk.policy).next_at,
  };
}

/** Keeps the claim before anything is sent; whoever loses the race looks again at what is still owed. */
async function claim(
  incident: Incident,
  desk: TellingDesk,
  milliseconds: number,
): Promise<{ readonly incident: Incident; readonly owed: Owed }> {
  let state = incident;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const now = desk.now();
    const owed = computeOwed(state, now, desk.policy);
    const events = toEvents(owed, now, milliseconds);
    if (events.length === 0) return { incident: state, owed };
    const appended = await desk.store.append(state.id, state.revision, events, now);
    if (appended.ok) return { incident: appended.incident, owed };
    state = (await desk.store.read(state.id)) ?? state;
  }
  throw new Error(`${incident.id} changed ${mostAttempts} times while messages were being claimed`);
}

function toEvents({ messages, notices }: Owed, now: string, milliseconds: number): readonly IncidentEvent[] {
  const kept = notices.map(
    ({ type, ...notice }): IncidentEvent => ({ type, at: now, by: null, data: { ...notice, retry_at: null } }),
  );
  if (messages.length === 0) return kept;
  const until = later(now, milliseconds / 1000 + claimMargin);
  return [...kept, { type: 'notification.claimed', at: now, by: null, data: { until, messages: messages.map(bare) } }];
}

function bare({ key, to, channel, via, person, kind, audience, re, attempt }: OwedMessage) {
  return { key, to, channel, via, person, kind, audience, re, attempt };
}
