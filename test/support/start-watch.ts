import { spawn } from 'node:child_process';
import { expect, onTestFinished } from 'vitest';
import { program } from './rig.ts';

/** Starts `watch` as a process of its own; it is ended when the test is over. */
export function startWatch(folder: string, interval: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program, 'watch', '--interval', interval], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let shown = '';
  child.stdout.on('data', (part: Buffer) => {
    shown += part.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    shown: () => shown,
    shows: (text: string | RegExp) => expect.poll(() => shown, { timeout: 40_000, interval: 50 }).toMatch(text),
    /** Interrupts it as a person would; resolves to how it ended. */
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}
