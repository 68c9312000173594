export const dayLength = 86_400_000;
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const earliestYear = 1900;
const latestYear = 2199;

/** 0 for Monday to 6 for Sunday, from `mon` or `monday`; null for anything else. */
export function parseWeekday(text: string): number | null {
  const word = text.toLowerCase();
  const index = weekdayNames.findIndex((name) => word === name || word === name.slice(0, 3));
  return index === -1 ? null : index;
}

/** The weekday (0 is Monday) of a wall time. */
export function weekdayOf(wall: number): number {
  // 1970-01-01 was a Thursday.
  return (((Math.floor(wall / dayLength) + 3) % 7) + 7) % 7;
}

/** Milliseconds after midnight, from `09:00`; null for anything else. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match === null ? null : (Number(match[1]) * 60 + Number(match[2])) * 60_000;
}

/** A wall time from `2026-01-05` (midnight, `dateOnly`), `2026-01-05T09:00` or `2026-01-05 09:00:30`; null otherwise. */
export function parseWall(text: string): { readonly wall: number; readonly dateOnly: boolean } | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?)?$/.exec(text);
  if (match === null) return null;
  const [, year, month, date, hours, minutes, seconds] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // Date.UTC rolls 30 February over to March, which must not pass for a date somebody meant.
  if (new Date(midnight).toISOString().slice(0, 10) !== `${year}-${month}-${date}`) return null;
  if (Number(year) < earliestYear || Number(year) > latestYear) return null;
  const time = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
  return { wall: midnight + time * 1000, dateOnly: hours === undefined };
}

/** An instant from a time with its offset (`…Z`, `…+02:00`); null if it has none or lies outside 1900 to 2199. */
export function parseInstant(text: string): number | null {
  const match = /^(.{10,32})(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))$/i.exec(text);
  if (match === null) return null;
  const [, local = '', sign, hours, minutes] = match;
  const read = parseWall(local);
  if (read === null || read.dateOnly) return null;
  const fraction = /\.(\d{1,3})/.exec(local)?.[1] ?? '';
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return read.wall + Number(fraction.padEnd(3, '0')) - (sign === '-' ? -offset : offset);
}

/** The instant as records keep it: UTC, always with milliseconds, so that the texts sort as the times do. */
export function toIso(instant: number): string {
  return new Date(instant).toISOString();
}
