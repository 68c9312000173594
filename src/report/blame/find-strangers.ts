import type { Actor, Roster } from './actor.ts';
import { findActors } from './find-actors.ts';
import { judgeName } from './first-names.ts';
import type { Token } from './tokenise.ts';

// "The Alice cluster" and "Florence region" are no people.
const ofThings =
  /^(?:region|zone|cluster|cell|host|hosts|node|site|office|data|datacentre|datacenter|server|service|release|branch|build|library|client|driver|model|script|line|link|hub|room|project|api|database|replica|image|bridge|environment)$/;

/** People who are named in a sentence: those of the roster, and given names and handles that it lacks. */
export function findStrangers(tokens: readonly Token[], roster: Roster): readonly Actor[] {
  return findActors(tokens, roster).filter(({ kind, head, from, to }) => {
    const before = tokens[from - 1]?.word ?? '';
    // A place or a month is too often meant by the same word.
    return (
      kind === 'N' &&
      judgeName(head) !== 'ambiguous' &&
      !/^(?:the|an?|our|in|at|near|via)$/.test(before) &&
      !ofThings.test(tokens[to]?.word ?? '')
    );
  });
}
