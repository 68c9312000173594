import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds that one process takes from start to exit. */
export function timeOnce({ command, args, cwd, env, input }) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(command, args, {
    cwd,
    env: env ?? process.env,
    input,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  if (error) throw error;
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, status };
}

/**
 * Runs every case in turn, round after round, so that a machine that gets slower gets slower for all of them, and gives
 * the median, the spread and the median of the ratios to the base of the same round.
 */
export function interleave(cases, { rounds, base, warmUps = 2 }) {
  const samples = new Map(cases.map(({ name }) => [name, []]));
  const ratios = new Map(cases.map(({ name }) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    const times = new Map();
    for (const one of cases) {
      const order = one.next();
      const { ms, status } = timeOnce(order);
      if (one.expect !== null && status !== (one.expect ?? 0))
        throw new Error(`${one.name} ended with ${status}: ${order.args.join(' ').slice(0, 200)}`);
      times.set(one.name, ms);
    }
    if (round < 0) continue;
    for (const [name, ms] of times) {
      samples.get(name).push(ms);
      ratios.get(name).push(ms / times.get(base));
    }
  }
  return cases.map(({ name }) => {
    const ms = samples.get(name);
    return {
      name,
      n: ms.length,
      median_ms: median(ms),
      min_ms: Math.min(...ms),
      max_ms: Math.max(...ms),
      ratio: median(ratios.get(name)),
    };
  });
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Starts `count` processes, `width` at a time, and gives the wall time in milliseconds and the exit codes. */
export async function storm(count, width, order) {
  const codes = [];
  let started = 0;
  const start = process.hrtime.bigint();
  const one = async () => {
    while (started < count) {
      const { command, args, cwd } = order(started++);
      codes.push(
        await new Promise((resolve, reject) => {
          spawn(command, args, { cwd, stdio: 'ignore' }).on('exit', resolve).on('error', reject);
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: width }, one));
  return { wall_ms: Number(process.hrtime.bigint() - start) / 1e6, codes };
}

/** The version a peer prints, or null where it is not installed. */
export function versionOf(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || status !== 0) return null;
  return `${stdout}${stderr}`.trim().split('\n')[0];
}

const gauge = join(import.meta.dirname, '..', 'test', 'support', 'report-memory.cjs');

/** Runs a call once: its exit code, what it printed, and the most memory it held, in MiB as the system counted it. */
export function runMeasured({ command, args, cwd, env, input }) {
  const folder = mkdtempSync(join(tmpdir(), 'memory-'));
  const report = join(folder, 'peak');
  try {
    const { status, stdout } = spawnSync(command, ['--require', gauge, ...args], {
      ...{ cwd, input, encoding: 'utf8', maxBuffer: 2 ** 30 },
      env: { ...(env ?? process.env), REPORT_MEMORY: report },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return { status, stdout, peak_mib: Math.round(Number(readFileSync(report, 'utf8')) / 1024) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
