import { alignColumns } from '../../align-columns.ts';
import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { isSet } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';

/** `action list [id] [--all]`. */
export const actionList: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  if (id === null && isSet(input, 'all')) {
    const open: {
      readonly incident_id: string;
      readonly id: string;
      readonly text: string;
      readonly owner: string | null;
      readonly due: string | null;
    }[] = [];
    for await (const summary of house.store.listAll()) {
      for (const action of summary.open_actions) open.push({ incident_id: summary.id, ...action });
    }
    const rows = open.map((action) => [
      action.incident_id,
      action.id,
      action.owner ?? 'no owner',
      action.due ?? 'no date',
      action.text,
    ]);
    return answer('listed', {
      headline: false,
      lines: rows.length === 0 ? ['no action item is open'] : alignColumns(rows),
      more: { actions: open },
    });
  }
  const incident = await pickIncident(house, id, null);
  const rows = incident.action_items.map((action) => [
    action.id,
    action.state,
    action.type ?? '-',
    action.priority ?? '-',
    action.owner ?? 'no owner',
    action.due ?? 'no date',
    action.text,
  ]);
  return answer('listed', {
    incident,
    lines: rows.length === 0 ? ['no action item is on record'] : alignColumns(rows),
    more: { actions: incident.action_items },
  });
};
