import { parseConfig } from '../../src/config/parse-config.ts';

/** Reads a text in which `«` marks each place where a problem is expected; the marks themselves are not part of it. */
export function readMarked(marked: string): {
  readonly parsed: ReturnType<typeof parseConfig>;
  readonly found: readonly string[];
  readonly marks: readonly string[];
} {
  const marks: string[] = [];
  const lines = marked.split('\n').map((line, index) => {
    let rest = line;
    for (let at = rest.indexOf('«'); at !== -1; at = rest.indexOf('«')) {
      marks.push(`${index + 1}:${at + 1}`);
      rest = rest.slice(0, at) + rest.slice(at + 1);
    }
    return rest;
  });
  const parsed = parseConfig(lines.join('\n'), 'config.yaml');
  return { parsed, marks, found: parsed.problems.map(({ line, column }) => `${line}:${column}`) };
}
