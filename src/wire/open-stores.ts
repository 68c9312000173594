import type { Outside } from '../cli/run.ts';
import type { SharingHouse } from '../cli/sharing-house.ts';
import type { Config } from '../config/config.ts';
import { openFileChanges } from '../store/file-changes.ts';
import { openFileSilences } from '../store/file-silences.ts';
import { openFileStore } from '../store/file-store.ts';
import type { FileStoreOptions } from '../store/ground.ts';
import type { Stores } from './opened-stores.ts';

/** Opens the configured store; nothing of a database is loaded where there is none. */
export async function openStores(config: Config, outside: Outside, files: FileStoreOptions): Promise<Stores> {
  const moveRecords: SharingHouse['moveRecords'] = async (order) =>
    (await import('./open-sharing.ts')).moveRecords(config, outside, files, order);
  if (config.store.kind === 'postgres') {
    const { openSharing } = await import('./open-sharing.ts');
    return { ...(await openSharing(config.store.url, outside, files)), moveRecords };
  }
  return {
    store: openFileStore(files),
    silences: openFileSilences(files),
    changes: openFileChanges(files),
    sharing: null,
    journalElsewhere: null,
    now: outside.now,
    soften: (telling) => telling,
    moveRecords,
    sharingState: () => null,
    inspectSharing: async () => [],
  };
}
