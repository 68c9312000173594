import { findRepeats, findWithRule, joinSpans, maskPlaceholders } from './find-spans.ts';
import { rosterRule } from './person-names.ts';
import { personalRules } from './personal-data.ts';
import { type Placeholders, placeholderFor } from './placeholders.ts';
import type { Rule, RuleKind, Span } from './rule.ts';
import { secretRules } from './secrets.ts';
import { findWithUserPattern, type UserPattern } from './user-patterns.ts';

/** What is taken away beyond the rules that always hold. */
export interface SanitiseOptions {
  /** Names of people to be replaced wherever they stand, as they are written. */
  readonly names?: readonly string[];
  /** The project's own patterns, compiled with `compileUserPatterns`. */
  readonly patterns?: readonly UserPattern[];
}

/** How many values of one sort were replaced. */
export interface Found {
  readonly kind: RuleKind;
  readonly name: string;
  readonly count: number;
}

/** A text without its secrets and personal data. */
export interface SanitisedText {
  readonly text: string;
  readonly state: Placeholders;
  readonly found: readonly Found[];
}

/** Anything that a rule could need: most labels, names and words of a payload have none of it and are let through. */
const worthALook =
  /[@+\\%$:=>]|\d[ .)-]?\d{2}|[\w-]{16}|pass|pwd|secret|token|key|auth|cookie|cred|bearer|basic|\p{Lu}\p{L}* \p{Lu}|\/home\/|\/users\/|born|street|avenue|road|address|identified|tax|licen[cs]e|[\u0e00-\u0e7f]/iu;

/** Replacing may bring a new match about once or twice; a bound keeps the work linear whatever the text. */
const mostPasses = 4;

let builtIn: readonly Rule[] | undefined;
const rosters = new WeakMap<readonly string[], Rule | null>();

function rosterOf(names: readonly string[] | undefined): Rule | null {
  if (names === undefined || names.length === 0) return null;
  const known = rosters.get(names);
  if (known !== undefined) return known;
  const rule = rosterRule(names);
  rosters.set(names, rule);
  return rule;
}

function findSpans(text: string, options: SanitiseOptions): Span[] {
  const found: Span[] = [];
  if (worthALook.test(text)) {
    builtIn ??= [...secretRules(), ...personalRules()];
    const lower = text.toLowerCase();
    for (const rule of builtIn) {
      if (rule.triggers === null || rule.triggers.some((trigger) => lower.includes(trigger))) {
        findWithRule(rule, text, found);
      }
    }
  }
  const roster = rosterOf(options.names);
  if (roster !== null) findWithRule(roster, text, found);
  for (const pattern of options.patterns ?? []) findWithUserPattern(pattern, text, found);
  findRepeats(text, found);
  return found;
}

/** Adds to the counts kept by kind and name. */
export function countFound(counts: Map<string, Found>, { kind, name }: Pick<Found, 'kind' | 'name'>, more = 1): void {
  const key = `${kind} ${name}`;
  counts.set(key, { kind, name, count: (counts.get(key)?.count ?? 0) + more });
}

/**
 * Replaces secrets and personal data in a text by placeholders that stay the same within one incident.
 *
 * Doing it twice changes nothing. The state that comes back remembers the placeholders and must be kept.
 */
export function sanitiseText(text: string, state: Placeholders, options: SanitiseOptions = {}): SanitisedText {
  let current = text;
  let known = state;
  const counts = new Map<string, Found>();
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const { masked, taken } = maskPlaceholders(current);
    const spans = joinSpans(findSpans(masked, options), taken);
    if (spans.length === 0) break;
    const pieces: string[] = [];
    let from = 0;
    for (const { start, end, rule } of spans) {
      const value = current.slice(start, end);
      const identity = rule.identity?.(value) ?? value;
      const replaced = placeholderFor(known, { kind: rule.kind, name: rule.name, identity });
      known = replaced.state;
      pieces.push(current.slice(from, start), replaced.placeholder);
      from = end;
      countFound(counts, rule);
    }
    pieces.push(current.slice(from));
    current = pieces.join('');
  }
  return { text: current, state: known, found: [...counts.values()] };
}
