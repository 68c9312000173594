import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { endGroup, groupIsAlive } from './end-group.ts';

export interface ProcessOrder {
  /** The absolute path of the program, then its arguments. */
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  readonly onOutput: (chunk: Buffer, stream: 'stdout' | 'stderr') => void;
  readonly signal?: AbortSignal;
}

export type ProcessEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'not-started'; readonly code: string };

export interface ProcessResult {
  readonly end: ProcessEnd;
  readonly seconds: number;
  /** It ended by itself but left processes behind, which were ended. */
  readonly leftProcesses: boolean;
}

/** The largest delay a timer takes. */
const longestTimeout = 2 ** 31 - 1;
/** How long processes left behind may go on after the program itself has ended, e.g. a `tee` writing its last line. */
const afterlifeMilliseconds = 500;

/**
 * Runs a program without a shell, in a process group of its own, with nothing on stdin, and ends the whole group when
 * it takes too long, when it is called off, or when the program has ended and others linger.
 */
export async function runProcess(order: ProcessOrder): Promise<ProcessResult> {
  const started = performance.now();
  const result = (end: ProcessEnd, leftProcesses = false): ProcessResult => {
    return { end, seconds: Math.round(performance.now() - started) / 1000, leftProcesses };
  };
  if (order.signal?.aborted) return result({ kind: 'aborted' });
  const [program, ...args] = order.command;
  if (program === undefined) return result({ kind: 'not-started', code: 'ENOENT' });

  const child = start(program, args, order);
  if (child === null) return result({ kind: 'not-started', code: 'EINVAL' });
  if (child.pid === undefined) {
    const { code } = await child;
    return result({ kind: 'not-started', code: code ?? 'unknown' });
  }
  const { pid, stdout, stderr } = child;
  const exited = new Promise<ProcessEnd>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code === null ? { kind: 'killed', signal: signal ?? 'unknown' } : { kind: 'exited', code });
    });
  });
  const drained = Promise.all([drain(stdout, 'stdout', order), drain(stderr, 'stderr', order)]);

  const cut = cutShort(order);
  const end = await Promise.race([exited, cut.happened]);
  cut.forget();
  const lasting = end.kind === 'exited' || end.kind === 'killed' ? await outlives(pid, drained) : false;
  if (lasting || end.kind === 'timed-out' || end.kind === 'aborted') await endGroup(pid);
  // A process that left the group may hold the pipe for ever; what it prints is nobody's output any more.
  await Promise.race([drained, wait(afterlifeMilliseconds)]);
  stdout.destroy();
  stderr.destroy();
  return result(end, lasting);
}

function start(program: string, args: readonly string[], order: ProcessOrder) {
  try {
    return execa(program, args, {
      cwd: order.cwd,
      env: order.env,
      extendEnv: false,
      shell: false,
      detached: true,
      cleanup: false,
      stdin: 'ignore',
      stdout: 'pipe',
      stderr: 'pipe',
      buffer: false,
      reject: false,
      windowsHide: true,
    });
  } catch {
    return null;
  }
}

function cutShort(order: ProcessOrder): { readonly happened: Promise<ProcessEnd>; forget(): void } {
  let forget = (): void => {};
  const happened = new Promise<ProcessEnd>((resolve) => {
    const milliseconds = Math.min(Math.max(1, order.timeoutMilliseconds), longestTimeout);
    const timer = setTimeout(() => resolve({ kind: 'timed-out' }), milliseconds);
    const abort = (): void => resolve({ kind: 'aborted' });
    order.signal?.addEventListener('abort', abort, { once: true });
    forget = () => {
      clearTimeout(timer);
      order.signal?.removeEventListener('abort', abort);
    };
  });
  return { happened, forget: () => forget() };
}

async function outlives(pid: number, drained: Promise<unknown>): Promise<boolean> {
  if (groupIsAlive(pid)) await Promise.race([drained, wait(afterlifeMilliseconds)]);
  return groupIsAlive(pid);
}

function drain(stream: NodeJS.ReadableStream, name: 'stdout' | 'stderr', order: ProcessOrder): Promise<void> {
  return new Promise((resolve) => {
    stream.on('data', (chunk) => order.onOutput(Buffer.from(chunk), name));
    stream.once('end', resolve);
    stream.once('error', () => resolve());
    stream.once('close', () => resolve());
  });
}
