import type { Roster } from './actor.ts';
import { findActors } from './find-actors.ts';
import type { Span } from './split-sentences.ts';
import { type Token, tokenise } from './tokenise.ts';

/** A sentence as words with single blanks, and where each word came from. */
export interface WordLine {
  readonly line: string;
  /** Offset in `line` of each part, ascending. */
  readonly at: readonly number[];
  readonly parts: readonly Span[];
}

/** One sentence in the two forms that phrases are matched against. */
export interface TaggedSentence {
  readonly words: WordLine;
  readonly actors: WordLine;
  readonly hasActor: boolean;
}

function joinParts(texts: readonly string[], parts: readonly Span[]): WordLine {
  const at: number[] = [];
  let line = ' ';
  for (const text of texts) {
    at.push(line.length);
    line += `${text} `;
  }
  return { line, at, parts };
}

function joinActors(tokens: readonly Token[], roster: Roster): { line: WordLine; hasActor: boolean } {
  const texts: string[] = [];
  const parts: Span[] = [];
  let next = 0;
  const plain = (until: number): void => {
    for (; next < until; next += 1) {
      const token = tokens[next];
      if (token === undefined) continue;
      texts.push(token.word);
      parts.push(token);
    }
  };
  const actors = findActors(tokens, roster);
  for (const actor of actors) {
    plain(actor.from);
    texts.push(`${actor.kind}=${actor.head}`);
    parts.push({ start: tokens[actor.from]?.start ?? 0, end: tokens[actor.to - 1]?.end ?? 0 });
    next = actor.to;
  }
  plain(tokens.length);
  return { line: joinParts(texts, parts), hasActor: actors.length > 0 };
}

/** Reads a sentence of masked prose: words in lower case, actors replaced by tags such as `R=reviewer`. */
export function tagSentence(prose: string, span: Span, roster: Roster): TaggedSentence {
  const tokens = tokenise(prose, span);
  const words = joinParts(
    tokens.map((token) => token.word),
    tokens,
  );
  const { line: actors, hasActor } = joinActors(tokens, roster);
  return { words, actors, hasActor };
}

/** Translates a stretch of a word line back to offsets in the text. */
export function locate(line: WordLine, from: number, to: number): Span | undefined {
  let first = -1;
  let last = -1;
  for (let index = 0; index < line.at.length; index += 1) {
    const at = line.at[index] ?? 0;
    if (at < from) continue;
    if (at >= to) break;
    if (first === -1) first = index;
    last = index;
  }
  const start = line.parts[first]?.start;
  const end = line.parts[last]?.end;
  return start === undefined || end === undefined ? undefined : { start, end };
}
