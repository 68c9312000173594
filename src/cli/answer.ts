import type { Incident } from '../incident/incident.ts';
import type { NextStep } from '../phases/next-steps.ts';

/** The exit codes and what each promises. */
export const exitCodes = {
  done: 0,
  unsuccessful: 1,
  wrongUsage: 2,
  degraded: 3,
  refused: 4,
  integrity: 5,
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface AnswerError {
  readonly reason: string;
  readonly message: string;
  readonly hint: string;
}

/** Gives out, before the rest of an answer, what would be too much to hold at once. */
export type Pour = (out: (text: string) => void, json: boolean) => Promise<void>;

/** What a command answers, for people and for `--json` alike. */
export interface Answer {
  readonly outcome: string;
  readonly exit_code: ExitCode;
  readonly incident: Incident | null;
  /** Lines for a person; empty when the headline says it all. */
  readonly lines: readonly string[];
  /** Further members of the JSON object. */
  readonly more: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string>>;
  readonly next: readonly NextStep[];
  readonly warnings: readonly string[];
  readonly error: AnswerError | null;
  /** The error in short, for people who have read it among the lines; null where it stands nowhere else. */
  readonly brief: string | null;
  /** False where the lines are the whole answer and a headline about one incident would be in the way. */
  readonly headline: boolean;
  /** True where all of it was given out before, answer by answer; then only its exit code is left to be told. */
  readonly said: boolean;
  /** Rows that come first and piece by piece; null where the answer is small enough to be held. */
  readonly pour: Pour | null;
  /** What is worth doing once the answer is given, and nobody's trouble if it fails. */
  readonly afterwards?: () => Promise<void>;
}

/** An answer with everything left out that a command has nothing to say about. */
export function answer(outcome: string, told: Partial<Answer> = {}): Answer {
  return {
    outcome,
    exit_code: exitCodes.done,
    incident: null,
    lines: [],
    more: {},
    files: {},
    next: [],
    warnings: [],
    error: null,
    brief: null,
    headline: true,
    said: false,
    pour: null,
    ...told,
  };
}
