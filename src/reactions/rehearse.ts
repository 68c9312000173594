import type { IncidentEvent } from '../incident/event.ts';
import { evolve } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import { later } from './entries.ts';
import { ladderOf } from './escalation-ladder.ts';
import { computeOwed } from './owed.ts';
import { type OwedMessage, reactionOf } from './owed-message.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** One line of a rehearsal: who would be told what and when if nobody answered. */
export interface ScheduleLine {
  readonly at: string;
  readonly kind: string;
  readonly to: string;
  readonly channel: string;
  readonly person: string | null;
  /** The step of the escalation; null for what is no page. */
  readonly step: number | null;
}

const mostSeconds = 24 * 3600;
const mostLines = 1000;

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
    const steps = new Map((ladderOf(state, policy.config, at)?.steps ?? []).map((step) => [step.reaction, step.step]));
    lines.push(...owed.messages.map((message) => toLine(message, at, steps)));
    state = keep(
      state,
      owed.messages.flatMap((message) => asSent(message, at)),
      at,
    );
    state = keep(
      state,
      owed.notices.map(({ type, ...notice }) => toEvent(type, { ...notice, retry_at: null }, at)),
      at,
    );
    now = owed.next_at;
  }
  return lines;
}

function toLine(message: OwedMessage, at: string, steps: ReadonlyMap<string, number>): ScheduleLine {
  const { kind, to, channel, via, person, key } = message;
  const step = steps.get(reactionOf(key)) ?? null;
  return { at, kind, to, channel: via === null ? channel : `${channel}:${via}`, person, step };
}

function asSent(message: OwedMessage, at: string): readonly IncidentEvent[] {
  const { maybe_repeated: _unsure, ...claimed } = message;
  const { key, to, channel, re, attempt } = message;
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
