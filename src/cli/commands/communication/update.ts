import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `update [id] "text"`: what stakeholders are told. */
export const update: Action = (input, house) => {
  const { id, words } = splitId(input.args, 1);
  const asked = whoAndWhen(input, house);
  const parts = Object.fromEntries(
    (['conditions', 'actions', 'needs'] as const).flatMap((part) => {
      const text = textOf(input, part);
      return text === null ? [] : [[part, text]];
    }),
  );
  return ask(
    house,
    id,
    'post-update',
    (incident) => {
      const seconds = house.config.communications.cadence[incident.severity];
      const next_update_at = seconds == null ? null : new Date(Date.parse(asked.now) + seconds * 1000).toISOString();
      return { type: 'post-update', ...asked, update: { text: words.join(' '), next_update_at, ...parts } };
    },
    (incident) => ({
      outcome: 'updated',
      lines: [incident.timeline.findLast((entry) => entry.type === 'update.posted')?.text ?? ''],
    }),
  );
};
