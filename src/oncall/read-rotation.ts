import { parseDuration } from '../incident/duration.ts';
import { type DutyWindow, parseHours } from './duty-window.ts';
import type { LayerConfig, OncallProblem } from './oncall-config.ts';
import type { Rotation, Turns } from './rotation.ts';
import type { OnCallBecause } from './span.ts';
import { instantAt, wallAt } from './time-zone.ts';
import { dayLength, parseInstant, parseTimeOfDay, parseWall, parseWeekday, weekdayOf } from './when.ts';
import { isTimeZone } from './zone-name.ts';

/** Where a rotation stands in the configuration, and what it inherits from there. */
interface RotationPlace {
  readonly key: string;
  readonly time_zone: string;
  readonly because: OnCallBecause;
}

interface TurnLength {
  readonly kind: Turns['kind'];
  readonly length: number;
}

const weekLength = 7 * dayLength;
const shortestTurn = 3_600_000;
const longestTurnLength = 366 * dayLength;
// A Monday long past, so that a rotation without a start is the same on every machine and has no gap.
const defaultStart = '1970-01-05';

/** Reads one rotation or layer; every problem is added to `problems`, and then there is no rotation. */
export function readRotation(config: LayerConfig, place: RotationPlace, problems: OncallProblem[]): Rotation | null {
  const found: OncallProblem[] = [];
  const report = (field: string, reason: OncallProblem['reason'], text: string, example: string): null => {
    found.push({ key: `${place.key}.${field}`, reason, text, example });
    return null;
  };
  const zone = config.time_zone ?? place.time_zone;
  if (!isTimeZone(zone)) report('time_zone', 'unknown-time-zone', `"${zone}" is not a time zone`, 'Europe/Berlin');
  if (config.rotation.length === 0) report('rotation', 'rotation-empty', 'nobody is in the rotation', '[ana, bo]');
  const length =
    readTurnLength(config.every ?? 'weekly') ??
    report('every', 'not-a-turn-length', `"${config.every}" is not a turn between 1h and 366d`, '1w');
  const handOver =
    readHandOver(config.handover ?? '09:00', length) ??
    report('handover', 'not-a-hand-over', `"${config.handover}" is not a hand-over for such turns`, 'mon 09:00');
  const starts = config.starts ?? defaultStart;
  const start =
    readStart(starts) ?? report('starts', 'not-a-date', `"${starts}" is not a date or local time`, '2026-01-05');
  const end =
    config.ends === undefined
      ? Infinity
      : (readStart(config.ends) ?? report('ends', 'not-a-date', `"${config.ends}" is not a date`, '2026-12-31'));
  const window = readWindow(config, report);
  problems.push(...found);
  if (found.length > 0 || length === null || handOver === null || start === null || end === null) return null;

  const startsAt = typeof start === 'number' ? start : start.wall + (start.dateOnly ? handOver.time : 0);
  const from = instantFrom(start, startsAt, zone);
  const to = typeof end === 'number' ? end : instantAt(end.wall, zone);
  if (from >= to) {
    problems.push({
      key: `${place.key}.ends`,
      reason: 'ends-before-it-starts',
      text: `it ends (${config.ends}) before it starts (${starts})`,
      example: '2026-12-31',
    });
    return null;
  }
  return {
    people: config.rotation,
    time_zone: zone,
    turns: turnsFrom(length, handOver, from, zone),
    in_force: { from, to },
    window,
    because: place.because,
  };
}

type Start = number | { readonly wall: number; readonly dateOnly: boolean };

function readStart(text: string): Start | null {
  return parseInstant(text) ?? parseWall(text);
}

function instantFrom(start: Start, wall: number, zone: string): number {
  return typeof start === 'number' ? start : instantAt(wall, zone);
}

function readTurnLength(every: string): TurnLength | null {
  const text = every === 'daily' ? '1d' : every === 'weekly' ? '1w' : every;
  const read = parseDuration(text);
  if (!read.ok) return null;
  const length = read.seconds * 1000;
  if (length < shortestTurn || length > longestTurnLength) return null;
  return { kind: /[hms]/.test(text) ? 'elapsed' : 'wall', length };
}

function readHandOver(
  text: string,
  length: TurnLength | null,
): { readonly weekday: number | null; readonly time: number } | null {
  const words = text.trim().split(/\s+/, 3);
  const time = parseTimeOfDay(words.at(-1) ?? '');
  if (time === null || words.length > 2) return null;
  if (words.length === 1) return { weekday: null, time };
  const weekday = parseWeekday(words[0] ?? '');
  // A weekday can't hold for turns that aren't whole weeks.
  const wholeWeeks = length === null || (length.kind === 'wall' && length.length % weekLength === 0);
  return weekday === null || !wholeWeeks ? null : { weekday, time };
}

/** Counts turns from the last hand-over at or before the start, so the first turn may be a short one, never a gap. */
function turnsFrom(
  length: TurnLength,
  handOver: { readonly weekday: number | null; readonly time: number },
  from: number,
  zone: string,
): Turns {
  if (length.kind === 'elapsed') return { kind: 'elapsed', length: length.length, anchor: from };
  const start = wallAt(from, zone);
  const sameDay = Math.floor(start / dayLength) * dayLength + handOver.time;
  // Compared as instants: at a clock change the hand-over of that day may show another time on the clock.
  const today = instantAt(sameDay, zone) <= from ? sameDay : sameDay - dayLength;
  const back = handOver.weekday === null ? 0 : (weekdayOf(today) - handOver.weekday + 7) % 7;
  return { kind: 'wall', days: length.length / dayLength, anchor: today - back * dayLength };
}

function readWindow(
  config: LayerConfig,
  report: (field: string, reason: OncallProblem['reason'], text: string, example: string) => null,
): DutyWindow | null {
  if (config.days === undefined && config.hours === undefined) return null;
  const weekdays = new Set<number>();
  for (const day of config.days ?? ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) {
    const weekday = parseWeekday(day);
    if (weekday === null) report('days', 'not-a-weekday', `"${day}" is not a weekday`, '[sat, sun]');
    else weekdays.add(weekday);
  }
  const hours = parseHours(config.hours ?? '00:00-24:00');
  if (hours === null) return report('hours', 'not-hours', `"${config.hours}" are not hours of a day`, '"18:00-08:00"');
  return { weekdays, ...hours };
}
