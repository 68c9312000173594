import { actionTypes, priorities } from '../../../incident/action-item.ts';
import { dueDate } from '../../../report/due-date.ts';
import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { type Input, textOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { readOneOf } from '../../read-one-of.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { withActionItems } from '../../with-action-items.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `action add [id] "text" --owner … --type … --due … --priority …`. */
export const actionAdd: Action = async (input, house) => {
  const { id, words } = splitId(input.args, 1);
  const incident = await pickIncident(house, id, 'add-action');
  const asked = whoAndWhen(input, house);
  const type = textOf(input, 'type');
  const priority = textOf(input, 'priority');
  const action = {
    text: words.join(' '),
    owner: textOf(input, 'owner'),
    type: type === null ? null : readOneOf(type, actionTypes, '--type'),
    priority: priority === null ? null : readOneOf(priority, priorities, '--priority'),
    due: readDue(input) ?? dueDate(incident.highest_severity, asked.at, house.config.actions.due),
    ticket: textOf(input, 'ticket'),
    end_state: textOf(input, 'endState'),
    factor: readFactor(input),
  };
  const answered = await ask(house, incident.id, 'add-action', { type: 'add-action', ...asked, action }, (now) => {
    const added = now.action_items.at(-1);
    return {
      outcome: 'action-added',
      lines: [`${added?.id ?? ''}: ${added?.text ?? ''}${added?.due == null ? '' : `, due ${added.due}`}`],
      more: { action: added ?? null },
    };
  });
  return withActionItems(answered, house);
};

function readDue(input: Input): string | null {
  const typed = textOf(input, 'due');
  if (typed === null) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(day) && new Date(day).toISOString().startsWith(typed)) return typed;
  throw new WrongUsage('bad-date', `--due "${typed.slice(0, 40)}" is not a date.`, 'Write it as 2026-12-24.');
}

function readFactor(input: Input): number | null {
  const typed = textOf(input, 'for');
  if (typed === null) return null;
  if (/^[1-9]\d{0,2}$/.test(typed)) return Number(typed);
  throw new WrongUsage(
    'bad-factor',
    `--for "${typed.slice(0, 40)}" is not the number of a contributing factor.`,
    'Factors count from 1, as `incident rca` lists them.',
  );
}
