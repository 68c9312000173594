import type { CalendarEvent, CalendarTime } from './ics-events.ts';
import { toCalendarTime } from './ics-events.ts';
import { isWalkable, type WalkBudget, walkRule } from './ics-recurrence.ts';
import type { CalendarZones } from './ics-zones.ts';
import type { Stretch } from './span.ts';
import { dayLength } from './when.ts';

/** When one event takes place within a stretch, and what about it could not be followed. */
interface Occurrences {
  readonly stretches: readonly Stretch[];
  readonly trouble: 'rule-not-supported' | 'too-many-occurrences' | null;
}

// No zone is further than this from UTC, so whatever is outside can be left out before its zone is looked up.
const margin = 2 * dayLength;

/**
 * Every time the event takes place that touches `within`, but for those excluded (EXDATE) or replaced by another event
 * (`replaced`). A rule that can't be followed leaves the first occurrence, which is certain.
 */
export function occurrencesOf(
  event: CalendarEvent,
  replaced: readonly CalendarTime[],
  zones: CalendarZones,
  within: Stretch,
  budget: WalkBudget,
): Occurrences {
  const { start } = event;
  const instantOf = (time: CalendarTime): number => zones.toInstant(time.wall, time.zone);
  const starts: CalendarTime[] = [start, ...event.extra];
  let trouble: Occurrences['trouble'] = null;
  for (const rule of event.rules) {
    if (!isWalkable(rule)) {
      trouble = 'rule-not-supported';
      continue;
    }
    const end = toCalendarTime(rule.until, start.zone);
    // A rule that ends on a date ends with that day.
    const last = end === null ? null : end.dateOnly ? end.wall + dayLength - 1 : instantOf(end);
    const near = { from: within.from - Math.abs(event.length) - margin, to: within.to + margin };
    if (end !== null && end.wall < near.from) continue;
    const walked = walkRule(rule, start.wall, near, budget);
    if (!walked.complete) trouble = 'too-many-occurrences';
    for (const wall of walked.walls) {
      const time = { ...start, wall };
      if (last === null || (end?.dateOnly === true ? wall : instantOf(time)) <= last) starts.push(time);
    }
  }

  const gone = [...event.excluded, ...replaced];
  const goneAt = new Set(gone.filter((time) => !time.dateOnly || start.dateOnly).map(instantOf));
  const goneOn = new Set(gone.filter((time) => time.dateOnly).map((time) => time.wall));
  const stretches = new Map<number, Stretch>();
  for (const time of starts) {
    if (time.wall > within.to + margin || time.wall + Math.abs(event.length) < within.from - margin) continue;
    const from = instantOf(time);
    if (goneAt.has(from) || goneOn.has(Math.floor(time.wall / dayLength) * dayLength)) continue;
    const to = endOf(event, time, from, zones);
    if (from < to && from < within.to && to > within.from) stretches.set(from, { from, to });
  }
  return { stretches: [...stretches.values()], trouble };
}

function endOf(event: CalendarEvent, start: CalendarTime, from: number, zones: CalendarZones): number {
  if (event.end === null) return from + event.length;
  if (event.end.zone === event.start.zone) return zones.toInstant(start.wall + event.length, start.zone);
  const { end, start: first } = event;
  return from + zones.toInstant(end.wall, end.zone) - zones.toInstant(first.wall, first.zone);
}
