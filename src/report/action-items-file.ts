import type { ActionItem } from '../incident/action-item.ts';
import type { Incident } from '../incident/incident.ts';
import type { Severity } from '../incident/severity.ts';
import { postMortemState } from './post-mortem-state.ts';

/** One action item as other programs read it; `docs/action-items.schema.json` describes the file. */
export interface ActionItemOnFile extends Omit<ActionItem, 'id' | 'factor'> {
  /** Incident and action, e.g. `INC-20260302-7KQ2MX/A1`: the same each time the file is written. */
  readonly id: string;
  readonly incident_id: string;
  readonly severity: Severity;
  readonly service: string | null;
  /** The contributing factors it answers, in words; empty where the record does not say. */
  readonly factors: readonly string[];
}

/** What `smartspec_feedback_aggregator` picks up. */
export interface ActionItemsFile {
  readonly schema_version: 1;
  readonly workflow: 'smartspec_incident_response';
  readonly incident_id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly service: string | null;
  readonly post_mortem: 'draft' | 'in-review' | 'final';
  /** The journal revision it was built from. */
  readonly revision: number;
  readonly action_items: readonly ActionItemOnFile[];
}

/** Lists the action items for other programs; the same record always gives the same file. */
export function composeActionItemsFile(incident: Incident, toRoles: (text: string) => string): ActionItemsFile {
  const { highest_severity: severity, service } = incident;
  return {
    schema_version: 1,
    workflow: 'smartspec_incident_response',
    incident_id: incident.id,
    title: toRoles(incident.title),
    severity,
    service,
    post_mortem: postMortemState(incident),
    revision: incident.revision,
    action_items: incident.action_items.map(({ id, factor, text, because, ...item }) => {
      const answered = factor === null ? undefined : incident.contributing_factors[factor - 1];
      return {
        id: `${incident.id}/${id}`,
        incident_id: incident.id,
        text: toRoles(text),
        ...item,
        because: because === null ? null : toRoles(because),
        severity,
        service,
        factors: answered === undefined ? [] : [toRoles(answered)],
      };
    }),
  };
}
