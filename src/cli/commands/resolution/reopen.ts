import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `reopen [id] --because "…"`. */
export const reopen: Action = (input, house) => {
  const { id } = splitId(input.args, 0);
  const because = textOf(input, 'because') ?? '';
  return ask(house, id, 'reopen', { type: 'reopen', ...whoAndWhen(input, house), because }, () => ({
    outcome: 'reopened',
    lines: [`reopened: ${house.redact(because)}`],
  }));
};
