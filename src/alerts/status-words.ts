import type { AlertStatus } from '../incident/alert.ts';
import { wordOf } from './pick.ts';

/** What the status words of one vendor mean, keyed in lower case; a word that means none of the three is left out. */
export type StatusWords = Readonly<Record<string, AlertStatus>>;

/** Looks a payload's status word up, whatever its case; null for unknown words. */
export function readStatus(words: StatusWords, value: unknown): AlertStatus | null {
  const word = wordOf(value);
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}
