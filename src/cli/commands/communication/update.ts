import { parseDuration } from '../../../incident/duration.ts';
import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { type Input, textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `update [id] "text"`: what stakeholders are told. */
export const update: Action = (input, house) => {
  const { id, words } = splitId(input.args, 1);
  const asked = whoAndWhen(input, house);
  const promised = readPromise(input);
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
      const seconds = promised ?? house.config.communications.cadence[incident.severity];
      const next_update_at = seconds == null ? null : new Date(Date.parse(asked.now) + seconds * 1000).toISOString();
      return { type: 'post-update', ...asked, update: { text: words.join(' '), next_update_at, ...parts } };
    },
    (incident) => {
      const posted = incident.timeline.findLast((entry) => entry.type === 'update.posted');
      const next = posted?.data['next_update_at'];
      const promise =
        typeof next === 'string' ? [`next update promised for ${next.slice(0, 16).replace('T', ' ')} UTC`] : [];
      return { outcome: 'updated', lines: [posted?.text ?? '', ...promise] };
    },
  );
};

/** The promise that was typed, in seconds; null where the cadence of the severity decides. */
function readPromise(input: Input): number | null {
  const typed = textOf(input, 'next');
  if (typed === null) return null;
  const read = parseDuration(typed);
  if (read.ok && read.seconds >= 60 && read.seconds <= longestPromise) return read.seconds;
  throw new WrongUsage(
    'bad-promise',
    `--next "${typed.slice(0, 40)}" is not a time within which news can be promised.`,
    'From 1m to 7d, for example: --next 45m',
  );
}

const longestPromise = 7 * 24 * 3600;
