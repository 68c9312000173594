import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storm } from './measure.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');
const alert = JSON.stringify({
  source: 'production_monitor',
  spec_id: 'storm',
  metric: 'p99_latency',
  value: 350,
  slo: 200,
});

/** The same alert from many processes at once, against as many processes that do nothing. */
export async function measureStorm({ count, width }) {
  const cwd = mkdtempSync(join(tmpdir(), 'storm-'));
  try {
    const floor = await storm(count, width, () => ({ command: process.execPath, args: ['-e', '0'], cwd }));
    const ours = await storm(count, width, () => ({
      command: process.execPath,
      args: [program, '--alert-payload', alert, '--quiet'],
      cwd,
    }));
    const incidents = readdirSync(join(cwd, '.spec/reports/incidents')).filter((name) => name.startsWith('INC-'));
    const onRecord = incidents.reduce(
      (sum, id) =>
        sum + JSON.parse(readFileSync(join(cwd, '.spec/reports/incidents', id, 'incident.json'), 'utf8')).alert_count,
      0,
    );
    return {
      title: `Storm: ${count} processes, ${width} at a time`,
      rows: [
        { name: 'node -e 0', wall_ms: floor.wall_ms, ratio: 1 },
        {
          name: 'the same alert',
          wall_ms: ours.wall_ms,
          ratio: ours.wall_ms / floor.wall_ms,
          incidents: incidents.length,
          on_record: onRecord,
          failed: ours.codes.filter((code) => code !== 0 && code !== 3).length,
        },
      ],
    };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
