import { formatDuration } from '../incident/duration.ts';
import { fill, type Words } from './words/words.ts';

/** Seconds as people read them in their language, with the whole minutes beside anything from an hour up. */
export function sayDuration(seconds: number | null, words: Words): string {
  if (seconds === null) return words.say.unknown;
  const text = formatDuration(seconds).replaceAll(/ (d|h|min|s)\b/g, (_match, unit: 'd' | 'h' | 'min' | 's') => {
    return ` ${words.duration[unit]}`;
  });
  return seconds < 3_600 ? text : fill(words.duration.minutes, { text, minutes: Math.round(seconds / 60) });
}

/** Whole seconds between two times; null unless both are known and in order. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return seconds >= 0 ? seconds : null;
}
