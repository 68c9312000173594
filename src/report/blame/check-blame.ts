import { prepareRoster, type Roster } from './actor.ts';
import { type BlameCategory, explainCategory } from './blame-category.ts';
import { isExempt } from './exemptions.ts';
import { extractProse } from './extract-prose.ts';
import type { Finding, FindingTier } from './finding.ts';
import { placesOf } from './locate-line.ts';
import { searchPhrases } from './phrase-search.ts';
import { rephraseSentence } from './rephrase-sentence.ts';
import { searchThai } from './search-thai.ts';
import { type Span, splitSentences } from './split-sentences.ts';
import { suggestRewrite } from './suggest-rewrite.ts';
import { locate, tagSentence } from './tag-sentence.ts';

/** What the checker may know beyond the text. */
export interface BlameOptions {
  /** Names and handles of the people of the incident. */
  readonly people?: readonly string[];
}

interface Hit extends Span {
  readonly sentence: Span;
  readonly category: BlameCategory;
  readonly tier: FindingTier;
}

// What such a sentence says about the system is too little to say it again.
const judgesOnly: ReadonlySet<BlameCategory> = new Set(['character-judgement', 'incompetence', 'punitive']);

function overlaps(hit: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.start < hit.end && hit.start < other.end);
}

/**
 * Finds blaming language in plain text or Markdown, in order of appearance; offsets and columns count UTF-16 units.
 *
 * Code, addresses, quotations of systems and talk about blame are left alone. The cost grows linearly with the text.
 */
export function checkBlame(text: string, options: BlameOptions = {}): readonly Finding[] {
  const roster = prepareRoster(options.people ?? []);
  const placeOf = placesOf(text);
  return findHits(text, options, roster).map(({ start, end, category, tier, sentence }) => ({
    kind: 'blame',
    tier,
    category,
    ...placeOf(start),
    start,
    end,
    text: text.slice(start, end),
    why: explainCategory(category),
    suggestion:
      (judgesOnly.has(category)
        ? null
        : rephraseFound(text.slice(sentence.start, sentence.end), options, roster, {
            start: start - sentence.start,
            end: end - sentence.start,
          })) ?? suggestRewrite(category, text.slice(start, end)),
  }));
}

/** The sentence said again about the system; null where that can't be done, or where the result blames as well. */
function rephraseFound(sentence: string, options: BlameOptions, roster: Roster, found: Span): string | null {
  const again = rephraseSentence(sentence, roster, found);
  if (again === null || findHits(again, options, roster).length > 0) return null;
  // Whoever rewrites it is asked for the condition as well.
  return again.replace(/ was possible\.$/, ' was possible because <condition>.');
}

function findHits(text: string, options: BlameOptions, roster: Roster): readonly Hit[] {
  const prose = extractProse(text);
  const hits: Hit[] = [];
  for (const span of splitSentences(prose)) {
    if (!/\p{L}/u.test(prose.slice(span.start, span.end))) continue;
    const inSentence: Hit[] = [];
    for (const match of searchPhrases(tagSentence(prose, span, roster))) {
      const place = locate(match.line, match.from, match.to);
      if (place === undefined || overlaps(place, inSentence) || isExempt(match)) continue;
      inSentence.push({ ...place, sentence: span, category: match.category, tier: match.table.tier });
    }
    for (const match of searchThai(prose, span, options.people ?? [])) {
      if (!overlaps(match, inSentence)) inSentence.push({ ...match, sentence: span, tier: 'block' });
    }
    hits.push(...inSentence.sort((a, b) => a.start - b.start));
  }
  return hits;
}
