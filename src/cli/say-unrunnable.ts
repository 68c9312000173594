import type { Prepared } from '../road/doors.ts';

type Unrunnable = Extract<Prepared, { ok: false }>;

/** What stands above the line to paste. */
export const pasteWords = 'To run it by hand, paste:';

/** How people carry out what nothing here can run: the line to paste, and what would let this program run it. */
export function sayUnrunnable(prepared: Unrunnable): readonly string[] {
  const paste = prepared.paste === null ? [] : [pasteWords, `  ${prepared.paste}`];
  return [...paste, ...sayConfigLines(prepared)];
}

/** What to add to the configuration, so that this program can run it. */
export function sayConfigLines({ config_lines: lines }: Unrunnable): readonly string[] {
  if (lines === null) return [];
  return ['To let this program run it, add to the configuration:', ...lines.split('\n').map((line) => `  ${line}`)];
}
