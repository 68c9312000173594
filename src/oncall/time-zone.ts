import { Temporal } from 'temporal-polyfill';

/**
 * Two kinds of number are told apart here. An instant is milliseconds since 1970 UTC. A wall time is what a clock in some
 * zone shows, as the milliseconds at which a clock in UTC would show the same; days can be added to it as plain numbers.
 */

/** True for a zone the tz database knows (`Europe/Berlin`, `UTC`). */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false;
  try {
    new Temporal.ZonedDateTime(0n, name);
    return true;
  } catch {
    return false;
  }
}

/** What the clock in `zone` shows at `instant`. The zone must be known. */
export function wallAt(instant: number, zone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return instant + there.offsetNanoseconds / 1_000_000;
}

/**
 * When the clock in `zone` shows `wall`: the first time if it happens twice, and the first instant after the gap if
 * clocks jump over it. The zone must be known.
 */
export function instantAt(wall: number, zone: string): number {
  const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(plain)) return earlier.epochMilliseconds;
  return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? earlier.epochMilliseconds;
}

/** Which date it is in `zone` on the day of `instant`, and at what time: `2026-03-29 03:00`. */
export function formatIn(instant: number, zone: string): string {
  return new Date(wallAt(instant, zone)).toISOString().slice(0, 16).replace('T', ' ');
}
