import type { ChangeStore } from '../change-store.ts';
import { changeName } from '../change-text.ts';
import type { Reach } from './reach.ts';

/**
 * Changes of the database. While it is out of reach they are kept on this machine, and handed on when somebody next looks
 * at the time they fell into.
 */
export function shareChanges(reach: Pick<Reach, 'either'>, shared: ChangeStore, local: ChangeStore): ChangeStore {
  return {
    add: (change) =>
      reach.either<Awaited<ReturnType<ChangeStore['add']>>>(
        () => shared.add(change),
        () => local.add(change),
      ),
    between: async (since, until) => {
      const here = await local.between(since, until);
      return reach.either(
        async () => {
          const there = await shared.between(since, until);
          const known = new Set(there.map(changeName));
          const unknown = here.filter((change) => !known.has(changeName(change)));
          if (unknown.length === 0) return there;
          for (const change of unknown) await shared.add(change);
          return [...there, ...unknown].toSorted((one, other) => one.at.localeCompare(other.at));
        },
        async () => here,
      );
    },
  };
}

/** Takes every change over from one place to another; those that are there already stay as they are. */
export async function copyChanges(from: ChangeStore, to: ChangeStore): Promise<void> {
  for (const change of await from.between('0000', '9999')) await to.add(change);
}
