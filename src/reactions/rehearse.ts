import type { ClaimedMessage, IncidentEvent } from '../incident/event.ts';
import { evolve } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import { later } from './entries.ts';
import { ladderOf } from './escalation-ladder.ts';
import { computeOwed } from './owed.ts';
import { type OwedNotice, reactionOf } from './owed-message.ts';
import { owedChore } from './own-channel.ts';
import { plannedReminders } from './reminders.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** One line of a rehearsal: who would be told what and when if nobody answered. */
export interface ScheduleLine {
  readonly at: string;
  readonly kind: string;
  readonly to: string;
  /** `none` for those who can't be told. */
  readonly channel: string;
  readonly person: string | null;
  /** The step of the escalation and its round; null for what is no page. */
  readonly step: number | null;
  readonly round: number | null;
  /** What a reminder is about, such as `update-due` or `long-shift-3h`; null for everything else. */
  readonly about: string | null;
  /** Why nobody can be told; null where somebody is. */
  readonly reason: string | null;
}

const mostSeconds = 24 * 3600;
const mostLines = 1000;

/** Opening the channel and inviting to it may both be due at once. */
const mostChores = 3;

/**
 * Plays the whole schedule of an incident with a clock of its own: every message is taken as sent the moment it is due,
 * and nobody ever answers. It ends after a day.
 */
export function rehearse(incident: Incident, from: string, policy: TellingPolicy): readonly ScheduleLine[] {
  const lines: ScheduleLine[] = [];
  const end = later(from, mostSeconds);
  let state = incident;
  let now: string | null = from;
  while (now !== null && now <= end && lines.length < mostLines) {
    const at: string = now;
    const owed = computeOwed(state, at, policy);
    const toLine = lineWriter(state, at, policy);
    lines.push(...owed.messages.map((message) => toLine(message, null)));
    lines.push(...owed.notices.filter(isUnreached).map((notice) => toLine(describeUnreached(notice), notice.reason)));
    state = keep(
      state,
      [
        ...owed.messages.flatMap((message) => asSent(message, at)),
        ...owed.notices.map(({ type, ...notice }) => toEvent(type, { ...notice, retry_at: null }, at)),
      ],
      at,
    );
    for (let count = 0; count < mostChores; count += 1) {
      const chore = owedChore(state, at, policy);
      if (chore === null) break;
      if (chore.what !== 'summary') lines.push(...chore.claims.map((claim) => toLine(claim, null)));
      state = keep(state, chore.what === 'open' ? [opened(state, at)] : [], at);
      state = keep(
        state,
        chore.claims.flatMap((claim) => asSent(claim, at)),
        at,
      );
    }
    now = owed.next_at;
  }
  return lines;
}

type Told = Pick<ClaimedMessage, 'key' | 'to' | 'channel' | 'via' | 'person' | 'kind'>;

function lineWriter(
  state: Incident,
  at: string,
  policy: TellingPolicy,
): (told: Told, reason: string | null) => ScheduleLine {
  const steps = new Map((ladderOf(state, policy.config, at)?.steps ?? []).map((step) => [step.reaction, step]));
  const reminders = new Map(plannedReminders(state, policy).map(({ reaction, about }) => [reaction, about]));
  return ({ key, to, channel, via, person, kind }, reason) => {
    const reaction = reactionOf(key).replace(unreached, '');
    const step = steps.get(reaction);
    const about = reminders.get(reaction);
    return {
      at,
      kind,
      to,
      channel: via === null ? channel : `${channel}:${via}`,
      person,
      step: step?.step ?? null,
      round: step?.turn ?? null,
      about: about === undefined ? null : about.kind === 'long-shift' ? `long-shift-${about.hours}h` : about.kind,
      reason,
    };
  };
}

const unreached = /-unreached$/;

function isUnreached({ key }: OwedNotice): boolean {
  return unreached.test(reactionOf(key));
}

/** Of what can't be sent only the name says what it would have been, such as `page-1-1.2-unreached/none/…`. */
function describeUnreached({ key, to, channel }: OwedNotice): Told {
  return { key, to, channel, via: null, person: null, kind: /^[a-z]+(?:-[a-z]+)*/.exec(key)?.[0] ?? '' };
}

function opened({ id }: Incident, at: string): IncidentEvent {
  const channel = 'SIMULATED';
  return { type: 'channel.opened', at, by: null, data: { channel, name: id.toLowerCase(), reference: `${channel}/1` } };
}

function asSent(message: ClaimedMessage, at: string): readonly IncidentEvent[] {
  const { key, to, channel, via, person, kind, audience, re, attempt } = message;
  const claimed: ClaimedMessage = { key, to, channel, via, person, kind, audience, re, attempt };
  return [
    { type: 'notification.claimed', at, by: null, data: { until: at, messages: [claimed] } },
    toEvent('notification.sent', { key, to, channel, re, attempt, reason: null, retry_at: null }, at),
  ];
}

function toEvent(
  type: Exclude<Extract<IncidentEvent['type'], `notification.${string}`>, 'notification.claimed'>,
  data: Extract<IncidentEvent, { type: 'notification.sent' }>['data'],
  at: string,
): IncidentEvent {
  return { type, at, by: null, data };
}

function keep(incident: Incident, events: readonly IncidentEvent[], at: string): Incident {
  return events.reduce<Incident>(
    (state, event) => evolve(state, { ...event, seq: state.last_seq + 1, recorded_at: at }) ?? state,
    incident,
  );
}
