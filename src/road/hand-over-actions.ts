import type { Asked } from '../incident/command.ts';
import type { WorkflowOutcome } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { Doors } from './doors.ts';
import { type Desk, respond } from './respond.ts';

const aggregator = 'smartspec_feedback_aggregator';

export interface HandedOver {
  readonly incident: Incident;
  readonly outcome: WorkflowOutcome | 'left-for-polling';
  readonly text: string;
}

/**
 * Lets the feedback aggregator know of the action items.
 *
 * It polls the folder of the reports, so the file there is enough; where the workflow is configured and `apply` is given
 * it is run at once, and how that went is on record.
 */
export async function handOverActions(
  incident: Incident,
  asked: Asked,
  apply: boolean,
  house: Desk & Doors,
): Promise<HandedOver> {
  const actions = incident.action_items.filter(({ state }) => state === 'open').map(({ id }) => id);
  const prepared = await house.prepareWorkflow(aggregator, [{ name: 'source', value: 'post-mortems' }], apply);
  if (!prepared.ok || !apply) {
    const how = prepared.ok ? 'add --apply to run it now' : 'it is not configured here';
    const text = `${actions.length === 1 ? '1 action item lies' : `${actions.length} action items lie`} in action-items.json, where ${aggregator} polls for them (${how})`;
    return { incident, outcome: 'left-for-polling', text };
  }
  const ran = await house.runWorkflow(aggregator, prepared.command);
  const response = await respond(
    incident.id,
    { type: 'record-hand-over', ...asked, outcome: ran.outcome, text: ran.text, actions },
    house,
  );
  return { incident: response.incident ?? incident, outcome: ran.outcome, text: `${aggregator}: ${ran.text}` };
}
