import type { House } from '../house.ts';

export interface Telling {
  /** Marks incidents about which something may be owed. */
  readonly add: (incidentIds: readonly string[]) => void;
  /** Resolves when everybody was told, or tried. */
  readonly done: () => Promise<void>;
}

/** Tells people one incident after the other, while further alerts are taken; what fails is owed on, and `tick` retries. */
export function openTelling({ store, settle, listening }: Pick<House, 'store' | 'settle' | 'listening'>): Telling {
  const waiting = new Set<string>();
  const complained = new Set<string>();
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    for (let [id] = waiting; id !== undefined; [id] = waiting) {
      waiting.delete(id);
      try {
        const incident = await store.read(id);
        const warnings = incident === null ? [] : (await settle(incident)).warnings;
        for (const warning of warnings) complainOnce(warning);
      } catch (error) {
        listening.complain(`${id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    working = null;
  }

  function complainOnce(warning: string): void {
    if (complained.has(warning) || complained.size > 1_000) return;
    complained.add(warning);
    listening.complain(`warning: ${warning}`);
  }

  return {
    add: (incidentIds) => {
      for (const id of incidentIds) waiting.add(id);
      working ??= work();
    },
    done: async () => {
      while (working !== null) await working;
    },
  };
}
