import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { ConfigParsed } from './parse-config.ts';
import { readTextFile } from './read-text-file.ts';

/** Whether, for whom and under which version parsed configurations are kept. */
export interface CacheTerms {
  /** Of the program: another version may read the same text otherwise. */
  readonly version: string;
  /** The user who runs it; null where the system has no such numbers, and then nothing is kept. */
  readonly uid: number | null;
  readonly mayWrite: boolean;
}

const incidents = ['.spec', 'reports', 'incidents'];
const mostBytes = 4 * 1024 * 1024;
const form = 2;

/** Names one text as one version of the program reads it. */
export function cacheKey(text: string, file: string, version: string): string {
  return createHash('sha256')
    .update(JSON.stringify([form, version, file]))
    .update('\0')
    .update(text)
    .digest('hex');
}

/** What was kept under the key; null if there is nothing, or nothing that only we can have written whole. */
export function loadCached(projectRoot: string, key: string, terms: CacheTerms): ConfigParsed | null {
  const folder = trustedFolder(projectRoot, terms.uid);
  if (folder === null) return null;
  const file = path.join(folder, `config-${key}.json`);
  if (!isOurs(file, terms.uid, 'file')) return null;
  const read = readTextFile(file, mostBytes, 'refuse');
  if (!read.ok) return null;
  const [sum, body = ''] = read.text.split('\n', 2);
  if (sum !== sumOf(key, body)) return null;
  const kept: ConfigParsed = JSON.parse(body);
  return kept;
}

/** Keeps what was parsed, in place of everything kept before; that it can't be kept is nobody's trouble. */
export function keepCached(projectRoot: string, key: string, parsed: ConfigParsed, terms: CacheTerms): void {
  try {
    // Records are the store's: without a place for them there is none for this either.
    if (!terms.mayWrite || !isOurs(path.join(projectRoot, ...incidents), terms.uid, 'folder')) return;
    const wanted = path.join(projectRoot, ...incidents, 'cache');
    if (fs.lstatSync(wanted, { throwIfNoEntry: false }) === undefined) fs.mkdirSync(wanted, { mode: 0o700 });
    const folder = trustedFolder(projectRoot, terms.uid);
    if (folder === null) return;
    const body = JSON.stringify(parsed);
    const temporary = path.join(folder, `.${randomBytes(9).toString('hex')}.tmp`);
    fs.writeFileSync(temporary, `${sumOf(key, body)}\n${body}`, { mode: 0o600, flag: 'wx' });
    for (const name of fs.readdirSync(folder)) {
      if (/^config-[\da-f]{64}\.json$/.test(name)) fs.rmSync(path.join(folder, name), { force: true });
    }
    fs.renameSync(temporary, path.join(folder, `config-${key}.json`));
  } catch {
    return;
  }
}

/** The folder, if no link leads to it and nobody else can write there. */
function trustedFolder(projectRoot: string, uid: number | null): string | null {
  let folder = projectRoot;
  for (const part of [...incidents, 'cache']) {
    folder = path.join(folder, part);
    if (!isOurs(folder, part === '.spec' || part === 'reports' ? 'anyone' : uid, 'folder')) return null;
  }
  return folder;
}

function isOurs(place: string, owner: number | 'anyone' | null, kind: 'file' | 'folder'): boolean {
  const found = fs.lstatSync(place, { throwIfNoEntry: false });
  if (found === undefined || !(kind === 'file' ? found.isFile() : found.isDirectory())) return false;
  return owner === 'anyone' || (found.uid === owner && (found.mode & 0o022) === 0);
}

function sumOf(key: string, body: string): string {
  return createHash('sha256').update(`${key}\n${body}`).digest('hex');
}
