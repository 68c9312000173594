import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `escalate [id] --because "…"`. */
export const escalate: Action = (input, house) => {
  const { id } = splitId(input.args, 0);
  const because = textOf(input, 'because') ?? '';
  return ask(house, id, 'escalate', { type: 'escalate', ...whoAndWhen(input, house), because }, () => ({
    outcome: 'escalated',
    lines: [`escalated: ${because}`],
  }));
};
