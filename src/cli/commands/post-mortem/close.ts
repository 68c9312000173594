import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `close [id]`: the end, once the lessons are written down. */
export const close: Action = (input, house) => {
  const { id } = splitId(input.args, 0);
  const command = {
    type: 'close',
    ...whoAndWhen(input, house),
    because: textOf(input, 'because') ?? '',
    post_mortem_required_from: house.config.post_mortem.required_from,
  } as const;
  return ask(house, id, 'close', command, (incident) => ({ outcome: 'closed', lines: [`${incident.id} is closed`] }));
};
