import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `resolve [id]`: only what is verified. */
export const resolve: Action = (input, house) => {
  const { id } = splitId(input.args, 0);
  return ask(house, id, 'resolve', { type: 'resolve', ...whoAndWhen(input, house) }, (incident) => ({
    outcome: 'resolved',
    lines: [incident.timeline.findLast((entry) => entry.type === 'incident.resolved')?.text ?? 'resolved'],
  }));
};
