import * as z from 'zod/mini';
import { isUnder, isWithin, type KeyPath } from './key-path.ts';

/** A value that is not what it has to be, or a key that nobody knows. */
export interface Complaint {
  readonly path: KeyPath;
  readonly what: string;
  readonly about: 'value' | 'key';
}

/** What is left of the given data once everything wrong has been taken out. */
export interface Kept<Output> {
  readonly output: Output | null;
  readonly complaints: readonly Complaint[];
  /** Turns a path in the output into the path in the given data, where lists still have all their entries. */
  readonly toGiven: (path: KeyPath) => KeyPath;
}

/** No key lies deeper than this, so no removal takes more rounds. */
const mostRounds = 30;
/** So many in one go mean that it is not a configuration, and cost too much to take out one by one. */
const mostAtOnce = 500;
export const unknownKey = 'is not a key that is known here';

/**
 * Validates, and takes out what is wrong until the rest is right. What lies within one of `units` goes as a whole: half a
 * command, or half a condition, would be another one. `unwanted` is taken out before anything is looked at.
 */
export function keepRight<Schema extends z.core.$ZodType>(
  given: unknown,
  schema: Schema,
  units: readonly KeyPath[],
  unwanted: readonly KeyPath[] = [],
): Kept<z.output<Schema>> {
  const complaints: Complaint[] = [];
  const gone = unwanted.map((path) => whatToRemove(path, given, [], units));
  let origins = new WeakMap<object, readonly number[]>();
  let data = without(given, [], gone, origins);
  const toGiven = (path: KeyPath): KeyPath => translate(path, data, origins);
  for (let round = 0; round < mostRounds; round += 1) {
    const result = z.safeParse(schema, data);
    if (result.success) return { output: result.data, complaints, toGiven };
    const found = result.error.issues.flatMap(toComplaints).map((one) => ({ ...one, path: toGiven(one.path) }));
    const before = gone.length;
    const removals = new Map<string, KeyPath>();
    for (const complaint of found) {
      // What only broke because something in it was taken out has been complained of already.
      const followsFromRemoval = gone.slice(0, before).some((path) => isWithin(path, complaint.path));
      if (!followsFromRemoval) complaints.push(complaint);
      const target = found.length > mostAtOnce ? complaint.path.slice(0, 2) : complaint.path;
      const removed = whatToRemove(target, given, gone.slice(0, before), units);
      removals.set(JSON.stringify(removed), removed);
    }
    gone.push(...removals.values());
    if (gone.some((path) => path.length === 0)) break;
    origins = new WeakMap();
    data = without(given, [], gone, origins);
  }
  return { output: null, complaints, toGiven };
}

function toComplaints(issue: z.core.$ZodIssue): Complaint[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], what: unknownKey, about: 'key' }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path, what: issue.issues[0]?.message ?? 'is no name', about: 'key' }];
  }
  return [{ path, what: issue.message, about: 'value' }];
}

function whatToRemove(path: KeyPath, given: unknown, gone: readonly KeyPath[], units: readonly KeyPath[]): KeyPath {
  const unit = units.find((one) => isUnder(path, one));
  let target = unit === undefined ? path : path.slice(0, unit.length);
  const isThere = (one: KeyPath): boolean =>
    valueAt(given, one) !== undefined && !gone.some((path) => isWithin(one, path));
  while (target.length > 0 && !isThere(target)) target = target.slice(0, -1);
  return target;
}

function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

function without(
  value: unknown,
  at: KeyPath,
  gone: readonly KeyPath[],
  origins: WeakMap<object, readonly number[]>,
): unknown {
  const below = gone.filter((path) => path.length > at.length && isWithin(path, at));
  if (below.length === 0 || typeof value !== 'object' || value === null) return value;
  const isGone = (key: string | number): boolean =>
    below.some((path) => path.length === at.length + 1 && String(path[at.length]) === String(key));
  if (Array.isArray(value)) {
    const kept = [...value.keys()].filter((index) => !isGone(index));
    const list = kept.map((index): unknown => without(value[index], [...at, index], below, origins));
    origins.set(list, kept);
    return list;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isGone(key))
      .map(([key, entry]) => [key, without(entry, [...at, key], below, origins)]),
  );
}

function translate(path: KeyPath, data: unknown, origins: WeakMap<object, readonly number[]>): KeyPath {
  let value = data;
  return path.map((step) => {
    const origin = typeof value === 'object' && value !== null ? origins.get(value)?.[Number(step)] : undefined;
    value = valueAt(value, [step]);
    return origin ?? step;
  });
}
