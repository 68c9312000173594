import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  expectNamedOutcome,
  expectUnharmed,
  expectWholeAgain,
  type Prepared,
  prepare,
  undertakings,
} from '../support/program-accidents.ts';
import { inParallel } from '../support/run-program.ts';
import { injectAt, type SystemCall, traceCalls } from '../support/system-calls.ts';

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-calls-'));
  return () => fs.rmSync(folder, { recursive: true, force: true });
});

const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** A call may be met again with other calls of Node's own before it; the one that was meant has to be met. */
async function injectExactly(prepared: Prepared, call: SystemCall, what: Parameters<typeof injectAt>[2]) {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const injected = await injectAt(prepared, call, what);
    if (injected.hit?.about === call.about) return injected;
  }
  throw new Error(`never met ${call.name} ${call.when} about ${call.about}`);
}

describe.runIf(hasStrace).each(Object.values(undertakings))('the built program, $name', (undertaking) => {
  let prepared: Prepared;
  let calls: readonly SystemCall[] = [];
  beforeAll(async () => {
    prepared = await prepare(folder, undertaking);
    calls = await traceCalls(prepared);
  });

  test.each(['signal=KILL', 'error=EIO', 'error=ENOSPC'] as const)('%s at every system call', async (what) => {
    for (const name of ['openat', 'write', 'fsync', 'link', 'rename', 'unlink']) {
      expect(calls.filter((call) => call.name === name)).not.toEqual([]);
    }
    const failures: string[] = [];
    await inParallel(calls.length, 2, async (number) => {
      const call = calls[number];
      if (call === undefined) return;
      try {
        const { project, ended } = await injectExactly(prepared, call, what);
        if (what === 'signal=KILL') expect(ended.signal).toBe('SIGKILL');
        else expectNamedOutcome(ended, what === 'error=EIO' ? 'EIO' : 'ENOSPC');
        await expectUnharmed(project, prepared, ended);
        await expectWholeAgain(project, prepared);
        fs.rmSync(project, { recursive: true });
      } catch (error) {
        failures.push(`${call.name} ${call.about}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
    process.stdout.write(`${undertaking.name}, ${what}: ${calls.length} system calls, ${failures.length} went wrong\n`);
    expect(failures).toEqual([]);
  });
});
