import type { CheckResult } from '../incident/check-result.ts';
import type { Verdict } from '../incident/event.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';

/** What checks say about a mitigation. */
interface JudgedByChecks {
  readonly mitigation: string;
  readonly verdict: Verdict;
  readonly text: string;
}

/**
 * What the checks after a run say about it; null when they say nothing new.
 *
 * A person's verdict is never corrected. That checks pass is no merit of a run that failed.
 */
export function judgeByChecks(incident: Incident, checks: readonly CheckResult[]): JudgedByChecks | null {
  if (incident.status === 'resolved' || incident.status === 'closed') return null;
  const run = incident.mitigations.findLast(({ started_at }) => started_at !== null);
  if (run === undefined || !isOpenToJudgement(run)) return null;
  const failed = checks.filter(({ passed }) => !passed).map(({ name }) => name);
  if (failed.length === 0 && run.outcome !== 'succeeded') return null;
  const verdict = verdictOf(failed, before(incident, run));
  if (verdict === run.verdict) return null;
  return { mitigation: run.id, verdict, text: sayWhy(failed, verdict) };
}

function isOpenToJudgement({ state, judged_by_checks, outcome }: Mitigation): boolean {
  if (outcome === 'workflow-not-configured' || outcome === 'not-started') return false;
  return state === 'finished' || (state === 'judged' && judged_by_checks === true);
}

/** The checks as they last went before the run. */
function before({ verification, timeline }: Incident, { id }: Mitigation): readonly CheckResult[] {
  const start =
    timeline.findLast(({ type, data }) => type === 'workflow.started' && data['mitigation'] === id)?.seq ?? 0;
  return verification.findLast(({ seq, checks }) => checks.length > 0 && seq < start)?.checks ?? [];
}

function verdictOf(failed: readonly string[], earlier: readonly CheckResult[]): Verdict {
  if (failed.length === 0) return 'worked';
  const passedBefore = new Set(earlier.filter(({ passed }) => passed).map(({ name }) => name));
  return failed.some((name) => passedBefore.has(name)) ? 'worse' : 'no-effect';
}

function sayWhy(failed: readonly string[], verdict: Verdict): string {
  if (failed.length === 0) return 'every check passes after it';
  const names = failed.slice(0, 5).join(', ');
  return verdict === 'worse' ? `passed before it and fails after it: ${names}` : `fails after it as well: ${names}`;
}
