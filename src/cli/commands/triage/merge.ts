import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `merge [id] --into <id>`: closes a duplicate. */
export const merge: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const typed = textOf(input, 'into');
  if (typed === null)
    throw new WrongUsage('into-missing', 'Into which incident?', 'incident merge <duplicate> --into <incident>');
  const target = await pickIncident(house, typed, null);
  return ask(house, id, 'merge', { type: 'merge', ...whoAndWhen(input, house), into: target.id }, (incident) => ({
    outcome: 'merged',
    lines: [`${incident.id} is closed as a duplicate of ${target.id}`],
  }));
};
