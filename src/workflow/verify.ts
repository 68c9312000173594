import type { CheckResult } from '../incident/check-result.ts';

/** One question about the service's health, ready to be asked any number of times. */
export interface Check {
  readonly name: string;
  run(): Promise<CheckResult>;
}

/** One round through all checks. */
export interface VerificationAttempt {
  readonly attempt: number;
  readonly passed: boolean;
  readonly results: readonly CheckResult[];
}

export interface VerificationOrder {
  readonly checks: readonly Check[];
  /** Rounds in a row that must pass. */
  readonly passes: number;
  readonly every_ms: number;
  /** Rounds at most; as many as `passes` when left out, so that the first failure decides. */
  readonly attempts?: number | undefined;
  /** Waits; may come back early when `signal` is aborted. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly onProgress?: ((attempt: VerificationAttempt, passesInARow: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Verification {
  readonly passed: boolean;
  /** One result per check, with how often it passed: what is recorded. */
  readonly checks: readonly CheckResult[];
  readonly attempts: readonly VerificationAttempt[];
}

/**
 * Asks all checks in turn, in rounds, until enough rounds in a row have passed or can't any more.
 *
 * Checks of one round run one after the other: two runs of one workflow at once could not be told apart by their
 * summaries. No checks at all verify nothing.
 */
export async function verify(order: VerificationOrder): Promise<Verification> {
  const { checks, every_ms, sleep, signal } = order;
  const passes = Math.max(1, order.passes);
  const mostAttempts = Math.max(passes, order.attempts ?? passes);
  const attempts: VerificationAttempt[] = [];
  let inARow = 0;
  while (checks.length > 0 && inARow + mostAttempts - attempts.length >= passes && inARow < passes) {
    if (attempts.length > 0) await sleep(every_ms);
    if (signal?.aborted) break;
    const attempt = await runRound(checks, attempts.length + 1);
    attempts.push(attempt);
    inARow = attempt.passed ? inARow + 1 : 0;
    order.onProgress?.(attempt, inARow);
  }
  const passed = inARow >= passes;
  const summed = checks.map((check, index) => sumUp(check, index, attempts));
  return { passed, checks: passed ? summed : withoutFalseComfort(summed, passes), attempts };
}

/** Rounds that were called off before enough had passed have verified nothing, however well each check looked. */
function withoutFalseComfort(results: readonly CheckResult[], passes: number): readonly CheckResult[] {
  if (results.some(({ passed }) => !passed)) return results;
  return results.map(({ name, detail }) => {
    return { name, passed: false, detail: `Called off before ${passes} rounds in a row had passed. ${detail}` };
  });
}

async function runRound(checks: readonly Check[], attempt: number): Promise<VerificationAttempt> {
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await check.run());
  return { attempt, passed: results.every(({ passed }) => passed), results };
}

/** A check counts as passed by its last answer; the detail is that of its last failure, which is what needs explaining. */
function sumUp({ name }: Check, index: number, attempts: readonly VerificationAttempt[]): CheckResult {
  const results = attempts.flatMap(({ results }) => results[index] ?? []);
  const last = results.at(-1);
  if (last === undefined) return { name, passed: false, detail: 'Not asked.' };
  const failure = results.findLast(({ passed }) => !passed);
  const passed = results.filter((result) => result.passed).length;
  const count = results.length === 1 ? '' : ` Passed ${passed} of ${results.length} times.`;
  return { name: last.name, passed: last.passed, detail: `${(failure ?? last).detail}${count}` };
}
