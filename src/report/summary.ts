import type { Incident } from '../incident/incident.ts';
import type { Severity } from '../incident/severity.ts';
import type { Status } from '../incident/status.ts';

/** `summary.json`, as every SmartSpec workflow leaves one beside its report. */
export interface SmartspecSummary {
  readonly workflow: 'smartspec_incident_response';
  readonly version: string;
  readonly run_id: string;
  readonly incident_id: string;
  readonly severity: Severity;
  readonly status: Status;
  readonly root_cause_identified: boolean;
  readonly action_items_created: number;
}

/** Boils an incident down to what other workflows ask for. */
export function composeSummary(
  incident: Incident,
  run: { readonly version: string; readonly runId: string },
): SmartspecSummary {
  return {
    workflow: 'smartspec_incident_response',
    version: run.version,
    run_id: run.runId,
    incident_id: incident.id,
    severity: incident.severity,
    status: incident.status,
    root_cause_identified: (incident.root_cause?.trigger ?? '') !== '' && incident.contributing_factors.length > 0,
    action_items_created: incident.action_items.length,
  };
}
