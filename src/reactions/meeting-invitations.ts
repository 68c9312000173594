import type { EventData } from '../incident/event.ts';
import type { Incident, NotificationState, TimelineEntry } from '../incident/incident.ts';
import type { MessageKind } from '../notify/notifier.ts';
import { ownValue } from '../oncall/channels.ts';
import { entriesOf } from './entries.ts';
import { drop } from './news.ts';
import { type OwedMessage, type OwedNotice, reactionOf } from './owed-message.ts';
import { type Telling, toMessage } from './recipients.ts';
import type { TellingConfig, TellingPolicy } from './telling-policy.ts';

const prefix = 'meeting-';

/** True for invitations to the meeting and for what takes them back. */
export function isAboutMeeting(kind: string): boolean {
  return kind === 'meeting' || kind === 'meeting-cancelled';
}

/** The entry that called the meeting, or moved it last; null where there is no meeting. */
export function latestMeeting(incident: Incident): TimelineEntry | null {
  return entriesOf(incident, 'post-mortem.scheduled').at(-1) ?? null;
}

/** Keys of people, and the addresses that the configuration invites to every meeting: the record itself holds none. */
export function attendeesOf(
  meeting: Pick<EventData['post-mortem.scheduled'], 'attendees'>,
  { people, post_mortem }: Pick<TellingConfig, 'people' | 'post_mortem'>,
): readonly string[] {
  const known = new Set(Object.values(people).flatMap(({ email }) => email?.toLowerCase() ?? []));
  const addresses = post_mortem.meeting.attendees.filter(
    (name) => name.includes('@') && !known.has(name.toLowerCase()),
  );
  return [...new Set([...meeting.attendees, ...addresses])];
}

/**
 * The invitations to the meeting as it stands now, by mail because only mail carries a calendar. Each address gets one
 * for each time the meeting is called or moved; those that still wait for an earlier time are not sent any more, and
 * whoever had one and is no longer asked to come gets it taken back.
 */
export function owedInvitations(incident: Incident, known: ReadonlySet<string>, policy: TellingPolicy): Telling {
  const entry = latestMeeting(incident);
  const { meeting } = incident.post_mortem;
  if (entry === null || meeting === null || policy.config.notifications.email === undefined) return nothing;
  const reaction = `${prefix}${entry.seq}`;
  const notices = earlierWaiting(incident, reaction);
  if (known.has(reaction)) return { ...nothing, notices };
  const messages = new Map<string, OwedMessage>();
  const add = (kind: MessageKind, name: string): void => {
    const email = name.includes('@') ? name : ownValue(policy.config.people, name)?.email;
    if (email === undefined || messages.has(email.toLowerCase())) return;
    const person = name.includes('@') ? null : name;
    const occasion = { reaction, kind, audience: 'internal', re: entry.seq } as const;
    messages.set(email.toLowerCase(), toMessage(occasion, { person, channel: 'email', to: email, via: null }));
  };
  if (meeting.called_off !== true) for (const attendee of attendeesOf(meeting, policy.config)) add('meeting', attendee);
  for (const invited of invitedBefore(incident)) add('meeting-cancelled', invited);
  return { messages: [...messages.values()], notices, unreached: [] };
}

function earlierWaiting({ notifications }: Incident, reaction: string): readonly OwedNotice[] {
  return notifications
    .filter(({ key, state, claimed_until }) => key.startsWith(prefix) && state === 'waiting' && claimed_until === null)
    .filter(({ key }) => reactionOf(key) !== reaction)
    .map(({ key, to, channel, re, attempts }) =>
      drop({ key, to, channel, re, attempt: attempts }, 'folded-into-later-message'),
    );
}

/** Whose latest word about the meeting was an invitation that arrived, or may have. */
function invitedBefore({ notifications }: Incident): readonly string[] {
  const latest = new Map<string, NotificationState>();
  for (const state of notifications) {
    const arrived = state.state === 'sent' || state.maybe_repeated || state.reason === 'timed-out';
    if (state.key.startsWith(prefix) && arrived) latest.set(state.person ?? state.to, state);
  }
  return [...latest].flatMap(([name, { kind }]) => (kind === 'meeting' ? [name] : []));
}

const nothing: Telling = { messages: [], notices: [], unreached: [] };
