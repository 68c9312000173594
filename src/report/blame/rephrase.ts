import { prepareRoster } from './actor.ts';
import { checkBlame } from './check-blame.ts';
import { extractProse } from './extract-prose.ts';
import { leansOnSomething, rephraseSentence } from './rephrase-sentence.ts';
import { splitSentences } from './split-sentences.ts';

/**
 * Says a text again without its blame: sentences without a finding stay word for word, the others become a statement
 * about the system or are left away. Null where nothing would remain. Nothing is added that the text does not say.
 */
export function rephrase(text: string, people: readonly string[]): string | null {
  const roster = prepareRoster(people);
  const blaming = (sentence: string): boolean => checkBlame(sentence, { people }).length > 0;
  const kept: string[] = [];
  let changed = false;
  let gone = false;
  for (const { start, end } of splitSentences(extractProse(text))) {
    const sentence = text.slice(start, end).trim();
    if (sentence === '') continue;
    if (!blaming(sentence)) {
      if (!gone || !leansOnSomething.test(sentence)) kept.push(sentence.charAt(0).toUpperCase() + sentence.slice(1));
      continue;
    }
    changed = true;
    const again = rephraseSentence(sentence, roster);
    gone = again === null || blaming(again);
    if (again !== null && !gone) kept.push(again);
  }
  const result = kept.join(' ');
  return changed && /\p{L}{3}/u.test(result) && !blaming(result) ? result : null;
}
