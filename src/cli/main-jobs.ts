import type { Action } from './command-spec.ts';
import type { Input } from './input.ts';

/** What was asked for, ready to be done. */
export type Parsed =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly input: Input; readonly load: () => Promise<Action> };

const jobs = {
  receive: async () => (await import('./commands/triage/receive.ts')).receive,
  'go-on': async () => (await import('./commands/triage/go-on.ts')).goOn,
  declare: async () => (await import('./commands/triage/declare.ts')).declare,
} as const;

/** Which of the main jobs the flags ask for when no command is named; null when they ask for none. */
export function loadMainJob(
  options: Input['options'],
): { readonly name: string; readonly load: () => Promise<Action> } | null {
  if (options['alertPayload'] !== undefined) return { name: 'receive', load: jobs.receive };
  if (options['incidentId'] !== undefined) return { name: 'go-on', load: jobs['go-on'] };
  if (options['manualIncident'] !== undefined) return { name: 'declare', load: jobs.declare };
  return null;
}
