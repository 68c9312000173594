import { describe, expect, test } from 'vitest';
import { keyWordsOf } from '../../../src/report/blame/key-words.ts';

const wordsOf = (phrase: string): readonly string[] | undefined => {
  const words = keyWordsOf(phrase);
  return words === undefined ? undefined : [...words].sort();
};

describe('words of which one must be in a sentence for a phrase to match', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['{person}{tail}{adv} (?:broke|deleted) it', ['broke', 'deleted']],
    ['(?:{blamed}|{all}) (?:should|must) have', ['must', 'should']],
    ['{none} else', ['else']],
    ['[NR]=[^ ]+ who did (?:it|this)', ['who']],
    ['(?:cut|cutting) corners', ['cut', 'cutting']],
    ['{sure} [a-z]+ed it', ['N=']],
    ['[a-z]+ing would', undefined],
  ])('%s', (phrase, words) => {
    expect(wordsOf(phrase)).toEqual(words);
  });
});
