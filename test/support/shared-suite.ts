import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import buildOnce from './build-once.ts';
import { startPostgres } from './postgres-server.ts';
import { bundleFor } from './store-process.ts';

/** Builds the program and starts a server, so that the tests of the command line run once more with records in it. */
export default async function prepareSharedSuite(): Promise<() => Promise<void>> {
  buildOnce();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-suite-'));
  const server = await startPostgres('-c', 'max_connections=200');
  process.env['STORE_UNDER_TEST'] = server.url;
  process.env['STATE_READER'] = bundleFor(folder, 'fixtures/read-state.ts', ['pg-native']);
  return async () => {
    await server.end();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
