/** How one check of the service's health went. */
export interface CheckVerdict {
  readonly passed: boolean;
  readonly detail: string;
}

/** The same, with what the check is called. */
export interface CheckResult extends CheckVerdict {
  readonly name: string;
}

/** One round through all checks. */
export interface CheckRound {
  readonly attempt: number;
  readonly passed: boolean;
  readonly failed: readonly string[];
}
