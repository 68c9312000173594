import { matchRoster, prepareRoster } from './actor.ts';
import { extractProse } from './extract-prose.ts';
import { findStrangers } from './find-strangers.ts';
import type { Finding } from './finding.ts';
import { placesOf } from './locate-line.ts';
import { type Span, splitSentences } from './split-sentences.ts';
import { tokenise } from './tokenise.ts';

const heading = /^(#{1,6})[ \t]+(.*)$/gm;
const causal =
  /\b(?:triggers?|contributing|factors?|root|causes?|whys?|background|detection|response|what was difficult|difficult|summary|timeline)\b/i;

/** The parts of a Markdown text under a causal heading; the whole text when it has no headings. */
function causalParts(prose: string): { readonly parts: readonly Span[]; readonly headed: boolean } {
  const parts: Span[] = [];
  let open: { readonly start: number; readonly level: number } | undefined;
  let headings = 0;
  for (const match of prose.matchAll(heading)) {
    headings += 1;
    const level = match[1]?.length ?? 1;
    if (open !== undefined && level <= open.level) {
      parts.push({ start: open.start, end: match.index });
      open = undefined;
    }
    if (open === undefined && causal.test(match[2] ?? '')) open = { start: match.index + match[0].length, level };
  }
  if (open !== undefined) parts.push({ start: open.start, end: prose.length });
  return headings === 0 ? { parts: [{ start: 0, end: prose.length }], headed: false } : { parts, headed: true };
}

function* namesIn(prose: string, part: Span, people: readonly string[], strangers: boolean): Generator<Span> {
  const roster = prepareRoster(people);
  for (const sentence of splitSentences(prose.slice(part.start, part.end))) {
    const tokens = tokenise(prose, { start: part.start + sentence.start, end: part.start + sentence.end });
    const others = new Map((strangers ? findStrangers(tokens, roster) : []).map(({ from, to }) => [from, to - from]));
    for (let at = 0; at < tokens.length; at += 1) {
      const known = matchRoster(tokens, at, roster);
      const count = known === 0 ? (others.get(at) ?? 0) : known;
      const first = tokens[at];
      const last = tokens[at + count - 1];
      if (count === 0 || first === undefined || last === undefined) continue;
      yield { start: first.start, end: last.end };
      at += count - 1;
    }
  }
}

/**
 * Finds people in causal text, where roles belong; of Markdown only the causal sections are read. There, given names and
 * handles are found even if the roster lacks them; elsewhere only the roster counts, since nothing says what the text is.
 * The tier is `info`: a name is no blame by itself.
 */
export function findNamesInCause(text: string, people: readonly string[]): readonly Finding[] {
  const prose = extractProse(text);
  const placeOf = placesOf(text);
  const { parts, headed } = causalParts(prose);
  return parts.flatMap((part) =>
    [...namesIn(prose, part, people, headed)].map(
      ({ start, end }): Finding => ({
        kind: 'name-in-cause',
        tier: 'info',
        category: 'name-in-cause',
        ...placeOf(start),
        start,
        end,
        text: text.slice(start, end),
        why: 'Causal text names roles, so that readers look at the system and not at a person.',
        suggestion: '<role>',
      }),
    ),
  );
}
