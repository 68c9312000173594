import { ownValue } from './channels.ts';
import type { PersonConfig } from './oncall-config.ts';
import { type Schedule, spansBetween } from './schedule.ts';
import { joinTouching, type OnCallBecause, type Span } from './span.ts';
import { formatIn } from './time-zone.ts';
import { dayLength, parseInstant, toIso } from './when.ts';

/** One person's duty in one schedule: in UTC, and as the clock of the schedule's zone shows it. */
export interface DutyShown {
  readonly person: string;
  /** Their name if they are known, else their id. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly from_local: string;
  readonly to_local: string;
  readonly because: OnCallBecause;
}

/** Who is on call in one schedule, and who is next. */
export interface OnCallShown {
  readonly schedule: string;
  readonly time_zone: string;
  readonly at: string;
  readonly on_call: readonly DutyShown[];
  /** The next duty to begin; null if none does within about a year. */
  readonly next: DutyShown | null;
}

/**
 * Answers `oncall show` for every schedule, or null if `at` is not a time with its offset. Turns of the same person that
 * follow each other are one duty; its ends are looked for within eight weeks on either side.
 */
export function showOnCall(
  schedules: ReadonlyMap<string, Schedule>,
  people: Readonly<Record<string, PersonConfig>>,
  at: string,
): OnCallShown[] | null {
  const instant = parseInstant(at);
  if (instant === null) return null;
  return [...schedules.values()].map((schedule) => {
    const shown = (span: Span): DutyShown => ({
      person: span.person,
      name: ownValue(people, span.person)?.name ?? span.person,
      from: toIso(span.from),
      to: toIso(span.to),
      from_local: formatIn(span.from, schedule.time_zone),
      to_local: formatIn(span.to, schedule.time_zone),
      because: span.because,
    });
    const current = dutiesAround(schedule, instant, 56).filter((span) => span.from <= instant && instant < span.to);
    const next = nextDuty(schedule, instant, current);
    return {
      schedule: schedule.name,
      time_zone: schedule.time_zone,
      at: toIso(instant),
      on_call: current.map(shown),
      next: next === null ? null : shown(next),
    };
  });
}

function nextDuty(schedule: Schedule, instant: number, current: readonly Span[]): Span | null {
  for (const days of [56, 370]) {
    const next = dutiesAround(schedule, instant, days).find(
      (span) => span.from > instant && !current.some((now) => now.person === span.person && span.from <= now.to),
    );
    if (next !== undefined) return next;
  }
  return null;
}

function dutiesAround(schedule: Schedule, instant: number, days: number): Span[] {
  return joinTouching(spansBetween(schedule, { from: instant - days * dayLength, to: instant + days * dayLength }));
}
