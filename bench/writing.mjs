import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave, median, runMeasured, timeOnce } from './measure.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');
const actors = ['The on-call engineer', 'The deploy job', 'Nobody', 'The platform team', 'The vendor', 'A retry'];
const deeds = [
  'should have checked the replica before the switch',
  'wrote to the old primary for six minutes',
  'ignored the alert because it had fired all week',
  'restarted the pool after the limit was raised',
  'carelessly pushed the change on a Friday',
  'found the queue empty at the third attempt',
];

/** The blame checker on ordinary and blaming sentences, and a whole post-mortem from the record. */
export async function measureWriting({ rounds }) {
  const cwd = mkdtempSync(join(tmpdir(), 'writing-'));
  mkdirSync(join(cwd, '.spec'), { mode: 0o700 });
  try {
    const call = (...args) => ({ command: process.execPath, args: [program, ...args], cwd });
    return [
      { title: 'The blame checker', rows: [500, 5000].map((count) => checkSentences(call, cwd, count)) },
      { title: 'A post-mortem, as a ratio to node -e 0', rows: writePostMortem(call, rounds) },
    ];
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function checkSentences(call, cwd, count) {
  const file = `text-${count}.md`;
  const sentence = (n) => `${actors[n % actors.length]} ${deeds[(n * 7 + (n >> 3)) % deeds.length]} in run ${n}.`;
  writeFileSync(join(cwd, file), Array.from({ length: count }, (_, n) => sentence(n)).join('\n\n'));
  const nothing = median(Array.from({ length: 5 }, () => timeOnce(call('--version')).ms));
  const all = median(Array.from({ length: 5 }, () => timeOnce(call('post-mortem', 'lint', `@${file}`, '--json')).ms));
  return {
    name: `${count.toLocaleString('en')} sentences`,
    wall_ms: all,
    per_second: count / ((all - nothing) / 1000),
    peak_mib: runMeasured(call('post-mortem', 'lint', `@${file}`, '--json')).peak_mib,
  };
}

function writePostMortem(call, rounds) {
  const payload = JSON.stringify({
    source: 'production_monitor',
    spec_id: 'checkout',
    metric: 'p99',
    value: 350,
    slo: 200,
  });
  const steps = [
    ['--alert-payload', payload],
    ['ack'],
    ...Array.from({ length: 40 }, (_, n) => ['note', `the pool is at its limit, reading ${n}`]),
    ['verify', '--attest', 'the board is green'],
    ['resolve'],
  ];
  for (const step of steps) {
    const { status, stderr } = spawnSync(process.execPath, call(...step).args, { cwd: call().cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${step[0]} ended with ${status}: ${stderr}`);
  }
  return interleave(
    [
      { name: 'node -e 0', next: () => ({ ...call(), args: ['-e', '0'] }) },
      { name: 'post-mortem draft, Markdown and HTML', next: () => call('post-mortem', 'draft') },
      { name: 'post-mortem lint of the incident', next: () => call('post-mortem', 'lint'), expect: null },
    ],
    { rounds, base: 'node -e 0' },
  );
}
