import type { Severity } from '../incident/severity.ts';

/** One thing `oncall lint` found: `block` fails the build, `warn` is worth knowing. */
export interface OncallFinding {
  readonly kind:
    | 'config-problem'
    | 'unknown-person'
    | 'unknown-schedule'
    | 'malformed-target'
    | 'channel-not-configured'
    | 'no-channel-configured'
    | 'person-without-channel'
    | 'only-email'
    | 'gap'
    | 'overlap'
    | 'same-person-twice'
    | 'hand-over-moves'
    | 'calendar-warning';
  readonly tier: 'block' | 'warn';
  /** The key of the configuration it is about, as `oncall.primary` or `people.ana`. */
  readonly key: string;
  readonly schedule: string | null;
  readonly person: string | null;
  readonly severities: readonly Severity[];
  /** When: the first ones, in UTC; `times` says how many there are. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  readonly times: number;
  readonly text: string;
  readonly why: string;
}

/** A finding about nothing in particular, to be made particular. */
export const emptyFinding = {
  schedule: null,
  person: null,
  severities: [],
  spans: [],
  times: 1,
} as const satisfies Partial<OncallFinding>;
