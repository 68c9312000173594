import { findRegexRisk, type RegexRisk } from './regex-risk.ts';
import type { Span } from './rule.ts';

/** No pattern is read that is longer. */
export const longestSource = 500;
const mostPatterns = 50;

/** A safe pattern still takes quadratic time at worst, so it sees no more than this many characters at once. */
const longestQuickPiece = 1000;
const longestSlowPiece = 300;

/** A pattern from `safety.redaction.patterns`, ready to run. */
export interface UserPattern {
  /** Lower-case letters, digits and hyphens; what stands in its placeholders. */
  readonly name: string;
  readonly pattern: RegExp;
  /** How many characters of a line it is shown at once. */
  readonly longest_piece: number;
}

/** A configured pattern that is not used, and why. */
export interface RefusedPattern {
  /** Position in the configured list, from 0. */
  readonly index: number;
  readonly name: string;
  readonly reason: 'invalid-regex' | 'too-long' | 'too-many' | 'matches-nothing' | RegexRisk;
  /** What the regular expression engine said about an invalid one, otherwise empty. */
  readonly detail: string;
}

function safeName(name: string, index: number): string {
  const simple = name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return simple === '' ? `pattern-${index + 1}` : simple;
}

/** Compiles one pattern for a search through a text; a leading `(?i)` is understood. */
export function compilePattern(source: string): { pattern: RegExp } | { error: string } {
  const inline = /^\(\?([imsu]+)\)/.exec(source);
  const body = source.slice(inline?.[0].length ?? 0);
  const wished = new Set(inline?.[1] ?? '');
  if (/\\p\{/i.test(body)) wished.add('u');
  try {
    return { pattern: new RegExp(body, ['g', ...wished].join('')) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Compiles the project's own patterns; what can't be used safely is reported and left out, the rest works.
 *
 * A leading `(?i)` is understood. Refused are sources over 500 characters, more than 50 patterns, expressions that match
 * an empty text, and those that `findRegexRisk` objects to.
 */
export function compileUserPatterns(configured: readonly { readonly name: string; readonly regex: string }[]): {
  readonly patterns: readonly UserPattern[];
  readonly refused: readonly RefusedPattern[];
} {
  const patterns: UserPattern[] = [];
  const refused: RefusedPattern[] = [];
  for (const [index, { name, regex }] of configured.entries()) {
    const refuse = (reason: RefusedPattern['reason'], detail = ''): void => {
      refused.push({ index, name, reason, detail });
    };
    if (patterns.length >= mostPatterns) {
      refuse('too-many');
      continue;
    }
    if (regex.length > longestSource) {
      refuse('too-long');
      continue;
    }
    const compiled = compilePattern(regex);
    if ('error' in compiled) {
      refuse('invalid-regex', compiled.error);
      continue;
    }
    const { pattern } = compiled;
    const risk = findRegexRisk(pattern.source, pattern.flags.replace('g', ''));
    if (risk !== null && risk !== 'slow') refuse(risk);
    else if (new RegExp(pattern.source, pattern.flags).test('')) refuse('matches-nothing');
    else {
      const longest = risk === 'slow' ? longestSlowPiece : longestQuickPiece;
      patterns.push({ name: safeName(name, index), pattern, longest_piece: longest });
    }
  }
  return { patterns, refused };
}

/** Where the next piece of a text ends: at a line's end, else behind a blank, else after the greatest length. */
function endOfPiece(text: string, start: number, longestPiece: number): number {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  if (end - start <= longestPiece) return end;
  const blank = text.lastIndexOf(' ', start + longestPiece);
  return blank > start + longestPiece / 2 ? blank + 1 : start + longestPiece;
}

/** Finds what a configured pattern matches, line by line and in pieces of at most 1,000 (slow ones 300) characters. */
export function findWithUserPattern(
  { name, pattern, longest_piece: longest }: UserPattern,
  text: string,
  found: Span[],
): void {
  const rule = { kind: 'secret', name } as const;
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start, longest);
    const piece = text.slice(start, end);
    for (const match of piece.matchAll(pattern)) {
      if (match[0] === '') continue;
      found.push({ start: start + match.index, end: start + match.index + match[0].length, rule });
    }
    start = end;
  }
}
