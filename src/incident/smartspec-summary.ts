import type { Incident } from './incident.ts';
import type { Severity } from './severity.ts';
import type { Status } from './status.ts';

/** SmartSpec's `summary.json`, the same wherever this program writes one. */
export interface SmartspecSummary {
  readonly workflow: 'smartspec_incident_response';
  /** Of the program. */
  readonly version: string;
  readonly run_id: string;
  readonly incident_id: string;
  readonly severity: Severity;
  readonly status: Status;
  readonly root_cause_identified: boolean;
  readonly action_items_created: number;
}

/** Boils an incident down to what sibling workflows read; the run is the one that brought it to this revision. */
export function summariseForSmartspec(incident: Incident, version: string): SmartspecSummary {
  return {
    workflow: 'smartspec_incident_response',
    version,
    run_id: `${incident.id}-${incident.revision}`,
    incident_id: incident.id,
    severity: incident.severity,
    status: incident.status,
    root_cause_identified: isRootCauseIdentified(incident),
    action_items_created: incident.action_items.length,
  };
}

/** A trigger or a contributing factor is on record. */
export function isRootCauseIdentified({ root_cause, contributing_factors }: Incident): boolean {
  return (root_cause?.trigger ?? null) !== null || contributing_factors.length > 0;
}
