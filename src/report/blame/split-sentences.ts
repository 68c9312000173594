/** A stretch of text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// Longer runs without a full stop are cut so that the cost per sentence has a ceiling.
const longest = 800;
const boundary =
  /[.!?…]+["'”’)\]*_]*(?=\s|$)|\n(?=[ \t]{0,99}\n)|\n(?=\s{0,12}(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\|))|\||\r|;(?=\s)/g;
const abbreviation = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|approx|no|fig|cf|a\.k\.a|[a-z])\.$/i;

function isAbbreviation(text: string, end: number): boolean {
  return abbreviation.test(text.slice(Math.max(0, end - 8), end)) && /^\s+\S/.test(text.slice(end, end + 3));
}

function cutLong(text: string, span: Span): readonly Span[] {
  const parts: Span[] = [];
  let start = span.start;
  while (span.end - start > longest) {
    const blank = text.lastIndexOf(' ', start + longest);
    const end = blank > start ? blank : start + longest;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: span.end }];
}

/** Splits masked prose into sentences, list items, headings and table cells. */
export function splitSentences(prose: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of prose.matchAll(boundary)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && isAbbreviation(prose, end)) continue;
    spans.push(...cutLong(prose, { start, end }));
    start = end;
  }
  spans.push(...cutLong(prose, { start, end: prose.length }));
  return spans;
}
