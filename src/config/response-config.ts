import type { CheckWanted } from '../incident/check-wanted.ts';
import type { Severity } from '../incident/severity.ts';

/** A program that stands for a workflow: the exact argument list, run without a shell. */
export interface WorkflowConfig {
  readonly command: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  /** Whether `--apply` is passed when it is run for real; undefined: as is known of the workflow. */
  readonly pass_apply?: boolean | undefined;
  /** Names of variables that are handed on to it. */
  readonly env: readonly string[];
}

/** What to propose when an incident looks like this. */
export interface PlaybookConfig {
  readonly name: string;
  readonly match: PlaybookMatch;
  readonly propose: { readonly workflow: string; readonly args: Readonly<Record<string, string>> };
  /** Further workflows to propose, e.g. a hotfix where a rollback is not possible; only the first may run by itself. */
  readonly also?:
    | readonly { readonly workflow: string; readonly args?: Readonly<Record<string, string>> | undefined }[]
    | undefined;
  /** What can go wrong, in a sentence for whoever approves. */
  readonly risk?: string | undefined;
  /** What has to hold before it runs. */
  readonly pre_check?: readonly CheckWanted[] | undefined;
  /** Checks of its own; empty: those of `verification`. */
  readonly verification: readonly CheckWanted[];
  /** True where it may run without a person's approval. */
  readonly auto: boolean;
}

/** Everything that is given must hold, and at least one thing is; a list holds when one of its entries does. */
export interface PlaybookMatch {
  readonly service?: readonly string[] | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly source?: readonly string[] | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** An expression, as in `severity.rules`. */
  readonly when?: string | undefined;
}

export interface VerificationConfig {
  /** Rounds in a row that must pass. */
  readonly passes: number;
  /** Seconds between two rounds. */
  readonly every: number;
  /** Empty: nothing can verify, so a person has to attest. */
  readonly checks: readonly CheckWanted[];
}
