/** A moment read from a payload: `at` in UTC ISO-8601 seconds, or null with the reason it was not believed. */
interface TimeReading {
  readonly at: string | null;
  readonly warning: string | null;
}

const earliestEpoch = Date.UTC(2000, 0, 1);
const endOfBelief = Date.UTC(2100, 0, 1);
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const absent: TimeReading = { at: null, warning: null };

/**
 * Reads a start time in the units and spellings that monitoring systems use: epoch seconds, milliseconds, microseconds
 * and nanoseconds, ISO 8601, RFC 1123, Java and US notations. What could mean two moments is not believed;
 * `zoneless` says what a time without a zone means at its source.
 */
export function readTime(value: unknown, zoneless: 'utc' | 'unknown'): TimeReading {
  if (value === null || value === undefined || value === '' || value === 0 || value === '0') return absent;
  if (typeof value === 'number') return fromEpoch(value, String(value));
  if (typeof value !== 'string') return doubt('it is neither a text nor a number', '');
  const text = value.slice(0, 80).trim();
  if (text === '' || text.startsWith('0001-01-01') || text.startsWith('0000-00-00')) return absent;
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromEpoch(Number(text), text);
  const reading =
    fromIso(text) ?? fromNamedMonth(text) ?? fromSlashes(text) ?? doubt('its notation is not known', text);
  const isGuess = reading.at !== null && reading.warning !== null;
  return isGuess && zoneless === 'unknown' ? doubt('it names no time zone', text) : reading;
}

/** Epochs before 2000 or after 2100 in every unit are digits that went wrong somewhere, not dates. */
function fromEpoch(value: number, raw: string): TimeReading {
  for (const perMillisecond of [0.001, 1, 1_000, 1_000_000]) {
    const milliseconds = value / perMillisecond;
    if (milliseconds >= earliestEpoch && milliseconds < endOfBelief) return believe(milliseconds);
  }
  return doubt('no unit makes it a moment between 2000 and 2100', raw);
}

function fromIso(text: string): TimeReading | null {
  const pattern =
    /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)? ?(Z|UTC|GMT|\(UTC\)|[+-]\d{2}(?:[:.]?\d{2})?)?(?:\[[\w/+-]{1,40}\]| UTC)?)?$/i;
  const match = pattern.exec(text);
  if (match === null) return fromBasicIso(text);
  const [, year, month, day, hour, minute, second, zone] = match;
  if (hour === undefined) return doubt('it is a day without a time', text);
  return fromParts([year, month, day, hour, minute, second], zone, text);
}

function fromBasicIso(text: string): TimeReading | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?:\.\d{1,12})?(Z|[+-]\d{2}:?\d{2})$/i.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  return fromParts([year, month, day, hour, minute, second], zone, text);
}

/** RFC 1123 (the weekday is ignored: it is wrong in real payloads), Java's `Date.toString` and `Sep 1, 2017 4:12 PM`. */
function fromNamedMonth(text: string): TimeReading | null {
  const weekday = '^(?:[a-z]{3,9},? )?';
  const clock = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?(?: ?([ap])\\.?m\\.?)?';
  const zone = '([a-z]{1,5}|[+-]\\d{2}:?\\d{2})';
  const dayFirst = new RegExp(
    `${weekday}(\\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\\d{4}),? (?:at )?${clock}(?: ${zone})?$`,
    'i',
  );
  const monthFirst = new RegExp(
    `${weekday}([a-z]{3})[a-z]{0,6} {1,2}(\\d{1,2}),? (\\d{4}),? (?:at )?${clock}(?: ${zone})?$`,
    'i',
  );
  const yearLast = new RegExp(`${weekday}([a-z]{3}) {1,2}(\\d{1,2}) ${clock}(?: ${zone})? (\\d{4})$`, 'i');
  const first = dayFirst.exec(text);
  if (first !== null) {
    const [, day, month, year, ...rest] = first;
    return fromNamed(year, month, day, rest, text);
  }
  const second = monthFirst.exec(text);
  if (second !== null) {
    const [, month, day, year, ...rest] = second;
    return fromNamed(year, month, day, rest, text);
  }
  const third = yearLast.exec(text);
  if (third === null) return null;
  const [, month, day, ...rest] = third;
  return fromNamed(rest[5], month, day, rest, text);
}

type Part = string | undefined;

function fromNamed(year: Part, month: Part, day: Part, clock: readonly Part[], text: string): TimeReading | null {
  const [hour, minute, second, half, zone] = clock;
  const number = months.indexOf((month ?? '').toLowerCase()) + 1;
  if (number === 0) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return fromParts([year, String(number), day, String(hours), minute, second], zone, text);
}

/** `03/04/2024` is March in one country and April in another: a day above 12 settles it, and so do dots. */
function fromSlashes(text: string): TimeReading | null {
  const match =
    /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])m)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, a, mark, b, year, ...clock] = match;
  const isDayFirst = mark === '.' || Number(a) > 12;
  if (mark === '/' && Number(a) <= 12 && Number(b) <= 12 && a !== b)
    return doubt('day and month cannot be told apart', text);
  const [month, day] = isDayFirst ? [b, a] : [a, b];
  return fromNamed(year, months[Number(month) - 1], day, clock, text);
}

function fromParts(parts: readonly Part[], zone: Part, text: string): TimeReading {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const offset = offsetMinutes(zone);
  if (offset === null) return doubt(`the zone "${zone}" is not known`, text);
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(local);
  const isReal =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal) return doubt('there is no such moment', text);
  const moment = local - offset * 60_000;
  if (moment < 0 || moment >= endOfBelief) return doubt('it lies outside 1970 to 2100', text);
  if (zone !== undefined) return believe(moment);
  return { ...believe(moment), warning: `The time "${text}" names no zone and was read as UTC.` };
}

function offsetMinutes(zone: Part): number | null {
  if (zone === undefined || /^(?:z|utc|gmt|ut|\(utc\))$/i.test(zone)) return 0;
  const match = /^([+-])(\d{2})[:.]?(\d{2})?$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return match[1] === '-' ? -minutes : minutes;
}

function believe(milliseconds: number): TimeReading {
  return { at: `${new Date(milliseconds).toISOString().slice(0, 19)}Z`, warning: null };
}

function doubt(why: string, raw: string): TimeReading {
  return { at: null, warning: `The start time "${raw.slice(0, 40)}" was not believed: ${why}.` };
}
