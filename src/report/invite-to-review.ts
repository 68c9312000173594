import type { EventData } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { ReviewInvitation } from './review-ics.ts';

/** Whom an invitation names, by the keys that incidents know them by. */
type People = Readonly<Record<string, { readonly name?: string | undefined; readonly email?: string | undefined }>>;

/** The review as its invitation shows it, from the record alone: the same for everybody and every attempt. */
export function inviteToReview(
  incident: Pick<Incident, 'id' | 'title' | 'highest_severity'>,
  meeting: EventData['post-mortem.scheduled'] & { readonly method?: ReviewInvitation['method'] },
  /** When the meeting was put on record, UTC ISO-8601. */
  stamp: string,
  /** The sender's address, with or without a name before it. */
  from: string,
  people: People,
  /** On whose clock the meeting is shown. */
  zone: string,
): ReviewInvitation {
  const { id, title, highest_severity } = incident;
  return {
    incidentId: id,
    method: meeting.called_off === true ? 'CANCEL' : (meeting.method ?? 'REQUEST'),
    sequence: meeting.sequence,
    summary: `Post-mortem review: ${title} (${id})`,
    description: `Review of ${id}, ${highest_severity}. The report lies in .spec/reports/post-mortems/${id}/.`,
    startsAt: meeting.starts_at,
    minutes: meeting.minutes,
    organizer: { name: 'Incident response', email: /<([^<>\s]{3,254})>\s*$/.exec(from)?.[1] ?? from },
    attendees: meeting.attendees.flatMap((attendee) => toAddress(attendee, people)),
    stamp,
    zone,
  };
}

function toAddress(attendee: string, people: People): ReviewInvitation['attendees'] {
  const known = Object.hasOwn(people, attendee) ? people[attendee] : undefined;
  const email = known?.email ?? (attendee.includes('@') ? attendee : null);
  return email === null ? [] : [{ name: known?.name ?? attendee, email }];
}
