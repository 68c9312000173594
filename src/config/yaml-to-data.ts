import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

/** A place in the text, counted from 0, at which something can't be turned into data. */
export interface DataFault {
  readonly offset: number;
  readonly code: 'BAD_ALIAS' | 'DUPLICATE_KEY' | 'KEY_NOT_TEXT' | 'RESOURCE_EXHAUSTION' | 'TOO_MANY_ALIASES';
}

const deepest = 60;
const mostAliases = 100;
const mostValues = 400_000;

/**
 * Turns what a document holds into plain data in one pass, so that repeated keys, aliases and depth cost no more than their length.
 * Of a key that stands twice the last counts; keys of an anchor that is merged (`<<`) give way to those beside it.
 */
export function yamlToData(contents: unknown): { data: unknown; faults: DataFault[] } {
  const faults: DataFault[] = [];
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let aliases = 0;
  let values = 0;

  const fail = (code: DataFault['code'], node: unknown): null => {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
    const offset: unknown = Array.isArray(range) ? range[0] : 0;
    faults.push({ offset: typeof offset === 'number' ? offset : 0, code });
    return null;
  };

  const follow = (node: Node & { source: string }): unknown => {
    const target = anchors.get(node.source);
    aliases += 1;
    if (target === undefined || open.has(target)) return fail('BAD_ALIAS', node);
    return aliases > mostAliases ? fail('TOO_MANY_ALIASES', node) : convert(target);
  };

  const convertMap = (node: Node & { items: readonly { key: unknown; value: unknown }[] }): Record<string, unknown> => {
    const own = new Map<string, unknown>();
    const merged = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) && typeof key.value !== 'object' ? String(key.value) : key === null ? '' : null;
      const entry = convert(value);
      if (name === '<<') for (const [inherited, one] of mergedEntries(entry)) merged.set(inherited, one);
      else if (name === null || name === '__proto__') fail('KEY_NOT_TEXT', key);
      else {
        if (own.has(name)) fail('DUPLICATE_KEY', key);
        own.set(name, entry);
      }
    }
    return Object.fromEntries([...merged, ...own]);
  };

  const convert = (node: unknown): unknown => {
    values += 1;
    if (values > mostValues || open.size > deepest) return fail('RESOURCE_EXHAUSTION', node);
    if (isAlias(node)) return follow(node);
    if (isScalar(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return typeof node.value === 'object' ? null : node.value;
    }
    if (!isMap(node) && !isSeq(node)) return null;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    open.add(node);
    const data = isSeq(node) ? node.items.map(convert) : convertMap(node);
    open.delete(node);
    return data;
  };

  return { data: convert(contents), faults };
}

function mergedEntries(merged: unknown): [string, unknown][] {
  if (Array.isArray(merged)) return merged.toReversed().flatMap(mergedEntries);
  return typeof merged === 'object' && merged !== null ? Object.entries(merged) : [];
}
