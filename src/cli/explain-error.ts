import { StoreTrouble } from '../store/incident-store.ts';
import { type Answer, answer, exitCodes } from './answer.ts';
import { explainTrouble } from './explain.ts';
import { WrongUsage } from './wrong-usage.ts';

/** What was thrown, as an answer: wrong usage, trouble with the disk, or a bug. */
export function explainError(error: unknown, outcome: string): Answer {
  if (error instanceof WrongUsage) {
    return answer(outcome, {
      exit_code: exitCodes.wrongUsage,
      error: { reason: error.reason, message: error.message, hint: error.hint },
    });
  }
  if (error instanceof StoreTrouble) {
    return answerTrouble(error, outcome);
  }
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
    return answer(outcome, {
      exit_code: exitCodes.unsuccessful,
      error: {
        reason: 'folder-vanished',
        message: 'The folder this was started in is gone; nothing was recorded.',
        hint: 'Change into the project again and type the same command.',
      },
    });
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return answer('bug', {
    exit_code: exitCodes.bug,
    error: {
      reason: 'bug',
      message: text,
      hint: 'This is a bug in the program; the record is unaffected (incident audit verify --all).',
    },
  });
}

/** The medium failed, so nothing was acknowledged. */
export function answerTrouble(error: StoreTrouble, outcome = 'failed'): Answer {
  const { exit_code, ...explained } = explainTrouble(error.reason, error.path, error.message);
  return answer(outcome, { exit_code, error: explained });
}
