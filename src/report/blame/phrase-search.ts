import type { BlameCategory } from './blame-category.ts';
import { expandMacros } from './phrase-macros.ts';
import type { PhraseTable } from './phrase-table.ts';
import { abilityJudgements } from './phrases/ability.ts';
import { causalVerbs } from './phrases/causal-verbs.ts';
import { character } from './phrases/character.ts';
import { counterfactual } from './phrases/counterfactual.ts';
import { culprits } from './phrases/culprits.ts';
import { duties } from './phrases/duties.ts';
import { groupConduct } from './phrases/group-conduct.ts';
import { hindsight } from './phrases/hindsight.ts';
import { humanError } from './phrases/human-error.ts';
import { incompetence } from './phrases/incompetence.ts';
import { obviousness } from './phrases/obviousness.ts';
import { pointing } from './phrases/pointing.ts';
import { sanctionFrames } from './phrases/sanction-frames.ts';
import { sanctions } from './phrases/sanctions.ts';
import { slips } from './phrases/slips.ts';
import { teamBlame } from './phrases/team-blame.ts';
import { threats } from './phrases/threats.ts';
import { traitJudgements } from './phrases/traits.ts';
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
];

let compiled: readonly { table: PhraseTable; regex: RegExp }[] | undefined;

/** Puts phrases that begin with the same macros under one prefix, so that the actor is matched once for all of them. */
function joinPhrases(phrases: readonly string[]): string {
  const byPrefix = new Map<string, string[]>();
  for (const phrase of phrases) {
    const prefix = /^(?:\{[a-z]+\})+ /.exec(phrase)?.[0] ?? '';
    const group = byPrefix.get(prefix) ?? [];
    group.push(phrase.slice(prefix.length));
    byPrefix.set(prefix, group);
  }
  return [...byPrefix].map(([prefix, rests]) => `${prefix}(?:${rests.join('|')})`).join('|');
}

// Compiling costs some milliseconds, so it waits for the first text to be checked.
function searches(): readonly { table: PhraseTable; regex: RegExp }[] {
  compiled ??= phraseTables.map((table) => ({
    table,
    regex: new RegExp(` (?:${expandMacros(joinPhrases(table.phrases))})(?= |$|(?<= ))`, 'g'),
  }));
  return compiled;
}

function categoryByActor(found: string): BlameCategory {
  const kind = /(?:^| )([A-Z])=/.exec(found)?.[1];
  if (kind === 'N' || kind === 'U' || kind === 'P' || kind === 'I') return 'named-individual-at-fault';
  return kind === 'S' ? 'human-error' : 'team-blame';
}

/** Finds the phrases of all tables in one sentence, in order of precedence. */
export function searchPhrases(sentence: TaggedSentence): readonly PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  for (const { table, regex } of searches()) {
    if (table.view === 'actors' && !sentence.hasActor) continue;
    const line = sentence[table.view];
    for (const match of line.line.matchAll(regex)) {
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
  return matches;
}
