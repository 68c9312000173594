/** True for a JSON object: not null, not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list itself, or an empty one where the value is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What stands at a path of own keys and indexes; undefined where the path leads nowhere. */
export function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof step === 'number') here = Array.isArray(here) ? here[step] : undefined;
    else if (isRecord(here) && Object.hasOwn(here, step)) here = here[step];
    else return undefined;
  }
  return here;
}

/** True when the value is an object that has all these keys itself, whatever they hold. */
export function hasKeys(value: unknown, ...keys: readonly string[]): boolean {
  return isRecord(value) && keys.every((key) => Object.hasOwn(value, key));
}

/** True when the value is an object that has at least one of these keys itself. */
export function hasAnyKey(value: unknown, ...keys: readonly string[]): boolean {
  return isRecord(value) && keys.some((key) => Object.hasOwn(value, key));
}

/** The value as a lower-case word for comparing; empty for anything but a string or a number. */
export function wordOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.slice(0, 200).trim().toLowerCase() : '';
}

/** The object or list that a string holds as JSON, the value itself where it is one already, else undefined. */
export function parseNested(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return value;
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  } catch {
    return undefined;
  }
}

/** The values under several keys of one object, in the order asked for. */
export function pickEach(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  return keys.map((key) => pick(value, key));
}
