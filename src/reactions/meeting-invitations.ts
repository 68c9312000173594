import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { ownValue } from '../oncall/channels.ts';
import { entriesOf } from './entries.ts';
import { drop } from './news.ts';
import { type OwedMessage, reactionOf } from './owed-message.ts';
import { type Telling, toMessage } from './recipients.ts';
import type { TellingPolicy } from './telling-policy.ts';

const prefix = 'meeting-';

/** The entry that called the meeting, or moved it last; null where there is no meeting. */
export function latestMeeting(incident: Incident): TimelineEntry | null {
  return entriesOf(incident, 'post-mortem.scheduled').at(-1) ?? null;
}

/**
 * The invitations to the meeting as it stands now, by mail because only mail carries a calendar. Each address gets one
 * for each time the meeting is called or moved; those that still wait for an earlier time are not sent any more.
 */
export function owedInvitations(incident: Incident, known: ReadonlySet<string>, policy: TellingPolicy): Telling {
  const entry = latestMeeting(incident);
  const { meeting } = incident.post_mortem;
  if (entry === null || meeting === null || policy.config.notifications.email === undefined) return nothing;
  const reaction = `${prefix}${entry.seq}`;
  const notices = incident.notifications
    .filter(({ key, state, claimed_until }) => key.startsWith(prefix) && state === 'waiting' && claimed_until === null)
    .filter(({ key }) => reactionOf(key) !== reaction)
    .map(({ key, to, channel, re, attempts }) =>
      drop({ key, to, channel, re, attempt: attempts }, 'folded-into-later-message'),
    );
  if (known.has(reaction)) return { ...nothing, notices };
  const occasion = { reaction, kind: 'meeting', audience: 'internal', re: entry.seq } as const;
  const messages = new Map<string, OwedMessage>();
  for (const attendee of meeting.attendees) {
    const email = ownValue(policy.config.people, attendee)?.email;
    if (email === undefined || messages.has(email.toLowerCase())) continue;
    const recipient = { person: attendee, channel: 'email', to: email, via: null } as const;
    messages.set(email.toLowerCase(), toMessage(occasion, recipient));
  }
  return { messages: [...messages.values()], notices, unreached: [] };
}

const nothing: Telling = { messages: [], notices: [], unreached: [] };
