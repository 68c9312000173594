import type { BlameCategory } from './blame-category.ts';

/**
 * A list of phrases that mean the same kind of blame.
 *
 * A phrase is a regular expression over the tagged sentence: lower-case words with single blanks between them, actors
 * written as `<kind>=<word>` (see actor kinds) and macros in braces (see phrase macros).
 */
export interface PhraseTable {
  /** `by-actor` lets the kind of the first actor choose between person, team and human error. */
  readonly category: BlameCategory | 'by-actor';
  readonly tier: 'block' | 'warn';
  /** Which system reason excuses the phrase: `omission` takes any explaining clause, `action` only a stated cause. */
  readonly excusedBy: 'nothing' | 'action' | 'omission';
  /** `words` reads the sentence as it stands; `actors` reads it with every actor replaced by its tag. */
  readonly view: 'words' | 'actors';
  readonly phrases: readonly string[];
}
