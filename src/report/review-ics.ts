import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';
import { stripControls } from '../sanitise/terminal-safe.ts';
import { plainText } from './plain-text.ts';
import { writeLocalTime, writeTimeZone } from './vtimezone.ts';

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
  /** On whose clock the meeting is shown, e.g. `Europe/Berlin`. */
  readonly zone: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendees: readonly { readonly name: string; readonly email: string }[];
  /** When the invitation was made, UTC ISO-8601. */
  readonly stamp: string;
}

/**
 * Writes the invitation to the review as an iCalendar file that mail programs accept.
 *
 * The meeting stands on the clock of the team, and the rules of its zone travel with the file. The id stays the same for
 * an incident, so that a moved meeting replaces the earlier one. Attendees without an address are left out.
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
  return inZone(calendar.toString(), invitation.zone, startsAt);
}

/** Writes beginning and end on the clock of the zone; meetings in UTC need no rules of a zone. */
function inZone(calendar: string, zone: string, startsAt: string): string {
  if (zone === 'UTC') return calendar;
  const local = calendar.replaceAll(
    /^(DTSTART|DTEND):(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/gm,
    (_line, name: string, ...[year, month, day, hour, minute, second]: readonly string[]) =>
      `${name};TZID=${zone}:${writeLocalTime(zone, `${year}-${month}-${day}T${hour}:${minute}:${second}Z`)}`,
  );
  return local.replace('BEGIN:VEVENT', `${writeTimeZone(zone, startsAt).join('\r\n')}\r\nBEGIN:VEVENT`);
}
