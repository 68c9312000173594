import type { ApprovalPolicy } from '../incident/command.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';
import { whyNotAutomatic } from './approval.ts';
import { isForHands } from './is-for-hands.ts';
import { whyNotVerified } from './resolution.ts';

/** What the program does next without a person. */
export type AutomaticStep =
  | { readonly kind: 'note-suspects' | 'propose' | 'verify' | 'resolve' | 'draft' }
  | { readonly kind: 'run'; readonly mitigation: string; readonly automatic: boolean }
  | Stop;

/** Where it stops, and what for; `finished` where nothing is left that a program could do. */
export interface Stop {
  readonly kind: 'stop';
  readonly gate: Gate;
  readonly why: string;
}

export type Gate =
  | 'outcome-unknown'
  | 'nothing-to-run'
  | 'not-approved'
  | 'apply-missing'
  | 'run-failed'
  | 'not-verified'
  | 'person-resolves'
  | 'finished';

/** What the call permits, and what it has done already. */
export interface Leave {
  /** Whether anything may be done outside the record. */
  readonly apply: boolean;
  readonly policy: ApprovalPolicy;
  /** Whether a command is configured for a workflow. */
  readonly configured: (workflow: string) => boolean;
  /** How far: up to a run, up to resolved, or as far as it goes. */
  readonly until: 'mitigated' | 'resolved' | 'drafted';
  /** Steps of this call, or that it leaves out, so that none is taken twice. */
  readonly done: ReadonlySet<string>;
}

/** The next step on the road that needs no person; it follows from the record, so a call that died is simply made again. */
export function nextAutomaticStep(incident: Incident, leave: Leave): AutomaticStep {
  switch (incident.status) {
    case 'closed':
      return stop('finished', 'it is closed');
    case 'resolved':
      if (incident.post_mortem.state === 'none' && leave.until === 'drafted') return once('draft', leave, 'drafted');
      return stop('finished', 'lessons are for people to write down');
    case 'open':
    case 'investigating':
    case 'mitigating':
      return nextWhileOngoing(incident, leave);
  }
}

function nextWhileOngoing(incident: Incident, leave: Leave): AutomaticStep {
  const running = incident.mitigations.find(({ state }) => state === 'running');
  if (running !== undefined) {
    return stop('outcome-unknown', `how ${running.id} ended is not on record, and it is never run again by itself`);
  }
  const latest = incident.mitigations.findLast(({ started_at }) => started_at !== null);
  if (incident.status === 'mitigating') return nextAfterRun(incident, latest, leave);
  if (incident.alert_count > 0 && incident.firing.length === 0) {
    return stop('person-resolves', 'every alert has cleared, so nothing is run any more');
  }
  if (!leave.done.has('propose')) return { kind: 'propose' };
  if (!leave.done.has('note-suspects')) return { kind: 'note-suspects' };
  return nextRun(incident, latest, leave);
}

function nextRun({ mitigations, ...rest }: Incident, latest: Mitigation | undefined, leave: Leave): AutomaticStep {
  const incident = { mitigations, ...rest };
  const waiting = mitigations.filter(({ state }) => state === 'proposed' || state === 'approved');
  const approved = waiting.find((mitigation) => hasApprovals(mitigation, leave.policy));
  const automatic = waiting.find((mitigation) => whyNotAutomatic(incident, mitigation, leave.policy) === null);
  const chosen = approved ?? automatic;
  if (chosen !== undefined && !leave.done.has(`run ${chosen.id}`)) {
    if (!leave.apply && isForHands(chosen, leave.configured)) return stop('nothing-to-run', forHands(chosen));
    if (leave.apply) return { kind: 'run', mitigation: chosen.id, automatic: chosen !== approved };
    return stop('apply-missing', `${chosen.id} may run; add --apply`);
  }
  if (latest?.verdict === 'no-effect' || latest?.verdict === 'worse' || failed(latest)) {
    return stop('run-failed', `${latest?.id ?? ''} did not help: ${latest?.text ?? ''}`);
  }
  const [proposed] = waiting;
  if (proposed !== undefined && isForHands(proposed, leave.configured)) {
    return stop('nothing-to-run', forHands(proposed));
  }
  if (proposed !== undefined) return stop('not-approved', `${proposed.id} waits for approval`);
  return stop('nothing-to-run', 'no playbook says what to do');
}

function nextAfterRun(incident: Incident, latest: Mitigation | undefined, leave: Leave): AutomaticStep {
  if (latest === undefined) return stop('person-resolves', 'it was mitigated by hand');
  if (leave.until === 'mitigated') return stop('finished', `${latest.id} was carried out`);
  const unverified = whyNotVerified(incident) !== null;
  if (unverified && !leave.apply) return stop('apply-missing', `${latest.id} was carried out; add --apply to check it`);
  if (unverified) return once('verify', leave, 'not-verified');
  if (latest.auto === true) return once('resolve', leave, 'person-resolves');
  return stop('person-resolves', 'the checks passed; only an automatic playbook resolves without a person');
}

/** As many as are wanted; whether each of them still counts is looked at when it is to run. */
function hasApprovals({ approvals }: Mitigation, { count }: ApprovalPolicy): boolean {
  return new Set(approvals.map(({ by }) => by)).size >= count;
}

function forHands({ id, workflow }: Mitigation): string {
  return `${id} is for people to carry out: no command is configured for ${workflow ?? ''}`;
}

function failed(mitigation: Mitigation | undefined): boolean {
  return mitigation?.outcome != null && mitigation.outcome !== 'succeeded';
}

function once(kind: 'verify' | 'resolve' | 'draft', { done }: Leave, gate: Gate | 'drafted'): AutomaticStep {
  if (!done.has(kind)) return { kind };
  if (gate === 'drafted') return stop('finished', 'the report could not be drafted');
  return stop(gate, gate === 'not-verified' ? 'the checks did not pass' : 'it could not be resolved');
}

function stop(gate: Gate, why: string): Stop {
  return { kind: 'stop', gate, why };
}
