import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sendByManyProcesses } from '../support/many-processes.ts';
import { openRig, program, type Rig } from '../support/rig.ts';

test('five hundred processes, sixteen at a time, make one incident that knows of every alert', async () => {
  const rig = openRig();
  const { codes, ids } = await sendByManyProcesses(rig, 500, 16);
  expect([...codes].every((code) => code === 0 || code === 3)).toBe(true);
  expect(ids.size).toBe(1);
  expect(rig.state([...ids][0] ?? '').alert_count).toBe(500);
  expect(await rig.ok('audit', 'verify', '--all')).toMatchObject({ exit_code: 0 });
});

const firing = (number: number, kinds: number): string =>
  `${JSON.stringify({ title: `checkout is slow ${number % kinds}`, service: 'checkout', severity: 'critical', number })}\n`;

function stream(
  rig: Rig,
  from: number,
  count: number,
): Promise<{ readonly code: number | null; readonly peak: number }> {
  const child = spawn(process.execPath, [program, '--alert-payload', '-', '--json'], {
    cwd: rig.folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    const status = fs.existsSync(`/proc/${child.pid}/status`)
      ? fs.readFileSync(`/proc/${child.pid}/status`, 'utf8')
      : '';
    peak = Math.max(peak, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 50);
  const feed = (number: number): void => {
    for (let next = number; next < from + count; next += 1) {
      if (child.stdin.write(firing(next, 20))) continue;
      child.stdin.once('drain', () => feed(next + 1));
      return;
    }
    child.stdin.end();
  };
  feed(from);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearInterval(watch);
      resolve({ code, peak });
    }),
  );
}

test('a stream ten times as long needs no more memory', async () => {
  // Both are long enough for whole turns, and for Node to have tidied up in between.
  const short = await stream(openRig(), 0, 10_000);
  const long = await stream(openRig(), 0, 100_000);
  expect([short.code, long.code]).toEqual([0, 0]);
  expect(long.peak).toBeLessThan(short.peak + 60);
});

/** What one more alert reads and writes, in bytes, as the system sees it. */
function bytesMoved(rig: Rig): number {
  const trace = path.join(rig.folder, 'trace');
  const calls = 'trace=read,write,pread64,pwrite64,writev,pwritev';
  const argv = [
    '-f',
    '-qq',
    '-y',
    '-o',
    trace,
    '-e',
    calls,
    process.execPath,
    program,
    '--alert-payload',
    firing(1, 20),
  ];
  execFileSync('strace', argv, { cwd: rig.folder, stdio: 'ignore' });
  let moved = 0;
  for (const line of fs.readFileSync(trace, 'utf8').split('\n')) {
    if (line.includes('/.spec/')) moved += Number(/= (\d+)$/.exec(line)?.[1] ?? 0);
  }
  return moved;
}

test('the ten-thousandth alert moves as many bytes as the hundredth', async () => {
  const rig = openRig();
  await stream(rig, 0, 100);
  const early = bytesMoved(rig);
  await stream(rig, 100, 9_900);
  const late = bytesMoved(rig);
  expect(early).toBeGreaterThan(1_000);
  expect(late).toBeLessThan(early * 1.2);
});
