import path from 'node:path';
import type { Config } from './config.ts';
import type { CacheTerms } from './config-cache.ts';
import { cacheKey, keepCached, loadCached } from './config-cache.ts';
import { defaultConfig } from './default-config.ts';
import { configPath, findProjectRoot } from './find-config.ts';
import { keptSafeguards } from './kept-safeguards.ts';
import type { ConfigParsed } from './parse-config.ts';
import type { Problem } from './problem.ts';
import { readTextFile, type TextRead } from './read-text-file.ts';
import { unsetSecrets } from './unset-secrets.ts';

/** What to read: the file named with --config or null, and from where to look for the usual one. */
export interface ConfigQuestion {
  readonly path: string | null;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Leave it out to parse the file every time. */
  readonly cache?: CacheTerms | undefined;
}

/** The configuration, always usable; everything that is wrong with the file, all at once; and where it is. */
export interface ConfigReading {
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Absolute; null where there is no file. */
  readonly path: string | null;
  readonly warnings: readonly string[];
  /** What the file would switch off and stays on; it costs nothing and has to be known. */
  readonly notes: readonly string[];
}

const mostBytes = 1024 * 1024;

/**
 * Reads the configuration. What is right is kept; what is wrong falls back to its default, or, where that would open
 * something, to the closed door. Never throws for what the file holds.
 */
export async function readConfig({ path: named, cwd, env, cache }: ConfigQuestion): Promise<ConfigReading> {
  const projectRoot = findProjectRoot(cwd);
  const file = named === null ? path.join(projectRoot, configPath) : path.resolve(cwd, named);
  const read = readTextFile(file, mostBytes, 'follow');
  if (!read.ok && read.reason === 'missing' && named === null) {
    return { config: defaultConfig, problems: [], path: null, warnings: [], notes: [] };
  }
  const shown = showPath(file, projectRoot);
  const parsed = read.ok ? await parse(read, shown, projectRoot, cache) : await refuse(read.reason, shown);
  return {
    config: parsed.config,
    problems: parsed.problems,
    path: read.ok ? file : null,
    warnings: unsetSecrets(parsed.config, env),
    notes: keptSafeguards(parsed.config.safety),
  };
}

async function parse(
  { text, valid_utf8 }: Extract<TextRead, { ok: true }>,
  shown: string,
  projectRoot: string,
  cache: CacheTerms | undefined,
): Promise<ConfigParsed> {
  const key = cache === undefined ? '' : cacheKey(text, shown, cache.version);
  const known = cache === undefined ? null : loadCached(projectRoot, key, cache);
  if (known !== null) return known;
  // The parser and the schema cost more than everything else here, and only a changed file needs them.
  const { parseConfig } = await import('./parse-config.ts');
  const read = parseConfig(text, shown);
  const parsed = valid_utf8 ? read : { ...read, problems: [notUtf8(text, shown), ...read.problems] };
  if (cache !== undefined && !parsed.holds_secrets) keepCached(projectRoot, key, parsed, cache);
  return parsed;
}

const refusals = {
  missing: ['there is no such file', `--config ${configPath}`],
  'not-a-file': ['it is not a file', `--config ${configPath}`],
  'too-large': ['it is larger than 1 MiB', 'a file of a few hundred lines'],
  symlink: ['its links lead nowhere', 'a file'],
  unreadable: ['it can not be read', 'a file this user may read'],
} as const;

async function refuse(reason: Extract<TextRead, { ok: false }>['reason'], shown: string): Promise<ConfigParsed> {
  const { closedConfig } = await import('./parse-config.ts');
  const [what, expected] = refusals[reason];
  const problem = { file: shown, line: null, column: null, key: '', what, expected };
  return { config: closedConfig(), problems: [problem], holds_secrets: false };
}

function notUtf8(text: string, file: string): Problem {
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { file, line: before.length, column, key: '', what: 'it is not UTF-8 from here', expected: 'a file in UTF-8' };
}

function showPath(file: string, projectRoot: string): string {
  const inside = path.relative(projectRoot, file);
  return inside.startsWith('..') || path.isAbsolute(inside) ? file : inside;
}
