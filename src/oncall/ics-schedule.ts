import ICAL from 'ical.js';
import { type Attendee, type CalendarEvent, type CalendarTime, readEvent } from './ics-events.ts';
import { occurrencesOf } from './ics-occurrences.ts';
import { zonesOf } from './ics-zones.ts';
import { matchPeople, type PersonMatcher } from './match-person.ts';
import type { PersonConfig } from './oncall-config.ts';
import { joinTouching, type Span } from './span.ts';
import { parseInstant, toIso } from './when.ts';
import { isTimeZone } from './zone-name.ts';

/** Whose calendar it is and which part of it matters; times in ISO-8601 with offset. */
interface CalendarQuestion {
  readonly people: Readonly<Record<string, PersonConfig>>;
  /** For all-day events and times that name no zone; if absent, the calendar's own, else UTC. */
  readonly time_zone?: string | undefined;
  readonly from: string;
  readonly to: string;
}

/** Somebody the calendar puts on call whom the configuration does not know. */
interface UnknownPerson {
  readonly who: string;
  readonly times: number;
  readonly first_at: string;
}

interface CalendarWarning {
  readonly reason:
    | 'event-unreadable'
    | 'rule-not-supported'
    | 'too-many-occurrences'
    | 'unknown-time-zone'
    | 'declined';
  readonly text: string;
}

export interface CalendarRead {
  readonly ok: true;
  /** Whole duties that touch the time asked for, as `readSchedules` takes them. */
  readonly spans: readonly Span[];
  readonly unknown_people: readonly UnknownPerson[];
  readonly warnings: readonly CalendarWarning[];
}

export interface CalendarRefused {
  readonly ok: false;
  readonly reason: 'too-large' | 'not-a-calendar' | 'not-a-time';
  readonly text: string;
}

const longestCalendar = 5_000_000;
const longestLine = 100_000;
const mostEvents = 20_000;
const mostSpans = 50_000;
const mostSteps = 200_000;

/**
 * Reads the iCalendar file of an on-call schedule (as PagerDuty, Opsgenie and Google export them) into duties. People
 * are found by the attendees' addresses and names, else in the summary; whoever isn't found is reported.
 */
export function readCalendar(text: string, question: CalendarQuestion): CalendarRead | CalendarRefused {
  const from = parseInstant(question.from);
  const to = parseInstant(question.to);
  if (from === null || to === null)
    return { ok: false, reason: 'not-a-time', text: 'the time asked for is not a time' };
  if (text.length > longestCalendar || hasLongLine(text)) {
    return { ok: false, reason: 'too-large', text: 'the calendar, or a line in it, is larger than any schedule' };
  }
  const calendars = parseCalendars(text.replace(/^\uFEFF/, ''));
  if (calendars === null) return { ok: false, reason: 'not-a-calendar', text: 'the file is not an iCalendar file' };

  const zone = question.time_zone ?? ownZoneOf(calendars);
  const zones = zonesOf(calendars, zone !== null && isTimeZone(zone) ? zone : 'UTC');
  const { events, unreadable } = readEvents(calendars);
  const warnings: CalendarWarning[] = [];
  if (unreadable > 0) {
    warnings.push({ reason: 'event-unreadable', text: `${unreadable} events have no readable time or last no time` });
  }
  const matcher = matchPeople(question.people);
  const unknown = new Map<string, { times: number; first: number }>();
  const spans: Span[] = [];
  const replaced = replacedTimes(events);
  const budget = { steps: mostSteps };
  for (const event of events) {
    if (event.cancelled || spans.length > mostSpans) continue;
    const gone = event.replaces === null ? (replaced.get(event.uid) ?? []) : [];
    // A second event of the same id would be a mistake of the calendar; its exceptions belong to the first.
    if (event.replaces === null) replaced.delete(event.uid);
    const { stretches, trouble } = occurrencesOf(event, gone, zones, { from, to }, budget);
    if (trouble !== null || event.and_later) {
      const reason = trouble ?? 'rule-not-supported';
      warnings.push({ reason, text: `"${nameOf(event)}" is only read in part` });
    }
    const first = stretches[0];
    if (first === undefined) continue;
    const { people, strangers, declined } = peopleOf(event, matcher);
    if (declined) warnings.push({ reason: 'declined', text: `everyone invited to "${nameOf(event)}" declined` });
    for (const who of strangers) {
      const before = unknown.get(who) ?? { times: 0, first: first.from };
      unknown.set(who, { times: before.times + stretches.length, first: Math.min(before.first, first.from) });
    }
    for (const person of people) {
      for (const stretch of stretches) spans.push({ ...stretch, person, because: 'calendar' });
    }
  }
  if (spans.length > mostSpans)
    warnings.push({ reason: 'too-many-occurrences', text: 'the calendar is only read in part' });
  for (const name of zones.unknown) {
    warnings.push({ reason: 'unknown-time-zone', text: `nothing is known about the time zone "${shorten(name)}"` });
  }
  return {
    ok: true,
    spans: joinTouching(spans),
    unknown_people: [...unknown].map(([who, { times, first }]) => ({ who, times, first_at: toIso(first) })),
    warnings,
  };
}

/** Null for what is no calendar; the parser throws, and nothing after it does. */
function parseCalendars(text: string): ICAL.Component[] | null {
  try {
    // One file may hold several calendars, and then the parser gives a list of them.
    const parsed: unknown[] = ICAL.parse(text);
    const roots: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
    const components = roots.filter((root) => Array.isArray(root)).map((root) => new ICAL.Component(root));
    const calendars = components.filter((component) => component.name === 'vcalendar');
    return calendars.length === 0 ? null : calendars;
  } catch {
    return null;
  }
}

function readEvents(calendars: readonly ICAL.Component[]): { events: CalendarEvent[]; unreadable: number } {
  const components = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent')).slice(0, mostEvents);
  const events = components.map((component) => {
    try {
      return readEvent(component);
    } catch {
      return null;
    }
  });
  const readable = events.filter((event) => event !== null);
  return { events: latestVersions(readable), unreadable: events.length - readable.length };
}

/** Without the versions of an event that a later one in the same file takes the place of. */
function latestVersions(events: readonly CalendarEvent[]): CalendarEvent[] {
  const latest = new Map<string, number>();
  const nameOfVersion = ({ uid, replaces }: CalendarEvent): string => `${replaces?.wall ?? ''} ${uid}`;
  for (const event of events) {
    const name = nameOfVersion(event);
    latest.set(name, Math.max(latest.get(name) ?? 0, event.sequence));
  }
  return events.filter((event) => event.uid === '' || event.sequence >= (latest.get(nameOfVersion(event)) ?? 0));
}

function replacedTimes(events: readonly CalendarEvent[]): Map<string, readonly CalendarTime[]> {
  const replaced = new Map<string, CalendarTime[]>();
  for (const { uid, replaces } of events) {
    if (replaces === null) continue;
    const times = replaced.get(uid) ?? [];
    times.push(replaces);
    replaced.set(uid, times);
  }
  return replaced;
}

function peopleOf(
  event: CalendarEvent,
  matcher: PersonMatcher,
): { readonly people: readonly string[]; readonly strangers: readonly string[]; readonly declined: boolean } {
  const coming = event.attendees.filter((attendee) => !attendee.declined);
  if (coming.length === 0 && event.attendees.length > 0) return { people: [], strangers: [], declined: true };
  const people = new Set<string>();
  const strangers: string[] = [];
  for (const attendee of coming) {
    const byAddress = attendee.addresses.map(matcher.byEmail).find((person) => person !== null);
    const found = byAddress === undefined ? matcher.inText(attendee.name) : [byAddress];
    for (const person of found) people.add(person);
    if (found.length === 0) strangers.push(nameOfAttendee(attendee));
  }
  if (people.size > 0) return { people: [...people], strangers, declined: false };
  const named = matcher.inText(event.summary);
  if (named.length > 0) return { people: named, strangers: [], declined: false };
  return { people: [], strangers: strangers.length > 0 ? strangers : [nameOf(event)], declined: false };
}

function nameOfAttendee(attendee: Attendee): string {
  return shorten(attendee.addresses[0]?.replace(/^mailto:/i, '') ?? attendee.name);
}

function nameOf(event: CalendarEvent): string {
  return shorten(event.summary) || '(no summary)';
}

/** Text from outside, made fit for one line of a report. */
function shorten(text: string): string {
  return text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 120);
}

function ownZoneOf(calendars: readonly ICAL.Component[]): string | null {
  const name = calendars[0]?.getFirstPropertyValue('x-wr-timezone');
  return typeof name === 'string' ? name : null;
}

/** The parser takes time that grows with the square of a line's length; folded lines count as one. */
function hasLongLine(text: string): boolean {
  let length = 0;
  for (const line of text.split(/\r?\n/)) {
    length = line.startsWith(' ') || line.startsWith('\t') ? length + line.length : line.length;
    if (length > longestLine) return true;
  }
  return false;
}
