/** What a rule takes away: something that opens doors, or something about a person. */
export type RuleKind = 'secret' | 'personal';

/** What a rule may look at before it claims a match. */
export interface Candidate {
  /** The part that would be replaced. */
  readonly value: string;
  /** Everything that matched, the value included. */
  readonly whole: string;
  readonly text: string;
  /** Where `value` starts in `text`. */
  readonly start: number;
}

/**
 * One kind of thing that must not be kept.
 *
 * The value is the capture group that took part, and it must end the match. Without groups, or where groups have names,
 * the whole match is the value; a group named `before` stands in a look-behind and makes it longer to the left.
 */
export interface Rule {
  readonly kind: RuleKind;
  readonly name: string;
  /** Lower-case pieces of which a text must hold one before the pattern is tried, or seven digits close together. */
  readonly triggers: readonly string[] | 'seven-digits';
  /** True where nothing without a digit can match: such texts are not searched for the triggers at all. */
  readonly digits?: boolean;
  /** Has the `g` flag and runs in time linear in the text. */
  readonly pattern: RegExp;
  readonly check?: (candidate: Candidate) => boolean;
  /** What makes two spellings the same value, e.g. the digits of a phone number. */
  readonly identity?: (value: string) => string;
  /** True where the same value is worth looking for elsewhere in the text, without its context. */
  readonly repeats?: boolean;
}

/** One thing found in a text, from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly rule: Pick<Rule, 'kind' | 'name' | 'identity' | 'repeats'>;
}
