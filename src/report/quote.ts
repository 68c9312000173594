import type { Incident } from '../incident/incident.ts';
import { prepareNameRoles } from './name-roles.ts';
import { nameStrangers } from './name-strangers.ts';
import type { KnownPeople } from './people.ts';
import { plainText } from './plain-text.ts';
import { fill, type Words, wordsFor } from './words/words.ts';

/** What a check of the wording says: fine, fine in other words, or not to be quoted. */
export interface WordingVerdict {
  readonly ok: boolean;
  /** The same statement without the blame; null where nobody but its author can say it differently. */
  readonly rephrased: string | null;
  readonly findings: readonly unknown[];
}

export type CheckWording = (text: string) => WordingVerdict;

/** A text as the report may show it; null where it may not be shown. */
export type Quoted = string | null;

/** Quotes what people wrote, and counts what became of it. */
export interface Quoting {
  /** Checked, and people as roles: for everything that tells what happened and why. */
  readonly narrate: (text: string) => Quoted;
  /** Checked, with names: for thanks, where people are named on purpose. */
  readonly thank: (text: string) => Quoted;
  /** People as roles, unchecked: for names of things, such as titles. */
  readonly name: (text: string) => string;
  readonly counts: () => { readonly quoted: number; readonly rephrased: number; readonly left_out: number };
}

/** Prepares quoting for one incident; a text that is quoted twice is checked and counted once. */
export function prepareQuoting(incident: Incident, people: KnownPeople, check: CheckWording, words: Words): Quoting {
  const byScript = new Map<Words, (text: string) => string>();
  // A role is said in the language of the sentence it stands in, which need not be that of the report.
  const toRoles = (text: string): string => {
    const spoken = languageOf(text, words);
    const known = byScript.get(spoken) ?? prepareNameRoles(incident, people, spoken);
    byScript.set(spoken, known);
    return known(text);
  };
  const withoutNames = (text: string): string => nameStrangers(toRoles(text), languageOf(text, words));
  const known = new Map<string, Quoted>();
  let quoted = 0;
  let rephrased = 0;
  let leftOut = 0;

  const settle = (key: string, text: string, finish: (text: string) => string): Quoted => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const checked = checkTwice(text, finish, check);
    const result = checked !== null && isAnswered(text) && !isAnswered(checked.text) ? null : checked;
    quoted += 1;
    if (result === null) leftOut += 1;
    else if (result.changed) rephrased += 1;
    const shown =
      result === null ? null : result.changed ? fill(words.say.rephrased, { text: result.text }) : result.text;
    known.set(key, shown);
    return shown;
  };

  return {
    narrate: (text) => {
      const plain = plainText(text);
      return plain === '' ? '' : settle(`role ${plain}`, plain, withoutNames);
    },
    thank: (text) => {
      const plain = plainText(text);
      return plain === '' ? '' : settle(`name ${plain}`, plain, (same) => same);
    },
    name: (text) => toRoles(plainText(text)),
    counts: () => ({ quoted, rephrased, left_out: leftOut }),
  };
}

/** A question without the answer that stood behind it tells nothing. */
function isAnswered(text: string): boolean {
  return /\?\s+\S/.test(text);
}

function languageOf(text: string, words: Words): Words {
  if (/[\u0e01-\u0e5b]/.test(text)) return wordsFor('th');
  return /[a-z]/i.test(text) ? wordsFor('en') : words;
}

/** The wording is checked as it was written and again as it will be shown: replacing a name can make or hide blame. */
function checkTwice(
  text: string,
  finish: (text: string) => string,
  check: CheckWording,
): { readonly text: string; readonly changed: boolean } | null {
  const first = check(text);
  if (!first.ok && first.rephrased === null) return null;
  const worded = finish(plainText(first.ok ? text : (first.rephrased ?? '')));
  const second = check(worded);
  if (second.ok) return { text: worded, changed: !first.ok };
  if (second.rephrased === null) return null;
  const again = finish(plainText(second.rephrased));
  return check(again).ok ? { text: again, changed: true } : null;
}
