import type { Asked } from '../../../incident/command.ts';
import type { Incident } from '../../../incident/incident.ts';
import { parseRole } from '../../../incident/role.ts';
import { ownValue } from '../../../oncall/channels.ts';
import { attendeesOf } from '../../../reactions/meeting-invitations.ts';
import { inviteToReview } from '../../../report/invite-to-review.ts';
import { writeReviewInvitation } from '../../../report/review-ics.ts';
import { proposeMeeting } from '../../../report/review-meeting.ts';
import { respond } from '../../../road/respond.ts';
import type { Answer } from '../../answer.ts';
import { tellResponse } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textOf, textsOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { sayMoment } from '../../say-moment.ts';
import { readMoment, readPerson, whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `post-mortem schedule [id] [--at <time>|--cancel]`: calls, moves or calls off the review meeting. */
export const postMortemSchedule: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, 'schedule-post-mortem');
  const asked = whoAndWhen(input, house);
  if (isSet(input, 'cancel')) return callOff(incident, asked, house);
  const slot = chooseSlot(incident, input, house, asked.now);
  const named = listAttendees(incident, input, house);
  const response = await respond(
    incident.id,
    { type: 'schedule-post-mortem', ...asked, starts_at: slot.starts_at, minutes: slot.minutes, attendees: named },
    house,
  );
  return tellResponse(house, response, (told) => {
    const { meeting } = told.post_mortem;
    const attendees = attendeesOf({ attendees: named }, house.config);
    const path = writeCalendar(told, attendees, house, asked.now);
    return {
      outcome: 'scheduled',
      lines: [
        `review on ${sayMoment(slot.starts_at)}, ${slot.minutes} minutes`,
        `with ${attendees.length === 0 ? 'nobody yet' : attendees.join(', ')}`,
        ...(path === null ? [] : [path]),
      ],
      files: path === null ? {} : { review: path },
      more: { meeting },
      warnings: [...slot.warnings, ...sayUninvited(attendees, house)],
    };
  });
};

/** The meeting stays on record, and whoever was invited gets it taken back. */
async function callOff(incident: Incident, asked: Asked, house: House): Promise<Answer> {
  const { starts_at = asked.now, minutes = 0, attendees = [] } = incident.post_mortem.meeting ?? {};
  const command = { type: 'schedule-post-mortem', ...asked, starts_at, minutes, attendees, called_off: true } as const;
  const response = await respond(incident.id, command, house);
  return tellResponse(house, response, (told) => {
    const path = writeCalendar(told, attendeesOf({ attendees }, house.config), house, asked.now);
    return {
      outcome: 'called-off',
      lines: [`the review on ${sayMoment(starts_at)} is called off`, ...(path === null ? [] : [path])],
      files: path === null ? {} : { review: path },
      more: { meeting: told.post_mortem.meeting },
    };
  });
}

/** Writes the invitation as it is mailed, to be handed on by other means; null where there is no meeting. */
function writeCalendar(
  incident: Incident,
  attendees: readonly string[],
  { config, reporting }: House,
  now: string,
): string | null {
  const { meeting } = incident.post_mortem;
  if (meeting === null) return null;
  const kept = incident.timeline.findLast(({ type }) => type === 'post-mortem.scheduled')?.recorded_at ?? now;
  const from = config.notifications.email?.from ?? 'incident-response@localhost.invalid';
  const review = inviteToReview(
    incident,
    { ...meeting, attendees },
    kept,
    from,
    config.people,
    config.post_mortem.meeting.time_zone,
  );
  return reporting.write(incident.id, 'review.ics', writeReviewInvitation(review));
}

interface Slot {
  readonly starts_at: string;
  readonly minutes: number;
  readonly warnings: readonly string[];
}

function chooseSlot(incident: Incident, input: Input, house: House, now: string): Slot {
  const { meeting } = house.config.post_mortem;
  const minutes = Math.round(meeting.length / 60);
  const typed = textOf(input, 'at');
  if (typed !== null) {
    const starts_at = readMoment(typed, '--at');
    return { starts_at, minutes, warnings: starts_at < now ? [`${sayMoment(starts_at)} is over already`] : [] };
  }
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

/**
 * The roles and whoever else the policy names, by their keys; besides them those of the call, or where it names nobody,
 * those who have been invited already.
 */
function listAttendees(incident: Incident, input: Input, house: House): readonly string[] {
  const { attendees } = house.config.post_mortem.meeting;
  const configured = attendees.flatMap((name) =>
    name.includes('@') ? (keyOf(name, house) ?? []) : peopleBehind(name, incident),
  );
  const typed = textsOf(input, 'attendee').flatMap((name) => readAttendee(name, incident, house));
  const before = typed.length === 0 ? (incident.post_mortem.meeting?.attendees ?? []) : [];
  return [...new Set([...configured, ...before, ...typed])];
}

function readAttendee(name: string, incident: Incident, house: House): readonly string[] {
  if (!name.includes('@')) {
    const behind = peopleBehind(name, incident);
    return behind[0] === name ? [readPerson(name, house, '--attendee')] : behind;
  }
  const key = keyOf(name, house);
  if (key !== null) return [key];
  throw new WrongUsage(
    'unknown-attendee',
    '--attendee names an address that belongs to nobody under incident_response.people.',
    'The record keeps no addresses: give the guest a name there, people: { kim: { email: … } }, and type --attendee kim.',
  );
}

/** Everybody with a role for `roles`, whoever has it for the name of one, and otherwise the person of that name. */
function peopleBehind(name: string, { roles }: Incident): readonly string[] {
  if (name === 'roles') return Object.values(roles).flat();
  const role = parseRole(name);
  return role === null ? [name] : (roles[role] ?? []);
}

function keyOf(address: string, { config }: House): string | null {
  const known = Object.entries(config.people).find(([, { email }]) => email?.toLowerCase() === address.toLowerCase());
  return known?.[0] ?? null;
}

function sayUninvited(attendees: readonly string[], { config }: House): readonly string[] {
  if (config.notifications.email === undefined) return [];
  return attendees
    .filter((name) => !name.includes('@') && ownValue(config.people, name)?.email === undefined)
    .map((name) => `${name} has no e-mail under people and is not invited`);
}
