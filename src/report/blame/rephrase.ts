import { prepareRoster } from './actor.ts';
import { checkBlame } from './check-blame.ts';
import { extractProse } from './extract-prose.ts';
import type { Finding } from './finding.ts';
import { leansOnSomething, rephraseSentence } from './rephrase-sentence.ts';
import { splitSentences } from './split-sentences.ts';

/**
 * Says a text again without its blame: sentences without a finding stay word for word, the others become a statement
 * about the system or are left away. Null where nothing would remain. Nothing is added that the text does not say.
 */
export function rephrase(text: string, people: readonly string[]): string | null {
  const roster = prepareRoster(people);
  const blameIn = (sentence: string): Finding | undefined => checkBlame(sentence, { people })[0];
  const kept: string[] = [];
  let changed = false;
  let gone = false;
  for (const { start, end } of splitSentences(extractProse(text))) {
    const sentence = text.slice(start, end).trim();
    if (sentence === '') continue;
    const found = blameIn(sentence);
    if (found === undefined) {
      if (!gone || !leansOnSomething.test(sentence)) kept.push(sentence.charAt(0).toUpperCase() + sentence.slice(1));
      continue;
    }
    changed = true;
    const again = rephraseSentence(sentence, roster, found);
    gone = again === null || blameIn(again) !== undefined;
    if (again !== null && !gone) kept.push(again);
  }
  const result = kept.join(' ');
  return changed && /\p{L}{3}/u.test(result) && blameIn(result) === undefined ? result : null;
}
