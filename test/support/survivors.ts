import type { Survivors } from './disk-model.ts';

/** A repeatable coin for each name, so that a failure can be looked at again. */
function coin(seed: number): Survivors {
  return (age) => ((((seed * 2654435761 + age * 40503) >>> 0) ^ (age * 69069 + seed)) & 8) === 0;
}

const subsets: Readonly<Record<string, Survivors>> = {
  'names that were not fsynced are lost': () => false,
  'names are kept, contents that were not fsynced are lost': () => true,
  'the oldest name is lost, later ones are kept': (age) => age > 0,
  'only the latest name is kept': (age, total) => age === total - 1,
  'only the oldest name is kept': (age) => age === 0,
};

/** Which names a power cut lets survive, in words. */
export const waysToCut: readonly string[] = Object.keys(subsets);

/** The same in a form that can be asked; `coin <n>` is a way that is drawn. */
export function survivorsOf(way: string): Survivors {
  const drawn = /^coin (\d+)$/.exec(way)?.[1];
  if (drawn !== undefined) return coin(Number(drawn));
  const known = subsets[way];
  if (known === undefined) throw new Error(`no way to cut the power: ${way}`);
  return known;
}
