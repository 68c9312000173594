import { longestTurn, type Rotation, spansOf } from './rotation.ts';
import { clip, type OnCallBecause, overlay, type Span, type Stretch } from './span.ts';
import { parseInstant, toIso } from './when.ts';

/** Who is on call when, ready to be asked; `read-schedule.ts` makes it from the configuration. */
export interface Schedule {
  readonly name: string;
  readonly time_zone: string;
  /** The rotation and its layers; where a later one has somebody on duty, the ones before it give way. */
  readonly layers: readonly Rotation[];
  /** Duties imported from a calendar; two people at once are both on call. */
  readonly calendar: readonly Span[];
  /** In the order written; a later one wins over an earlier one. */
  readonly overrides: readonly Span[];
}

/** One person's duty as it is shown and kept: from `from` up to and without `to`, in UTC. */
export interface Shift {
  readonly from: string;
  readonly to: string;
  readonly person: string;
  readonly because: OnCallBecause;
}

/** Whoever is on call at an instant, each with their whole shift; nobody is an empty list, and so is an unreadable time. */
export function whoIsOnCall(schedule: Schedule, at: string): Shift[] {
  const instant = parseInstant(at);
  if (instant === null) return [];
  const reach = Math.max(0, ...schedule.layers.map(longestTurn));
  const around = { from: instant - reach, to: instant + reach + 1 };
  return spansBetween(schedule, around)
    .filter((span) => span.from <= instant && instant < span.to)
    .map(toShift);
}

/** The ids of those on call in the named schedule, as a `Directory` asks for them; null if there is no such schedule. */
export function peopleOnCall(
  schedules: ReadonlyMap<string, Schedule>,
  name: string,
  at: string,
): readonly string[] | null {
  const schedule = schedules.get(name);
  return schedule === undefined ? null : whoIsOnCall(schedule, at).map((shift) => shift.person);
}

/** Every shift between two instants, cut to fit between them and sorted by start; none if the times can't be read. */
export function shiftsBetween(schedule: Schedule, from: string, to: string): Shift[] {
  const start = parseInstant(from);
  const end = parseInstant(to);
  if (start === null || end === null) return [];
  const within = { from: start, to: end };
  return clip(spansBetween(schedule, within), within).map(toShift);
}

/** As `shiftsBetween`, with instants as numbers and shifts that reach beyond the ends left whole. */
export function spansBetween(schedule: Schedule, within: Stretch): Span[] {
  if (within.from >= within.to) return [];
  let spans: Span[] = [...schedule.calendar];
  for (const layer of schedule.layers) spans = overlay(spans, spansOf(layer, within));
  for (const override of schedule.overrides) spans = overlay(spans, [override]);
  return spans.filter((span) => span.from < within.to && span.to > within.from);
}

function toShift(span: Span): Shift {
  return { from: toIso(span.from), to: toIso(span.to), person: span.person, because: span.because };
}
