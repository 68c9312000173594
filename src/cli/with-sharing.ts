import { type Answer, exitCodes } from './answer.ts';
import { explainTrouble } from './explain.ts';
import { sayWaiting } from './say-waiting.ts';
import type { SharingState } from './sharing-house.ts';

/** Adds to an answer that the database was out of reach and what is kept on this machine only: recorded, but degraded. */
export function withSharing(result: Answer, state: SharingState): Answer {
  const { trouble, waiting, waiting_since } = state;
  const warnings = [...result.warnings, ...state.warnings, ...(waiting === 0 ? [] : [sayWaiting(state)])];
  const more = waiting === 0 ? result.more : { ...result.more, waiting_to_share: waiting, waiting_since };
  if (trouble === null) return { ...result, more, warnings };
  const { reason, message, hint } = explainTrouble(trouble.reason, trouble.path, trouble.message);
  return {
    ...result,
    more,
    warnings,
    exit_code: result.exit_code === exitCodes.done ? exitCodes.degraded : result.exit_code,
    error: result.error ?? {
      reason,
      message,
      hint: `${hint}\n  What is kept on this machine only is carried over by the next command, or incident tick, that reaches the database.`,
    },
  };
}
