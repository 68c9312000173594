import { placeholderPattern } from './placeholders.ts';
import type { Rule, Span } from './rule.ts';

/** Stands in for what has been replaced already: no letter, digit, blank or quote, so that no rule reads across it. */
const mask = '\ue000';

/** How often a text may be read again from inside a rejected match, in text lengths: keeps hostile texts linear. */
const rereadings = 4;

/** Values this short are not looked for elsewhere: they would be found inside ordinary words. */
const shortestRepeat = 8;
const mostRepeats = 40;

/** Hides the placeholders of a text behind marks of the same length. */
export function maskPlaceholders(text: string): { masked: string; taken: readonly [number, number][] } {
  const taken: [number, number][] = [];
  if (!text.includes('-') || !text.includes('[')) return { masked: text, taken };
  const masked = text.replace(placeholderPattern, (placeholder, offset: number) => {
    taken.push([offset, offset + placeholder.length]);
    return mask.repeat(placeholder.length);
  });
  return { masked, taken };
}

function spanOf(match: RegExpExecArray): { value: string; start: number } {
  const whole = match[0];
  if (match.groups) {
    const before = match.groups['before'] ?? '';
    return { value: before + whole, start: match.index - before.length };
  }
  let value = whole;
  for (let group = 1; group < match.length; group += 1) value = match[group] ?? value;
  return { value, start: match.index + whole.length - value.length };
}

const opener: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Sentence marks, and brackets that were opened before a bare value, belong to the sentence. */
function trimmedLength(value: string, follower: string): number {
  if (follower !== '' && '"\'`\\'.includes(follower)) return value.length;
  let end = value.length;
  for (; end > 1; end -= 1) {
    const last = value.charAt(end - 1);
    if (!',.;:)]}!?'.includes(last)) break;
    const opened = opener[last];
    if (opened !== undefined && value.slice(0, end).includes(opened)) break;
  }
  return end;
}

/** Finds everything one rule objects to; the pattern's own position is put back, so a call leaves no trace. */
export function findWithRule(rule: Rule, text: string, found: Span[]): void {
  const { pattern } = rule;
  let budget = text.length * rereadings + 1000;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { value, start } = spanOf(match);
    const length = rule.kind === 'secret' ? trimmedLength(value, text.charAt(start + value.length)) : value.length;
    const kept = value.slice(0, length);
    if (
      length > 0 &&
      (rule.check?.({
        value: kept,
        whole: match[0].slice(0, match[0].length - (value.length - length)),
        text,
        start,
      }) ??
        true)
    ) {
      found.push({ start, end: start + length, rule });
    } else if (start > match.index && budget > 0) {
      budget -= value.length;
      pattern.lastIndex = start;
    }
    if (match[0] === '') pattern.lastIndex += 1;
  }
  pattern.lastIndex = 0;
}

/** Adds the places where a value that was found in its context stands once more without it. */
export function findRepeats(text: string, found: Span[]): void {
  const seen = new Set<string>();
  for (const { start, end, rule } of [...found]) {
    if (!rule.repeats || seen.size >= mostRepeats) continue;
    const value = text.slice(start, end);
    const password = rule.name === 'url-credentials' ? value.slice(value.indexOf(':') + 1) : value;
    for (const wanted of new Set([value, password])) {
      if (wanted.length < shortestRepeat || seen.has(wanted) || wanted.toLowerCase() === wanted.toUpperCase()) continue;
      if (rule.kind === 'personal' && !wanted.includes(' ')) continue;
      seen.add(wanted);
      for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
        found.push({ start: at, end: at + wanted.length, rule });
      }
    }
  }
}

/**
 * Sorts spans and joins those that overlap under the name of the one that was found first.
 *
 * A span that lies within placeholders is dropped; one that only touches a placeholder swallows it whole.
 */
export function joinSpans(spans: readonly Span[], taken: readonly [number, number][]): Span[] {
  const order = new Map(spans.map((span, index) => [span, index]));
  const rank = (span: Span): number => order.get(span) ?? 0;
  const joined: Span[] = [];
  for (const span of clearOfTaken(spans, taken).sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && span.start < last.end) {
      const first = rank(last) <= rank(span) ? last : span;
      const whole = { start: last.start, end: Math.max(last.end, span.end), rule: first.rule };
      order.set(whole, rank(first));
      joined[joined.length - 1] = whole;
    } else {
      joined.push(span);
    }
  }
  return joined;
}

function clearOfTaken(spans: readonly Span[], taken: readonly [number, number][]): Span[] {
  if (taken.length === 0) return [...spans];
  const clear: Span[] = [];
  for (const span of spans) {
    let { start, end } = span;
    let covered = 0;
    for (let at = firstEndingAfter(taken, start); at < taken.length; at += 1) {
      const [from = 0, to = 0] = taken[at] ?? [];
      if (from >= end) break;
      covered += Math.min(to, span.end) - Math.max(from, span.start);
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
    if (covered === 0) clear.push(span);
    else if (covered < span.end - span.start) clear.push({ ...span, start, end });
  }
  return clear;
}

function firstEndingAfter(taken: readonly [number, number][], position: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.[1] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
