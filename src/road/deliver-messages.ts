import type { ClaimedMessage, EventData, IncidentEvent } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { Delivery, Notifier } from '../notify/notifier.ts';
import { retryAt } from '../reactions/back-off.ts';
import { composeMessage } from '../reactions/compose-message.ts';
import { attendeesOf, isAboutMeeting, latestMeeting } from '../reactions/meeting-invitations.ts';
import { messageKey, type OwedMessage } from '../reactions/owed-message.ts';
import type { TellingPolicy } from '../reactions/telling-policy.ts';
import { inviteToReview } from '../report/invite-to-review.ts';

/** What delivering needs from outside. */
export interface Delivering {
  readonly policy: TellingPolicy;
  readonly notifier: Notifier;
  readonly language: 'en' | 'th';
  readonly now: () => string;
}

/** So many messages go through one channel at a time, so that a burst does not look like an attack. */
const mostAtOnce = 4;

/**
 * Delivers messages, every channel side by side, so that a dead one delays no other. What has not come back after
 * `milliseconds` counts as timed out: it may still get through, and its next attempt says so.
 */
export async function deliverAll(
  messages: readonly OwedMessage[],
  incident: Incident,
  desk: Delivering,
  milliseconds: number,
): Promise<readonly IncidentEvent[]> {
  const outcomes = new Map<string, Delivery>();
  const lines = new Map<string, OwedMessage[]>();
  for (const message of messages) {
    const name = `${message.channel}:${message.via ?? ''}`;
    lines.set(name, [...(lines.get(name) ?? []), message]);
  }
  const earlier = referencesByAddress(incident);
  const over = new AbortController();
  const work = [...lines.values()].flatMap((waiting) =>
    Array.from({ length: Math.min(mostAtOnce, waiting.length) }, async () => {
      for (let message = waiting.shift(); message !== undefined && !over.signal.aborted; message = waiting.shift()) {
        const references = earlier.get(addressOf(message)) ?? [];
        outcomes.set(message.key, await deliverOne(message, references, incident, desk, over.signal));
      }
    }),
  );
  await within(milliseconds, Promise.all(work));
  over.abort();
  // What was called off says so at once, and only what is on its way counts as late.
  await new Promise((resolve) => setImmediate(resolve));
  const waiting = new Set([...lines.values()].flat());
  const missing = (message: OwedMessage): Delivery => (waiting.has(message) ? notBegun : late);
  return messages.map((message) => toOutcome(message, outcomes.get(message.key) ?? missing(message), desk.now()));
}

/** The outcome of what has not come back in time. */
export const late: Extract<Delivery, { readonly ok: false }> = {
  ok: false,
  reason: 'timed-out',
  detail: 'No answer in time.',
  retry: true,
  retry_after: null,
};
const notBegun: Delivery = {
  ok: false,
  reason: 'unreachable',
  detail: 'The time was over before it was tried.',
  retry: true,
  retry_after: null,
};
const gone: Delivery = {
  ok: false,
  reason: 'recipient-unknown',
  detail: 'This person has no address for the channel any more.',
  retry: false,
  retry_after: null,
};

/** What earlier messages to each address are called, oldest first. */
function referencesByAddress({ notifications, chat }: Incident): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const state of notifications) {
    // A channel of the incident's own holds nothing else, so nothing there needs a thread.
    if (state.reference === null || state.to === chat?.channel) continue;
    const address = addressOf(state);
    found.set(address, [...(found.get(address) ?? []), state.reference]);
  }
  return found;
}

function addressOf({ channel, via, to }: { channel: string; via: string | null; to: string }): string {
  return messageKey('', channel, via, to);
}

async function deliverOne(
  message: OwedMessage,
  references: readonly string[],
  incident: Incident,
  desk: Delivering,
  signal: AbortSignal,
): Promise<Delivery> {
  const composed = composeMessage(message, incident, desk.language, desk.now(), desk.policy);
  if (composed === null) return gone;
  const calendar = isAboutMeeting(message.kind) ? await writeCalendar(message, incident, desk) : null;
  return desk.notifier.deliver({ ...composed, calendar }, references, signal);
}

/** The invitation as the record has it; null for a meeting that was moved meanwhile. */
async function writeCalendar(
  { re, kind, person, to }: OwedMessage,
  incident: Incident,
  { policy }: Delivering,
): Promise<string | null> {
  const { people, notifications } = policy.config;
  const { meeting } = incident.post_mortem;
  const entry = latestMeeting(incident);
  if (entry?.seq !== re || meeting === null || notifications.email === undefined) return null;
  // Few messages are invitations, and writing calendars takes a library of its own.
  const { writeReviewInvitation } = await import('../report/review-ics.ts');
  // Only whom it concerns is named where an invitation is taken back: the meeting goes on for the others.
  const method = kind === 'meeting' ? 'REQUEST' : 'CANCEL';
  const attendees = method === 'REQUEST' ? attendeesOf(meeting, policy.config) : [person ?? to];
  const asked = { ...meeting, attendees, method } as const;
  const zone = policy.config.post_mortem.meeting.time_zone;
  const { from } = notifications.email;
  return writeReviewInvitation(inviteToReview(incident, asked, entry.recorded_at, from, people, zone));
}

/** Waits for some work, but not longer than it may take. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}

/** How an attempt went, as it goes on record. */
export function toOutcome(message: ClaimedMessage, delivery: Delivery, now: string): IncidentEvent {
  const { key, to, channel, re, attempt } = message;
  const about = { key, to, channel, re, attempt };
  if (delivery.ok) {
    const data: EventData['notification.sent'] = {
      ...about,
      reason: null,
      retry_at: null,
      reference: delivery.reference,
    };
    return { type: 'notification.sent', at: now, by: null, data };
  }
  const { reason, detail } = delivery;
  const data: EventData['notification.failed'] = {
    ...about,
    reason,
    detail,
    retry_at: retryAt(attempt, delivery, now),
  };
  return { type: 'notification.failed', at: now, by: null, data };
}
