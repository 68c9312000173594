import { openFileStore } from '../../src/store/file-store.ts';
import { guardedPlace, newKeyPair, newSecret } from '../support/guarded-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { keepsItsPromises } from './incident-store.contract.ts';

// Signed and sealed, the store keeps every promise that it keeps in the plain.
keepsItsPromises(async () => {
  const keys = { signing: newKeyPair().privateKey, record: newSecret(), seals: true };
  const place = guardedPlace(temporaryFolder(), keys);
  return () => openFileStore(place);
});
