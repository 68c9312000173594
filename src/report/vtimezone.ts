import { Temporal } from 'temporal-polyfill';

/** Rules that changed longer ago than this are not worth telling. */
const daysAround = 400;

/**
 * The rules of a time zone around a moment as an iCalendar component: the change before it and the one after it.
 *
 * Calendars that know the zone by its name use their own rules; the others find here what they need for this meeting.
 */
export function writeTimeZone(zone: string, at: string): readonly string[] {
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const near = (change: Temporal.ZonedDateTime | null): Temporal.ZonedDateTime | null =>
    change !== null && Math.abs(change.epochMilliseconds - moment.epochMilliseconds) < daysAround * 86_400_000
      ? change
      : null;
  const before = near(moment.add({ seconds: 1 }).getTimeZoneTransition('previous'));
  const after = near(moment.getTimeZoneTransition('next'));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...(before === null ? writeFixed(moment.offset) : writeChange(before)),
    ...(after === null ? [] : writeChange(after)),
    'END:VTIMEZONE',
  ];
}

/** A moment on the clock of the zone, as iCalendar writes it: `20260304T100000`. */
export function writeLocalTime(zone: string, at: string): string {
  return localStamp(Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime());
}

function writeChange(change: Temporal.ZonedDateTime): readonly string[] {
  const earlier = change.subtract({ nanoseconds: 1 });
  const forward = change.offsetNanoseconds - earlier.offsetNanoseconds;
  const name = forward > 0 ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    // The onset is written on the clock that was valid until then.
    `DTSTART:${localStamp(change.toPlainDateTime().subtract({ nanoseconds: forward }))}`,
    `TZOFFSETFROM:${bare(earlier.offset)}`,
    `TZOFFSETTO:${bare(change.offset)}`,
    `END:${name}`,
  ];
}

function writeFixed(offset: string): readonly string[] {
  return [
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${bare(offset)}`,
    `TZOFFSETTO:${bare(offset)}`,
    'END:STANDARD',
  ];
}

function bare(offset: string): string {
  return offset.replaceAll(':', '').slice(0, 7);
}

function localStamp(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}
