import { onTestFinished } from 'vitest';
import { openPostgresStore, type PostgresStore } from '../../src/store/postgres/postgres-store.ts';

/** A store with its records at this address, as a machine without files of its own has it; closed when the test ends. */
export function openPostgres(url: string | null, version = '1.0.0'): PostgresStore {
  const store = openPostgresStore({ url, name: 'DATABASE_URL', version, projectRoot: '/nowhere' });
  onTestFinished(() => store.close());
  return store;
}
