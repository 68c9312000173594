import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from '../../../src/store/file-store.ts';
import { groundOf } from '../../../src/store/ground.ts';
import { claimKey } from '../../../src/store/postgres/claim-rows.ts';
import { moveToPostgres } from '../../../src/store/sharing/move-records.ts';
import { placeAt } from '../../support/file-place.ts';
import { openPostgres } from '../../support/open-postgres.ts';
import { startPostgres, type TestServer } from '../../support/postgres-server.ts';
import { declarationOf, idOf, minute } from '../../support/store-events.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

/**
 * Somebody who has begun incident 1 under `group:x` and commits only once another waits for the claim: the moment in
 * which the other can see neither the claim nor its holder.
 */
async function beginUnseen(url: string): Promise<{ readonly committed: Promise<unknown> }> {
  const schema = new URL(url).searchParams.get('schema');
  await openPostgres(url).create(declarationOf({ id: idOf(9) }));
  const columns = 'revision, head, status, state, state_revision, state_head, written_by';
  const committed = server.ask(`do $$ begin
    insert into ${schema}.incident (id, ${columns}) select '${idOf(1)}', ${columns} from ${schema}.incident;
    insert into ${schema}.claim values ('${claimKey('group:x')}', '${idOf(1)}');
    perform pg_advisory_xact_lock(4711);
    while not exists (select 1 from pg_locks where not granted) loop perform pg_sleep(0.01); end loop;
  end $$`);
  await expect
    .poll(() => server.ask(`select 1 from pg_locks where locktype = 'advisory' and objid = 4711`))
    .toHaveLength(1);
  return { committed };
}

test('a claim is never taken from somebody whose incident began in the same moment', async () => {
  const url = server.newPlace();
  const { committed } = await beginUnseen(url);
  const second = await openPostgres(url).create(declarationOf({ id: idOf(2), claims: ['group:x'] }));
  await committed;
  expect(second).toEqual({ ok: false, reason: 'claimed-meanwhile', id: idOf(1) });
  expect(await openPostgres(url).findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
});

test('nor by a record that is carried in at that moment, which is told of its rival', async () => {
  const url = server.newPlace();
  const place = placeAt(temporaryFolder());
  const local = openFileStore(place);
  await local.create(declarationOf({ id: idOf(2), claims: ['group:x'] }));
  const { committed } = await beginUnseen(url);
  const moving = { ground: groundOf(place), local, shared: openPostgres(url), now: () => minute(9) };
  for await (const moved of moveToPostgres(moving, null)) expect(moved).toMatchObject({ outcome: 'moved' });
  await committed;
  expect(await openPostgres(url).findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
});
