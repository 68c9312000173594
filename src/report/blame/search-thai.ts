import type { BlameCategory } from './blame-category.ts';
import { thai, thaiTalk } from './phrases/thai.ts';
import type { Span } from './split-sentences.ts';

/** Blame found in Thai words, offsets within the text. */
export interface ThaiMatch extends Span {
  readonly category: BlameCategory;
}

const thaiLetter = /[\u0E01-\u0E5B]/;
const reason = /^[ก-๙A-Za-z0-9 ]{0,40}?(?:เพราะ|เนื่องจาก|เนื่องด้วย)(?!เขา|เธอ|พวกเขา|คุณ|ขี้เกียจ|ประมาท)/;
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
  for (const { category, phrases } of thai) {
    for (const phrase of phrases) {
      const search = new RegExp(phrase.replaceAll('PEOPLE', names.join('|') || nobody), 'g');
      for (const match of text.matchAll(search)) {
        const end = match.index + match[0].length;
        const explained = category === 'team-blame' && reason.test(text.slice(end, end + 80));
        if (!explained) matches.push({ category, start: span.start + match.index, end: span.start + end });
      }
    }
  }
  return matches;
}
