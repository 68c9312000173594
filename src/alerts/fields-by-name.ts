import { isRecord, parseNested, pick } from './pick.ts';

const deepest = 5;
const mostFields = 600;
/** Longer texts are not parsed again to see whether they are JSON. */
const longestNested = 100_000;

/** Under these keys stand people, senders and transport, whose names and times are not the alert's. */
const strangers = new Set(
  'user users client sender actor author owner owners creator assignee assignees contact contacts headers header organization org account team teams recipients responders request commit commits'.split(
    ' ',
  ),
);

/** Every field of a payload under its bare name (`startedAt`, `started_at` and `Started At` are one), shallow ones first. */
export type FieldsByName = ReadonlyMap<string, readonly unknown[]>;

/** Collects fields level by level, through lists and through JSON inside strings, within fixed bounds. */
export function fieldsByName(payload: unknown): FieldsByName {
  const fields = new Map<string, unknown[]>();
  let level: readonly unknown[] = [payload];
  let count = 0;
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const holder of level) {
      for (const [key, value] of entriesOf(holder)) {
        if (count++ >= mostFields) return fields;
        const name = bareName(key);
        const known = fields.get(name);
        if (known === undefined) fields.set(name, [value]);
        else known.push(value);
        if (!strangers.has(name)) next.push(...holdersIn(value));
      }
    }
    level = next;
  }
  return fields;
}

/** All values of the named fields: the names in the order given, each shallow first. */
export function valuesOf(fields: FieldsByName, names: readonly string[]): readonly unknown[] {
  return names.flatMap((name) => fields.get(name) ?? []);
}

/** The facts of a chat message and its like are pairs: `{title: 'Severity', value: 'high'}` is a severity, and no title. */
function entriesOf(holder: unknown): readonly (readonly [string, unknown])[] {
  if (!isRecord(holder)) return [];
  const name = holder['title'] ?? holder['name'] ?? holder['key'];
  const isPair = typeof name === 'string' && Object.hasOwn(holder, 'value') && Object.keys(holder).length <= 3;
  return isPair ? [[name, holder['value']]] : Object.entries(holder);
}

/** Classes of Unicode are slow to compile, and most keys do not need them. */
function bareName(key: string): string {
  const name = key.slice(0, 100).toLowerCase();
  return /[\u0080-\uffff]/.test(name) ? name.replace(/[^\p{L}\p{M}\p{N}]/gu, '') : name.replace(/[^a-z0-9]/g, '');
}

function holdersIn(value: unknown): readonly unknown[] {
  const nested = typeof value === 'string' && value.length > longestNested ? undefined : parseNested(value);
  if (Array.isArray(nested)) return nested.slice(0, 20).filter(isRecord);
  return isRecord(nested) ? [nested] : [];
}

/** A text for people: what holds JSON is a payload inside a payload, whose fields were taken out already. */
export function isText(value: unknown): value is string {
  if (typeof value !== 'string' || value.trim() === '') return false;
  return value.length > longestNested ? !/^\s*[[{]/.test(value) : parseNested(value) === undefined;
}

/** Where a field holds an object, its name stands for it. */
export function nameOf(value: unknown): unknown {
  return isRecord(value)
    ? (pick(value, 'name') ??
        pick(value, 'displayName') ??
        pick(value, 'summary') ??
        pick(value, 'value') ??
        pick(value, 'metadata', 'name'))
    : value;
}
