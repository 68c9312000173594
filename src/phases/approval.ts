import { approvalDigest, type ExactRun } from '../incident/approval-digest.ts';
import type { ApprovalPolicy, CommandOf } from '../incident/command.ts';
import type { IncidentEvent } from '../incident/event.ts';
import type { Refusal } from '../incident/failure.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';
import { fact } from './decision.ts';

type Approval = Mitigation['approvals'][number];

/** What decides whether a mitigation may run: the rules, the moment, and what exactly would run. */
export interface RunQuestion extends ExactRun {
  readonly policy: ApprovalPolicy;
  readonly now: string;
}

/** The approval as it is kept, or why it does not count. */
export function decideApproval(
  command: CommandOf<'approve-mitigation'>,
  incident: Incident,
  mitigation: Mitigation,
): { readonly ok: true; readonly event: IncidentEvent } | { readonly ok: false; readonly refusal: Refusal } {
  const refusal = whyNotApprove(command, incident, mitigation) ?? whyNotSigned(command, incident, mitigation);
  if (refusal !== null) return { ok: false, refusal };
  const { policy, now, signed, identity } = command;
  const seconds = policy.expires_seconds;
  const expires = seconds === null ? null : new Date(Date.parse(now) + seconds * 1000).toISOString();
  const event = fact('mitigation.approved', command, {
    mitigation: mitigation.id,
    approves: approvalDigest(incident, mitigation, command),
    expires_at: signed === undefined ? expires : earlierOf(signed.until, expires),
    ...(identity === undefined ? {} : { identity }),
    ...(mitigation.by_hand === undefined || command.command === null ? {} : { by_hand: null }),
    ...(signed === undefined
      ? {}
      : { signed_text: signed.signed_text, signature: signed.signature, signer: signed.signer }),
  });
  return { ok: true, event };
}

function whyNotApprove(
  command: CommandOf<'approve-mitigation'>,
  incident: Incident,
  mitigation: Mitigation,
): Refusal | null {
  const { by, policy } = command;
  if (by === null || (policy.by.length > 0 && !policy.by.includes(by))) {
    return { reason: 'not-allowed-to-approve', person: by, allowed: policy.by };
  }
  if (isOwnProposal(by, incident, mitigation, policy)) {
    return { reason: 'proposer-may-not-approve', person: by, severity: incident.severity };
  }
  if (validApprovals(incident, mitigation, command).some((approval) => approval.by === by)) {
    return { reason: 'already-approved-by', person: by, mitigation: mitigation.id };
  }
  return null;
}

/** A signature counts once and in its time: the same bytes handed in again are no new approval. */
function whyNotSigned(
  { policy, signed, now }: CommandOf<'approve-mitigation'>,
  { timeline }: Incident,
  { id: mitigation }: Mitigation,
): Refusal | null {
  if (signed === undefined) return policy.signed === true ? { reason: 'signature-missing', mitigation } : null;
  if (signed.until <= now) return { reason: 'signature-expired', mitigation, until: signed.until };
  const used = timeline.some(
    ({ type, data }) =>
      type === 'mitigation.approved' && data['signed_text'] === signed.signed_text && data['signer'] === signed.signer,
  );
  return used ? { reason: 'signature-reused', mitigation } : null;
}

/** Why this mitigation may not run now; null when enough approvals stand for exactly what would run. */
export function whyNotRun(incident: Incident, mitigation: Mitigation, question: RunQuestion): Refusal | null {
  const { policy, now } = question;
  const valid = validApprovals(incident, mitigation, question);
  if (valid.length >= policy.count) return null;
  const digest = approvalDigest(incident, mitigation, question);
  if (mitigation.approvals.some((approval) => isCurrent(approval, now) && approval.approves !== digest)) {
    return { reason: 'approval-outdated', mitigation: mitigation.id };
  }
  const expired = mitigation.approvals.findLast((approval) => !isCurrent(approval, now));
  if (expired?.expires_at != null) {
    return { reason: 'approval-expired', mitigation: mitigation.id, expired_at: expired.expires_at };
  }
  return { reason: 'not-approved', mitigation: mitigation.id, have: valid.length, need: policy.count };
}

/** The approvals that count now: the rules may have become stricter, and the severity higher, since they were given. */
function validApprovals(incident: Incident, mitigation: Mitigation, question: RunQuestion): readonly Approval[] {
  const { policy, now } = question;
  const digest = approvalDigest(incident, mitigation, question);
  const counted = new Set<string>();
  return mitigation.approvals.filter((approval) => {
    const { by, approves, signer } = approval;
    const counts =
      by !== null &&
      !counted.has(by) &&
      isCurrent(approval, now) &&
      approves === digest &&
      (policy.by.length === 0 || policy.by.includes(by)) &&
      (policy.signed !== true || signer !== undefined) &&
      !isOwnProposal(by, incident, mitigation, policy);
    if (counts) counted.add(by);
    return counts;
  });
}

/** Why the program may not run it by itself; null when its playbook and the rules for approvals both let it. */
export function whyNotAutomatic(
  { mitigations }: Incident,
  { id: mitigation, auto }: Mitigation,
  policy: ApprovalPolicy,
): Refusal | null {
  if (auto !== true) return { reason: 'not-automatic', mitigation, why: 'no-playbook' };
  // Where several people, or a signature, are wanted, a line in the configuration is neither.
  if (policy.signed === true || policy.count > 1) return { reason: 'not-automatic', mitigation, why: 'policy' };
  if (mitigations.some(({ automatic }) => automatic === true)) {
    return { reason: 'not-automatic', mitigation, why: 'tried-already' };
  }
  return null;
}

function isOwnProposal(by: string, { severity }: Incident, { proposed_by }: Mitigation, policy: ApprovalPolicy) {
  return proposed_by === by && !policy.proposer_may_approve.includes(severity);
}

function isCurrent({ expires_at }: Approval, now: string): boolean {
  return expires_at === null || expires_at > now;
}

function earlierOf(one: string, other: string | null): string {
  return other === null || one < other ? one : other;
}
