import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';
import { stripControls } from '../sanitise/terminal-safe.ts';
import { plainText } from './plain-text.ts';

export interface ReviewInvitation {
  readonly incidentId: string;
  readonly method: 'REQUEST' | 'CANCEL';
  /** Raised by one each time the meeting moves or is called off. */
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  /** UTC ISO-8601. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendees: readonly { readonly name: string; readonly email: string }[];
  /** When the invitation was made, UTC ISO-8601. */
  readonly stamp: string;
}

/**
 * Writes the invitation to the review as an iCalendar file that mail programs accept.
 *
 * All times are UTC on purpose, so that no time zone has to travel with the file; the id stays the same for an incident,
 * so that a moved meeting replaces the earlier one. Attendees without an address are left out.
 */
export function writeReviewInvitation(invitation: ReviewInvitation): string {
  const { incidentId, method, sequence, startsAt, minutes, organizer } = invitation;
  const start = new Date(startsAt);
  const calendar = ical({
    prodId: { company: 'smartspec', product: 'incident-response', language: 'EN' },
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `${incidentId.toLowerCase()}-review@smartspec-incident-response`,
    sequence,
    stamp: new Date(invitation.stamp),
    start,
    end: new Date(start.getTime() + minutes * 60_000),
    summary: plainText(invitation.summary),
    description: stripControls(invitation.description),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: method === 'CANCEL' ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { name: plainText(organizer.name), email: organizer.email },
    attendees: invitation.attendees
      .filter(({ email }) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(email))
      .map(({ name, email }) => ({
        name: plainText(name),
        email,
        rsvp: true,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
      })),
  });
  return calendar.toString();
}
