// node bench/generate-records.mjs <folder> <count>: fills a project with records that verify, without a wait for the disk.
import { closeSync, linkSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const services = ['checkout', 'search', 'payments', 'mail', 'login', 'catalogue', 'stock', 'reports'];
const severities = ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'];
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const firstDay = Date.UTC(2024, 0, 1);
const between = 7 * 60_000;

/** The store's own code, so that what is generated is what the program would have written. */
async function loadStore() {
  const contents = `
    export { understand } from './src/store/append-entry.ts';
    export { formatEntry } from './src/store/journal.ts';
    export { renderSnapshot } from './src/store/snapshot.ts';
    export { renderAlerts, renderSummary } from './src/store/derived-files.ts';
    export { formatLine } from './src/store/incident-index.ts';
    export { summarise } from './src/incident/incident-summary.ts';
    export { claimPath, sha256 } from './src/store/record-paths.ts';
    export { ownClaims } from './src/store/load-record.ts';`;
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const outfile = join(folder, 'store.mjs');
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes `count` incidents into a project, the last `open` of them not closed. */
export async function generateRecords({ projectRoot, count, open = 5, version }) {
  const store = await loadStore();
  const incidents = join(projectRoot, '.spec/reports/incidents');
  for (const folder of ['open', 'tmp']) mkdirSync(join(incidents, folder), { recursive: true, mode: 0o700 });
  const ground = { projectRoot, incidents, version, uid: null, random: () => 'none' };
  const index = openSync(join(incidents, 'index.jsonl'), 'w', 0o600);
  try {
    for (let number = 0; number < count; number += 1) {
      const standing = writeRecord(store, ground, number, number < count - open);
      if (number < count - open) {
        writeSync(index, store.formatLine(undefined, { ...store.summarise(standing.incident), head: standing.head }));
      }
    }
  } finally {
    closeSync(index);
  }
}

function writeRecord(store, ground, number, closed) {
  const id = idOf(number);
  const folder = join(ground.incidents, id);
  mkdirSync(join(folder, 'alerts'), { recursive: true, mode: 0o700 });
  const decisions = [declare(id, number, store.sha256), work(number), ...(closed ? [end(number)] : [])];
  let standing = null;
  for (const [place, { events, at }] of decisions.entries()) {
    const text = store.formatEntry(
      undefined,
      { entry: place + 1, incident: id, previous: standing?.head ?? null, lastSeq: standing?.incident.last_seq ?? 0 },
      events,
      at,
    );
    const kept = store.understand(ground, id, text, standing);
    standing = kept.standing;
    const journal = join(folder, `journal-${String(place + 1).padStart(6, '0')}.json`);
    writeFileSync(journal, text, { mode: 0o600 });
    for (const [name, alert] of store.renderAlerts(undefined, kept.entry)) {
      writeFileSync(join(folder, 'alerts', name), alert, { mode: 0o600 });
    }
    if (place === 0 && !closed) {
      linkSync(journal, join(ground.incidents, 'open', `${id}.json`));
      for (const claim of store.ownClaims(standing.incident)) linkSync(journal, store.claimPath(ground, claim));
    }
  }
  writeFileSync(join(folder, 'incident.json'), store.renderSnapshot(undefined, standing, ground.version), {
    mode: 0o600,
  });
  writeFileSync(join(folder, 'summary.json'), store.renderSummary(undefined, standing.incident, ground.version), {
    mode: 0o600,
  });
  return standing;
}

function idOf(number) {
  let rest = number;
  let code = '';
  for (let place = 0; place < 6; place += 1) {
    code = letters[rest % letters.length] + code;
    rest = Math.floor(rest / letters.length);
  }
  return `INC-${timeOf(number).slice(0, 10).replaceAll('-', '')}-${code}`;
}

function timeOf(number, minutes = 0) {
  return new Date(firstDay + number * between + minutes * 60_000).toISOString();
}

function declare(id, number, sha256) {
  const at = timeOf(number);
  const service = services[number % services.length];
  const severity = severities[number % severities.length];
  const fingerprint = sha256(`generated ${number}`).slice(0, 16);
  const title = `${service}: p99 latency over its objective (${number})`;
  const alert = {
    source: 'production_monitor',
    status: 'firing',
    title,
    service,
    severity_raw: severity,
    fingerprint,
    started_at: at,
    labels: { region: 'eu-north-1', number: String(number) },
    links: [],
    measurement: null,
  };
  const declared = {
    id,
    title,
    service,
    source: 'production_monitor',
    severity,
    severity_because: 'the payload says so',
    started_at: at,
    detected_at: at,
    claims: [`group:${service}-${number}`, `fingerprint:${fingerprint}`],
    follows: [],
    salt: sha256(`salt ${number}`).slice(0, 24),
  };
  const payload = { source: 'production_monitor', metric: 'p99_latency', value: 350, slo: 200, number };
  return {
    at,
    events: [
      { type: 'incident.declared', at, by: null, data: declared },
      { type: 'alert.received', at, by: null, data: { alert, payload } },
    ],
  };
}

function work(number) {
  const at = timeOf(number, 4);
  const text = `the deploy at ${at} changed the pool size`;
  return {
    at,
    events: [
      { type: 'incident.acknowledged', at, by: 'ana', data: {} },
      { type: 'role.assigned', at, by: 'ana', data: { role: 'commander', person: 'ana', because: '' } },
      {
        type: 'note.added',
        at,
        by: 'ana',
        data: { kind: 'finding', text, evidence: [], milestone: null, amends: null },
      },
    ],
  };
}

function end(number) {
  const at = timeOf(number, 30);
  return {
    at,
    events: [
      { type: 'verification.attested', at, by: 'ana', data: { text: 'latency is back under its objective' } },
      { type: 'incident.resolved', at, by: 'ana', data: { basis: 'attested' } },
      { type: 'incident.closed', at, by: 'ana', data: { because: 'lessons written down' } },
    ],
  };
}

if (process.argv[1] === import.meta.filename) {
  const [folder, count] = process.argv.slice(2);
  if (folder === undefined || !Number.isSafeInteger(Number(count))) {
    process.stderr.write('node bench/generate-records.mjs <folder> <count>\n');
    process.exit(2);
  }
  const start = performance.now();
  await generateRecords({ projectRoot: folder, count: Number(count), version: '1.0.0' });
  process.stdout.write(`${count} records in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
