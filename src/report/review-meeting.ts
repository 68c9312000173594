import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../incident/duration.ts';
import type { Severity } from '../incident/severity.ts';

/** By when the review has to be held, by severity. */
export interface ReviewPolicy {
  readonly within: Readonly<Partial<Record<Severity, Deadline>>>;
  /** For severities without an entry; null or absent: they have no deadline. */
  readonly otherwise?: Deadline | null;
}

export const defaultReviewPolicy: ReviewPolicy = {
  within: {
    'SEV-1': { kind: 'calendar', seconds: 3 * 86_400 },
    'SEV-2': { kind: 'working-days', working_days: 5 },
  },
};

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface ReviewWish {
  readonly severity: Severity;
  /** UTC ISO-8601. */
  readonly resolvedAt: string;
  readonly policy?: ReviewPolicy;
  /** The team's time zone, e.g. `Europe/Berlin`. */
  readonly zone: string;
  /** `mon` to `sun`; Monday to Friday where not given. */
  readonly workingDays?: readonly string[];
  /** Days nobody works beside the usual ones, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** Working hours on the clock of `zone`, `HH:MM-HH:MM`. */
  readonly hours: string;
  readonly minutes: number;
}

export type ReviewProposal =
  | {
      readonly ok: true;
      /** UTC ISO-8601. */
      readonly starts_at: string;
      readonly ends_at: string;
      readonly minutes: number;
      /** UTC ISO-8601; null where this severity has none. */
      readonly deadline: string | null;
      /** False where no working time lies before the deadline; the next working time is proposed then. */
      readonly within_deadline: boolean;
    }
  | {
      readonly ok: false;
      readonly reason: 'time-zone-unknown' | 'time-unreadable' | 'hours-unreadable' | 'no-working-day';
    };

const longestSearch = 400;

/**
 * Proposes when to hold the review: the start of the first working day after the day of resolution, so that people have
 * slept; on the same day where that would be too late; after the deadline only where no working time lies before it.
 */
export function proposeMeeting(wish: ReviewWish): ReviewProposal {
  const { zone, minutes, policy = defaultReviewPolicy } = wish;
  const hours = readHours(wish.hours);
  if (hours === null || hours.to - hours.from < minutes || minutes <= 0)
    return { ok: false, reason: 'hours-unreadable' };
  if (Number.isNaN(Date.parse(wish.resolvedAt))) return { ok: false, reason: 'time-unreadable' };
  const resolved = inZone(Date.parse(wish.resolvedAt), zone);
  if (resolved === null) return { ok: false, reason: 'time-zone-unknown' };
  const calendar = {
    zone,
    holidays: new Set(wish.holidays),
    days: new Set(wish.workingDays ?? weekdays.slice(0, 5)),
  };
  const rule = policy.within[wish.severity] ?? policy.otherwise ?? null;
  const next = workingDayAfter(resolved.toPlainDate(), 1, calendar);
  const last = rule === null ? Number.POSITIVE_INFINITY : deadlineOf(rule, resolved, hours, calendar);
  if (next === null || last === null) return { ok: false, reason: 'no-working-day' };
  const length = minutes * 60_000;
  const regular = instantOn(next, hours.from, zone);
  const today = sameDay(resolved, hours, minutes, calendar);
  const start = regular + length > last && today !== null && today + length <= last ? today : regular;
  return {
    ok: true,
    starts_at: new Date(start).toISOString(),
    ends_at: new Date(start + length).toISOString(),
    minutes,
    deadline: rule === null ? null : new Date(last).toISOString(),
    within_deadline: start + length <= last,
  };
}

interface WorkingHours {
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
}

interface WorkingCalendar {
  readonly zone: string;
  readonly holidays: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
}

function readHours(text: string): WorkingHours | null {
  const [, ...parts] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text.trim()) ?? [];
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts.map(Number);
  const hours = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  return parts.length === 4 && hours.to <= 1_440 && hours.from < hours.to ? hours : null;
}

function inZone(instant: number, zone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  } catch {
    return null;
  }
}

/** The day that is the `count`-th working day after `date`. */
function workingDayAfter(
  date: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate | null {
  let left = Math.max(1, count);
  for (let days = 1; days <= longestSearch; days += 1) {
    const day = date.add({ days });
    if (!isWorkingDay(day, calendar)) continue;
    left -= 1;
    if (left === 0) return day;
  }
  return null;
}

function isWorkingDay(day: Temporal.PlainDate, { holidays, days }: WorkingCalendar): boolean {
  return days.has(weekdays[day.dayOfWeek - 1] ?? '') && !holidays.has(day.toString());
}

function instantOn(day: Temporal.PlainDate, minutes: number, zone: string): number {
  const midnight = day.toPlainDateTime();
  return midnight.add({ minutes }).toZonedDateTime(zone).epochMilliseconds;
}

function deadlineOf(
  rule: Deadline,
  resolved: Temporal.ZonedDateTime,
  hours: WorkingHours,
  calendar: WorkingCalendar,
): number | null {
  if (rule.kind === 'calendar') return resolved.epochMilliseconds + rule.seconds * 1000;
  const day = workingDayAfter(resolved.toPlainDate(), rule.working_days, calendar);
  return day === null ? null : instantOn(day, hours.to, calendar.zone);
}

/** The next full hour on the day of resolution, at least an hour later and within working hours; null where none is. */
function sameDay(
  resolved: Temporal.ZonedDateTime,
  hours: WorkingHours,
  minutes: number,
  calendar: WorkingCalendar,
): number | null {
  const day = resolved.toPlainDate();
  if (!isWorkingDay(day, calendar)) return null;
  const now = resolved.hour * 60 + resolved.minute;
  const start = Math.max(hours.from, Math.ceil((now + 60) / 60) * 60);
  return start + minutes <= hours.to ? instantOn(day, start, calendar.zone) : null;
}
