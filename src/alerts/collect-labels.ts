import { cleanText } from './clean-text.ts';
import { isRecord } from './pick.ts';

const mostLabels = 50;
const longestKey = 200;
const longestValue = 1_000;

/**
 * One flat map of labels from whatever a payload calls labels, tags or dimensions: objects, lists of `{name, value}`,
 * lists of pairs, lists of `key:value` words, comma strings. The first value of a key stays; at most 50 keys.
 */
export function collectLabels(sources: readonly unknown[]): Record<string, string> {
  const labels = new Map<string, string>();
  for (const source of sources) {
    for (const [key, value] of pairsOf(source)) {
      if (labels.size >= mostLabels) break;
      const name = cleanText(key, longestKey)?.trim();
      const text = typeof value === 'boolean' ? String(value) : cleanText(value, longestValue);
      if (!name || text === null || isDangerous(name) || labels.has(name)) continue;
      labels.set(name, text);
    }
  }
  return Object.fromEntries(labels);
}

/** These names reach an object's prototype when someone later copies labels by assignment. */
function isDangerous(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype';
}

function* pairsOf(source: unknown): Generator<readonly [unknown, unknown]> {
  if (typeof source === 'string') yield* source.slice(0, 20_000).split(',').map(pairOfWord);
  else if (Array.isArray(source)) yield* source.slice(0, 500).map(pairOfItem);
  else if (isRecord(source)) yield* Object.entries(source).slice(0, 500);
}

function pairOfItem(item: unknown): readonly [unknown, unknown] {
  if (typeof item === 'string') return pairOfWord(item);
  if (Array.isArray(item)) return [item[0], item[1]];
  if (!isRecord(item)) return [null, null];
  return [item['name'] ?? item['key'] ?? item['Name'] ?? item['tag'], item['value'] ?? item['Value']];
}

/** A tag without a value stands for itself. */
function pairOfWord(word: string): readonly [unknown, unknown] {
  const split = /^\s*([^:=]+)[:=](.*)$/su.exec(word.slice(0, 2_000));
  return split === null ? [word.trim(), 'true'] : [split[1], split[2]];
}
