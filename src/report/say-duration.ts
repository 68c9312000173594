import { formatDuration } from '../incident/duration.ts';
import { fill, type Words } from './words/words.ts';

const day = 86_400;

/** Seconds as people read them in their language, to the minute: "45 s", "2 h 05 min", "1 d 11 min". */
export function sayDuration(seconds: number | null, words: Words): string {
  if (seconds === null) return words.say.unknown;
  const text = seconds < day ? formatDuration(seconds) : daysAndRest(Math.round(seconds / 60));
  return text.replaceAll(/ (d|h|min|s)\b/g, (_match, unit: 'd' | 'h' | 'min' | 's') => ` ${words.duration[unit]}`);
}

/** The same with the whole minutes beside anything from an hour up, for tables in which durations are compared. */
export function sayExactly(seconds: number | null, words: Words): string {
  const text = sayDuration(seconds, words);
  return seconds === null || seconds < 3_600
    ? text
    : fill(words.duration.minutes, { text, minutes: Math.round(seconds / 60) });
}

/** Whole seconds between two times; null unless both are known and in order. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return seconds >= 0 ? seconds : null;
}

function daysAndRest(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1_440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(' ');
}
