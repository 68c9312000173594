import type { WorkflowOutcome } from '../incident/event.ts';
import type { SiblingSummary } from './sibling-summary.ts';

/** One approved command line and everything it may touch. */
export interface RunOrder {
  readonly workflow: string;
  /** The absolute path of the program, then its exact arguments; no shell ever sees them. */
  readonly command: readonly string[];
  /** Absolute; the project's root. */
  readonly cwd: string;
  readonly timeoutSeconds: number;
  /** The whole environment of the run: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Told each line of output as it comes, redacted and safe to print; too many at once are counted, not told. */
  readonly onProgress?: (line: string) => void;
  readonly redact: (text: string) => string;
  /** How much of what it prints is kept at most; about 8 KB when left out. */
  readonly mostExcerptCharacters?: number;
  /** Ends the run, and everything it started, with the outcome `aborted`. */
  readonly signal?: AbortSignal;
}

/** How a run went. A run that could not even start is a result too: nothing is thrown. */
export interface RunResult {
  readonly outcome: WorkflowOutcome;
  /** Null when it ended by a signal, was cut short or never started. */
  readonly exit_code: number | null;
  /** One sentence for the timeline. */
  readonly text: string;
  /** The first and last part of what it printed: redacted, printable, at most as much as was ordered. */
  readonly excerpt: string;
  readonly seconds: number;
  readonly summary: SiblingSummary | null;
}

/** Runs one approved argument list to its end and says how it went. */
export interface WorkflowRunner {
  run(order: RunOrder): Promise<RunResult>;
}
