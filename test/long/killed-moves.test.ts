import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import type { IncidentStore } from '../../src/store/incident-store.ts';
import { openPostgresStore, type PostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { openRig, program, type Rig } from '../support/rig.ts';
import { closed, declarationOf, idOf, minute, note } from '../support/store-events.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

const records = 120;
const ids = Array.from({ length: records }, (_, index) => idOf(index + 1));
const hash = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** Open ones with claims, closed ones, long ones. */
async function fill(store: IncidentStore): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await store.create(declarationOf({ id, claims: [`group:${index}`, `fingerprint:${index}`] }));
    for (let entry = 1; entry <= index % 5; entry += 1) {
      await store.append(id, entry, [note(`${entry} of ${id}\t\u0000`)], minute(entry));
    }
    if (index % 3 === 0) await store.append(id, 1 + (index % 5), [closed()], minute(60));
  }
}

function hashesInFiles({ folder }: Rig, id: string): readonly string[] {
  const record = incidentsIn(folder, id);
  if (!fs.existsSync(record)) return [];
  const entries = fs.readdirSync(record).filter((name) => /^journal-\d+\.json$/.test(name));
  return entries.toSorted().map((name) => hash(fs.readFileSync(path.join(record, name))));
}

async function hashesInDatabase({ database }: PostgresStore): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.ask<{ id: string; hashes: string[] }>(
    `select i.id, array_agg(e.hash order by e.entry) as hashes from ${database.schema}.incident i
     join ${database.schema}.entry e on e.incident_id = i.id where i.moved is null group by i.id`,
    [],
  );
  return new Map(rows.map(({ id, hashes }) => [id, hashes]));
}

/** Moves until a run comes to its end; every other one is killed somewhere, each a little later than the one before. */
async function moveUntilDone(rig: Rig, env: Readonly<Record<string, string>>, to: string): Promise<number> {
  for (let kills = 0; ; kills += 1) {
    const child = spawn(
      process.execPath,
      [program, 'store', 'move', '--to', to, '--url', 'env:DATABASE_URL', '--json'],
      {
        cwd: rig.folder,
        env: { PATH: process.env['PATH'], HOME: rig.folder, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let told = '';
    child.stdout.on('data', (part: Buffer) => {
      told += part.toString('utf8');
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), 220 + ((kills * 37) % 160) + kills * 8);
    const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
    clearTimeout(timer);
    if (signal === 'SIGKILL') continue;
    expect(JSON.parse(told)).toMatchObject({ outcome: 'moved', left: [] });
    return kills;
  }
}

test('a move that is killed again and again ends with every entry there once, both ways', async () => {
  const rig = openRig('incident_response: {}\n');
  const env = { DATABASE_URL: server.newPlace() };
  const place = placeAt(rig.folder);
  await fill(openFileStore(place));
  const before = new Map(ids.map((id) => [id, hashesInFiles(rig, id)]));
  const shared = openPostgresStore({ ...place, url: env.DATABASE_URL, name: 'URL' });
  onTestFinished(() => shared.close());

  expect(await moveUntilDone(rig, env, 'postgres')).toBeGreaterThan(1);
  expect(await hashesInDatabase(shared)).toEqual(before);
  expect(ids.flatMap((id) => hashesInFiles(rig, id))).toEqual([]);
  for (const [index, id] of ids.entries()) {
    expect(await shared.examine(id)).toMatchObject({ ok: true, stale: [] });
    const holder = index % 3 === 0 ? null : id;
    expect(await shared.findClaim(`group:${index}`)).toEqual({ holder, promised: null });
  }

  expect(await moveUntilDone(rig, env, 'file')).toBeGreaterThan(1);
  expect(await hashesInDatabase(shared)).toEqual(new Map());
  expect(new Map(ids.map((id) => [id, hashesInFiles(rig, id)]))).toEqual(before);
  const files = openFileStore(placeAt(rig.folder));
  for (const [index, id] of ids.entries()) {
    expect(await files.examine(id)).toMatchObject({ ok: true, stale: [], unknown: [] });
    const holder = index % 3 === 0 ? null : id;
    expect(await files.findClaim(`fingerprint:${index}`)).toEqual({ holder, promised: null });
  }
  const listed: string[] = [];
  for await (const { id } of files.listAll()) listed.push(id);
  expect(listed.toSorted()).toEqual(ids);
});
