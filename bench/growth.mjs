import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateRecords } from './generate-records.mjs';
import { interleave, runMeasured, timeOnce } from './measure.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');

const alertOf = (spec) =>
  JSON.stringify({ source: 'production_monitor', spec_id: spec, metric: 'p99_latency', value: 350, slo: 200 });

/** What calls cost once there are so many incidents on record: as ratios to a Node that does nothing, and in memory. */
export async function measureGrowth({ sizes, rounds, keep = null }) {
  const tables = [];
  for (const size of sizes) {
    const cwd = keep === null ? mkdtempSync(join(tmpdir(), 'growth-')) : join(keep, `growth-${size}`);
    mkdirSync(join(cwd, '.spec'), { recursive: true, mode: 0o700 });
    try {
      if (!existsSync(join(cwd, '.spec/reports')))
        await generateRecords({ projectRoot: cwd, count: size, version: versionOf() });
      tables.push({ title: `${size.toLocaleString('en')} incidents on record`, rows: measureAt(cwd, rounds) });
    } finally {
      if (keep === null) rmSync(cwd, { recursive: true, force: true });
    }
  }
  return tables;
}

function measureAt(cwd, rounds) {
  const run = (...args) => ({ command: process.execPath, args: [program, ...args], cwd });
  spawnSync(process.execPath, [program, '--alert-payload', alertOf('repeated')], { cwd });
  const known = readdirSync(join(cwd, '.spec/reports/incidents/open')).filter((name) => name.startsWith('INC-'));
  const closed = readdirSync(join(cwd, '.spec/reports/incidents')).find((name) => name.startsWith('INC-'));
  let fresh = 0;
  const calls = [
    ['node -e 0', () => ({ command: process.execPath, args: ['-e', '0'], cwd })],
    // What stays open would make the next call dearer, so each new one is also one more for list and status.
    ['new alert', () => run('--alert-payload', alertOf(`fresh-${process.pid}-${fresh++}`))],
    ['repeated alert', () => run('--alert-payload', alertOf('repeated'))],
    ['list', () => run('list')],
    ['show (closed)', () => run('show', closed)],
    ['show (open)', () => run('show', known[0].replace('.json', ''))],
    ['status', () => run('status')],
  ];
  const rows = interleave(
    // Some end with something else than 0 because of what they found, which costs the same.
    calls.map(([name, next]) => ({ name, next, expect: timeOnce(next()).status })),
    { rounds, base: 'node -e 0' },
  );
  const readers = [
    ['list --all', () => run('list', '--all')],
    ['list --all --json', () => run('list', '--all', '--json')],
    ['metrics', () => run('metrics')],
  ];
  // These read everything, so a few rounds tell enough, and one tells enough of what opens every record.
  const everything = [...readers, ['audit verify --all', () => run('audit', 'verify', '--all')]].flatMap((one) =>
    interleave(
      [calls[0], one].map(([name, next]) => ({ name, next })),
      one[0].startsWith('audit')
        ? { rounds: 1, base: 'node -e 0', warmUps: 0 }
        : { rounds: Math.min(rounds, 5), base: 'node -e 0', warmUps: 1 },
    ).slice(1),
  );
  const orders = new Map([...calls, ...readers, ['audit verify --all', () => run('audit', 'verify', '--all')]]);
  return [...rows, ...everything].map(({ name, n, median_ms, ratio }) => ({
    name,
    n,
    median_ms,
    ratio,
    peak_mib: runMeasured(orders.get(name)()).peak_mib,
  }));
}

function versionOf() {
  return spawnSync(process.execPath, [program, '--version'], { encoding: 'utf8' }).stdout.trim();
}
