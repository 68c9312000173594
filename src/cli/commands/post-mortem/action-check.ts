import type { ActionItem } from '../../../incident/action-item.ts';
import { checkAction } from '../../../report/blame/weak-action.ts';
import { answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { type Input, isSet } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';

/** What is wrong with one action item. */
interface ActionFinding {
  readonly kind: 'weak-action' | 'overdue-action';
  readonly tier: 'warn';
  readonly incident_id: string;
  readonly action_id: string;
  readonly category: string;
  readonly text: string;
  readonly why: string;
  readonly suggestion: string;
}

type Checked = Pick<ActionItem, 'id' | 'text' | 'owner' | 'due'> & Partial<Pick<ActionItem, 'end_state'>>;

/** `action check [id] [--all]`: weak and overdue action items; fails in CI. */
export const actionCheck: Action = async (input, house) => {
  const today = house.now().slice(0, 10);
  const findings: ActionFinding[] = [];
  for await (const { incidentId, action } of meant(input, house)) findings.push(...check(incidentId, action, today));
  return answer(findings.length === 0 ? 'clean' : 'findings', {
    headline: false,
    exit_code: findings.length === 0 ? exitCodes.done : exitCodes.refused,
    lines: [
      ...findings.map(
        ({ incident_id, action_id, why, suggestion }) => `${incident_id} ${action_id}: ${why} ${suggestion}`,
      ),
      findings.length === 0 ? 'every action item can be finished, and none is late' : sayCount(findings.length),
    ],
    more: { findings },
    brief: findings.length === 0 ? null : 'Some action items can’t be finished as they stand, or are late.',
    error:
      findings[0] === undefined
        ? null
        : {
            reason: 'findings-open',
            message: `${findings[0].incident_id} ${findings[0].action_id}: ${findings[0].why}`,
            hint: findings[0].suggestion,
          },
  });
};

function sayCount(count: number): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'}`;
}

async function* meant(
  input: Input,
  house: House,
): AsyncIterable<{ readonly incidentId: string; readonly action: Checked }> {
  const { id } = splitId(input.args, 0);
  if (id === null && isSet(input, 'all')) {
    for await (const summary of house.store.listAll()) {
      for (const action of summary.open_actions) yield { incidentId: summary.id, action };
    }
    return;
  }
  const incident = await pickIncident(house, id, 'finalize-post-mortem');
  for (const action of incident.action_items) if (action.state === 'open') yield { incidentId: incident.id, action };
}

function check(incidentId: string, action: Checked, today: string): readonly ActionFinding[] {
  const weak = checkAction(action).map(({ category, why, suggestion }): ActionFinding => {
    return {
      kind: 'weak-action',
      tier: 'warn',
      incident_id: incidentId,
      action_id: action.id,
      category,
      text: action.text,
      why,
      suggestion,
    };
  });
  if (action.due === null || action.due >= today) return weak;
  return [
    ...weak,
    {
      kind: 'overdue-action',
      tier: 'warn',
      incident_id: incidentId,
      action_id: action.id,
      category: 'overdue',
      text: action.text,
      why: `It was due on ${action.due}.`,
      suggestion: `Finish it (incident action done ${incidentId} ${action.id}), or decide against it (incident action drop ${incidentId} ${action.id} --because "…").`,
    },
  ];
}
