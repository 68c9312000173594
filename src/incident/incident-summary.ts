import type { Durations } from './durations.ts';
import type { Incident } from './incident.ts';
import type { MilestoneTimes } from './milestone.ts';
import type { Severity } from './severity.ts';
import type { Phase, Status } from './status.ts';

/** One line about an incident: what lists, searches and metrics need without opening its record. */
export interface IncidentSummary extends MilestoneTimes {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly phase: Phase;
  readonly severity: Severity;
  readonly highest_severity: Severity;
  readonly service: string | null;
  readonly source: string;
  readonly commander: string | null;
  readonly alert_count: number;
  readonly fingerprints: readonly string[];
  readonly merged_into: string | null;
  readonly durations: Durations;
  readonly factors: readonly string[];
  /** How it ended: the mitigation that worked, in words; null when none is on record. */
  readonly fixed_by: string | null;
  readonly open_actions: readonly {
    readonly id: string;
    readonly text: string;
    readonly due: string | null;
    readonly owner: string | null;
  }[];
  readonly post_mortem: 'none' | 'draft' | 'final';
  readonly revision: number;
  /** When the record was removed because it no longer had to be kept; absent while it is there. */
  readonly pruned_at?: string;
}

/** Boils the state down to one line. */
export function summarise(incident: Incident): IncidentSummary {
  const worked = incident.mitigations.findLast(
    (mitigation) =>
      mitigation.verdict === 'worked' || (mitigation.verdict === null && mitigation.outcome === 'succeeded'),
  );
  return {
    id: incident.id,
    title: incident.title,
    status: incident.status,
    phase: incident.phase,
    severity: incident.severity,
    highest_severity: incident.highest_severity,
    service: incident.service,
    source: incident.source,
    commander: incident.commander,
    alert_count: incident.alert_count,
    fingerprints: incident.fingerprints.slice(0, 20),
    merged_into: incident.merged_into,
    started_at: incident.started_at,
    detected_at: incident.detected_at,
    declared_at: incident.declared_at,
    acknowledged_at: incident.acknowledged_at,
    mitigated_at: incident.mitigated_at,
    resolved_at: incident.resolved_at,
    closed_at: incident.closed_at,
    durations: incident.durations,
    factors: incident.contributing_factors,
    fixed_by: worked === undefined ? null : ((worked.text || worked.workflow) ?? null),
    open_actions: incident.action_items
      .filter((action) => action.state === 'open')
      .map(({ id, text, due, owner }) => ({ id, text, due, owner })),
    post_mortem: incident.post_mortem.state,
    revision: incident.revision,
  };
}
