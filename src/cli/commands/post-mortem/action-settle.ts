import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { withActionItems } from '../../with-action-items.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `action done [id] <A1>`. */
export const actionDone: Action = async (input, house) => {
  const { id, words } = splitId(input.args, 1);
  const action = readActionId(words);
  const because = textOf(input, 'because');
  const command = { type: 'finish-action', ...whoAndWhen(input, house), action, because } as const;
  const answered = await ask(house, id, 'finish-action', command, () => ({
    outcome: 'action-done',
    lines: [`${action} is done`],
  }));
  return withActionItems(answered, house);
};

/** `action drop [id] <A1> --because "…"`: deciding against it is fine, with the reason on record. */
export const actionDrop: Action = async (input, house) => {
  const { id, words } = splitId(input.args, 1);
  const action = readActionId(words);
  const because = textOf(input, 'because') ?? '';
  const command = { type: 'drop-action', ...whoAndWhen(input, house), action, because } as const;
  const answered = await ask(house, id, 'drop-action', command, () => ({
    outcome: 'action-dropped',
    lines: [`${action} is dropped: ${house.redact(because)}`],
  }));
  return withActionItems(answered, house);
};

function readActionId([typed]: readonly string[]): string {
  if (typed !== undefined && /^A\d{1,4}$/i.test(typed)) return typed.toUpperCase();
  throw new WrongUsage(
    'bad-action-id',
    `"${typed ?? ''}" is not the id of an action item.`,
    'Ids look like A1; incident action list shows them.',
  );
}
