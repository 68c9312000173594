import { defaultConfig } from '../../src/config/default-config.ts';
import type { EventData, EventType, IncidentEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';
import type { DeliveryFault } from '../../src/notify/notifier.ts';
import { retryAt } from '../../src/reactions/back-off.ts';
import { computeOwed, type Owed } from '../../src/reactions/owed.ts';
import type { OwedMessage } from '../../src/reactions/owed-message.ts';
import type { TellingConfig, TellingPolicy } from '../../src/reactions/telling-policy.ts';
import { alertOf } from '../support/store-events.ts';

const start = Date.UTC(2026, 10, 23, 3, 0);

/** So many minutes after the incident was declared. */
export function at(minutes: number): string {
  return new Date(start + minutes * 60_000).toISOString();
}

/** One fact kept at a minute; `by` is a person unless it is null. */
export function fact<Type extends EventType>(
  minutes: number,
  type: Type,
  data: EventData[Type],
  by: string | null = 'ana',
): IncidentEvent {
  const event: { type: Type; at: string; by: string | null; data: EventData[Type] } = {
    type,
    at: at(minutes),
    by,
    data,
  };
  // The compiler can't see that a generic type picks exactly one member of the union.
  return event as unknown as IncidentEvent;
}

/** The state after so many facts, each kept at the moment it happened. */
export function recordOf(...events: readonly IncidentEvent[]): Incident {
  let state: Incident | null = null;
  for (const event of events) state = add(state, event);
  if (state === null) throw new Error('a record begins with a declaration');
  return state;
}

export function and(incident: Incident, ...events: readonly IncidentEvent[]): Incident {
  return events.reduce<Incident>((state, event) => add(state, event) ?? state, incident);
}

function add(state: Incident | null, event: IncidentEvent): Incident | null {
  return evolve(state, { ...event, seq: (state?.last_seq ?? 0) + 1, recorded_at: event.at });
}

export function declared(severity: EventData['incident.declared']['severity'] = 'SEV-2'): IncidentEvent {
  return fact(
    0,
    'incident.declared',
    {
      id: 'INC-20261123-7KQ2MX',
      title: 'orders fail',
      service: 'checkout',
      source: 'test',
      severity,
      severity_because: 'errors at twice the SLO',
      started_at: null,
      detected_at: at(0),
      claims: [],
      follows: [],
      salt: 'salt',
    },
    null,
  );
}

export function alerted(minutes: number, fingerprint: string, type: 'received' | 'repeated' | 'cleared' = 'received') {
  return fact(minutes, `alert.${type}`, { alert: alertOf(fingerprint), payload: {} }, null);
}

export const acknowledged = (minutes: number) => fact(minutes, 'incident.acknowledged', {});
export const resolved = (minutes: number) => fact(minutes, 'incident.resolved', { basis: 'checks passed' });
export const reopened = (minutes: number, by: string | null = null) =>
  fact(minutes, 'incident.reopened', { because: 'it came back' }, by);
export const noted = (minutes: number) =>
  fact(minutes, 'note.added', { kind: 'note', text: 'looking', evidence: [], milestone: null, amends: null });
export const severityChanged = (
  minutes: number,
  from: EventData['severity.changed']['from'],
  to: EventData['severity.changed']['to'],
  by: string | null = 'ana',
) => fact(minutes, 'severity.changed', { from, to, because: 'it got worse' }, by);
export const updated = (minutes: number, nextAt: number | null) =>
  fact(minutes, 'update.posted', { text: 'a rollback runs', next_update_at: nextAt === null ? null : at(nextAt) });
export const leads = (minutes: number, person: string, by: string | null = person) =>
  fact(minutes, 'role.assigned', { role: 'commander', person, because: '' }, by);

const people = {
  ana: { name: 'Ana Lima', email: 'ana@example.com', slack: 'U0ANA', phone: '+1 202 555 0101' },
  bo: { name: 'Bo Chen', email: 'bo@example.com', slack: 'U0BO', phone: '+1 202 555 0102' },
  cy: { name: 'Cy Okoro', email: 'cy@example.com' },
};

const usual: TellingConfig = {
  people,
  oncall: { primary: { rotation: ['ana'] }, secondary: { rotation: ['bo'] } },
  services: { checkout: { oncall: 'primary' } },
  escalation: {
    default: {
      steps: [
        { after: '0m', notify: ['oncall:primary'] },
        { after: '5m', notify: ['oncall:secondary'] },
        { after: '15m', notify: ['person:cy'] },
      ],
      acknowledgement_expires: '30m',
    },
  },
  stakeholders: [],
  communications: { cadence: {} },
  post_mortem: defaultConfig.post_mortem,
  notifications: { email: { smtp: 'env:SMTP_URL', from: 'incidents@example.com' }, webhook: {}, command: {} },
};

/** Ana is on call in `primary` and Bo in `secondary`, at any time, and e-mail is the only channel. */
export function policyOf(changes: Partial<TellingConfig> = {}): TellingPolicy {
  const config = { ...usual, ...changes };
  const onDuty: Readonly<Record<string, readonly string[]>> = { primary: ['ana'], secondary: ['bo'], nights: [] };
  return {
    config,
    directory: {
      people: config.people,
      notifications: config.notifications,
      onCall: (schedule) => (Object.hasOwn(onDuty, schedule) ? (onDuty[schedule] ?? null) : null),
    },
  };
}

export const slackAndEmail: TellingConfig['notifications'] = {
  slack: { token: 'env:SLACK_TOKEN', channel_per_incident: null, api_url: 'https://slack.example.com/api/' },
  email: { smtp: 'env:SMTP_URL', from: 'incidents@example.com' },
  webhook: {},
  command: {},
};

type Outcome =
  | 'sent'
  | 'cut-short'
  | { readonly fault: DeliveryFault; readonly retry: boolean; readonly after?: number };

/** Settles once: claims what is owed, and keeps how each message went. */
export function settleAt(
  incident: Incident,
  minutes: number,
  policy: TellingPolicy,
  outcomeOf: (message: OwedMessage) => Outcome = () => 'sent',
): { readonly incident: Incident; readonly owed: Owed } {
  const owed = computeOwed(incident, at(minutes), policy);
  const notices = owed.notices.map(({ type, ...notice }) => fact(minutes, type, { ...notice, retry_at: null }, null));
  const claimed = owed.messages.map(({ maybe_repeated: _unsure, ...message }) => message);
  const claims =
    claimed.length === 0
      ? []
      : [fact(minutes, 'notification.claimed', { until: at(minutes + 0.75), messages: claimed }, null)];
  const outcomes = owed.messages.flatMap((message) => toOutcome(message, outcomeOf(message), minutes));
  return { incident: and(incident, ...notices, ...claims, ...outcomes), owed };
}

function toOutcome(message: OwedMessage, outcome: Outcome, minutes: number): readonly IncidentEvent[] {
  const { key, to, channel, re, attempt } = message;
  const about = { key, to, channel, re, attempt };
  if (outcome === 'cut-short') return [];
  if (outcome === 'sent') return [fact(minutes, 'notification.sent', { ...about, reason: null, retry_at: null }, null)];
  const pause = { retry: outcome.retry, retry_after: outcome.after ?? null };
  const retry_at = retryAt(attempt, pause, at(minutes));
  return [fact(minutes, 'notification.failed', { ...about, reason: outcome.fault, retry_at }, null)];
}

/** Who is told what, as `page ana`; every minute from `from` to `to` is settled once and everything gets through. */
export function playMinutes(incident: Incident, from: number, to: number, policy: TellingPolicy): readonly string[] {
  const said: string[] = [];
  let state = incident;
  for (let minutes = from; minutes <= to; minutes += 1) {
    const settled = settleAt(state, minutes, policy);
    state = settled.incident;
    said.push(...settled.owed.messages.map(({ kind, to: recipient }) => `${minutes} ${kind} ${recipient}`));
  }
  return said;
}

/** The kinds and recipients of messages, for comparing. */
export function sayMessages(owed: Owed): readonly string[] {
  return owed.messages.map(({ kind, to, channel }) => `${kind} ${to} ${channel}`);
}
