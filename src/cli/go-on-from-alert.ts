import type { Answer } from './answer.ts';
import { answerGoingOn } from './go-on-answer.ts';
import type { House } from './house.ts';
import { type Input, isSet } from './input.ts';

/**
 * Goes on from an alert that has just begun an incident: with `--apply` as far as it may without a person; without,
 * playbooks propose and nothing else.
 */
export async function goOnFromAlert(received: Answer, input: Input, house: House): Promise<Answer> {
  if (received.incident === null) return received;
  const done = new Set(isSet(input, 'apply') ? [] : ['note-suspects']);
  const went = await answerGoingOn(received.incident, input, house, { until: 'drafted', done });
  return {
    ...went,
    outcome: received.outcome,
    exit_code: went.exit_code === 0 ? received.exit_code : went.exit_code,
    lines: [...received.lines, ...went.lines],
    more: { ...went.more, ...received.more },
    files: { ...received.files, ...went.files },
    warnings: [...received.warnings, ...went.warnings],
    error: went.error ?? received.error,
  };
}
