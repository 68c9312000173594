import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `ack [id]`: someone takes it. */
export const ack: Action = (input, house) => {
  const { id } = splitId(input.args, 0);
  const asked = whoAndWhen(input, house);
  return ask(house, id, 'acknowledge', { type: 'acknowledge', ...asked }, (incident) => ({
    outcome: 'acknowledged',
    lines: [
      `acknowledged${asked.by === null ? '' : ` by ${asked.by}`}; the commander is ${incident.commander ?? 'unassigned'}`,
    ],
  }));
};
