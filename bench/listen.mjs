import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, storm, versionOf } from './measure.mjs';

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
      ...(await throughAlertmanager(cwd, count)),
    ];
    return [{ title: `Receiving ${count} alerts: ours durable before each answer, Alertmanager's in memory`, rows }];
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function throughListener(cwd, count) {
  const child = spawn(process.execPath, [program, 'listen', '--json', '--port', '0', '--rate', '1000000'], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const first = await new Promise((resolve) => child.stdout.once('data', (part) => resolve(String(part))));
    const port = Number(/:(\d+)\/alerts/.exec(first)?.[1]);
    const post = (n) => send(port, '/alerts', alertOf(n));
    await post(0);
    const one = await timed('listen, one after another', count, 1, post);
    const many = await timed('listen, 50 at once', count, 50, post);
    return [one, many].map((row) => ({ ...row, on_record: countOnRecord(cwd) }));
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

function streamed(cwd, count) {
  const input = Array.from({ length: count }, (_, n) => alertOf(n)).join('\n');
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, [program, '--alert-payload', '-', '--json'], { cwd, input, maxBuffer: 2 ** 30 });
  return {
    name: 'a stream on standard input',
    per_second: count / (Number(process.hrtime.bigint() - start) / 1e9),
    on_record: countOnRecord(cwd),
  };
}

async function throughAlertmanager(cwd, count) {
  const version = versionOf('prometheus-alertmanager', ['--version']);
  if (version === null) {
    console.log('(Alertmanager is not installed, so it is not in the table)');
    return [];
  }
  const port = await freePort();
  const config = join(cwd, 'alertmanager.yml');
  writeFileSync(config, 'route: { receiver: none }\nreceivers: [{ name: none }]\n');
  const child = spawn(
    'prometheus-alertmanager',
    [
      `--config.file=${config}`,
      `--storage.path=${join(cwd, 'am')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    { stdio: 'ignore' },
  );
  try {
    const post = (n) =>
      send(port, '/api/v2/alerts', JSON.stringify([{ labels: { alertname: `a${n}`, service: `service-${n % 20}` } }]));
    await untilItAnswers(post);
    const label = version.split(',')[1]?.trim().slice(0, 20) ?? version.slice(0, 20);
    const rows = [
      await timed(`Alertmanager ${label}, one after another`, count, 1, post),
      await timed(`Alertmanager ${label}, 50 at once`, count, 50, post),
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
    child.kill('SIGKILL');
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

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function send(port, path, body) {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        port,
        path,
        host: '127.0.0.1',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

async function untilItAnswers(post) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await post(0);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('Alertmanager did not start');
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function countOnRecord(cwd) {
  const folder = join(cwd, '.spec/reports/incidents');
  return readdirSync(folder)
    .filter((name) => name.startsWith('INC-'))
    .reduce((sum, id) => sum + JSON.parse(readFileSync(join(folder, id, 'incident.json'), 'utf8')).alert_count, 0);
}
