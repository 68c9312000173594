import type { CheckResult, EventData, WorkflowOutcome } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { Birth } from '../phases/declare.ts';

export type Arguments = EventData['mitigation.proposed']['args'];

/** A workflow made ready to run, or why it cannot be. */
export type Prepared =
  | {
      readonly ok: true;
      /** The absolute path of the program, then its exact arguments. */
      readonly command: readonly string[];
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

/** The ways out of the house, each behind a door that says how it went instead of throwing. */
export interface Doors {
  /** Who leads an incident of this service at this moment, from the on-call schedules. */
  readonly onCall: (service: string | null, at: string) => Promise<Birth['commander']>;
  /** Makes a workflow ready; `apply` false prepares a preview. */
  readonly prepareWorkflow: (workflow: string, args: Arguments, apply: boolean) => Promise<Prepared>;
  /** Runs what was prepared and approved, once. */
  readonly runWorkflow: (workflow: string, command: readonly string[]) => Promise<Ran>;
  /** Asks every configured check, as often as configured; none configured: an empty list. */
  readonly checkHealth: (incident: Incident) => Promise<readonly CheckResult[]>;
}
