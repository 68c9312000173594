import { createHash } from 'node:crypto';
import type { Incident, Mitigation } from './incident.ts';

/** What would run if it ran now. */
export interface ExactRun {
  /** The absolute path of the program, then its exact arguments; null where nothing is configured to run it. */
  readonly command: readonly string[] | null;
  /** A hash of the program's content, so that another program in its place is another run; null where there is none. */
  readonly program: string | null;
}

/**
 * A hash over everything an approval stands for: the incident in its present opening, the proposal, its arguments in
 * order, and the very program and argument list that would run.
 */
export function approvalDigest(
  incident: Pick<Incident, 'id' | 'reopened_at'>,
  { id, workflow, args }: Pick<Mitigation, 'id' | 'workflow' | 'args'>,
  { command, program }: ExactRun,
): string {
  const named = args.map(({ name, value }) => [name, value]);
  return createHash('sha256')
    .update(JSON.stringify([incident.id, incident.reopened_at, id, workflow, named, command, program]))
    .digest('hex');
}
