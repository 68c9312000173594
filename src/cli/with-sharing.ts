import { type Answer, exitCodes } from './answer.ts';
import { explainTrouble } from './explain.ts';
import type { SharingState } from './sharing-house.ts';

/** Adds to an answer that the database was out of reach and what is kept on this machine only: recorded, but degraded. */
export function withSharing(result: Answer, { trouble, waiting, warnings: own }: SharingState): Answer {
  const warnings = [...result.warnings, ...own, ...(waiting === 0 ? [] : [waitingText(waiting)])];
  const more = waiting === 0 ? result.more : { ...result.more, waiting_to_share: waiting };
  if (trouble === null) return { ...result, more, warnings };
  const { reason, message } = explainTrouble(trouble.reason, trouble.path, trouble.message);
  return {
    ...result,
    more,
    warnings,
    exit_code: result.exit_code === exitCodes.done ? exitCodes.degraded : result.exit_code,
    error: result.error ?? {
      reason,
      message,
      hint: 'What is kept on this machine only is carried over by the next command, or incident tick, that reaches the database.',
    },
  };
}

function waitingText(waiting: number): string {
  return `${waiting} ${waiting === 1 ? 'record is' : 'records are'} kept on this machine only and ${waiting === 1 ? 'waits' : 'wait'} for the database`;
}
