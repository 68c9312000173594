import { spawn } from 'node:child_process';
import { kill } from 'node:process';
import type { OpenChannel, Surroundings } from './channel-settings.ts';
import { failed, quoteAnswer } from './delivery-fault.ts';
import { recordOf } from './message-record.ts';
import type { Delivery, Message } from './notifier.ts';
import { shareWriter } from './write-message.ts';

/** Where and with what a command runs. */
export interface CommandPlace {
  readonly cwd: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

const mostErrorBytes = 4096;
const graceMilliseconds = 500;

/** Opens the commands: each message starts the configured program, without a shell, with the message as JSON on stdin. */
export function openCommands(
  settings: Readonly<Record<string, readonly string[]>>,
  surroundings: Surroundings,
  place: CommandPlace,
): OpenChannel {
  const writer = shareWriter(surroundings.loadTemplate);
  const deliver = async (message: Message): Promise<Delivery> => {
    const name = message.via ?? '';
    const [program, ...args] = (Object.hasOwn(settings, name) ? settings[name] : undefined) ?? [];
    if (program === undefined || program === '') {
      return failed('not-configured', `No command is configured as ${name || '(no name)'}.`, { retry: false });
    }
    const input = `${JSON.stringify(recordOf(message, writer.write(message)))}\n`;
    const ended = await run({ program, args, input, place, milliseconds: surroundings.patience });
    return judge(ended, name, surroundings.redact);
  };
  return { deliver, close: async () => {} };
}

type Ended =
  | { readonly kind: 'exited'; readonly code: number; readonly errors: string }
  | { readonly kind: 'killed'; readonly signal: string; readonly errors: string }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'not-started'; readonly code: string };

interface RunOrder {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string;
  readonly place: CommandPlace;
  readonly milliseconds: number;
}

function run({ program, args, input, place, milliseconds }: RunOrder): Promise<Ended> {
  return new Promise((resolve) => {
    const child = start(program, args, place);
    if (child === null) return resolve({ kind: 'not-started', code: 'EINVAL' });
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (ended: Ended): void => {
      clearTimeout(timer);
      child.stdin.destroy();
      child.stderr.destroy();
      child.unref();
      resolve(ended);
    };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void endGroup(child.pid).then(() => settle({ kind: 'timed-out', seconds: milliseconds / 1000 }));
    }, milliseconds);
    child.on('error', (error) =>
      settle({ kind: 'not-started', code: 'code' in error ? String(error.code) : error.name }),
    );
    child.on('exit', (code, signal) => {
      if (late) return;
      // What it said last may still lie in the pipe; somebody it left behind may hold the pipe for ever.
      setTimeout(() => {
        const errors = Buffer.concat(chunks).toString('utf8');
        settle(
          code === null ? { kind: 'killed', signal: signal ?? 'unknown', errors } : { kind: 'exited', code, errors },
        );
      }, 20);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (size < mostErrorBytes) chunks.push(chunk.subarray(0, mostErrorBytes - size));
      size += chunk.length;
    });
    child.stderr.on('error', () => {});
    // A program that does not read what it is told closes the pipe; its exit code says how it went.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function start(program: string, args: readonly string[], { cwd, environment }: CommandPlace) {
  try {
    return spawn(program, args, {
      cwd,
      env: { ...environment },
      shell: false,
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      windowsHide: true,
    });
  } catch {
    return null;
  }
}

/** Asks the whole group to end and kills whoever is left after half a second. */
async function endGroup(leader: number | undefined): Promise<void> {
  if (leader === undefined) return;
  signalGroup(leader, 'SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, graceMilliseconds));
  signalGroup(leader, 'SIGKILL');
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    kill(-leader, signal);
  } catch {
    // Nobody of the group is left.
  }
}

function judge(ended: Ended, name: string, hide: (text: string) => string): Delivery {
  const who = `The command ${name}`;
  switch (ended.kind) {
    case 'timed-out':
      return failed('timed-out', `${who} had not ended after ${ended.seconds} s and was stopped.`, { retry: true });
    case 'not-started':
      return failed('command-failed', `${who} could not be started (${ended.code}).`, {
        retry: ended.code === 'EAGAIN',
      });
    case 'killed':
      return failed('command-failed', `${who} was ended by ${ended.signal}.`, { retry: true });
    case 'exited':
      return ended.code === 0 ? { ok: true, reference: null } : judgeCode(ended.code, ended.errors, who, hide);
  }
}

/** Exit codes that say by themselves that trying again is useless (sysexits.h, and the shell's two). */
const finalCodes: ReadonlySet<number> = new Set([64, 65, 66, 76, 78, 126, 127]);

/** Any other code is tried again: a page that comes twice is better than one that never comes. */
function judgeCode(code: number, errors: string, who: string, hide: (text: string) => string): Delivery {
  const last = errors.trim().split('\n').at(-1) ?? '';
  const detail = `${who} ended with exit code ${code}${last === '' ? '.' : `: ${quoteAnswer(last, hide)}`}`;
  if (code === 67 || code === 68) return failed('recipient-unknown', detail, { retry: false });
  if (code === 77) return failed('not-permitted', detail, { retry: false });
  return failed('command-failed', detail, { retry: !finalCodes.has(code) });
}
