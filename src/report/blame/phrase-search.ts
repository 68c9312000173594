import type { BlameCategory } from './blame-category.ts';
import { keyWordsOf } from './key-words.ts';
import { expandMacros } from './phrase-macros.ts';
import type { PhraseTable } from './phrase-table.ts';
import { abilityJudgements } from './phrases/ability.ts';
import { asides } from './phrases/asides.ts';
import { causalVerbs } from './phrases/causal-verbs.ts';
import { character } from './phrases/character.ts';
import { counterfactual } from './phrases/counterfactual.ts';
import { culprits } from './phrases/culprits.ts';
import { duties } from './phrases/duties.ts';
import { groupConduct } from './phrases/group-conduct.ts';
import { groupIdioms } from './phrases/group-idioms.ts';
import { hindsight } from './phrases/hindsight.ts';
import { humanError } from './phrases/human-error.ts';
import { incompetence } from './phrases/incompetence.ts';
import { ironies } from './phrases/ironies.ts';
import { likenesses } from './phrases/likenesses.ts';
import { mockPraise } from './phrases/mock-praise.ts';
import { mockSurprise } from './phrases/mock-surprise.ts';
import { obviousness } from './phrases/obviousness.ts';
import { plainCharges } from './phrases/plain-charges.ts';
import { plainSpeech } from './phrases/plain-speech.ts';
import { pointing } from './phrases/pointing.ts';
import { reckoning } from './phrases/reckoning.ts';
import { sanctionFrames } from './phrases/sanction-frames.ts';
import { sanctions } from './phrases/sanctions.ts';
import { slips } from './phrases/slips.ts';
import { teamBlame } from './phrases/team-blame.ts';
import { temperamentIdioms } from './phrases/temperament-idioms.ts';
import { threats } from './phrases/threats.ts';
import { traitJudgements } from './phrases/traits.ts';
import { untakenTrouble } from './phrases/untaken-trouble.ts';
import type { TaggedSentence, WordLine } from './tag-sentence.ts';

/** A phrase found in a word line, offsets within that line. */
export interface PhraseMatch {
  readonly table: PhraseTable;
  readonly line: WordLine;
  readonly from: number;
  readonly to: number;
  readonly category: BlameCategory;
}

/** All tables; earlier ones win where two findings cover the same words. */
export const phraseTables: readonly PhraseTable[] = [
  ...counterfactual,
  ...sanctions,
  ...threats,
  ...incompetence,
  ...character,
  ...humanError,
  ...hindsight,
  ...causalVerbs,
  ...pointing,
  ...culprits,
  ...teamBlame,
  ...duties,
  ...sanctionFrames,
  ...abilityJudgements,
  ...traitJudgements,
  ...slips,
  ...obviousness,
  ...groupConduct,
  ...ironies,
  ...asides,
  ...untakenTrouble,
  ...reckoning,
  ...likenesses,
  ...temperamentIdioms,
  ...mockSurprise,
  ...mockPraise,
  ...groupIdioms,
  ...plainCharges,
  ...plainSpeech,
];

interface Search {
  readonly table: PhraseTable;
  readonly phrase: string;
  regex?: RegExp;
}

/** The phrases of one view, found by words of which one must be there. */
interface SearchIndex {
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly always: readonly number[];
}

let prepared:
  | { readonly searches: readonly Search[]; readonly index: Record<PhraseTable['view'], SearchIndex> }
  | undefined;

function indexOf(searches: readonly Search[], view: PhraseTable['view']): SearchIndex {
  const byWord = new Map<string, number[]>();
  const always: number[] = [];
  for (const [id, { table, phrase }] of searches.entries()) {
    if (table.view !== view) continue;
    const words = keyWordsOf(phrase);
    if (words === undefined) always.push(id);
    for (const word of words ?? []) {
      const same = byWord.get(word);
      if (same === undefined) byWord.set(word, [id]);
      else same.push(id);
    }
  }
  return { byWord, always };
}

// Preparing costs some milliseconds, so it waits for the first text to be checked; each regex waits for its words.
function prepare(): NonNullable<typeof prepared> {
  if (prepared !== undefined) return prepared;
  const searches: readonly Search[] = phraseTables.flatMap((table) =>
    table.phrases.map((phrase) => ({ table, phrase })),
  );
  prepared = { searches, index: { words: indexOf(searches, 'words'), actors: indexOf(searches, 'actors') } };
  return prepared;
}

function candidates(line: string, { byWord, always }: SearchIndex): ReadonlySet<number> {
  const found = new Set(always);
  for (const token of line.split(' ')) {
    const word = /^[A-Z]=/.test(token) ? token.slice(0, 2) : token;
    for (const id of byWord.get(word) ?? []) found.add(id);
    if (word !== token) for (const id of byWord.get(token) ?? []) found.add(id);
  }
  return found;
}

function categoryByActor(found: string): BlameCategory {
  const kind = /(?:^| )([A-Z])=/.exec(found)?.[1];
  if (kind === 'N' || kind === 'U' || kind === 'P' || kind === 'I') return 'named-individual-at-fault';
  return kind === 'S' ? 'human-error' : 'team-blame';
}

function regexOf(search: Search): RegExp {
  search.regex ??= new RegExp(` (?:${expandMacros(search.phrase)})(?= |$|(?<= ))`, 'g');
  return search.regex;
}

/** Finds the phrases of all tables in one sentence, in order of precedence: by table, then from left to right. */
export function searchPhrases(sentence: TaggedSentence): readonly PhraseMatch[] {
  const { searches, index } = prepare();
  const ids = new Set(candidates(sentence.words.line, index.words));
  if (sentence.hasActor) for (const id of candidates(sentence.actors.line, index.actors)) ids.add(id);
  const rank = new Map<PhraseTable, number>();
  const matches: PhraseMatch[] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const search = searches[id];
    if (search === undefined) continue;
    const { table } = search;
    const line = sentence[table.view];
    for (const match of line.line.matchAll(regexOf(search))) {
      if (!rank.has(table)) rank.set(table, rank.size);
      const found = match[0];
      matches.push({
        table,
        line,
        from: match.index + 1,
        to: match.index + found.length,
        category: table.category === 'by-actor' ? categoryByActor(found) : table.category,
      });
    }
  }
  return matches.sort((a, b) => (rank.get(a.table) ?? 0) - (rank.get(b.table) ?? 0) || a.from - b.from);
}
