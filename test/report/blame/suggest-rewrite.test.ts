import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';
import { rephrase } from '../../../src/report/blame/rephrase.ts';
import { suggestRewrite } from '../../../src/report/blame/suggest-rewrite.ts';

const lines = readFileSync(new URL('../../fixtures/blameless/blaming.txt', import.meta.url), 'utf8').split('\n');

test('no suggestion contains blame itself', () => {
  const suggestions = new Set(lines.flatMap((line) => checkBlame(line).map((finding) => finding.suggestion)));
  expect(suggestions.size).toBeGreaterThan(6);
  expect([...suggestions].flatMap((suggestion) => checkBlame(suggestion))).toEqual([]);
});

test('every suggestion leaves what is not known as a placeholder, or says only what the sentence says', () => {
  for (const line of lines) {
    for (const { suggestion } of checkBlame(line)) {
      if (/<[a-z][^>]*>/.test(suggestion)) continue;
      expect(suggestion.replace(/\.$/, '')).toBe(rephrase(suggestionSource(line, suggestion), [])?.replace(/\.$/, ''));
    }
  }
});

/** The sentence of a line that a suggestion was made of. */
function suggestionSource(line: string, suggestion: string): string {
  const sentences = line.split(/(?<=[.;!?])\s+/);
  return sentences.find((sentence) => rephrase(sentence, []) === suggestion) ?? line;
}

test('a forgotten step and a missed signal are rewritten differently', () => {
  expect(suggestRewrite('team-blame', 'the crew forgot to')).toContain('<step>');
  expect(suggestRewrite('team-blame', 'the crew missed')).toContain('<signal>');
});
