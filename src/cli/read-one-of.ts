import { WrongUsage } from './wrong-usage.ts';

/** Reads a word that must be one of a few. */
export function readOneOf<Word extends string>(typed: string, words: readonly Word[], flag: string): Word {
  const found = words.find((word) => word.toLowerCase() === typed.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new WrongUsage('unknown-word', `${flag} "${typed.slice(0, 40)}" is not known.`, `One of: ${words.join(', ')}.`);
}
