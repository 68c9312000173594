import type { IncidentStore } from '../../src/store/incident-store.ts';

/** How many times a store was asked, and at which of them somebody else gets in between. */
export interface Interruption {
  readonly before: number;
  readonly by: () => Promise<unknown>;
}

/** The same store, except that right before one of the calls somebody else does something to completion. */
export function interruptedStore(
  store: IncidentStore,
  { before, by }: Interruption,
): { readonly store: IncidentStore; readonly calls: () => number } {
  let calls = 0;
  const turn = async (): Promise<void> => {
    calls += 1;
    if (calls === before) await by();
  };
  return {
    calls: () => calls,
    store: {
      ...bind(store),
      create: async (declaration) => {
        await turn();
        return store.create(declaration);
      },
      append: async (id, revision, events, at) => {
        await turn();
        return store.append(id, revision, events, at);
      },
      read: async (id) => {
        await turn();
        return store.read(id);
      },
      findClaim: async (claim) => {
        await turn();
        return store.findClaim(claim);
      },
    },
  };
}

function bind(store: IncidentStore): IncidentStore {
  return {
    create: (...order) => store.create(...order),
    append: (...order) => store.append(...order),
    read: (...order) => store.read(...order),
    findClaim: (...order) => store.findClaim(...order),
    findPast: (...order) => store.findPast(...order),
    listOpen: () => store.listOpen(),
    listAll: () => store.listAll(),
    listIds: () => store.listIds(),
    findIds: (...order) => store.findIds(...order),
    history: (...order) => store.history(...order),
    examine: (...order) => store.examine(...order),
    rebuild: (...order) => store.rebuild(...order),
  };
}
