import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { openRig, type Ran, type Rig } from '../support/rig.ts';

let server: TestServer;
let identity = '';
let recipient = '';

beforeAll(async () => {
  server = await startPostgres();
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

afterAll(() => server.end());

interface Desk {
  readonly rig: Rig;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
}

/** A project whose records are in a database, and whose originals are kept for one recipient. */
function openDesk(): Desk {
  const rig = openRig(
    `incident_response:\n  store: { kind: postgres, url: env:DATABASE_URL }\n  security: { encrypt_to: [${recipient}] }\n`,
  );
  const env = { DATABASE_URL: server.newPlace() };
  return { rig, run: (...args) => rig.runWith({ env }, ...args, '--json') };
}

test('an original is kept on the machine that took the alert, and revealed in somebody’s name', async () => {
  const { rig, run } = openDesk();
  const payload = checkout({ note: 'as it came' });
  const taken = await run('--alert-payload', payload);
  expect(taken).toMatchObject({ code: 0 });
  expect(taken.json.warnings.join()).not.toContain('original');
  const id = taken.json.incident_id;
  const key = rig.write('keys.txt', `${identity}\n`);
  const revealed = await run('audit', 'reveal', id, '2', '--identity', key, '--as', 'ana');
  expect(revealed.json).toMatchObject({ outcome: 'revealed', seq: 2, original: payload });
  const timeline = JSON.stringify((await run('timeline', id)).json['timeline']);
  expect(timeline).toContain('original.revealed');
});

test('a record is exported as the files it would be, and the archive verifies by itself', async () => {
  const { rig, run } = openDesk();
  const id = (await run('--alert-payload', checkout())).json.incident_id;
  await run('note', id, 'the pool ran dry');
  const exported = await run('audit', 'export', id, '--as', 'ana');
  expect(exported).toMatchObject({ code: 0, json: { outcome: 'exported' } });
  const archive = exported.json.files['archive'] ?? '';
  expect(rig.read(archive)).toContain('incident/journal-000001.json');
  const checked = await openRig().run('audit', 'verify', `@${rig.folder}/${archive}`, '--json');
  expect(checked).toMatchObject({ code: 0, json: { outcome: 'verified', examinations: [{ id, ok: true }] } });
  expect((await run('audit', 'export', 'INC-20260101-222222')).json.error?.reason).toBe('unknown-incident');
});

test('pruning is refused with what to do instead, and examining everything works', async () => {
  const { run } = openDesk();
  await run('--alert-payload', checkout());
  const refused = await run('audit', 'prune', '--older-than', '1d', '--apply');
  expect(refused).toMatchObject({ code: 2, json: { error: { reason: 'records-in-database' } } });
  expect(refused.json.error?.hint).toContain('incident store move --to file');
  expect((await run('audit', 'verify', '--all')).json).toMatchObject({ outcome: 'verified', checked: 1, pruned: 0 });
});
