import type { Token } from './tokenise.ts';

/**
 * Who a sentence talks about: N a name or handle, U a capitalised word that may be a name, P he, she or they, I the
 * writers, Y the reader, R a role, T a team, V a supplier, C customers, S anybody, Z nobody, E everybody.
 */
export type ActorKind = 'N' | 'U' | 'P' | 'I' | 'Y' | 'R' | 'T' | 'V' | 'C' | 'S' | 'Z' | 'E';

/** A noun phrase that names an actor, as positions in the list of tokens, end exclusive. */
export interface Actor {
  readonly kind: ActorKind;
  readonly head: string;
  readonly from: number;
  readonly to: number;
}

/** The names of the people of an incident, prepared for look-up by first word. */
export type Roster = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Prepares names such as "Tess Okafor" so that the full name, each part and the handle are recognised. */
export function prepareRoster(people: readonly string[]): Roster {
  const roster = new Map<string, (readonly string[])[]>();
  const add = (parts: readonly string[]): void => {
    const first = parts[0];
    if (first === undefined || first.length < 2) return;
    const same = roster.get(first);
    if (same === undefined) roster.set(first, [parts]);
    else same.push(parts);
  };
  for (const person of people.slice(0, 5_000)) {
    const parts = person.toLowerCase().replaceAll('’', "'").replace(/^@/, '').split(/\s+/).filter(Boolean).slice(0, 6);
    add(parts);
    if (parts.length < 2) continue;
    for (const part of parts) if (part.length > 2) add([part]);
    add([parts.join('.')]);
    add([parts.join('-')]);
  }
  for (const entries of roster.values()) entries.sort((a, b) => b.length - a.length);
  return roster;
}

/** Finds the longest name of the roster that starts at a token and returns how many tokens it takes. */
export function matchRoster(tokens: readonly Token[], at: number, roster: Roster): number {
  const token = tokens[at];
  if (token === undefined) return 0;
  const word = token.word.replace(/^@/, '');
  for (const parts of roster.get(word) ?? []) {
    const fits = parts.every((part, index) => index === 0 || tokens[at + index]?.word === part);
    // A lower-case word such as "will" or "mark" is not the person of that name; a handle always is.
    const looksLikeName = /^[^a-z]/.test(token.raw) || parts.length > 1 || /[._-]/.test(word);
    if (fits && looksLikeName) return parts.length;
  }
  return 0;
}
