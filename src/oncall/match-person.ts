import type { PersonConfig } from './oncall-config.ts';

/** Finds people in what another tool wrote about them. */
export interface PersonMatcher {
  /** The person with this e-mail address, written with or without `mailto:`. */
  readonly byEmail: (address: string) => string | null;
  /** Everyone named in a text: by e-mail address, else by full name, else by id; nobody is an empty list. */
  readonly inText: (text: string) => readonly string[];
}

const longestText = 1000;

/** Prepares the people of the configuration for being found; ids are the keys of `people`. */
export function matchPeople(people: Readonly<Record<string, PersonConfig>>): PersonMatcher {
  const ids = Object.keys(people);
  const byAddress = new Map<string, string>();
  const names: (readonly [string, string])[] = [];
  for (const id of ids) {
    const person = people[id];
    if (person?.email !== undefined) byAddress.set(person.email.trim().toLowerCase(), id);
    const name = asWords(person?.name ?? '');
    if (name !== ' ') names.push([name, id]);
  }
  // Longest first, so that "Ana Lima Souza" is not taken for Ana Lima.
  names.sort(([a], [b]) => b.length - a.length);
  const idWords = ids.map((id) => [asWords(id), id] as const);

  const byEmail = (address: string): string | null =>
    byAddress.get(
      address
        .trim()
        .replace(/^mailto:/i, '')
        .toLowerCase(),
    ) ?? null;
  const inText = (text: string): readonly string[] => {
    const short = text.slice(0, longestText);
    const addressed = unique((short.match(/[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/g) ?? []).map(byEmail));
    if (addressed.length > 0) return addressed;
    const named = namedIn(asWords(short), names);
    return named.length > 0 ? named : namedIn(asWords(short), idWords);
  };
  return { byEmail, inText };
}

/** Lower-case words without accents or punctuation, a space before and after each. */
function asWords(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `.replace('  ', ' ');
}

function namedIn(words: string, names: readonly (readonly [string, string])[]): string[] {
  let rest = words;
  const found: string[] = [];
  for (const [name, id] of names) {
    if (name === ' ' || !words.includes(name)) continue;
    // Two people of the same name are both meant; a shorter name within a longer one is not.
    const same = names.some(([other, otherId]) => other === name && found.includes(otherId));
    if (!same && !rest.includes(name)) continue;
    found.push(id);
    rest = rest.replaceAll(name, ' | ');
  }
  return unique(found);
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
