import type { Incident } from '../../../incident/incident.ts';
import { ownValue } from '../../../oncall/channels.ts';
import { inviteToReview } from '../../../report/invite-to-review.ts';
import { writeReviewInvitation } from '../../../report/review-ics.ts';
import { proposeMeeting } from '../../../report/review-meeting.ts';
import { respond } from '../../../road/respond.ts';
import { tellResponse } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { type Input, textOf, textsOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { readMoment, readPerson, whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `post-mortem schedule [id] [--at <time>]`: calls or moves the review meeting and invites to it. */
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
  return tellResponse(house, response, (told) => {
    const { meeting } = told.post_mortem;
    const path = writeCalendar(told, attendees, house, asked.now);
    return {
      outcome: 'scheduled',
      lines: [
        `review on ${slot.starts_at.slice(0, 16).replace('T', ' ')} UTC, ${slot.minutes} minutes`,
        `with ${attendees.length === 0 ? 'nobody yet' : attendees.join(', ')}`,
        ...(path === null ? [] : [path]),
      ],
      files: path === null ? {} : { review: path },
      more: { meeting },
      warnings: [...slot.warnings, ...sayUninvited(attendees, house)],
    };
  });
};

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
  const review = inviteToReview(incident, { ...meeting, attendees }, kept, from, config.people);
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
  return [...new Set([...configured, ...named].map((name) => whoseAddress(name, house)))];
}

/** Whoever has the address under `people`, because the record keeps names and no addresses; else the address itself. */
function whoseAddress(name: string, { config }: House): string {
  if (!name.includes('@')) return name;
  const known = Object.entries(config.people).find(([, { email }]) => email?.toLowerCase() === name.toLowerCase());
  return known?.[0] ?? name;
}

function sayUninvited(attendees: readonly string[], { config }: House): readonly string[] {
  if (config.notifications.email === undefined) return [];
  return attendees
    .filter((name) => ownValue(config.people, name)?.email === undefined)
    .map((name) =>
      name.includes('@')
        ? `${name} is named in review.ics but not mailed: add the address to people, because the record keeps none`
        : `${name} has no e-mail under people and is not invited`,
    );
}
