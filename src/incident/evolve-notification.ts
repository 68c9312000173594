import type { ClaimedMessage, RecordedEvent } from './event.ts';
import type { Incident, NotificationState } from './incident.ts';

type NotificationEvent = Extract<RecordedEvent, { type: `notification.${string}` }>;
type Outcome = Exclude<NotificationEvent, { type: 'notification.claimed' }>;

/** Keeps, for every message, where it stands after its latest attempt. */
export function evolveNotification(incident: Incident, event: NotificationEvent): Incident {
  const kept = new Map(incident.notifications.map((state) => [state.key, state]));
  if (event.type === 'notification.claimed') {
    for (const message of event.data.messages) {
      kept.set(message.key, claimed(message, event.at, event.data.until, kept.get(message.key)));
    }
  } else kept.set(event.data.key, answered(event, kept.get(event.data.key)));
  return { ...incident, chat: followSummary(incident.chat, event), notifications: [...kept.values()] };
}

/** The summary may have been posted anew where somebody took the earlier one away. */
function followSummary(chat: Incident['chat'], event: NotificationEvent): Incident['chat'] {
  if (chat === null || event.type !== 'notification.sent' || !event.data.key.startsWith('summary-')) return chat;
  return { ...chat, summary_reference: event.data.reference ?? chat.summary_reference };
}

function claimed(
  { attempt, ...message }: ClaimedMessage,
  at: string,
  until: string,
  before: NotificationState | undefined,
): NotificationState {
  // A claim on top of a claim means that whoever had it first never said how it went.
  const lapsed = before !== undefined && before.claimed_until !== null;
  return {
    ...message,
    state: 'waiting',
    reason: before?.reason ?? null,
    detail: before?.detail ?? null,
    attempts: attempt,
    at,
    retry_at: null,
    claimed_until: until,
    lapses: (before?.lapses ?? 0) + (lapsed ? 1 : 0),
    maybe_repeated: lapsed || before?.maybe_repeated === true || before?.reason === 'timed-out',
    reference: null,
    times: 1,
  };
}

function answered(event: Outcome, before: NotificationState | undefined): NotificationState {
  const { key, to, channel, reason, re, attempt, retry_at, detail, reference, times } = event.data;
  // Two may have sent it when the first was thought dead: that it got through once is what counts.
  if (before?.state === 'sent') return before;
  return {
    key,
    to,
    channel,
    via: before?.via ?? null,
    person: before?.person ?? null,
    kind: before?.kind ?? 'none',
    audience: before?.audience ?? 'responders',
    re,
    state: standing(event),
    reason,
    detail: detail ?? null,
    attempts: attempt,
    at: event.at,
    retry_at,
    claimed_until: null,
    lapses: before?.lapses ?? 0,
    maybe_repeated: before?.maybe_repeated ?? false,
    reference: reference ?? null,
    times: times ?? 1,
  };
}

/** A failure that may be tried again is still waiting; only a final one counts as failed. */
function standing(event: Outcome): NotificationState['state'] {
  switch (event.type) {
    case 'notification.sent':
      return 'sent';
    case 'notification.failed':
      return event.data.retry_at === null ? 'failed' : 'waiting';
    case 'notification.suppressed':
      return 'suppressed';
    case 'notification.expired':
      return 'expired';
  }
}
