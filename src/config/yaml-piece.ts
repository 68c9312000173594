import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { findTooDeep } from './find-too-deep.ts';
import type { KeyPath } from './key-path.ts';
import { isHarmless, toFault, type YamlFault } from './yaml-fault.ts';
import { yamlToData } from './yaml-to-data.ts';

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

/** Reads a piece of YAML that begins `lineOffset` lines into the file; never throws. */
export function readPiece(text: string, lineOffset: number): YamlPiece {
  const refuse = (line: number): YamlPiece => {
    const place = { line: line + lineOffset, column: 1 };
    return { data: null, faults: [toFault('RESOURCE_EXHAUSTION', place)], usable: false, placeOf: () => place };
  };
  const deepLine = findTooDeep(text);
  if (deepLine !== null) return refuse(deepLine);
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  try {
    // Repeated keys are looked for later: here the search would take quadratic time.
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
    const { data, faults } = yamlToData(document.contents);
    const all = [...document.errors.map(({ code, pos }) => ({ code, offset: pos[0] })), ...faults];
    return {
      data,
      faults: all.map(({ code, offset }) => toFault(code, placeAt(offset))),
      usable: all.every(({ code }) => isHarmless(code)),
      placeOf: (path, what) => placeAt(offsetOf(document, path, what)),
    };
  } catch {
    return refuse(1);
  }
}

function offsetOf(document: Document, path: KeyPath, what: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node, 0);
  for (const [index, step] of path.entries()) {
    // The place where an alias is used says more than the place of its anchor.
    if (isAlias(node)) return offset;
    const wantsKey = what === 'key' && index === path.length - 1;
    const pair = isMap(node) ? node.items.findLast(({ key }) => keyText(key) === String(step)) : undefined;
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
