import type { Reception } from '../../src/road/reception.ts';
import { openFileSilences } from '../../src/store/file-silences.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import type { FileStoreOptions } from '../../src/store/ground.ts';
import { idOf } from './store-events.ts';

/** Opens receptions of one folder, each with a store of its own, as processes have; ids are counted over all of them. */
export function receptionsAt(place: FileStoreOptions): () => Reception {
  let born = 0;
  return () => ({
    store: openFileStore(place),
    silences: openFileSilences(place),
    policy: { by: ['service'], window: 300, max_age: 4 * 3600, reopen_within: 1800 },
    sanitising: {},
    newBirth: () => {
      born += 1;
      return { id: idOf(born), salt: '00112233445566778899aabbccddeeff' };
    },
    onCall: async () => null,
  });
}
