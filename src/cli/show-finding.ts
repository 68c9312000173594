import type { Finding } from '../report/blame/finding.ts';

/** One finding for a person: file and line, the passage underlined, why, and another wording. */
export function showFinding(finding: Finding, text: string, name: string): readonly string[] {
  const { line, column, start, end, tier, why, suggestion, kind } = finding;
  const place = `${name}:${line}:${column}: ${tier} ${kind}`;
  // A line with a secret in it is not printed again.
  const passage = kind === 'secret' || kind === 'personal-data' ? [] : underline(text, start, end);
  return [`${place}: ${why}`, ...passage, ...(suggestion === '' ? [] : [`    instead: ${suggestion}`]), ''];
}

const longestLine = 160;

function underline(text: string, start: number, end: number): readonly string[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const lineEnd = newline === -1 ? text.length : newline;
  const from = Math.max(lineStart, start - longestLine / 2);
  const shown = text.slice(from, Math.min(lineEnd, from + longestLine));
  const length = Math.max(1, Math.min(end, from + shown.length) - start);
  return [`    ${shown}`, `    ${' '.repeat(start - from)}${'^'.repeat(length)}`];
}
