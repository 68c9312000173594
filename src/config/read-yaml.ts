import { cutSections } from './cut-sections.ts';
import { isWithin, type KeyPath } from './key-path.ts';
import type { YamlFault } from './yaml-fault.ts';
import { type Place, readPiece, type YamlPiece } from './yaml-piece.ts';

/** What could be made of the file's text. */
export interface YamlRead {
  readonly data: Readonly<Record<string, unknown>>;
  readonly faults: readonly YamlFault[];
  readonly placeOf: (path: KeyPath, what: 'key' | 'value') => Place;
}

const mostFaults = 50;

/**
 * Reads the text of a configuration file. Where it is not YAML, each section that stands by itself is read by itself, so
 * that a slip in a part that belongs to someone else costs us nothing.
 */
export function readYaml(text: string): YamlRead {
  const whole = readPiece(text, 0);
  if (whole.faults.length === 0 && (isObject(whole.data) || whole.data === null)) {
    return { data: isObject(whole.data) ? whole.data : {}, faults: [], placeOf: whole.placeOf };
  }
  if (whole.faults.length === 0) {
    const fault = { ...whole.placeOf([], 'value'), what: 'it holds no keys', expected: 'incident_response:' };
    return { data: {}, faults: [fault], placeOf: whole.placeOf };
  }
  return join(whole, text);
}

function join(whole: YamlPiece, text: string): YamlRead {
  const data: Record<string, unknown> = {};
  const pieces: { readonly top: KeyPath; readonly piece: YamlPiece }[] = [];
  const faults = [...whole.faults];
  for (const { path, text: cut, line } of cutSections(text)) {
    const piece = readPiece(cut, line);
    const [section = '', key] = path;
    faults.push(...piece.faults);
    // A slip in the rules of approval must not widen them, so there even a harmless one counts.
    const usable = key === 'approvals' ? piece.faults.length === 0 : piece.usable;
    if (!usable || !isObject(piece.data)) continue;
    pieces.unshift({ top: path, piece });
    if (key === undefined)
      data[section] = piece.faults.length === 0 ? piece.data[section] : withoutApprovals(piece.data[section]);
    else data[section] = { ...(isObject(data[section]) ? data[section] : {}), [key]: piece.data[key] };
  }
  return {
    data,
    faults: distinct(faults).slice(0, mostFaults),
    placeOf: (path, what) => {
      const found = pieces.find(({ top }) => isWithin(path, top));
      if (found === undefined) return whole.placeOf(path, what);
      return found.piece.placeOf(found.top.length === 2 ? path.slice(1) : path, what);
    },
  };
}

function withoutApprovals(section: unknown): unknown {
  return isObject(section)
    ? Object.fromEntries(Object.entries(section).filter(([key]) => key !== 'approvals'))
    : section;
}

function distinct(faults: readonly YamlFault[]): YamlFault[] {
  const byPlace = new Map(faults.toReversed().map((fault) => [`${fault.line}:${fault.column}`, fault]));
  return [...byPlace.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
