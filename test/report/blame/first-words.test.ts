import { describe, expect, test } from 'vitest';
import { firstWordsOf } from '../../../src/report/blame/first-words.ts';
import { expandMacros } from '../../../src/report/blame/phrase-macros.ts';
import { phraseTables } from '../../../src/report/blame/phrase-search.ts';

const wordsOf = (phrase: string): readonly string[] | undefined => {
  const words = firstWordsOf(phrase);
  return words === undefined ? undefined : [...words].sort();
};

describe('the words a phrase can begin with', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['cut corners', ['cut']],
    ['cut|cuts corners', ['cut', 'cuts']],
    ['(?:the |a )?culprit is', ['a', 'culprit', 'the']],
    ['(?:in (?:retrospect|hindsight)|looking back) ', ['in', 'looking']],
    ['knows? better', ['know', 'knows']],
    ['(?<!so )(?:had|has) to', ['had', 'has']],
    ['[NR]=[^ ]+ broke', ['N=', 'R=']],
    ['I=we forgot', ['I=we']],
    ['(?:of course)(?: ,)? they', ['of']],
    ['[a-z]+ing would', undefined],
    ['star(?:ing|ed) at', ['stared', 'staring']],
    ['dock(?:ed|ing)? pay', ['dock', 'docked', 'docking']],
    ['apologi[sz]e now', ['apologise', 'apologize']],
    ['key(?:-| )slip', undefined],
  ])('%s', (phrase, words) => {
    expect(wordsOf(phrase)).toEqual(words);
  });

  test('are known for nearly every phrase, so that a sentence is compared with few of them', () => {
    const phrases = phraseTables.flatMap((table) => table.phrases);
    const unknown = phrases.filter((phrase) => firstWordsOf(expandMacros(phrase)) === undefined);
    expect(unknown.length / phrases.length).toBeLessThan(0.05);
  });
});
