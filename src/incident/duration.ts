/** Why a text is no duration. */
type DurationFault = 'empty' | 'not-a-duration' | 'unit-missing' | 'unit-unknown' | 'units-out-of-order' | 'too-long';

interface DurationRefused {
  readonly ok: false;
  readonly reason: DurationFault;
}

/** A span of calendar time in seconds, or a number of working days. */
export type Deadline =
  | { readonly kind: 'calendar'; readonly seconds: number }
  | { readonly kind: 'working-days'; readonly working_days: number };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const longestSeconds = 100 * 366 * day;
const longestText = 64;

/**
 * Reads `90s`, `15m`, `1h30m`, `2w`: whole numbers, each unit (w d h m s) at most once and the largest first. Lenient
 * reading is refused on purpose: "1,5h" taken for fifteen hours is an escalation that never comes.
 */
export function parseDuration(text: string): { readonly ok: true; readonly seconds: number } | DurationRefused {
  if (text.length > longestText) return { ok: false, reason: 'not-a-duration' };
  const match = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (match === null || text === '') return { ok: false, reason: faultOf(text) };
  const [, weeks, days, hours, minutes, rest] = match;
  const seconds =
    Number(weeks ?? 0) * week +
    Number(days ?? 0) * day +
    Number(hours ?? 0) * hour +
    Number(minutes ?? 0) * minute +
    Number(rest ?? 0);
  return seconds > longestSeconds ? { ok: false, reason: 'too-long' } : { ok: true, seconds };
}

/** Reads what `parseDuration` reads, and also `500ms`, for limits shorter than a second. */
export function parseMilliseconds(
  text: string,
): { readonly ok: true; readonly milliseconds: number } | DurationRefused {
  const match = /^(\d{1,12})ms$/.exec(text);
  if (match !== null) return { ok: true, milliseconds: Number(match[1]) };
  const read = parseDuration(text);
  return read.ok ? { ok: true, milliseconds: read.seconds * 1000 } : read;
}

/** Reads a duration or `5wd` (working days; which days those are is the caller's calendar). */
export function parseDeadline(text: string): { readonly ok: true; readonly deadline: Deadline } | DurationRefused {
  const match = /^(\d{1,4})wd$/.exec(text);
  if (match !== null) return { ok: true, deadline: { kind: 'working-days', working_days: Number(match[1]) } };
  const read = parseDuration(text);
  return read.ok ? { ok: true, deadline: { kind: 'calendar', seconds: read.seconds } } : read;
}

/** Seconds as people read them: "45 s", "1 min 30 s", "11 min", "2 h 05 min", "3 d 4 h"; rounded to the last unit shown. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'unknown';
  if (seconds < 0) return `-${formatDuration(-seconds)}`;
  const whole = Math.round(seconds);
  if (whole < minute) return `${whole} s`;
  if (whole < 10 * minute) return twoUnits(Math.floor(whole / minute), 'min', whole % minute, 's');
  const minutes = Math.round(whole / minute);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(whole / hour);
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${String(small).padStart(2, '0')} ${smallUnit}`;
}

function faultOf(text: string): DurationFault {
  if (text === '') return 'empty';
  if (/^\d+$/.test(text)) return 'unit-missing';
  if (!/^(?:\d+[a-z]+)+$/i.test(text)) return /^(?:\d+[a-z]+)+\d+$/i.test(text) ? 'unit-missing' : 'not-a-duration';
  const units = text.match(/[a-z]+/gi) ?? [];
  return units.every((unit) => ['w', 'd', 'h', 'm', 's'].includes(unit)) ? 'units-out-of-order' : 'unit-unknown';
}
