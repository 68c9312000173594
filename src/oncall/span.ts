/** Why this person and nobody else is on call. */
export type OnCallBecause = 'rotation' | 'layer' | 'override' | 'calendar';

/** One person's duty from `from` up to and without `to`, both as instants. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly person: string;
  readonly because: OnCallBecause;
}

/** Any stretch of time, `to` not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Orders by start, then by end. */
export function byStart(a: Stretch, b: Stretch): number {
  return a.from - b.from || a.to - b.to;
}

/** The part of each that lies within the stretch. */
export function clip<T extends Stretch>(spans: readonly T[], within: Stretch): T[] {
  return spans
    .map((span) => ({ ...span, from: Math.max(span.from, within.from), to: Math.min(span.to, within.to) }))
    .filter((span) => span.from < span.to);
}

/** The stretches of `within` that none of the spans covers. */
export function uncovered(spans: readonly Stretch[], within: Stretch): Stretch[] {
  const gaps: Stretch[] = [];
  let reached = within.from;
  for (const span of spans.toSorted(byStart)) {
    if (span.from >= within.to) break;
    if (span.from > reached) gaps.push({ from: reached, to: span.from });
    reached = Math.max(reached, span.to);
  }
  if (reached < within.to) gaps.push({ from: reached, to: within.to });
  return gaps;
}

/** Lays `top` over `base`: wherever `top` has somebody, `base` gives way. Sorted by start. */
export function overlay(base: readonly Span[], top: readonly Span[]): Span[] {
  if (top.length === 0) return [...base];
  const sorted = top.toSorted(byStart);
  const left = base.flatMap((span) => uncovered(sorted, span).map((stretch) => ({ ...span, ...stretch })));
  return [...left, ...top].sort(byStart);
}

/** Joins spans of the same person that touch or overlap, so that one duty is one span; sorted by start. */
export function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  const openOf = new Map<string, number>();
  for (const span of spans.toSorted(byStart)) {
    const index = openOf.get(span.person);
    const before = index === undefined ? undefined : joined[index];
    if (index !== undefined && before !== undefined && span.from <= before.to) {
      joined[index] = { ...before, to: Math.max(before.to, span.to) };
    } else {
      openOf.set(span.person, joined.push(span) - 1);
    }
  }
  return joined;
}
