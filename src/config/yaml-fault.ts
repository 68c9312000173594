import type { YAMLParseError } from 'yaml';
import type { DataFault } from './yaml-to-data.ts';

/** Something about the text that is not YAML, in words that repeat nothing of it. */
export interface YamlFault {
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly expected: string;
}

type Code = YAMLParseError['code'] | DataFault['code'];

const words: Readonly<Partial<Record<Code, readonly [what: string, expected: string]>>> = {
  BAD_ALIAS: ['an alias (*name) has no anchor before it', '&name before the value it repeats'],
  BAD_DIRECTIVE: ['a directive (%…) is not understood', '%YAML 1.2, or none'],
  BAD_DQ_ESCAPE: ['"…" does not know this \\ escape', "'…' in single quotes, or \\\\ for a backslash"],
  BAD_INDENT: ['the indentation does not fit', 'two spaces for each level'],
  BAD_SCALAR_START: ['a value can not begin with this character', "'…' in quotes"],
  BLOCK_AS_IMPLICIT_KEY: ['a key can not hold a list or keys of its own', 'key: value on a line of its own'],
  BLOCK_IN_FLOW: ['lines of their own can not stand between brackets', '{ key: value } or [one, two]'],
  DUPLICATE_KEY: ['this key stands here twice; only the last counts', 'each key once'],
  KEY_NOT_TEXT: ['this can not be a key', 'key: value'],
  KEY_OVER_1024_CHARS: ['a key is too long', 'key: value'],
  MISSING_CHAR: ['a character is missing, such as : or a closing quote or bracket', 'key: value'],
  MULTILINE_IMPLICIT_KEY: ['a line has no key', 'key: value on one line'],
  MULTIPLE_DOCS: ['--- begins a second document', 'one document in the file'],
  RESOURCE_EXHAUSTION: ['it is nested too deeply, or far too long', 'a few levels of keys'],
  TAB_AS_INDENT: ['a tab is used for indentation', 'spaces'],
  TOO_MANY_ALIASES: ['aliases (*name) are followed too often', 'the values written out'],
  UNEXPECTED_TOKEN: ['something stands where it can not', 'key: value'],
};

/** What the reader gets over without losing the structure. */
const harmless: readonly Code[] = ['BAD_DQ_ESCAPE', 'DUPLICATE_KEY', 'KEY_NOT_TEXT'];

/** True where at most single values are misread, so that everything around them still stands. */
export function isHarmless(code: Code): boolean {
  return harmless.includes(code);
}

/** The words for what was found at a place, both counted from 1. */
export function toFault(code: Code, { line, column }: { line: number; column: number }): YamlFault {
  const [what, expected] = words[code] ?? ['this is not YAML', 'key: value'];
  return { line, column, what, expected };
}
