import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { isSet, textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `resolve [id] [--override --because "…"]`: only what is verified, or what a person takes on themselves. */
export const resolve: Action = (input, house) => {
  const { id } = splitId(input.args, 0);
  const override = isSet(input, 'override') ? { override: textOf(input, 'because') ?? '' } : {};
  return ask(house, id, 'resolve', { type: 'resolve', ...whoAndWhen(input, house), ...override }, (incident) => ({
    outcome: 'resolved',
    lines: [incident.timeline.findLast((entry) => entry.type === 'incident.resolved')?.text ?? 'resolved'],
  }));
};
