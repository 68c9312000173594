/** One thing that must hold of an alert: `service=checkout`, `labels.region=eu-1`, `title~disk*`. */
export interface Matcher {
  /** `service`, `title`, `source`, `severity`, `fingerprint` or `labels.<name>`. */
  readonly field: string;
  /** `like` compares with `*` and `?`. */
  readonly how: 'is' | 'like';
  readonly value: string;
}

/** A stretch of time in which alerts that match every matcher open no incident and are announced to nobody. */
export interface Silence {
  readonly id: string;
  readonly matchers: readonly Matcher[];
  readonly because: string;
  readonly by: string | null;
  readonly created_at: string;
  readonly starts_at: string;
  readonly ends_at: string;
}

/** A matcher as it is typed. */
export function writeMatcher({ field, how, value }: Matcher): string {
  return `${field}${how === 'is' ? '=' : '~'}${value}`;
}
