import { expect, test } from 'vitest';
import { didYouMean } from '../../src/config/did-you-mean.ts';

test.each([
  ['window', 'window'],
  ['WINDOW', 'window'],
  ['wnidow', 'window'],
  ['windo', 'window'],
  ['windoww', 'window'],
  ['wxxdow', 'window'],
  ['wxxxow', null],
  ['bu', 'by'],
  ['xu', null],
  ['', null],
  ['w'.repeat(65), null],
])('by %j is meant %s', (typed, meant) => {
  expect(didYouMean(typed, ['by', 'window', 'max_age'])).toBe(meant);
});

test('by a word between two the nearer one is meant', () => {
  expect(didYouMean('stageses', ['stages', 'stagesex'])).toBe('stagesex');
});
