import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore, type PostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { startPostgres, type TestServer } from '../../support/postgres-server.ts';
import { keepsItsPromises } from '../incident-store.contract.ts';

let server: TestServer;
const opened: PostgresStore[] = [];

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(async () => {
  await Promise.all(opened.map((store) => store.close()));
  await server.end();
});

keepsItsPromises(async () => {
  // Letting go of what earlier places used keeps the server below its number of connections.
  await Promise.all(opened.splice(0).map((store) => store.close()));
  const url = server.newPlace();
  return () => {
    const store = openPostgresStore({ url, name: 'DATABASE_URL', version: '1.0.0', projectRoot: '/nowhere' });
    opened.push(store);
    return store;
  };
}, 25);
