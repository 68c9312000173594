import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startListener } from './listen.mjs';
import { interleave, runMeasured } from './measure.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');
const alert = JSON.stringify({ source: 'production_monitor', spec_id: 'long', metric: 'p99', value: 350, slo: 200 });

/** What calls cost on one incident that has gone on for so many entries of its journal. */
export async function measureEntries({ lengths, rounds }) {
  const tables = [];
  for (const length of lengths) {
    const cwd = mkdtempSync(join(tmpdir(), 'entries-'));
    try {
      const call = (...args) => ({ command: process.execPath, args: [program, ...args], cwd });
      await fill(cwd, length);
      const calls = [
        ['node -e 0', () => ({ command: process.execPath, args: ['-e', '0'], cwd })],
        ['repeated alert', () => call('--alert-payload', alert)],
        ['note', () => call('note', 'the pool is at its limit')],
        ['show', () => call('show')],
        ['list', () => call('list')],
      ];
      const entries = countEntries(cwd);
      const rows = interleave(
        calls.map(([name, next]) => ({ name, next })),
        { rounds, base: 'node -e 0' },
      );
      tables.push({
        title: `One incident with ${entries.toLocaleString('en')} entries`,
        rows: rows.map((row, place) => ({
          ...row,
          ...(place === 0 ? {} : { peak_mib: runMeasured(calls[place][1]()).peak_mib }),
        })),
      });
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  }
  return tables;
}

/** One alert after another, each an entry of its own; a stream would join many in one. */
async function fill(cwd, length) {
  const listener = await startListener(cwd);
  for (let count = 0; count < length; count += 1) await listener.post(alert);
  await listener.stop();
}

function countEntries(cwd) {
  const incidents = join(cwd, '.spec/reports/incidents');
  const id = readdirSync(incidents).find((name) => name.startsWith('INC-'));
  return readdirSync(join(incidents, id)).filter((name) => name.startsWith('journal-')).length;
}
