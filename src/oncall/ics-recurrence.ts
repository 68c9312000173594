import ICAL from 'ical.js';
import type { Stretch } from './span.ts';
import { dayLength } from './when.ts';

/** What came of walking a rule: the wall times at which it recurs, and whether the walk was cut short. */
interface Recurrences {
  readonly walls: readonly number[];
  readonly complete: boolean;
}

const longestInterval = 1000;

// Some rules take the library thousands of tries to find that there is no next date.
const stepsOfOneRule = 400;

/** How many more steps may be walked through all rules of one calendar. */
export interface WalkBudget {
  steps: number;
}

/**
 * True for rules that surely yield a next date soon. The library looks for the next match without limit, so a rule
 * that never matches ("every day that is 30 February", "every seventh day if it is a Monday") would hang the program.
 */
export function isWalkable(rule: ICAL.Recur): boolean {
  const parts = Object.keys(rule.parts);
  const only = (...allowed: string[]): boolean => parts.every((part) => allowed.includes(part));
  // "The first Monday of a day" is never.
  const plainDays = (rule.parts['BYDAY'] ?? []).every((day) => day.length === 2);
  if (rule.interval > longestInterval) return false;
  switch (rule.freq) {
    case 'DAILY':
      return rule.interval === 1
        ? plainDays && only('BYDAY', 'BYMONTH', 'BYHOUR', 'BYMINUTE', 'BYSECOND')
        : parts.length === 0;
    case 'WEEKLY':
      return plainDays && only('BYDAY');
    case 'MONTHLY':
      return only('BYDAY') || only('BYMONTHDAY');
    case 'YEARLY':
      return only('BYMONTH') || (only('BYMONTH', 'BYDAY') && parts.length === 2) || isYearlyDate(rule);
    default:
      return false;
  }
}

/** A month and a day that every year has. */
function isYearlyDate(rule: ICAL.Recur): boolean {
  const months = rule.parts['BYMONTH'] ?? [];
  const days = rule.parts['BYMONTHDAY'] ?? [];
  return Object.keys(rule.parts).length === 2 && months.length > 0 && days.length > 0
    ? days.every((day) => Number(day) >= 1 && Number(day) <= 28)
    : false;
}

/** Walks a walkable rule from its first wall time to the end of `within` (wall times), keeping what lies within. */
export function walkRule(rule: ICAL.Recur, first: number, within: Stretch, budget: WalkBudget): Recurrences {
  const start = ICAL.Time.fromData(fieldsOf(first));
  const endless = rule.clone();
  // The end of the rule is compared by the caller, who knows the zone.
  endless.until = null;
  // The library moves 29 February to 1 March where a year has none; such a year has none of the event either.
  const day = isSameDayEach(rule) && new Date(first).getUTCDate() > 28 ? new Date(first).getUTCDate() : null;
  let left = rule.count ?? Infinity;
  if (day !== null) endless.count = null;
  const iterator = endless.iterator(start);
  const walls: number[] = [];
  budget.steps -= stepsOfOneRule;
  while (budget.steps > 0) {
    budget.steps -= 1;
    const next: ICAL.Time | null | undefined = iterator.next();
    if (next === null || next === undefined) return { walls, complete: true };
    const wall = wallOf(next);
    if (day !== null && new Date(wall).getUTCDate() !== day) continue;
    if (day !== null && left <= 0) return { walls, complete: true };
    left -= 1;
    if (wall > within.to) return { walls, complete: true };
    if (wall >= within.from) walls.push(wall);
  }
  return { walls, complete: false };
}

/** True where only the first date says on which day of a month it recurs. */
function isSameDayEach({ freq, parts }: ICAL.Recur): boolean {
  return (freq === 'MONTHLY' || freq === 'YEARLY') && parts['BYDAY'] === undefined && parts['BYMONTHDAY'] === undefined;
}

/** What the clock shows at a time of the library, whatever its zone. */
export function wallOf(time: ICAL.Time): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}

/** The wall time in the shape the library wants. */
export function fieldsOf(wall: number): { [field in 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second']: number } {
  const date = new Date(wall);
  const time = wall - Math.floor(wall / dayLength) * dayLength;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(time / 3_600_000),
    minute: Math.floor(time / 60_000) % 60,
    second: Math.floor(time / 1000) % 60,
  };
}
