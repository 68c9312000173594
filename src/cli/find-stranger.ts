import { didYouMean } from '../config/did-you-mean.ts';
import type { House } from './house.ts';
import { type Input, textOf } from './input.ts';
import { keyOfPerson } from './who-and-when.ts';

/** A sentence about whoever `--as` names, where people are configured and this is none of them: a slip must be seen. */
export function findStranger(input: Input, { config: { people } }: Pick<House, 'config'>): readonly string[] {
  const typed = textOf(input, 'as')?.trim() ?? '';
  const known = Object.keys(people);
  if (typed === '' || known.length === 0 || keyOfPerson(typed, people) !== null) return [];
  const meant = didYouMean(typed, known);
  return [`${typed.slice(0, 80)} stands nowhere under people${meant === null ? '' : `; did you mean ${meant}?`}`];
}
