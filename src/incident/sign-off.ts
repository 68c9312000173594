/** What the checker of the wording said when a report was signed off. */
export interface WordingCheck {
  /** The version of the rules, so that a later check can tell whether they have changed. */
  readonly rule_set: string;
  /** Findings that were let stand, each with the reason. */
  readonly accepted: readonly { readonly key: string; readonly reason: string }[];
}

/** A report that was signed off, by whom, and on which check. */
export interface SignOff {
  readonly version: number;
  readonly reviewers: readonly string[];
  /** Absent in records of an earlier version of the program. */
  readonly check?: WordingCheck;
}
