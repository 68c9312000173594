import { delimiter, isAbsolute, join } from 'node:path';
import { inspectExecutable, isWorldWritableFolder } from './inspect-executable.ts';

/**
 * Finds a program by its bare name on a `PATH`; null when it is on none of its folders.
 *
 * Relative entries, and folders into which anybody can put a program, are passed over: a command planted there must not
 * run in place of the real one.
 */
export function searchPath(name: string, path: string): string | null {
  if (!/^[A-Za-z0-9_][A-Za-z0-9._+-]{0,127}$/.test(name)) return null;
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const candidate = join(folder, name);
    if (inspectExecutable(candidate, null) === null && !isWorldWritableFolder(folder)) return candidate;
  }
  return null;
}
