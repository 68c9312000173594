import type { ActionItem } from './action-item.ts';
import type { Alert } from './alert.ts';
import type { ExactRun } from './approval-digest.ts';
import type { CheckResult, CheckRound } from './check-result.ts';
import type { ApproverIdentity, EventData, NoteKind, Verdict, WorkflowOutcome } from './event.ts';
import type { Milestone } from './milestone.ts';
import type { Role } from './role.ts';
import type { Severity } from './severity.ts';
import type { WordingCheck } from './sign-off.ts';

/** Who asks, when it happened, and when it was typed; all handed in, so that deciding stays pure. */
export interface Asked {
  readonly by: string | null;
  /** When it happened, UTC ISO-8601. */
  readonly at: string;
  /** The moment of asking, UTC ISO-8601. */
  readonly now: string;
}

/** How severe, and the sentence that explains it. */
export interface Assessment {
  readonly severity: Severity;
  readonly because: string;
}

/** What a team lets run, and after whose word. */
export interface ApprovalPolicy {
  /** Keys of `people` who may approve; empty: anyone who says who they are. */
  readonly by: readonly string[];
  readonly count: number;
  readonly expires_seconds: number | null;
  readonly proposer_may_approve: readonly Severity[];
  /** True where only a signature counts as an approval. */
  readonly signed?: boolean;
}

/** A signature that was checked, and what exactly was signed. */
export interface Signed {
  readonly signed_text: string;
  readonly signature: string;
  /** The name that the list of allowed signers gives the key. */
  readonly signer: string;
  /** Until when the signed text itself lets it count, UTC ISO-8601. */
  readonly until: string;
}

/** Every request that can be made of an incident that exists. */
export type Command = Asked &
  (
    | {
        readonly type: 'record-alert';
        readonly alert: Alert;
        readonly payload: unknown;
        readonly assessment: Assessment;
        readonly claims: readonly string[];
        readonly because: string;
        /** True where a silence keeps it quiet: counted, and nothing more. */
        readonly quiet: boolean;
      }
    | { readonly type: 'acknowledge' }
    | { readonly type: 'escalate'; readonly because: string }
    | { readonly type: 'assign'; readonly role: Role; readonly person: string; readonly because: string }
    | { readonly type: 'change-severity'; readonly severity: Severity; readonly because: string }
    | { readonly type: 'merge'; readonly into: string }
    | {
        readonly type: 'add-note';
        readonly kind: NoteKind;
        readonly text: string;
        readonly evidence: readonly string[];
        readonly milestone: Milestone | null;
        readonly amends: number | null;
      }
    | { readonly type: 'post-update'; readonly update: EventData['update.posted'] }
    | {
        readonly type: 'propose-mitigation';
        readonly workflow: string;
        readonly args: EventData['mitigation.proposed']['args'];
        readonly because: string;
        /** The playbook that asks for it, and whether it may run by itself. */
        readonly playbook?: { readonly name: string; readonly auto: boolean };
        /** The line to paste into another tool, where nothing here could run it. */
        readonly by_hand?: string;
      }
    | (ExactRun & {
        readonly type: 'approve-mitigation';
        readonly mitigation: string | null;
        readonly policy: ApprovalPolicy;
        readonly identity?: ApproverIdentity;
        readonly signed?: Signed;
      })
    | {
        readonly type: 'start-workflow';
        readonly mitigation: string | null;
        readonly command: readonly string[];
        readonly program: string | null;
        readonly policy: ApprovalPolicy;
        /** Why it has to run without its approval; only for whoever leads the response. */
        readonly override?: string;
        /** True where no person asks for it, but its playbook. */
        readonly automatic?: boolean;
      }
    | {
        readonly type: 'finish-workflow';
        readonly mitigation: string;
        readonly outcome: WorkflowOutcome;
        readonly exit_code: number | null;
        readonly text: string;
        readonly excerpt: string;
        readonly seconds: number | null;
        readonly by_hand?: string;
      }
    | {
        readonly type: 'judge-mitigation';
        readonly mitigation: string | null;
        readonly verdict: Verdict;
        readonly text: string;
      }
    | {
        readonly type: 'record-verification';
        readonly checks: readonly CheckResult[];
        readonly attempts?: readonly CheckRound[];
      }
    | { readonly type: 'attest'; readonly text: string }
    /** `override`: why it counts as resolved without being verified. */
    | { readonly type: 'resolve'; readonly override?: string }
    | { readonly type: 'reopen'; readonly because: string }
    | { readonly type: 'record-root-cause'; readonly findings: EventData['root-cause.recorded'] }
    | { readonly type: 'add-action'; readonly action: Omit<ActionItem, 'id' | 'state' | 'because'> }
    | { readonly type: 'finish-action'; readonly action: string; readonly because: string | null }
    | { readonly type: 'drop-action'; readonly action: string; readonly because: string }
    | {
        readonly type: 'schedule-post-mortem';
        readonly starts_at: string;
        readonly minutes: number;
        readonly attendees: readonly string[];
        readonly called_off?: true;
      }
    | { readonly type: 'draft-post-mortem' }
    | {
        readonly type: 'finalize-post-mortem';
        readonly reviewers: readonly string[];
        readonly blocking: readonly string[];
        /** Absent where nobody looked at the wording. */
        readonly check?: WordingCheck;
      }
    | {
        readonly type: 'record-hand-over';
        readonly outcome: WorkflowOutcome;
        readonly text: string;
        readonly actions: readonly string[];
      }
    /** `has_original`: whether the alert with this number has an original to open. */
    | { readonly type: 'reveal-original'; readonly seq: number; readonly has_original: boolean }
    | { readonly type: 'close'; readonly because: string; readonly post_mortem_required_from: Severity }
  );

export type CommandType = Command['type'];

/** The command of one type, e.g. `CommandOf<'resolve'>`. */
export type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;
