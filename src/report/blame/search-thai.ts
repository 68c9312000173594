import type { BlameCategory } from './blame-category.ts';
import { thai, thaiTalk } from './phrases/thai.ts';
import type { Span } from './split-sentences.ts';

/** Blame found in Thai words, offsets within the text. */
export interface ThaiMatch extends Span {
  readonly category: BlameCategory;
}

const thaiLetter = /[\u0E01-\u0E5B]/;
const reason = /^[ก-๙A-Za-z0-9 ]{0,40}?(?:เพราะ|เนื่องจาก|เนื่องด้วย)(?!เขา|เธอ|พวกเขา|คุณ|ขี้เกียจ|ประมาท|สะเพร่า|ความประมาท)/;
const excusable: ReadonlySet<BlameCategory> = new Set(['team-blame', 'named-individual-at-fault']);
const nobody = 'ไม่มีรายชื่อ';

function escapeForRegExp(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Finds Thai phrases of blame in a stretch of masked prose; returns nothing where there are no Thai letters. */
export function searchThai(prose: string, span: Span, people: readonly string[]): readonly ThaiMatch[] {
  const text = prose.slice(span.start, span.end);
  if (!thaiLetter.test(text) || thaiTalk.test(text)) return [];
  const names = people
    .filter((person) => thaiLetter.test(person))
    .slice(0, 200)
    .map(escapeForRegExp);
  const matches: ThaiMatch[] = [];
  for (const { category, search } of searchesFor(names.join('|') || nobody)) {
    for (const match of text.matchAll(search)) {
      const end = match.index + match[0].length;
      const explained = excusable.has(category) && reason.test(text.slice(end, end + 80));
      if (!explained) matches.push({ category, start: span.start + match.index, end: span.start + end });
    }
  }
  return matches;
}

interface ThaiSearch {
  readonly category: BlameCategory;
  readonly search: RegExp;
}

let latest: { readonly names: string; readonly searches: readonly ThaiSearch[] } | undefined;

// One text has one roster, so the searches of the latest are kept for its next sentence.
function searchesFor(names: string): readonly ThaiSearch[] {
  if (latest?.names !== names) {
    const searches = thai.flatMap(({ category, phrases }) =>
      phrases.map((phrase) => ({ category, search: new RegExp(phrase.replaceAll('PEOPLE', names), 'g') })),
    );
    latest = { names, searches };
  }
  return latest.searches;
}
