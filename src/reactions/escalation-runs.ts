import type { EventType } from '../incident/event.ts';
import type { Incident, TimelineEntry } from '../incident/incident.ts';
import type { Severity } from '../incident/severity.ts';
import { causedByAlert, later, severityIn, textIn } from './entries.ts';

/** One climb of the escalation ladder: from the fact that started it to the fact that ended it. */
export interface EscalationRun {
  /** The `seq` of the fact that started it, which names it. */
  readonly seq: number;
  readonly severity: Severity;
  /** From when the delays of the steps count; always a moment of writing, so that a backdated fact does not page late. */
  readonly starts_at: string;
  /** Steps due before this belong to an earlier run. */
  readonly since: string;
  /** When it ended for good; null while it goes on. */
  readonly until: string | null;
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
  'severity.changed',
]);

/**
 * Reads the climbs off the timeline, oldest first: one from the declaration, another from every rise of the severity and
 * every reopening. A lowered severity goes on from where the climb stood, on the milder ladder.
 */
export function escalationRuns(incident: Incident): readonly EscalationRun[] {
  const runs: EscalationRun[] = [];
  let severity: Severity = incident.severity;
  let acknowledged = false;
  const end = (at: string): void => {
    const last = runs.at(-1);
    if (last !== undefined && last.until === null) runs[runs.length - 1] = { ...last, until: at };
  };
  const start = (entry: TimelineEntry, from: Partial<EscalationRun>): void => {
    end(entry.recorded_at);
    const { recorded_at } = entry;
    const fresh = { starts_at: recorded_at, since: recorded_at, answered_at: [], asked_for: [] };
    runs.push({ ...fresh, ...from, seq: entry.seq, severity, until: null });
  };
  for (const entry of incident.timeline) {
    const current = runs.at(-1);
    const change = severityIn(entry);
    if (change !== null) severity = change.severity;
    if (entry.type === 'incident.declared') start(entry, {});
    else if (entry.type === 'incident.reopened' || change?.rises === true) {
      // Whoever did this by hand is on it: the new ladder tells its first step and then waits for them.
      const byHand = acknowledged && !causedByAlert(incident, entry);
      start(entry, byHand ? { answered_at: [later(entry.recorded_at, 0.001)] } : {});
    } else if (entry.type === 'incident.resolved' || entry.type === 'incident.closed') end(entry.recorded_at);
    else if (change !== null && current !== undefined) {
      const answered = acknowledged ? [...current.answered_at, entry.recorded_at] : [];
      start(entry, { starts_at: current.starts_at, answered_at: answered });
    } else if (current !== undefined && current.until === null) {
      acknowledged ||= entry.type === 'incident.acknowledged';
      runs[runs.length - 1] = follow(current, entry, acknowledged);
    }
  }
  return runs;
}

function follow(run: EscalationRun, entry: TimelineEntry, acknowledged: boolean): EscalationRun {
  const { seq, recorded_at: at } = entry;
  if (entry.type === 'incident.escalated') {
    return { ...run, asked_for: [...run.asked_for, { seq, at, because: textIn(entry, 'because') }] };
  }
  const answers = entry.type === 'incident.acknowledged' || (acknowledged && signsOfLife.has(entry.type));
  return answers ? { ...run, answered_at: [...run.answered_at, at] } : run;
}
