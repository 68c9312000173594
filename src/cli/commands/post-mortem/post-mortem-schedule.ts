import type { Incident } from '../../../incident/incident.ts';
import { writeReviewInvitation } from '../../../report/review-ics.ts';
import { proposeMeeting } from '../../../report/review-meeting.ts';
import { respond } from '../../../road/respond.ts';
import { about, refused } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { type Input, textOf, textsOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { readMoment, readPerson, whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `post-mortem schedule [id] [--at <time>]`: calls the review meeting, or moves it, and writes `review.ics`. */
export const postMortemSchedule: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, 'schedule-post-mortem');
  const asked = whoAndWhen(input, house);
  const slot = chooseSlot(incident, input, house, asked.now);
  const attendees = listAttendees(incident, input, house);
  const response = await respond(
    incident.id,
    { type: 'schedule-post-mortem', ...asked, starts_at: slot.starts_at, minutes: slot.minutes, attendees },
    house,
  );
  if (!response.ok) return refused(house, response);
  const meeting = response.incident.post_mortem.meeting;
  const calendar = writeReviewInvitation({
    incidentId: incident.id,
    method: 'REQUEST',
    sequence: meeting?.sequence ?? 0,
    summary: `Post-mortem review: ${incident.title} (${incident.id})`,
    description: `Review of ${incident.id}, ${incident.highest_severity}. The report lies in .spec/reports/post-mortems/${incident.id}/.`,
    startsAt: slot.starts_at,
    minutes: slot.minutes,
    organizer: { name: 'Incident response', email: organizerOf(house) },
    attendees: attendees.flatMap((person) => toAddress(person, house)),
    stamp: asked.now,
  });
  const path = house.reporting.write(incident.id, 'review.ics', calendar);
  return about(house, response.incident, 'scheduled', {
    lines: [
      `review on ${slot.starts_at.slice(0, 16).replace('T', ' ')} UTC, ${slot.minutes} minutes`,
      `with ${attendees.length === 0 ? 'nobody yet' : attendees.join(', ')}`,
      path,
    ],
    files: { review: path },
    more: { meeting },
    warnings: [...slot.warnings, ...response.warnings],
  });
};

interface Slot {
  readonly starts_at: string;
  readonly minutes: number;
  readonly warnings: readonly string[];
}

function chooseSlot(incident: Incident, input: Input, house: House, now: string): Slot {
  const { meeting } = house.config.post_mortem;
  const minutes = Math.round(meeting.length / 60);
  const typed = textOf(input, 'at');
  if (typed !== null) return { starts_at: readMoment(typed, '--at'), minutes, warnings: [] };
  const proposal = proposeMeeting({
    severity: incident.highest_severity,
    resolvedAt: incident.resolved_at ?? now,
    policy: { within: meeting.within, otherwise: { kind: 'working-days', working_days: 10 } },
    zone: meeting.time_zone,
    workingDays: meeting.working_days,
    holidays: meeting.holidays,
    hours: meeting.hours,
    minutes,
  });
  if (!proposal.ok) {
    throw new WrongUsage(
      proposal.reason,
      'No slot can be proposed from incident_response.post_mortem.meeting.',
      'Name one: incident post-mortem schedule --at 2026-11-26T10:00+01:00',
    );
  }
  const late = proposal.within_deadline ? [] : [`no working time lies before the deadline ${proposal.deadline}`];
  return { starts_at: proposal.starts_at, minutes: proposal.minutes, warnings: late };
}

/** The roles and whoever else the policy or the call names; each once. */
function listAttendees(incident: Incident, input: Input, house: House): readonly string[] {
  const roles = Object.values(incident.roles).flat();
  const configured = house.config.post_mortem.meeting.attendees.flatMap((name) => (name === 'roles' ? roles : [name]));
  const named = textsOf(input, 'attendee').map((name) =>
    name.includes('@') ? name : readPerson(name, house, '--attendee'),
  );
  return [...new Set([...configured, ...named])];
}

function toAddress(person: string, house: House): readonly { readonly name: string; readonly email: string }[] {
  const known = house.config.people[person];
  const email = known?.email ?? (person.includes('@') ? person : null);
  return email === null ? [] : [{ name: known?.name ?? person, email }];
}

function organizerOf(house: House): string {
  return house.config.notifications.email?.from ?? 'incident-response@localhost.invalid';
}
