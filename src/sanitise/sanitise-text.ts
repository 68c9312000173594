import { findRepeats, findWithRule, joinSpans, maskPlaceholders } from './find-spans.ts';
import { rosterRule } from './person-names.ts';
import { personalRules } from './personal-data.ts';
import { openPlaceholders, type PlaceholderBook, type Placeholders } from './placeholders.ts';
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

/** A word such as most labels, names and states are: nothing a rule could object to. */
const oneShortWord = /^[A-Za-z_-]{0,15}$/;

/** Telephone, card and account numbers have at least seven digits close together. */
const sevenDigits = /\d(?:[ .()-]{0,2}\d){6}|\d{2}(?: ?[A-Z0-9]{4}){3}/;

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

/** Texts in which nothing was found, by what they were searched for: alerts say the same words again and again. */
const clean = new WeakMap<SanitiseOptions, Set<string>>();
const mostClean = 2_000;
const longestClean = 200;

function cleanTexts(options: SanitiseOptions): Set<string> {
  const known = clean.get(options) ?? new Set<string>();
  if (known.size >= mostClean) known.clear();
  clean.set(options, known);
  return known;
}

function findSpans(text: string, options: SanitiseOptions): Span[] {
  const found: Span[] = [];
  if (!oneShortWord.test(text)) {
    builtIn ??= [...secretRules(), ...personalRules()];
    const lower = text.toLowerCase();
    const anyDigit = /\d/.test(text);
    const digits = anyDigit && sevenDigits.test(text);
    for (const rule of builtIn) {
      if (rule.digits === true && !anyDigit) continue;
      if (rule.triggers === 'seven-digits' ? digits : rule.triggers.some((trigger) => lower.includes(trigger))) {
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
export function countFound(counts: Map<string, Found>, { kind, name }: Pick<Found, 'kind' | 'name'>): void {
  const key = `${kind} ${name}`;
  counts.set(key, { kind, name, count: (counts.get(key)?.count ?? 0) + 1 });
}

/** As `sanitiseText`, with a state that is already open; tells each replacement as it is made. */
export function replaceInText(
  text: string,
  book: PlaceholderBook,
  options: SanitiseOptions,
  note: (rule: Span['rule']) => void,
): string {
  const known = cleanTexts(options);
  let current = text;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    if (known.has(current)) break;
    const { masked, taken } = maskPlaceholders(current);
    const spans = joinSpans(findSpans(masked, options), taken);
    if (spans.length === 0) {
      if (current.length <= longestClean) known.add(current);
      break;
    }
    const pieces: string[] = [];
    let from = 0;
    for (const { start, end, rule } of spans) {
      const value = current.slice(start, end);
      const identity = rule.identity?.(value) ?? value;
      pieces.push(current.slice(from, start), book.placeholderFor({ kind: rule.kind, name: rule.name, identity }));
      from = end;
      note(rule);
    }
    pieces.push(current.slice(from));
    current = pieces.join('');
  }
  return current;
}

/**
 * Replaces secrets and personal data in a text by placeholders that stay the same within one incident.
 *
 * Doing it twice changes nothing. The state that comes back remembers the placeholders and must be kept.
 */
export function sanitiseText(text: string, state: Placeholders, options: SanitiseOptions = {}): SanitisedText {
  const book = openPlaceholders(state);
  const counts = new Map<string, Found>();
  const clean = replaceInText(text, book, options, (rule) => countFound(counts, rule));
  return { text: clean, state: book.close(), found: [...counts.values()] };
}
