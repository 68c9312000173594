import ICAL from 'ical.js';
import { wallOf } from './ics-recurrence.ts';
import { dayLength } from './when.ts';

/** A time as the calendar writes it: what a clock shows, and the zone that clock stands in (null: the calendar's own). */
export interface CalendarTime {
  readonly wall: number;
  readonly zone: string | null;
  readonly dateOnly: boolean;
}

/** Somebody invited to an event. */
export interface Attendee {
  readonly addresses: readonly string[];
  readonly name: string;
  readonly declined: boolean;
}

/** One VEVENT as far as duty is concerned. */
export interface CalendarEvent {
  readonly uid: string;
  readonly summary: string;
  readonly attendees: readonly Attendee[];
  readonly start: CalendarTime;
  /** When the first occurrence ends; null if the event says how long it lasts in exact time instead. */
  readonly end: CalendarTime | null;
  /** Milliseconds from start to end on the clock, or of exact time where there is no `end`. */
  readonly length: number;
  readonly rules: readonly ICAL.Recur[];
  readonly extra: readonly CalendarTime[];
  readonly excluded: readonly CalendarTime[];
  /** The occurrence this event replaces, if it replaces one. */
  readonly replaces: CalendarTime | null;
  /** True where it replaces all later occurrences, too. */
  readonly and_later: boolean;
  readonly cancelled: boolean;
  /** Of several versions of an event the one with the highest number holds. */
  readonly sequence: number;
}

/** Reads one VEVENT; null if it has no readable start or lasts no time. */
export function readEvent(component: ICAL.Component): CalendarEvent | null {
  const start = timesOf(component, 'dtstart')[0];
  if (start === undefined) return null;
  const end = endOf(component, start);
  const length = typeof end === 'number' ? end : end.wall - start.wall;
  const sameClock = typeof end === 'number' || end.zone === start.zone;
  if (sameClock && length <= 0) return null;
  return {
    uid: textOf(component, 'uid'),
    summary: textOf(component, 'summary'),
    attendees: component.getAllProperties('attendee').flatMap(readAttendee),
    start,
    end: typeof end === 'number' ? null : end,
    length,
    rules: component
      .getAllProperties('rrule')
      .map((property) => property.getFirstValue())
      .filter((rule) => rule instanceof ICAL.Recur),
    extra: timesOf(component, 'rdate'),
    excluded: timesOf(component, 'exdate'),
    replaces: timesOf(component, 'recurrence-id')[0] ?? null,
    and_later:
      component.getFirstProperty('recurrence-id')?.getFirstParameter('range')?.toUpperCase() === 'THISANDFUTURE',
    cancelled: textOf(component, 'status').toUpperCase() === 'CANCELLED',
    sequence: sequenceOf(component),
  };
}

/** The end, or exact milliseconds; an event that says neither lasts its day, or no time at all. */
function endOf(component: ICAL.Component, start: CalendarTime): CalendarTime | number {
  const end = timesOf(component, 'dtend')[0];
  if (end !== undefined) return end;
  const duration = component.getFirstPropertyValue('duration');
  if (!(duration instanceof ICAL.Duration)) return start.dateOnly ? { ...start, wall: start.wall + dayLength } : 0;
  const length = duration.toSeconds() * 1000;
  // Days and weeks are counted on the calendar, hours are exact.
  return duration.days > 0 || duration.weeks > 0 || start.dateOnly ? { ...start, wall: start.wall + length } : length;
}

/** A readable time of the library as a time of the calendar; null for what is no date. */
export function toCalendarTime(value: unknown, zone: string | null): CalendarTime | null {
  if (!(value instanceof ICAL.Time)) return null;
  const wall = wallOf(value);
  const sane = Number.isFinite(wall) && value.year >= 1900 && value.year < 2200;
  return sane ? { wall, zone: value.zone?.tzid === 'UTC' ? 'UTC' : zone, dateOnly: value.isDate } : null;
}

function timesOf(component: ICAL.Component, name: string): CalendarTime[] {
  return component.getAllProperties(name).flatMap((property) => {
    const zone = property.getFirstParameter('tzid');
    return property
      .getValues()
      .map((value: unknown) => toCalendarTime(value, typeof zone === 'string' && zone !== '' ? zone : null))
      .filter((time) => time !== null);
  });
}

function readAttendee(property: ICAL.Property): Attendee[] {
  const kind = property.getFirstParameter('cutype');
  if (kind !== undefined && /^(?:room|resource|group)$/i.test(kind)) return [];
  const address = property.getFirstValue();
  return [
    {
      addresses: [property.getFirstParameter('email'), address].filter((text) => typeof text === 'string'),
      name: property.getFirstParameter('cn') ?? '',
      declined: property.getFirstParameter('partstat')?.toUpperCase() === 'DECLINED',
    },
  ];
}

function sequenceOf(component: ICAL.Component): number {
  const value: unknown = component.getFirstPropertyValue('sequence');
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
}

function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}
