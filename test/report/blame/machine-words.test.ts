import { describe, expect, test } from 'vitest';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';

const categoriesOf = (text: string): readonly string[] => checkBlame(text).map((finding) => finding.category);

describe('a judging word about a part of a system judges nobody', () => {
  test.each([
    'The cache is lazy and fills on first read.',
    'The retry loop was impatient.',
    'Demote the old primary after the switch.',
    'The failing backend was suspended for a minute.',
    'The performance review of the new storage engine is attached.',
    'A rogue access point was found.',
  ])('%s', (text) => {
    expect(categoriesOf(text)).toEqual([]);
  });
});

describe('the same word about somebody does', () => {
  test.each([
    ['character-judgement', 'The engineer is lazy.'],
    ['character-judgement', 'The operator of the cache was careless.'],
    ['character-judgement', 'A lackadaisical attitude towards certificates led here.'],
    ['incompetence', 'His ineptitude cost us a region.'],
    ['punitive', 'Demote the lead who signed it off.'],
    ['punitive', 'The primary on-call was reprimanded.'],
  ])('%s: %s', (category, text) => {
    expect(categoriesOf(text)).toContain(category);
  });
});
