import { expect, test } from 'vitest';
import { sayDuration, sayExactly } from '../../src/report/say-duration.ts';
import { wordsFor } from '../../src/report/words/words.ts';

test.each([
  [45, '45 s', '45 s'],
  [3_540, '59 min', '59 min'],
  [3_600, '1 h', '1 h (60 min)'],
  [4_620, '1 h 17 min', '1 h 17 min (77 min)'],
  [86_400, '1 d', '1 d (1440 min)'],
  [87_060, '1 d 11 min', '1 d 11 min (1451 min)'],
  [266_400, '3 d 2 h', '3 d 2 h (4440 min)'],
  [null, 'unknown', 'unknown'],
])('%s seconds are right to the minute', (seconds, said, exact) => {
  expect(sayDuration(seconds, wordsFor('en'))).toBe(said);
  expect(sayExactly(seconds, wordsFor('en'))).toBe(exact);
});

test('the units are those of the language', () => {
  expect(sayDuration(87_060, wordsFor('th'))).toBe('1 วัน 11 นาที');
});
