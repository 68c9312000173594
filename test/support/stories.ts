import { approvalDigest } from '../../src/incident/approval-digest.ts';
import type { ApprovalPolicy } from '../../src/incident/command.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Status } from '../../src/incident/status.ts';
import { declarationOf, fact, idOf, minute } from './store-events.ts';

/** The fingerprint of the alert that every story begins with. */
export const firstFingerprint = 'f00d000000000001';

/** A SEV-2 of the checkout service, declared by an alert at minute 0. */
export const declared: readonly IncidentEvent[] = declarationOf({
  id: idOf(1),
  claims: ['group:checkout', `fingerprint:${firstFingerprint}`],
}).events;

const rollbackArguments = [{ name: 'failed-deployment-id', value: 'deploy-12345' }];

/** What a rollback comes to in these stories. */
export const whatRuns = { command: ['/bin/true'], program: null } as const;

export const acknowledged = fact('incident.acknowledged', {}, 2);

export function proposed(mitigation = 'M1', offset = 5): IncidentEvent {
  const proposal = { mitigation, workflow: 'smartspec_rollback', args: rollbackArguments, because: '' };
  return fact('mitigation.proposed', proposal, offset);
}

export function approvedBy(
  by: string,
  offset = 6,
  expiresAt: string | null = minute(66),
  mitigation = 'M1',
): IncidentEvent {
  const approves = approvalDigest(
    { id: idOf(1), reopened_at: null },
    { id: mitigation, workflow: 'smartspec_rollback', args: rollbackArguments },
    whatRuns,
  );
  return { ...fact('mitigation.approved', { mitigation, approves, expires_at: expiresAt }, offset), by };
}

export function started(mitigation = 'M1', offset = 7): IncidentEvent {
  return fact('workflow.started', { mitigation, workflow: 'smartspec_rollback', command: ['/bin/true'] }, offset);
}

export function finished(
  outcome: 'succeeded' | 'failed' | 'workflow-not-configured',
  mitigation = 'M1',
  offset = 8,
): IncidentEvent {
  const how = { exit_code: outcome === 'succeeded' ? 0 : 1, text: outcome, excerpt: '', seconds: 1 };
  return fact('workflow.finished', { mitigation, workflow: 'smartspec_rollback', outcome, ...how }, offset);
}

export function judged(
  verdict: 'worked' | 'no-effect' | 'worse',
  offset = 9,
  mitigation: string | null = null,
): IncidentEvent {
  return fact('mitigation.judged', { mitigation, verdict, text: `it ${verdict}` }, offset);
}

export function attested(offset = 10): IncidentEvent {
  return fact('verification.attested', { text: 'error rate flat for ten minutes' }, offset);
}

export function verified(passed: boolean, offset = 10): IncidentEvent {
  return fact('verification.recorded', { passed, checks: [{ name: 'health', passed, detail: 'asked' }] }, offset);
}

export function resolved(offset = 11): IncidentEvent {
  return fact('incident.resolved', { basis: 'attested' }, offset);
}

export function drafted(version = 1, offset = 12): IncidentEvent {
  return fact('post-mortem.drafted', { version, revision: 1 }, offset);
}

export function finalized(offset = 13): IncidentEvent {
  return fact('post-mortem.finalized', { version: 1, reviewers: ['bo'] }, offset);
}

export function closedAt(offset = 14): IncidentEvent {
  return fact('incident.closed', { because: '' }, offset);
}

export function actionAdded(id = 'A1', offset = 12): IncidentEvent {
  const plan = { owner: 'platform', type: 'prevent', priority: 'P1', due: '2026-12-11', ticket: null } as const;
  const action = {
    id,
    text: 'test the limit',
    ...plan,
    end_state: null,
    factor: 1,
    state: 'open',
    because: null,
  } as const;
  return fact('action.added', { action }, offset);
}

/** The shortest way to each status. */
export const wayTo: Readonly<Record<Status, readonly IncidentEvent[]>> = {
  open: declared,
  investigating: [...declared, acknowledged],
  mitigating: [...declared, acknowledged, judged('worked')],
  resolved: [...declared, acknowledged, judged('worked'), attested(), resolved()],
  closed: [...declared, acknowledged, judged('worked'), attested(), resolved(), drafted(), finalized(), closedAt()],
};

/** Anyone may approve, one approval is enough, and it holds for an hour. */
export const anyoneApproves: ApprovalPolicy = {
  by: [],
  count: 1,
  expires_seconds: 3600,
  proposer_may_approve: ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'],
};

/** One message to ana, about to be sent at minute 8, and what its answers have in common. */
export const message = {
  key: 'k1',
  to: 'ana',
  channel: 'email',
  via: null,
  person: 'ana',
  kind: 'declared',
  audience: 'responders',
  re: 1,
  attempt: 1,
};
export const claimed = fact('notification.claimed', { until: minute(9), messages: [message] }, 8);
export const notice = { key: 'k1', to: 'ana', channel: 'email', reason: null, re: 1, attempt: 1, retry_at: null };
