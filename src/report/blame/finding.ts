/** What a finding is about; `personal-data` and `secret` are found by the sanitiser, `incomplete` by the report. */
export type FindingKind = 'blame' | 'name-in-cause' | 'personal-data' | 'secret' | 'incomplete' | 'weak-action';

/** `block` and `warn` keep a post-mortem from being final; `info` is only shown. */
export type FindingTier = 'block' | 'warn' | 'info';

/** One passage that needs another wording; offsets and columns count UTF-16 units, line and column start at 1. */
export interface Finding {
  readonly kind: FindingKind;
  readonly tier: FindingTier;
  readonly category: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly why: string;
  readonly suggestion: string;
}
