import { globalOptions, mainJobOptions } from './global-options.ts';

type Row = readonly [flags: string, ...rest: unknown[]];

/** A flag that stands where the value of the one before it should be: both parsers would take it for the value. */
export function findSwallowedFlag(
  argv: readonly string[],
  own: readonly Row[],
): { readonly flag: string; readonly swallowed: string } | null {
  const rows = [...mainJobOptions, ...globalOptions, ...own];
  const known = new Set(rows.map(([flags]) => flags.split(' ')[0] ?? ''));
  const wanting = new Set(rows.flatMap(([flags]) => (flags.includes('<') ? [flags.split(' ')[0] ?? ''] : [])));
  for (const [index, flag] of argv.entries()) {
    const swallowed = argv[index + 1];
    if (swallowed !== undefined && wanting.has(flag) && known.has(swallowed)) return { flag, swallowed };
  }
  return null;
}
