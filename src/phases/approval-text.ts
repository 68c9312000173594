import { approvalDigest, type ExactRun } from '../incident/approval-digest.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';

/** The text that a signed approval stands for, line by line, so that whoever signs can read what it lets run. */
export function writeApprovalText(
  incident: Pick<Incident, 'id' | 'reopened_at'>,
  mitigation: Pick<Mitigation, 'id' | 'workflow' | 'args'>,
  run: ExactRun,
  until: string,
): string {
  const [program, ...args] = run.command ?? [];
  return [
    'approval of a mitigation, version 1',
    `incident: ${incident.id}`,
    `mitigation: ${mitigation.id}`,
    `workflow: ${mitigation.workflow ?? ''}`,
    `program: ${program === undefined ? 'none' : JSON.stringify(program)}`,
    `arguments: ${JSON.stringify(args)}`,
    `digest: ${approvalDigest(incident, mitigation, run)}`,
    `valid until: ${until}`,
    '',
  ].join('\n');
}

/** Until when a text says that it is valid; null when it says nothing that can be read. */
export function readValidUntil(text: string): string | null {
  const until = /^valid until: (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/m.exec(text.slice(0, 20_000))?.[1];
  return until === undefined || Number.isNaN(Date.parse(until)) ? null : until;
}
