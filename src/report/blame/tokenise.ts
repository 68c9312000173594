import { thing } from './mask-code.ts';
import type { Span } from './split-sentences.ts';

/** One word or sign: `word` is lower case and without contraction, `raw` as it stands in the text. */
export interface Token {
  readonly word: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const wordOrSign =
  /@?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:['’.\-/&@][\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*|\uFFFC+|[,;:.?!()…—–]|-(?=\s)/gu;
const pause = new Set(['—', '–', '-', '…']);
const contractions: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'m", 'am'],
];
const contractedIs = new Set(['it', 'that', 'he', 'she', 'who', 'what', 'there', 'here', 'how', 'where', 'why']);
const irregular: Readonly<Record<string, readonly string[]>> = {
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  gonna: ['going', 'to'],
  fatfingered: ['fat-fingered'],
  u: ['you'],
  cant: ['can', 'not'],
  wont: ['will', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "let's": ['let', 'us'],
  // Chats leave the apostrophe out.
  ...Object.fromEntries(
    ['did', 'do', 'does', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'could', 'would', 'should'].map((verb) => [
      `${verb}nt`,
      [verb, 'not'],
    ]),
  ),
  ...Object.fromEntries(
    ['should', 'could', 'would'].flatMap((verb) => [
      [`${verb}ve`, [verb, 'have']],
      [`${verb}a`, [verb, 'have']],
    ]),
  ),
};

function expand(lower: string): readonly string[] {
  if (Object.hasOwn(irregular, lower)) return irregular[lower] ?? [lower];
  if (!lower.includes("'")) return [lower];
  for (const [ending, word] of contractions) {
    if (lower.endsWith(ending) && lower.length > ending.length) {
      return [...expand(lower.slice(0, -ending.length)), word];
    }
  }
  if (!lower.endsWith("'s")) return [lower];
  const stem = lower.slice(0, -2);
  return [stem, contractedIs.has(stem) ? 'is' : "'s"];
}

/** Splits a stretch of prose into words and signs; contractions become two words that share their place. */
export function tokenise(prose: string, span: Span): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of prose.slice(span.start, span.end).matchAll(wordOrSign)) {
    const raw = match[0];
    const start = span.start + match.index;
    const end = start + raw.length;
    if (raw.startsWith(thing)) {
      tokens.push({ word: 'x', raw: 'x', start, end });
      continue;
    }
    const lower = raw.toLowerCase().replaceAll('’', "'");
    const [first = lower, ...others] = pause.has(lower) ? [','] : expand(lower);
    tokens.push({ word: first, raw, start, end });
    for (const word of others) tokens.push({ word, raw: word, start, end });
  }
  return tokens;
}
