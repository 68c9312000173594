import type { EventType } from '../incident/event.ts';
import type { Incident, TimelineEntry } from '../incident/incident.ts';
import type { Severity } from '../incident/severity.ts';
import { causedByAlert, later, severityIn, textIn } from './entries.ts';

/** A climb of the escalation ladder that goes on. */
export interface EscalationRun {
  /** The `seq` of the fact that started it, which names it. */
  readonly seq: number;
  readonly severity: Severity;
  /** From when the delays of the steps count; always a moment of writing, so that a backdated fact does not page late. */
  readonly starts_at: string;
  /** Steps due before this belong to an earlier run. */
  readonly since: string;
  /** Every moment at which somebody showed to be on it, oldest first. */
  readonly answered_at: readonly string[];
  /** When a person asked for the next step, oldest first. */
  readonly asked_for: readonly { readonly seq: number; readonly at: string; readonly because: string }[];
}

/** What shows, once somebody has acknowledged, that somebody is still on it. */
const signsOfLife: ReadonlySet<EventType> = new Set<EventType>([
  'note.added',
  'update.posted',
  'mitigation.proposed',
  'mitigation.approved',
  'workflow.started',
  'workflow.finished',
  'mitigation.judged',
  'verification.attested',
  'role.assigned',
]);

/**
 * Reads off the timeline the climb that goes on, null where none does: it starts with the declaration, and anew with every
 * rise of the severity and every reopening. A lowered severity goes on from where the climb stood, on the milder ladder. What
 * is corrected after the end calls nobody.
 */
export function currentRun(incident: Incident): EscalationRun | null {
  let run: EscalationRun | null = null;
  let severity: Severity = incident.severity;
  let acknowledged = false;
  for (const entry of incident.timeline) {
    const change = severityIn(entry);
    if (change !== null) severity = change.severity;
    if (entry.type === 'incident.declared') run = begin(entry, severity, {});
    else if (entry.type === 'incident.reopened' || (run !== null && change?.rises === true)) {
      // Whoever did this by hand is on it: the new ladder tells its first step and then waits for them.
      const byHand = acknowledged && !causedByAlert(incident, entry);
      run = begin(entry, severity, byHand ? { answered_at: [later(entry.recorded_at, 0.001)] } : {});
    } else if (entry.type === 'incident.resolved' || entry.type === 'incident.closed') run = null;
    else if (run !== null && change !== null) {
      const answered = acknowledged ? [...run.answered_at, entry.recorded_at] : [];
      run = begin(entry, severity, { starts_at: run.starts_at, answered_at: answered });
    } else if (run !== null) {
      acknowledged ||= entry.type === 'incident.acknowledged';
      run = follow(run, entry, acknowledged);
    }
  }
  return run;
}

function begin({ seq, recorded_at }: TimelineEntry, severity: Severity, from: Partial<EscalationRun>): EscalationRun {
  return { starts_at: recorded_at, since: recorded_at, answered_at: [], asked_for: [], ...from, seq, severity };
}

function follow(run: EscalationRun, entry: TimelineEntry, acknowledged: boolean): EscalationRun {
  const { seq, recorded_at: at } = entry;
  if (entry.type === 'incident.escalated') {
    return { ...run, asked_for: [...run.asked_for, { seq, at, because: textIn(entry, 'because') }] };
  }
  const answers = entry.type === 'incident.acknowledged' || (acknowledged && signsOfLife.has(entry.type));
  return answers ? { ...run, answered_at: [...run.answered_at, at] } : run;
}
