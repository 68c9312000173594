import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Doors, Ran } from '../../src/road/doors.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import { placeAt } from './file-place.ts';
import { idOf, minute } from './store-events.ts';
import { temporaryFolder } from './temporary-folder.ts';

const command = ['/usr/bin/rollback', '--failed-deployment-id', 'deploy-12345'];

/** A way out of the house that stays inside: it writes down what would have been run. */
export function openDoors(
  change: Partial<Doors> = {},
): Doors & { readonly ran: (readonly string[])[]; readonly now: () => string } {
  const ran: (readonly string[])[] = [];
  const well: Ran = { outcome: 'succeeded', exit_code: 0, text: 'done', excerpt: 'v1.41.0', seconds: 2 };
  return {
    ran,
    now: () => minute(31),
    onCall: async () => null,
    prepareWorkflow: async () => ({ ok: true, command, program: null, shown: command.join(' ') }),
    runWorkflow: async (_workflow, argv) => {
      ran.push(argv);
      return well;
    },
    checkHealth: async () => ({ checks: [], attempts: [] }),
    whoSigned: async () => ({ ok: true, person: 'bo' }),
    timeoutOf: () => 600,
    planOf: () => ({ risk: null, checks: [] }),
    findSuspects: async () => ({ suspects: [], looked_at: 0, notes: [] }),
    looksForSuspects: () => false,
    asks: async () => ({ ok: true, holds: false }),
    ...change,
  };
}

/** A real store in a folder of its own, with one incident that these facts tell of. */
export async function deskWith(events: readonly IncidentEvent[]) {
  const folder = temporaryFolder();
  const store = openFileStore(placeAt(folder));
  const created = await store.create({ id: idOf(1), events, claim: null, recorded_at: minute(20) });
  if (!created.ok) throw new Error('the first incident was not kept');
  return { folder, store, sanitising: {}, incident: created.incident };
}
