import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { RunOrder } from '../../src/workflow/workflow-runner.ts';

const made: string[] = [];

/** A new folder that is gone when the test file ends. */
export function makeProject(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-')));
  if (made.length === 0) afterAll(() => made.forEach((path) => void rmSync(path, { recursive: true, force: true })));
  made.push(folder);
  return folder;
}

/** Writes a file below a folder, with exactly these permissions, and returns its path. */
export function put(folder: string, path: string, content = '', mode = 0o644): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content, { mode: 0o600 });
  chmodSync(whole, mode);
  return whole;
}

export const script = '#!/bin/sh\nexit 0\n';

/** The absolute path of a program in test/fixtures/workflows. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/workflows/${name}`, import.meta.url));
}

const path = process.env['PATH'] ?? '';

/** An order to run one fixture in a folder of its own. */
export function orderFor(name: string, args: readonly string[] = [], rest: Partial<RunOrder> = {}): RunOrder {
  return {
    workflow: 'smartspec_rollback',
    command: [fixture(name), ...args],
    cwd: rest.cwd ?? makeProject(),
    timeoutSeconds: 20,
    env: { PATH: path },
    redact: (text) => text.replaceAll('hush-hush-4711', '[secret]'),
    ...rest,
  };
}

/** Whether a process is there and not only waiting to be counted as gone. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
