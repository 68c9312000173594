import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave, timeOnce } from './measure.mjs';
import { findPeers } from './peers.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');

const alertOf = (spec) =>
  JSON.stringify({ source: 'production_monitor', spec_id: spec, metric: 'p99_latency', value: 350, slo: 200 });

/** What a call costs over a Node that does nothing; each call is a whole process. */
export async function measureStartUp({ rounds }) {
  const cwd = mkdtempSync(join(tmpdir(), 'bench-'));
  // Every new alert opens an incident, which would make looking at all open ones dearer from round to round.
  const elsewhere = mkdtempSync(join(tmpdir(), 'bench-'));
  const peers = await findPeers(elsewhere);
  try {
    const run = (...args) => ({ command: process.execPath, args: [program, ...args], cwd });
    let fresh = 0;
    timeOnce(run('--alert-payload', alertOf('repeated')));
    timeOnce(run('ack'));
    const id = readdirSync(join(cwd, '.spec/reports/incidents')).find((name) => name.startsWith('INC-'));
    const cases = [
      { name: 'node -e 0', next: () => ({ command: process.execPath, args: ['-e', '0'], cwd }) },
      { name: '--version', next: () => run('--version') },
      { name: '--help', next: () => run('--help') },
      { name: 'list', next: () => run('list') },
      { name: 'show', next: () => run('show', id) },
      { name: 'repeated alert', next: () => run('--alert-payload', alertOf('repeated')) },
      // Each in a folder of its own would measure folders; another service is another incident.
      { name: 'new alert', next: () => ({ ...run('--alert-payload', alertOf(`service-${fresh++}`)), cwd: elsewhere }) },
      { name: 'note', next: () => run('note', 'the pool is at its limit') },
      { name: 'tick with nothing due', next: () => run('tick') },
    ];
    return {
      title: 'Start-up, as a ratio to node -e 0',
      rows: interleave([...cases, ...peers.cases], { rounds, base: 'node -e 0' }),
    };
  } finally {
    peers.stop();
    for (const folder of [cwd, elsewhere]) rmSync(folder, { recursive: true, force: true });
  }
}
