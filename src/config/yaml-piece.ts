import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { KeyPath } from './key-path.ts';
import { toFault, type YamlFault } from './yaml-fault.ts';

/** A stretch of the file, read by itself. */
export interface YamlPiece {
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
  /** True when nothing but single values may have been misread, so that the rest of it still stands. */
  readonly usable: boolean;
  /** Where something stands, or the nearest thing around it that does. */
  readonly placeOf: (path: KeyPath, what: 'key' | 'value') => Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

const mostAliases = 100;
/** What the parser gets over without losing the structure. */
const harmless: readonly string[] = ['BAD_DQ_ESCAPE', 'DUPLICATE_KEY'];

/** Reads a piece of YAML that begins `lineOffset` lines into the file; never throws. */
export function readPiece(text: string, lineOffset: number): YamlPiece {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  const fail = (what: string, expected: string, place: Place): YamlPiece => ({
    data: undefined,
    faults: [{ ...place, what, expected }],
    usable: false,
    placeOf: () => place,
  });
  const start = { line: 1 + lineOffset, column: 1 };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true, logLevel: 'error' });
    const faults = document.errors.map((error) => {
      const { line, column } = placeAt(error.pos[0]);
      return toFault(error, { line, col: column });
    });
    const usable = document.errors.every((error) => harmless.includes(error.code));
    const data: unknown = document.toJS({ maxAliasCount: mostAliases });
    return { data, faults, usable, placeOf: (path, what) => placeAt(offsetOf(document, path, what)) };
  } catch (error) {
    return error instanceof ReferenceError
      ? fail('aliases (*name) are followed too often', 'the values written out', start)
      : fail('it can not be read: it may be nested too deeply', 'a few levels of keys', start);
  }
}

function offsetOf(document: Document, path: KeyPath, what: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node, 0);
  for (const [index, step] of path.entries()) {
    // The place where an alias is used says more than the place of its anchor.
    if (isAlias(node)) return offset;
    const wantsKey = what === 'key' && index === path.length - 1;
    const pair = isMap(node) ? node.items.find(({ key }) => keyText(key) === String(step)) : undefined;
    const next: unknown = isSeq(node) ? node.items[Number(step)] : wantsKey ? pair?.key : (pair?.value ?? pair?.key);
    if (next === undefined || next === null) return offset;
    node = isPair(next) ? next.key : next;
    offset = startOf(node, offset);
  }
  return offset;
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function startOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}
