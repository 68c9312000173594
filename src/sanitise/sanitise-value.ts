import { normaliseKeyName } from './key-names.ts';
import { openPlaceholders, type Placeholders, placeholderPattern } from './placeholders.ts';
import { countFound, type Found, replaceInText, type SanitiseOptions } from './sanitise-text.ts';
import { holdsOnlySecrets, judgePlace, type Place } from './sensitive-keys.ts';

/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How many values of one sort were replaced at one place, e.g. `alerts[0].annotations.summary`; empty at the top. */
interface FoundAt extends Found {
  readonly path: string;
}

/** A value without its secrets and personal data. */
export interface SanitisedValue {
  readonly value: Json;
  readonly state: Placeholders;
  readonly found: readonly FoundAt[];
}

/** Deeper than any real payload, and shallow enough for whoever writes the result out recursively. */
const greatestDepth = 200;
const tooDeep = '[nested too deeply]';

/** Names of properties as programs write them; without a digit they hold no token, number or address. */
const plainName = /^[A-Za-z_][A-Za-z_.-]{0,47}$/;

/** More than this many places are counted but not listed one by one. */
const mostPlaces = 1000;

interface Step {
  readonly source: Json;
  readonly place: Place;
  readonly path: string;
  readonly depth: number;
  readonly put: (value: Json) => void;
}

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** A property of its own, even where it is called `__proto__`, which alone does not become one when it is assigned. */
function setOwn(target: Record<string, Json>, key: string, value: Json): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

/** The name that an object such as `{"name":"password","value":"…"}` or a pair such as `["Cookie","…"]` gives its value. */
function nameGiven(source: JsonObject): string {
  for (const key of ['name', 'Name', 'key', 'Key']) {
    const name = Object.hasOwn(source, key) ? source[key] : undefined;
    if (typeof name === 'string' && name.length < 100) return normaliseKeyName(name);
  }
  return '';
}

function hasEmail(source: JsonObject): boolean {
  const email = Object.hasOwn(source, 'email') ? source['email'] : undefined;
  return typeof email === 'string' && email !== '';
}

function isSecretManifest(source: JsonObject): boolean {
  return Object.hasOwn(source, 'kind') && source['kind'] === 'Secret';
}

function isPlaceholder(text: string): boolean {
  return text.startsWith('[') && text.replace(placeholderPattern, '') === '';
}

const childPath = (path: string, key: string): string =>
  /^[A-Za-z_][\w-]*$/.test(key) ? (path === '' ? key : `${path}.${key}`) : `${path}[${JSON.stringify(key)}]`;

/**
 * Replaces secrets and personal data anywhere in a JSON value, in the names of properties too.
 *
 * What stands under a name such as `password`, `token` or `routing_key` is replaced whole. The shape stays, but for what
 * lies more than 200 levels deep, which becomes one text. Doing it twice changes nothing.
 */
export function sanitiseValue(value: Json, state: Placeholders, options: SanitiseOptions = {}): SanitisedValue {
  const book = openPlaceholders(state);
  let result: Json = null;
  const places = new Map<string, Map<string, Found>>();
  const note = (path: string, rule: Pick<Found, 'kind' | 'name'>): void => {
    const listed = places.has(path) || places.size < mostPlaces ? path : '…';
    const counts = places.get(listed) ?? new Map<string, Found>();
    places.set(listed, counts);
    countFound(counts, rule);
  };
  const cleanText = (text: string, path: string): string =>
    replaceInText(text, book, options, (rule) => note(path, rule));
  const cleanLeaf = (leaf: string | number, place: Place, path: string): Json => {
    const text = String(leaf);
    if (isPlaceholder(text)) return leaf;
    const verdict = judgePlace(place, text, typeof leaf === 'string');
    if (verdict === null) return typeof leaf === 'string' ? cleanText(leaf, path) : leaf;
    note(path, verdict);
    return book.placeholderFor({ kind: verdict.kind, name: verdict.name, identity: verdict.identity?.(text) ?? text });
  };
  const steps: Step[] = [
    {
      source: value,
      place: { key: '', parent: '', besideEmail: false },
      path: '',
      depth: 0,
      put: (cleaned) => {
        result = cleaned;
      },
    },
  ];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { source, place, path, depth, put } = step;
    if (typeof source === 'string' || typeof source === 'number') put(cleanLeaf(source, place, path));
    else if (typeof source !== 'object' || source === null) put(source);
    else if (depth >= greatestDepth) put(tooDeep);
    else if (isList(source)) {
      const target: Json[] = source.map(() => null);
      put(target);
      const [first] = source;
      const pair =
        source.length === 2 && typeof first === 'string' && first.length < 100 ? normaliseKeyName(first) : '';
      for (let index = source.length - 1; index >= 0; index -= 1) {
        const named = index === 1 && holdsOnlySecrets(pair);
        const inside = index === 0 && holdsOnlySecrets(place.key) && pair !== '' ? { ...place, key: '' } : place;
        steps.push({
          source: source[index] ?? null,
          place: named ? { ...place, key: pair } : inside,
          path: `${path}[${index}]`,
          depth: depth + 1,
          put: (cleaned) => {
            target[index] = cleaned;
          },
        });
      }
    } else if (isObject(source)) {
      const target: Record<string, Json> = {};
      put(target);
      const names = cleanNames(Object.keys(source), (name) => (plainName.test(name) ? name : cleanText(name, path)));
      const given = nameGiven(source);
      const besideEmail = hasEmail(source);
      const manifest = isSecretManifest(source);
      for (const name of names.values()) setOwn(target, name, null);
      for (const [key, name] of [...names].reverse()) {
        const own = normaliseKeyName(name.replace(placeholderPattern, ''));
        const inherits = holdsOnlySecrets(place.key) ? place.key : own;
        const named = /^value$/i.test(key) && given !== '' ? given : inherits;
        const secretData = manifest && /^(?:data|stringData)$/.test(key);
        steps.push({
          source: source[key] ?? null,
          place: { key: secretData ? 'secret' : named, parent: place.key, besideEmail },
          path: childPath(path, name),
          depth: depth + 1,
          put: (cleaned) => setOwn(target, name, cleaned),
        });
      }
    }
  }
  const found = [...places].flatMap(([path, counts]) => [...counts.values()].map((one) => ({ path, ...one })));
  return { value: result, state: book.close(), found };
}

/** Cleans property names and keeps them apart where two become the same. */
function cleanNames(keys: readonly string[], clean: (name: string) => string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const key of keys) {
    const cleaned = clean(key);
    let name = cleaned;
    for (let number = 2; used.has(name); number += 1) name = `${cleaned}~${number}`;
    used.add(name);
    names.set(key, name);
  }
  return names;
}
