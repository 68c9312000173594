import { parseArgs } from 'node:util';
import type { CommandSpec } from './command-spec.ts';
import { findSwallowedFlag } from './find-swallowed-flag.ts';
import { globalOptions, mainJobOptions } from './global-options.ts';
import { loadMainJob, type Parsed } from './main-jobs.ts';

type Row = readonly [flags: string, meaning: string, repeatable?: 'repeatable'];

/** Flags whose value may be left out, or that say "no" to something, are for the full parser. */
const unusual = /\[|^--no-/;

/**
 * Reads an ordinary command line with Node's own parser, from the same tables as help is made from.
 *
 * Null for whatever is not ordinary (help, an unknown flag, a word too many …): the full parser, which costs a tenth of
 * a start-up to load, then says what is wrong.
 */
export async function parsePlain(argv: readonly string[]): Promise<Parsed | null> {
  if (argv.includes('--help') || argv.includes('-h')) return null;
  // An alert comes without a command's name, and so without the tables of all commands.
  const mainJob = argv[0]?.startsWith('-') ? parseMainJob(argv) : null;
  return mainJob ?? parseCommand(argv, (await import('./commands.ts')).commands);
}

function parseMainJob(argv: readonly string[]): Parsed | null {
  if (findSwallowedFlag(argv, []) !== null) return null;
  const read = readFlags(argv, [...mainJobOptions, ...globalOptions]);
  if (read === null || read.positionals.length > 0) return null;
  const job = loadMainJob(read.options);
  if (job === null) return null;
  return { kind: 'command', name: job.name, input: { args: [], options: read.options }, load: job.load };
}

function parseCommand(argv: readonly string[], commands: readonly CommandSpec[]): Parsed | null {
  const words = argv.filter((word) => !word.startsWith('-'));
  const named = (name: string) => commands.find((spec) => spec.name === name);
  const spec = named(`${words[0]} ${words[1]}`) ?? named(words[0] ?? '');
  if (spec === undefined || findSwallowedFlag(argv, spec.options ?? []) !== null) return null;
  const read = readFlags(argv, [...mainJobOptions, ...globalOptions, ...(spec.options ?? [])]);
  if (read === null) return null;
  const { options, positionals } = read;
  const name = spec.name.split(' ');
  if (name.some((word, index) => positionals[index] !== word)) return null;
  const args = positionals.slice(name.length);
  if (args.length > mostArguments(spec.takes) || args.length < leastArguments(spec.takes)) return null;
  return { kind: 'command', name: spec.name, input: { args, options }, load: spec.load };
}

function readFlags(
  argv: readonly string[],
  rows: readonly Row[],
): { readonly options: Record<string, unknown>; readonly positionals: readonly string[] } | null {
  const known: Record<string, { type: 'string' | 'boolean'; multiple: boolean }> = {};
  for (const [flags, , repeatable] of rows) {
    if (unusual.test(flags)) continue;
    const [flag = ''] = flags.split(' ');
    known[flag.slice(2)] = {
      type: flags.includes('<') ? 'string' : 'boolean',
      multiple: repeatable !== undefined || flag === '--alert-payload',
    };
  }
  try {
    // A value may begin with a dash, as `-` for standard input does; Node takes it only in one word with its flag.
    const { values, positionals } = parseArgs({
      args: joinValues(argv, known),
      options: known,
      allowPositionals: true,
      strict: true,
    });
    const options = Object.fromEntries(Object.entries(values).map(([flag, value]) => [toCamelCase(flag), value]));
    return { options, positionals };
  } catch {
    return null;
  }
}

function joinValues(argv: readonly string[], known: Readonly<Record<string, { readonly type: string }>>): string[] {
  const joined: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    const next = argv[index + 1];
    const flag = word.startsWith('--') ? word.slice(2) : '';
    const takesValue = Object.hasOwn(known, flag) && known[flag]?.type === 'string';
    if (takesValue && next !== undefined) {
      joined.push(`${word}=${next}`);
      index += 1;
    } else joined.push(word);
  }
  return joined;
}

function toCamelCase(flag: string): string {
  return flag.replaceAll(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}

function mostArguments(takes: string): number {
  return takes.includes('...') ? Number.POSITIVE_INFINITY : takes.split(' ').filter(Boolean).length;
}

function leastArguments(takes: string): number {
  return takes.split(' ').filter((one) => one.startsWith('<')).length;
}
