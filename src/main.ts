import fs from 'node:fs';
import os from 'node:os';
import { type Outside, run } from './cli/run.ts';

declare const __VERSION__: string;

/** Standard input as it arrives; nothing when none is connected. */
async function* streamStandardInput(): AsyncGenerator<Buffer, void, undefined> {
  if (process.stdin.isTTY) return;
  for await (const chunk of process.stdin) yield Buffer.from(chunk);
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamStandardInput()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A socket has no mode of its own when it is made, only what the umask leaves. */
function privately(work: () => void): void {
  const before = process.umask(0o177);
  try {
    work();
  } finally {
    process.umask(before);
  }
}

let controller: AbortController | null = null;

/** Listens for Ctrl-C only where something can be ended in an orderly way; elsewhere it just ends the program. */
function interrupted(): AbortSignal {
  if (controller === null) {
    const one = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => one.abort());
    controller = one;
  }
  return controller.signal;
}

function write(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(descriptor, rest));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') continue;
      // Whoever read the answer has gone; what was to be kept is kept.
      return;
    }
  }
}

function mayBeTerminal(descriptor: number): boolean {
  const stats = fs.fstatSync(descriptor);
  return stats.isCharacterDevice() && stats.rdev !== fs.statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

const outside: Outside = {
  argv: process.argv.slice(2),
  env: process.env,
  cwd: () => process.cwd(),
  programFolder: import.meta.dirname.replace(/[\\/](dist|src)$/, ''),
  version: __VERSION__,
  uid: process.getuid?.() ?? null,
  osUser: () => os.userInfo().username,
  interrupted,
  newRunId: () => `run-${Date.now().toString(36)}-${process.pid.toString(36)}`,
  mayAsk: () => process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env['CI'],
  // The stream itself is asked last: asking builds it, which a pipe, a file or the null device need not pay for.
  interactive: [1, 2].every(mayBeTerminal) && process.stdout.isTTY === true,
  readStandardInput,
  streamStandardInput,
  privately,
  now: () => new Date().toISOString(),
  out: (text) => write(1, text),
  err: (text) => write(2, text),
};

// Loaded only once a command needs it, so that help and usage errors answer at once.
run(outside, async (...order) => (await import('./wire/build-house.ts')).buildHouse(...order)).then(
  (code) => {
    // Everything is written and nothing is waited for: taking Node apart piece by piece would cost a millisecond.
    process.exit(code);
  },
  (error: unknown) => {
    write(
      2,
      `error: this is a bug in smartspec_incident_response ${__VERSION__}\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 70;
  },
);
