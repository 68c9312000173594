import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

const mostBytes = 256 * 1024;

/** Reads a JSON file written by somebody else; undefined when it is a link, no plain file, too large or not JSON. */
export function readJsonFile(path: string): unknown {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > mostBytes) return undefined;
    const buffer = Buffer.alloc(stats.size);
    return parseJson(buffer.subarray(0, readSync(file, buffer)).toString('utf8'));
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** Parses JSON of any origin; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
