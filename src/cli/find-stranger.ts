import type { House } from './house.ts';
import { type Input, textOf } from './input.ts';
import { keyOfPerson } from './who-and-when.ts';

const mostNamed = 8;

/** A sentence about whoever `--as` names, where people are configured and this is none of them: a slip must be seen. */
export function findStranger(input: Input, { config: { people } }: Pick<House, 'config'>): readonly string[] {
  const typed = textOf(input, 'as')?.trim() ?? '';
  const known = Object.keys(people);
  if (typed === '' || known.length === 0 || keyOfPerson(typed, people) !== null) return [];
  const named = [...known.slice(0, mostNamed), ...(known.length > mostNamed ? ['…'] : [])].join(', ');
  return [`${typed.slice(0, 80)} stands nowhere under people (${named})`];
}
