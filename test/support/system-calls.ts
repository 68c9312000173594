import fs from 'node:fs';
import path from 'node:path';
import type { Prepared } from './program-accidents.ts';
import { program } from './rig.ts';
import { type Ended, runCommand } from './store-process.ts';

/** One system call of the program that changes the project: the n-th of its name, and what it was about. */
export interface SystemCall {
  readonly name: string;
  readonly when: number;
  readonly about: string;
}

const calls = ['openat', 'write', 'fsync', 'link', 'rename', 'unlink', 'mkdir'];
const usual = ['-f', '-qq', '-y', '-s', '0', '-e', `trace=${calls.join()}`];

/** Every change of the project that the command of an undertaking makes, as the kernel saw it. */
export async function traceCalls(prepared: Prepared): Promise<readonly SystemCall[]> {
  const { found } = await runTraced(prepared, []);
  return found.filter(({ about }) => about !== '');
}

/**
 * Lets one system call of the command fail, or kill the process before it takes effect; `hit` is what it met.
 *
 * The kernel counts calls of a name, and Node makes some of its own, so what was met has to be compared.
 */
export async function injectAt(
  prepared: Prepared,
  { name, when }: SystemCall,
  what: 'signal=KILL' | 'error=EIO' | 'error=ENOSPC',
): Promise<{ readonly project: string; readonly ended: Ended; readonly hit: SystemCall | null }> {
  const { project, ended, found } = await runTraced(prepared, ['-e', `inject=${name}:${what}:when=${when}`]);
  const hit = found.find((call) => call.name === name && call.when === when) ?? null;
  return { project, ended, hit };
}

async function runTraced({ fresh, undertaking }: Prepared, inject: readonly string[]) {
  const project = fs.realpathSync(fresh());
  const log = `${project}.trace`;
  const args = [...usual, ...inject, '-o', log, process.execPath, program, ...undertaking.command, '--json'];
  const ended = await runCommand('strace', args, { cwd: project });
  const found = readTrace(fs.readFileSync(log, 'utf8'), project);
  fs.rmSync(log);
  return { project, ended, found };
}

/** The calls of the main thread in order, counted by name; `about` is empty where a call changes nothing of ours. */
function readTrace(trace: string, project: string): readonly SystemCall[] {
  const [main = ''] = trace.split(' ', 1);
  const counts = new Map<string, number>();
  return trace.split('\n').flatMap((line) => {
    const [thread, name, rest] = /^(\d+) +(\w+)\((.*)$/.exec(line)?.slice(1) ?? [];
    if (thread !== main || name === undefined || rest === undefined) return [];
    const when = (counts.get(name) ?? 0) + 1;
    counts.set(name, when);
    return [{ name, when, about: changes(name, rest) ? nameIn(rest, project) : '' }];
  });
}

function changes(name: string, rest: string): boolean {
  return name !== 'openat' || rest.includes('O_CREAT');
}

/** Which place below the project a call names last, without what differs from run to run; empty when none. */
function nameIn(rest: string, project: string): string {
  const places = [...rest.matchAll(/[<"]([^<>"]*)[>"]/g)].map(([, place = '']) => place);
  const own = places.filter((place) => place.startsWith(`${project}${path.sep}`));
  const last = own.filter((place) => !place.includes('/tmp/')).at(-1) ?? own.at(-1) ?? '';
  return last
    .slice(project.length)
    .replace(/tmp\/\w+$/, 'tmp/…')
    .replace(/INC-\d{8}-\w{6}/, 'INC')
    .replace(/claim-\w+/, 'claim');
}
