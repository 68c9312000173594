import { describe, expect, test } from 'vitest';
import { expandMacros } from '../../../src/report/blame/phrase-macros.ts';
import { phraseTables } from '../../../src/report/blame/phrase-search.ts';

const phrases = phraseTables.flatMap((table) => table.phrases.map((phrase) => ({ table, phrase })));

describe('the phrase tables', () => {
  test('every phrase is a valid expression without unknown macros', () => {
    for (const { phrase } of phrases) {
      const expanded = expandMacros(phrase);
      expect(expanded).not.toMatch(/\{[a-z]+\}/);
      expect(() => new RegExp(expanded)).not.toThrow();
    }
  });

  test('no phrase repeats a repetition, so that matching stays linear', () => {
    for (const { phrase } of phrases) expect(expandMacros(phrase)).not.toMatch(/[*+]\)[*+]|\{\d+,\}\)[*+{]/);
  });

  test('a table about actors names one in every phrase', () => {
    const without = phrases.filter(
      ({ table, phrase }) => table.view === 'actors' && !/[A-Z\]]=/.test(expandMacros(phrase)),
    );
    expect(without).toEqual([]);
  });

  test('a table about words names none', () => {
    const tagged = phrases.filter(
      ({ table, phrase }) => table.view === 'words' && /[A-Z\]]=\[/.test(expandMacros(phrase)),
    );
    expect(tagged).toEqual([]);
  });
});
