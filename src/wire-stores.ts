import type { Outside } from './cli/run.ts';
import type { SharingHouse, SharingWatch } from './cli/sharing-house.ts';
import type { TellingHouse } from './cli/telling-house.ts';
import type { Config } from './config/config.ts';
import { openFileSilences } from './store/file-silences.ts';
import { openFileStore } from './store/file-store.ts';
import type { FileStoreOptions } from './store/ground.ts';
import type { IncidentStore } from './store/incident-store.ts';
import type { SilenceStore } from './store/silence-store.ts';

/** Where everything is kept in this call. */
export interface Stores extends SharingHouse {
  readonly store: IncidentStore;
  readonly silences: SilenceStore;
  /** Null where records are files of one machine. */
  readonly sharing: SharingWatch | null;
  /** The moment of asking, by the clock that all writers share as far as it is known. */
  readonly now: () => string;
  /** Keeps telling people from failing what is kept already. */
  readonly soften: (telling: TellingHouse) => TellingHouse;
}

/** Opens the configured store; nothing of a database is loaded where there is none. */
export async function openStores(config: Config, outside: Outside, files: FileStoreOptions): Promise<Stores> {
  const moveRecords: SharingHouse['moveRecords'] = async (order) =>
    (await import('./wire-sharing.ts')).moveRecords(config, outside, files, order);
  if (config.store.kind === 'postgres') {
    const { openSharing } = await import('./wire-sharing.ts');
    return { ...openSharing(config.store.url, outside, files), moveRecords };
  }
  return {
    store: openFileStore(files),
    silences: openFileSilences(files),
    sharing: null,
    now: outside.now,
    soften: (telling) => telling,
    moveRecords,
  };
}
