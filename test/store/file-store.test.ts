import { openFileStore } from '../../src/store/file-store.ts';
import { placeAt } from '../support/file-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { keepsItsPromises } from './incident-store.contract.ts';

keepsItsPromises(async () => {
  const place = placeAt(temporaryFolder());
  return () => openFileStore(place);
});
