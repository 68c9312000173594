/** One thing in the configuration file that can't be used as it stands. */
export interface Problem {
  readonly file: string;
  /** Both count from 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** The dotted path of the key, as `incident_response.grouping.window`; empty where the file itself can't be read. */
  readonly key: string;
  /** What is wrong, in words that never repeat a value of the file. */
  readonly what: string;
  /** A value, or a line, that would be right. */
  readonly expected: string;
}

/** The problem in one or two lines for people: where, what, and what would be right. */
export function explainProblem({ file, line, column, key, what, expected }: Problem): string {
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  const complaint = [place, key, what].filter((part) => part !== '').join(': ');
  return expected === '' ? complaint : `${complaint}\n  right would be: ${expected}`;
}
