import { stripControls } from '../sanitise/terminal-safe.ts';

const longestText = 2_000;

/**
 * Makes one line of a text that came from outside: no escape sequences, direction marks or half characters, white space
 * folded, and no longer than a reader bears.
 */
export function plainText(text: string, longest = longestText): string {
  const line = stripControls(text.slice(0, longest * 8))
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `2026-03-02T10:05:30.000Z` as `2026-03-02 10:05`, with the seconds where there are any; null stays null. */
export function plainTime(at: string | null): string | null {
  const time = at === null ? Number.NaN : Date.parse(at);
  if (Number.isNaN(time)) return null;
  const [, date, minutes, seconds] = /^(.{10})T(.{5}):(.{2})/.exec(new Date(time).toISOString()) ?? [];
  return seconds === '00' ? `${date} ${minutes}` : `${date} ${minutes}:${seconds}`;
}
