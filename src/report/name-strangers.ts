import { prepareRoster } from './blame/actor.ts';
import { extractProse } from './blame/extract-prose.ts';
import { findStrangers } from './blame/find-strangers.ts';
import { splitSentences } from './blame/split-sentences.ts';
import { tokenise } from './blame/tokenise.ts';
import { foldLetters } from './fold-letters.ts';
import type { Words } from './words/words.ts';

const nobody = prepareRoster([]);

/** Writes "a responder" for people whom neither the record nor the configuration knows but who are named in a text. */
export function nameStrangers(text: string, words: Words): string {
  if (!/\p{Lu}\p{Ll}|@/u.test(text)) return text;
  const prose = extractProse(text);
  // Given names are listed without marks for the most part.
  const plain = foldLetters(prose);
  const found = [...placesOf(prose), ...(plain === prose ? [] : placesOf(plain))];
  const role = words.role.responder;
  let result = '';
  let done = 0;
  for (const { start, end, first } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < done) continue;
    const before = text.slice(done, start);
    const starts = first || /[.!?:]\s*$/.test(before);
    result += before + (starts ? `${role.charAt(0).toUpperCase()}${role.slice(1)}` : role);
    done = end;
  }
  return result + text.slice(done);
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** At the start of its sentence. */
  readonly first: boolean;
}

function placesOf(prose: string): readonly Place[] {
  return splitSentences(prose).flatMap((span) => {
    const tokens = tokenise(prose, span);
    return findStrangers(tokens, nobody).flatMap(({ from, to }) => {
      const [first, last] = [tokens[from], tokens[to - 1]];
      return first === undefined || last === undefined
        ? []
        : [{ start: first.start, end: last.end, first: from === 0 }];
    });
  });
}
