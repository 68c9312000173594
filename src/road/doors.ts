import type { Alert } from '../incident/alert.ts';
import type { CheckResult, CheckRound } from '../incident/check-result.ts';
import type { EventData, WorkflowOutcome } from '../incident/event.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';
import type { Birth } from '../phases/declare.ts';

export type Arguments = EventData['mitigation.proposed']['args'];

/** A workflow made ready to run, or why it cannot be. */
export type Prepared =
  | {
      readonly ok: true;
      /** The absolute path of the program, then its exact arguments. */
      readonly command: readonly string[];
      /** A hash of the program's content; null when it cannot be read. */
      readonly program: string | null;
      /** The same as a person would type it. */
      readonly shown: string;
    }
  | {
      readonly ok: false;
      readonly outcome: Extract<WorkflowOutcome, 'workflow-not-configured' | 'not-started'>;
      readonly reason: string;
      readonly text: string;
      /** The line to paste into the tool that runs SmartSpec workflows. */
      readonly paste: string | null;
      /** What to add to the configuration. */
      readonly config_lines: string | null;
    };

/** How a run ended. */
export interface Ran {
  readonly outcome: WorkflowOutcome;
  readonly exit_code: number | null;
  readonly text: string;
  readonly excerpt: string;
  readonly seconds: number | null;
}

/** How checks went: their last word each, and every round. No checks at all: two empty lists. */
export interface HealthReport {
  readonly checks: readonly CheckResult[];
  readonly attempts: readonly CheckRound[];
}

/** Something that changed before it began, likeliest first. */
export interface SuspectFound {
  readonly rank: number;
  readonly kind: string;
  readonly ref: string;
  readonly title: string;
  readonly at: string;
  readonly minutes_before: number;
  readonly deployment_id: string | null;
  readonly version: string | null;
  readonly previous_version: string | null;
  readonly reason: string;
}

export interface SuspectReport {
  readonly suspects: readonly SuspectFound[];
  readonly looked_at: number;
  /** What could not be looked at, as sentences. */
  readonly notes: readonly string[];
}

/** The ways out of the house, each behind a door that says how it went instead of throwing. */
export interface Doors {
  /** Who leads an incident of this service at this moment, from the on-call schedules. */
  readonly onCall: (service: string | null, at: string) => Promise<Birth['commander']>;
  /** Makes a workflow ready; `apply` false prepares a preview. */
  readonly prepareWorkflow: (workflow: string, args: Arguments, apply: boolean) => Promise<Prepared>;
  /** Runs what was prepared and approved, once. */
  readonly runWorkflow: (workflow: string, command: readonly string[]) => Promise<Ran>;
  /**
   * Asks every check that concerns this incident, as often as configured: those of the playbook behind its latest
   * mitigation, else those of the configuration. Before a run: what its playbook wants to hold first, once.
   */
  readonly checkHealth: (incident: Incident, before?: Mitigation) => Promise<HealthReport>;
  /** What its playbook says can go wrong, or null, and what is checked after it, by name. */
  readonly planOf: (mitigation: { readonly playbook?: string }) => {
    readonly risk: string | null;
    readonly checks: readonly string[];
  };
  /** How long a workflow may take, in seconds. */
  readonly timeoutOf: (workflow: string) => number;
  /** Whose signature of a text this is, as of the moment it was given; only keys that are allowed now count. */
  readonly whoSigned: (
    text: string,
    signature: string,
    at: string,
  ) => Promise<{ readonly ok: true; readonly person: string } | { readonly ok: false; readonly why: string }>;
  /** What changed shortly before it began; with `milliseconds` it gives up after so long and names whom it has. */
  readonly findSuspects: (incident: Incident, milliseconds?: number) => Promise<SuspectReport>;
  /** False where nothing is at hand that could be looked through, or nobody wants it at triage. */
  readonly looksForSuspects: () => boolean;
  /** Whether a condition of the team's own holds for an alert. */
  readonly asks: (
    when: string,
    alert: Alert,
  ) => Promise<{ readonly ok: true; readonly holds: boolean } | { readonly ok: false; readonly why: string }>;
}
