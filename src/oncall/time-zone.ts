import { Temporal } from 'temporal-polyfill';
import { parseInstant, parseWall } from './when.ts';

export { isTimeZone } from './zone-name.ts';

/**
 * Two kinds of number are told apart here. An instant is milliseconds since 1970 UTC. A wall time is what a clock in some
 * zone shows, as the milliseconds at which a clock in UTC would show the same; days can be added to it as plain numbers.
 */

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

/** An instant from a time with an offset, or from what the clock in `zone` shows; null if it is neither. */
export function parseInstantIn(text: string, zone: string): number | null {
  const exact = parseInstant(text);
  if (exact !== null) return exact;
  const local = parseWall(text);
  return local === null ? null : instantAt(local.wall, zone);
}

/** Which date it is in `zone` on the day of `instant`, and at what time: `2026-03-29 03:00`. */
export function formatIn(instant: number, zone: string): string {
  return new Date(wallAt(instant, zone)).toISOString().slice(0, 16).replace('T', ' ');
}
