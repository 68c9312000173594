import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave, timeOnce, versionOf } from './measure.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');

const alertOf = (spec) =>
  JSON.stringify({ source: 'production_monitor', spec_id: spec, metric: 'p99_latency', value: 350, slo: 200 });

/** What a call costs over a Node that does nothing; each call is a whole process. */
export function measureStartUp({ rounds }) {
  const cwd = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const run = (...args) => ({ command: process.execPath, args: [program, ...args], cwd });
    let fresh = 0;
    timeOnce(run('--alert-payload', alertOf('repeated')));
    const id = readdirSync(join(cwd, '.spec/reports/incidents')).find((name) => name.startsWith('INC-'));
    const cases = [
      { name: 'node -e 0', next: () => ({ command: process.execPath, args: ['-e', '0'], cwd }) },
      { name: '--version', next: () => run('--version') },
      { name: '--help', next: () => run('--help') },
      { name: 'list', next: () => run('list') },
      { name: 'show', next: () => run('show', id) },
      { name: 'repeated alert', next: () => run('--alert-payload', alertOf('repeated')) },
      // Each in a folder of its own would measure folders; another service is another incident.
      { name: 'new alert', next: () => run('--alert-payload', alertOf(`service-${fresh++}`)) },
    ];
    return {
      title: 'Start-up, as a ratio to node -e 0',
      rows: interleave([...cases, ...peers(cwd)], { rounds, base: 'node -e 0' }),
    };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Programs people have, so that the figures can be compared with something felt. */
function peers(cwd) {
  const known = [
    { command: 'git', args: ['--version'] },
    { command: 'npm', args: ['--version'] },
    { command: 'amtool', args: ['--version'] },
  ];
  return known.flatMap(({ command, args }) => {
    const version = versionOf(command, args);
    if (version === null) {
      console.log(`(${command} is not installed, so it is not in the table)`);
      return [];
    }
    return [{ name: `${command} ${args.join(' ')} [${version.slice(0, 40)}]`, next: () => ({ command, args, cwd }) }];
  });
}
