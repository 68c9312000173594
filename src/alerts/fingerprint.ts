import { createHash } from 'node:crypto';

/**
 * Sixteen hex digits for what an alert is about, the same on every machine.
 *
 * `parts` are the stable fields of the payload; `93`, `"93"` and `"93.0"` count as the same part.
 */
export function fingerprintOf(source: string, parts: readonly unknown[]): string {
  const canonical = JSON.stringify([source, ...parts.map(canonicalPart)]);
  return createHash('sha256').update(canonical).digest('hex').slice(0, 16);
}

function canonicalPart(part: unknown): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string') return part.replace(/^(-?\d{1,40})\.0{1,20}$/, '$1');
  if (typeof part === 'object') return JSON.stringify(sorted(part, 4));
  return String(part);
}

function sorted(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '';
  if (Array.isArray(value)) return value.map((item) => sorted(item, depth - 1));
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item, depth - 1)]);
}
