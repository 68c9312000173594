import type { RecordedEvent } from './event.ts';
import type { Incident, NotificationState } from './incident.ts';

type NotificationEvent = Extract<
  RecordedEvent,
  { type: 'notification.sent' | 'notification.failed' | 'notification.suppressed' | 'notification.expired' }
>;

/** Keeps, for every message, where it stands after its latest attempt. */
export function evolveNotification(incident: Incident, event: NotificationEvent): Incident {
  const { key, to, channel, reason, attempt } = event.data;
  const state: NotificationState = {
    key,
    to,
    channel,
    state: standing(event),
    reason,
    attempts: attempt,
    at: event.at,
  };
  const known = incident.notifications.some((kept) => kept.key === key);
  return {
    ...incident,
    notifications: known
      ? incident.notifications.map((kept) => (kept.key === key ? state : kept))
      : [...incident.notifications, state],
  };
}

/** A failure that may be tried again is still waiting; only a final one counts as failed. */
function standing(event: NotificationEvent): NotificationState['state'] {
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
