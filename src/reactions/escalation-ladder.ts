import type { Incident } from '../incident/incident.ts';
import type { Severity } from '../incident/severity.ts';
import { acknowledgementExpiresAt, type EscalationPolicy, planEscalation } from '../oncall/escalation.ts';
import { currentRun, type EscalationRun } from './current-run.ts';
import { reactionOf } from './owed-message.ts';
import { escalationOf, type TellingConfig } from './telling-policy.ts';

/** One step of the latest climb, with the name it keeps for ever. */
export interface LadderStep {
  /** What its messages are keyed by, e.g. `page-1-1.2`. */
  readonly reaction: string;
  readonly re: number;
  readonly step: number;
  readonly turn: number;
  readonly expired_at: string | null;
  readonly due_at: string;
  readonly targets: readonly string[];
  readonly severity: Severity;
  /** Why a person asked for it; null where the clock did. */
  readonly because: string | null;
  /** True once its messages are on record, whatever became of them. */
  readonly taken: boolean;
}

/** Where the latest climb stands. */
export interface Ladder {
  readonly run: EscalationRun;
  /** Everything that is or will be due while nobody answers, in the order it is climbed. */
  readonly steps: readonly LadderStep[];
  /** Until when the latest answer holds: null where nobody answered, or it holds for good. */
  readonly answered_until: string | null;
  readonly answered: boolean;
}

/** Computes the latest climb; null where it has ended or nobody is to be told. */
export function ladderOf(incident: Incident, config: TellingConfig, now: string): Ladder | null {
  const run = currentRun(incident);
  if (run === null) return null;
  const policy = escalationOf(config, run.severity, incident.service);
  if (policy === null) return null;
  const known = new Set(incident.notifications.map(({ key }) => reactionOf(key)));
  const planned = planEscalation(policy, { starts_at: run.starts_at, acknowledged_at: run.answered_at })
    .filter((step) => step.due_at >= run.since)
    .map(
      (step): LadderStep => ({
        ...step,
        reaction: `page-${run.seq}-${step.round}.${step.step}`,
        re: run.seq,
        severity: run.severity,
        because: null,
        taken: false,
      }),
    );
  const steps = markTaken(pullForward(planned, run, policy), known);
  const last = run.answered_at.at(-1);
  const until = last === undefined ? null : acknowledgementExpiresAt(policy, last);
  return { run, steps, answered_until: until, answered: last !== undefined && (until === null || until > now) };
}

/** A person who asks for the next step gets it now; the clock does not bring it again. */
function pullForward(planned: readonly LadderStep[], run: EscalationRun, policy: EscalationPolicy): LadderStep[] {
  let steps = [...planned];
  for (const { seq, at, because } of run.asked_for) {
    const next = steps.findIndex((step) => step.due_at > at);
    const waiting = steps[next];
    const climbed = steps.filter((step) => step.due_at <= at).at(-1);
    // While somebody is on it, what is planned belongs to the climb after their answer expires.
    const answeredBefore = run.answered_at.some((answer) => answer <= at);
    if (waiting !== undefined && !answeredBefore) {
      steps = steps.with(next, { ...waiting, due_at: at, re: seq, because });
      continue;
    }
    const index = Math.min(climbed?.step ?? 0, policy.steps.length - 1);
    const asked: LadderStep = {
      reaction: `page-${run.seq}-e${seq}`,
      re: seq,
      step: index + 1,
      turn: climbed?.turn ?? 1,
      expired_at: null,
      due_at: at,
      targets: policy.steps[index]?.notify ?? [],
      severity: run.severity,
      because,
      taken: false,
    };
    steps = [...steps.filter((step) => step.due_at <= at), asked, ...steps.filter((step) => step.due_at > at)];
  }
  return steps;
}

/** Whatever comes before a step that is on record was folded into it. */
function markTaken(steps: readonly LadderStep[], known: ReadonlySet<string>): LadderStep[] {
  const latest = steps.findLastIndex((step) => known.has(step.reaction));
  return steps.map((step, index) => ({ ...step, taken: index <= latest }));
}
