import type { Asked } from '../incident/command.ts';
import { parseDuration } from '../incident/duration.ts';
import { parseSeverity, type Severity, severities } from '../incident/severity.ts';
import type { House } from './house.ts';
import { type Input, textOf } from './input.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Reads `--as` and `--happened-at`: who asks, and when it happened. */
export function whoAndWhen(input: Input, house: House): Asked {
  const now = house.now();
  const happened = textOf(input, 'happenedAt');
  return { by: whoAsks(input, house), at: happened === null ? now : readHappened(happened, now), now };
}

/** The person who asks: named by `--as`, or known from the calling account; null when nobody can tell. */
export function whoAsks(input: Input, house: House): string | null {
  const named = textOf(input, 'as');
  if (named === null) return house.surroundings.person;
  return readPerson(named, house, '--as');
}

/** Reads a person: a key of `people`, or one of their addresses; any short name where nobody is configured. */
export function readPerson(typed: string, house: House, flag: string): string {
  const name = typed.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._@+'-]{0,79}$/u.test(name)) {
    throw new WrongUsage(
      'bad-person',
      `${flag} "${typed.slice(0, 80)}" is not a name.`,
      'Use a short name such as ana, or a key of `people` in the config.',
    );
  }
  return keyOfPerson(name, house.config.people) ?? name;
}

/** The key of the person whom this names, in any of the ways there are; null where it is nobody configured. */
export function keyOfPerson(name: string, people: House['config']['people']): string | null {
  const found = Object.entries(people).find(([key, person]) =>
    [key, person.name, person.email, person.slack, person.os_user].some(
      (known) => known?.toLowerCase() === name.toLowerCase(),
    ),
  );
  return found?.[0] ?? null;
}

/** Reads when something happened: a moment, or how long ago it was, such as `20m` or `1h30m ago`. */
function readHappened(text: string, now: string): string {
  const ago = parseDuration(text.trim().replace(/\s+ago$/, ''));
  if (!ago.ok) return readMoment(text, '--happened-at', 'Or how long ago: 20m.');
  return new Date(Date.parse(now) - ago.seconds * 1000).toISOString();
}

/** Reads a moment: ISO-8601 with a zone, UTC where it names none. */
export function readMoment(text: string, flag: string, otherwise = ''): string {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    text.trim(),
  );
  const [, date, minutes, seconds, zone] = match ?? [];
  const moment =
    date === undefined
      ? Number.NaN
      : Date.parse(`${date}T${minutes}${(seconds ?? ':00').slice(0, 7)}${offsetOf(zone)}`);
  const year = new Date(moment).getUTCFullYear();
  const rolledOver =
    date !== undefined && Number(date.slice(8)) > daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  if (Number.isNaN(moment) || rolledOver || year < 1990 || year > 9990) {
    throw new WrongUsage(
      'bad-time',
      `${flag} "${text.slice(0, 60)}" is not a time.`,
      `Write 2026-11-23T03:04:00Z, or with an offset: 2026-11-23T05:04+02:00. A time without a zone is UTC. ${otherwise}`.trim(),
    );
  }
  return new Date(moment).toISOString();
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads a severity that was typed. */
export function readSeverity(text: string): Severity {
  const severity = parseSeverity(text);
  if (severity !== null) return severity;
  throw new WrongUsage(
    'unknown-severity',
    `"${text.slice(0, 40)}" is not a severity.`,
    `Severities, worst first: ${severities.join(', ')}.`,
  );
}
