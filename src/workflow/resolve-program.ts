import { isAbsolute, resolve } from 'node:path';
import { type ExecutableFault, inspectExecutable } from './inspect-executable.ts';
import { searchPath } from './search-path.ts';

export type ProgramResolved =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: ExecutableFault };

/** Makes a configured program absolute: a path is taken from the project's root and stays in it, a bare name is on PATH. */
export function resolveProgram(
  program: string,
  world: { readonly projectRoot: string; readonly path: string },
): ProgramResolved {
  if (!program.includes('/')) {
    const found = searchPath(program, world.path);
    return found === null ? { ok: false, reason: 'command-not-found' } : { ok: true, path: found };
  }
  const path = resolve(world.projectRoot, program);
  const fault = inspectExecutable(path, isAbsolute(program) ? null : world.projectRoot);
  return fault === null ? { ok: true, path } : { ok: false, reason: fault };
}

/** A clause that follows the program's name. */
export function faultInWords(fault: ExecutableFault): string {
  const words: Readonly<Record<ExecutableFault, string>> = {
    'command-not-found': 'does not exist',
    'command-not-executable': 'is not an executable file',
    'command-outside-project': 'leads outside the project',
    'command-writable-by-others': 'can be changed by other users of this machine',
  };
  return words[fault];
}
