import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { send, startAlertmanager } from './alertmanager.mjs';
import { median, runMeasured, storm, versionOf } from './measure.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');

const alertOf = (n) =>
  JSON.stringify({
    source: 'production_monitor',
    spec_id: `service-${n % 20}`,
    metric: 'p99_latency',
    value: 350,
    slo: 200,
  });

/** Alerts a second: through one listener, on one standard input, and what Alertmanager takes into memory meanwhile. */
export async function measureListening({ count }) {
  const cwd = mkdtempSync(join(tmpdir(), 'listen-'));
  try {
    const rows = [
      ...(await throughListener(cwd, count)),
      streamed(cwd, count),
      streamed(cwd, 10_000),
      ...(await throughAlertmanager(cwd, count)),
    ];
    return [{ title: `Receiving ${count} alerts: ours durable before each answer, Alertmanager's in memory`, rows }];
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function throughListener(cwd, count) {
  const listener = await startListener(cwd);
  try {
    const post = (n) => listener.post(alertOf(n));
    await post(0);
    const one = await timed('listen, one after another', count, 1, post);
    const many = await timed('listen, 50 at once', count, 50, post);
    return [one, many].map((row) => ({ ...row, on_record: countOnRecord(cwd) }));
  } finally {
    await listener.stop();
  }
}

/** Starts `listen` in a folder, as a process of its own. */
export async function startListener(cwd) {
  const child = spawn(process.execPath, [program, 'listen', '--json', '--port', '0', '--rate', '1000000'], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const first = await new Promise((resolve) => child.stdout.once('data', (part) => resolve(String(part))));
  const port = Number(/:(\d+)\/alerts/.exec(first)?.[1]);
  return {
    post: (payload) => send(port, '/alerts', payload),
    stop: () => {
      child.kill('SIGTERM');
      return new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

function streamed(cwd, count) {
  const input = Array.from({ length: count }, (_, n) => alertOf(n)).join('\n');
  const start = process.hrtime.bigint();
  const { peak_mib } = runMeasured({
    command: process.execPath,
    args: [program, '--alert-payload', '-', '--json'],
    cwd,
    input,
  });
  return {
    name: `a stream of ${count.toLocaleString('en')} on standard input`,
    per_second: count / (Number(process.hrtime.bigint() - start) / 1e9),
    on_record: countOnRecord(cwd),
    peak_mib,
  };
}

async function throughAlertmanager(cwd, count) {
  const alertmanager = await startAlertmanager(cwd);
  if (alertmanager === null) return [];
  const { name, port, post, stop } = alertmanager;
  try {
    const rows = [
      await timed(`${name}, one after another`, count, 1, post),
      await timed(`${name}, 50 at once`, count, 50, post),
    ];
    if (versionOf('amtool', ['--version']) !== null) {
      const { wall_ms } = await storm(100, 16, (n) => ({
        command: 'amtool',
        args: [`--alertmanager.url=http://127.0.0.1:${port}`, 'alert', 'add', `alertname=b${n}`],
        cwd,
      }));
      rows.push({ name: '100 amtool processes, 16 at a time', per_second: 100 / (wall_ms / 1000) });
    }
    const ours = await storm(100, 16, (n) => ({
      command: process.execPath,
      args: [program, '--alert-payload', alertOf(n), '--quiet'],
      cwd,
    }));
    rows.push({ name: '100 of our processes, 16 at a time', per_second: 100 / (ours.wall_ms / 1000) });
    return rows;
  } finally {
    stop();
  }
}

async function timed(name, count, width, post) {
  const latencies = [];
  let sent = 0;
  const start = process.hrtime.bigint();
  const one = async () => {
    while (sent < count) {
      const begun = process.hrtime.bigint();
      const status = await post(sent++);
      if (status >= 300) throw new Error(`${name} was answered ${status}`);
      latencies.push(Number(process.hrtime.bigint() - begun) / 1e6);
    }
  };
  await Promise.all(Array.from({ length: width }, one));
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return {
    name,
    per_second: count / seconds,
    median_ms: median(latencies),
    p99_ms: latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.99)],
  };
}

function countOnRecord(cwd) {
  const folder = join(cwd, '.spec/reports/incidents');
  return readdirSync(folder)
    .filter((name) => name.startsWith('INC-'))
    .reduce((sum, id) => sum + JSON.parse(readFileSync(join(folder, id, 'incident.json'), 'utf8')).alert_count, 0);
}
