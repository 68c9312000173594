import type { ActionItem } from './action-item.ts';
import type { Alert } from './alert.ts';
import type { CheckResult, CheckRound } from './check-result.ts';
import type { Milestone } from './milestone.ts';
import type { Role } from './role.ts';
import type { Severity } from './severity.ts';
import type { SignOff } from './sign-off.ts';

export const noteKinds = ['note', 'finding', 'hypothesis', 'impact', 'decision'] as const;
export type NoteKind = (typeof noteKinds)[number];

export const verdicts = ['worked', 'no-effect', 'worse'] as const;
export type Verdict = (typeof verdicts)[number];

/** How a workflow ended; only `succeeded` counts as carried out. */
export type WorkflowOutcome =
  | 'succeeded'
  | 'failed'
  | 'timed-out'
  | 'aborted'
  | 'not-started'
  | 'workflow-not-configured'
  | 'outcome-unknown';

export type ApproverIdentity = 'signature' | 'account' | 'word';

/** Every fact the record can hold: its name in the past tense and what it carries. */
export interface EventData {
  'incident.declared': {
    readonly id: string;
    readonly title: string;
    readonly service: string | null;
    readonly source: string;
    readonly severity: Severity;
    readonly severity_because: string;
    readonly started_at: string | null;
    readonly detected_at: string;
    /** Keys under which further alerts find this incident while it is open. */
    readonly claims: readonly string[];
    /** Earlier incidents of the same problem. */
    readonly follows: readonly string[];
    /** Keeps the placeholders of what was redacted stable within this incident, and unguessable across incidents. */
    readonly salt: string;
  };
  'alert.received': { readonly alert: Alert; readonly payload: unknown };
  'alert.repeated': { readonly alert: Alert; readonly payload: unknown };
  'alert.cleared': { readonly alert: Alert; readonly payload: unknown };
  /** One alert keeps going back and forth between firing and cleared; said once per incident and alert. */
  'flapping.noticed': {
    readonly fingerprint: string;
    readonly title: string;
    readonly service: string | null;
    readonly changes: number;
    readonly within_seconds: number;
  };
  /** Values were taken out of the text of this decision; remembered by digest so that each keeps its placeholder. */
  'text.sanitised': {
    readonly by_digest: Readonly<Record<string, string>>;
    readonly counts: Readonly<Record<string, number>>;
  };
  'claim.added': { readonly claim: string };
  /** The next incident under this claim is `to`: the lock that lets only one successor exist. */
  'claim.passed': { readonly claim: string; readonly to: string };
  'severity.changed': { readonly from: Severity; readonly to: Severity; readonly because: string };
  'incident.acknowledged': Record<never, never>;
  'incident.escalated': { readonly because: string };
  'role.assigned': { readonly role: Role; readonly person: string; readonly because: string };
  'note.added': {
    readonly kind: NoteKind;
    readonly text: string;
    readonly evidence: readonly string[];
    readonly milestone: Milestone | null;
    /** The `seq` of the timeline entry this one corrects. */
    readonly amends: number | null;
  };
  'update.posted': {
    readonly text: string;
    readonly next_update_at: string | null;
    /** What users notice now. */
    readonly conditions?: string;
    /** What is being done about it. */
    readonly actions?: string;
    /** What the team waits for; never told to customers. */
    readonly needs?: string;
  };
  'mitigation.proposed': {
    readonly mitigation: string;
    readonly workflow: string;
    /** Flags without their dashes, in the order they will be passed. */
    readonly args: readonly { readonly name: string; readonly value: string }[];
    readonly because: string;
    /** The playbook that asks for it; left out where a person does. */
    readonly playbook?: string;
    /** True where the playbook lets the program run it by itself. */
    readonly auto?: boolean;
    /** The line to paste into another tool, where nothing here could run it. */
    readonly by_hand?: string;
  };
  'mitigation.approved': {
    readonly mitigation: string;
    /** Hash over what was approved: see `approvalDigest`. */
    readonly approves: string;
    readonly expires_at: string | null;
    /** How it is known whose word it is: a signature, the calling account, or nothing but the name that was given. */
    readonly identity?: ApproverIdentity;
    /** The text that was signed, its SSH signature and whose key it is; only with `identity: signature`. */
    readonly signed_text?: string;
    readonly signature?: string;
    readonly signer?: string;
    /** Null where something that can run it was found since it was proposed. */
    readonly by_hand?: null;
  };
  'workflow.started': {
    readonly mitigation: string;
    readonly workflow: string;
    readonly command: readonly string[];
    /** True where no person started it, but a playbook. */
    readonly automatic?: boolean;
  };
  /** Somebody with the authority to do so went past a gate; said aloud, and printed in the report. */
  'gate.overridden': {
    readonly gate: 'approval' | 'verification';
    readonly mitigation: string | null;
    readonly because: string;
  };
  'workflow.finished': {
    readonly mitigation: string;
    readonly workflow: string;
    readonly outcome: WorkflowOutcome;
    readonly exit_code: number | null;
    readonly text: string;
    /** The first and last part of what it printed, redacted. */
    readonly excerpt: string;
    readonly seconds: number | null;
    /** The line to paste into another tool, where nothing here could run it. */
    readonly by_hand?: string;
  };
  'mitigation.judged': {
    readonly mitigation: string | null;
    readonly verdict: Verdict;
    readonly text: string;
    /** True where the verdict follows from checks and not from a person's word. */
    readonly from_checks?: boolean;
  };
  'verification.recorded': {
    readonly passed: boolean;
    readonly checks: readonly CheckResult[];
    /** Every round through the checks, in order, with the names of those that failed in it. */
    readonly attempts?: readonly CheckRound[];
  };
  'verification.attested': { readonly text: string };
  'incident.resolved': { readonly basis: string };
  'incident.reopened': { readonly because: string };
  'incident.merged': { readonly into: string };
  'incident.closed': { readonly because: string };
  'root-cause.recorded': {
    readonly trigger: string | null;
    readonly factors: readonly string[];
    readonly whys: readonly string[];
    readonly went_well: readonly string[];
    readonly was_difficult: readonly string[];
    readonly got_lucky: readonly string[];
  };
  'action.added': { readonly action: ActionItem };
  'action.done': { readonly action: string; readonly because: string | null };
  'action.dropped': { readonly action: string; readonly because: string };
  'post-mortem.scheduled': {
    readonly starts_at: string;
    readonly minutes: number;
    readonly attendees: readonly string[];
    readonly sequence: number;
    /** True where the meeting will not take place; nobody is invited any more. */
    readonly called_off?: true;
  };
  'post-mortem.drafted': { readonly version: number; readonly revision: number };
  'post-mortem.finalized': SignOff;
  'actions.handed-over': {
    readonly outcome: WorkflowOutcome;
    readonly text: string;
    readonly actions: readonly string[];
  };
  /** Somebody opened the unredacted original of the alert with this number. */
  'original.revealed': { readonly seq: number };
  /** A chat channel of the incident's own is there; `reference` is that of its pinned summary. */
  'channel.opened': { readonly channel: string; readonly name: string; readonly reference: string | null };
  /** Kept before anything is sent, so that only one process sends it and a crash in between can be seen. */
  'notification.claimed': { readonly until: string; readonly messages: readonly ClaimedMessage[] };
  'notification.sent': Notice;
  'notification.failed': Notice;
  'notification.suppressed': Notice;
  'notification.expired': Notice;
}

/** One message that is about to be sent: everything that is needed to try it again later. */
export interface ClaimedMessage {
  readonly key: string;
  /** A key of `people`, whose address is looked up when it is sent, or an address that a target names itself. */
  readonly to: string;
  readonly channel: string;
  /** The name of the configured webhook or command. */
  readonly via: string | null;
  readonly person: string | null;
  readonly kind: string;
  readonly audience: string;
  readonly re: number;
  readonly attempt: number;
}

/** What became of one message to one recipient. */
export interface Notice {
  /** The same for every attempt at the same message, so that a repeat can be recognised. */
  readonly key: string;
  readonly to: string;
  readonly channel: string;
  readonly reason: string | null;
  /** The `seq` of the fact that made it owed. */
  readonly re: number;
  readonly attempt: number;
  /** When it may be tried again; null when it never will. */
  readonly retry_at: string | null;
  /** What the channel said, in one redacted sentence. */
  readonly detail?: string;
  /** What later messages refer to, such as a Message-ID. */
  readonly reference?: string | null;
  /** How many messages this one stands for, where several are folded into one notice. */
  readonly times?: number;
}

export type EventType = keyof EventData;

/** A fact as it is decided: what happened, when it happened, and by whom (null: by the program itself). */
export type IncidentEvent = {
  readonly [Type in EventType]: {
    readonly type: Type;
    readonly at: string;
    readonly by: string | null;
    readonly data: EventData[Type];
  };
}[EventType];

/** A fact as it is kept: numbered within its incident, with the moment it was written down. */
export type RecordedEvent = IncidentEvent & { readonly seq: number; readonly recorded_at: string };
