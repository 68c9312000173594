import type { Severity } from './severity.ts';
import type { Status } from './status.ts';

/** Every refusal, as data: a kebab-case reason and exactly the facts needed to explain it. */
export type Refusal =
  | {
      readonly reason: 'not-in-this-status';
      readonly wanted: string;
      readonly status: Status;
      readonly allowed: readonly Status[];
    }
  | { readonly reason: 'already-merged'; readonly into: string }
  | { readonly reason: 'merge-into-itself' }
  | { readonly reason: 'same-severity'; readonly severity: Severity }
  | { readonly reason: 'reason-missing'; readonly wanted: string; readonly flag: string }
  | { readonly reason: 'in-the-future'; readonly at: string; readonly now: string }
  | { readonly reason: 'no-such-entry'; readonly seq: number; readonly last_seq: number }
  | { readonly reason: 'no-such-mitigation'; readonly mitigation: string | null; readonly known: readonly string[] }
  | { readonly reason: 'mitigation-unclear'; readonly known: readonly string[] }
  | { readonly reason: 'not-approved'; readonly mitigation: string; readonly have: number; readonly need: number }
  /** It was approved, but what would run now is not what was approved. */
  | { readonly reason: 'approval-outdated'; readonly mitigation: string }
  | { readonly reason: 'signature-missing'; readonly mitigation: string }
  /** An approval is on record whose signature does not stand for what would run. */
  | {
      readonly reason: 'signature-invalid';
      readonly mitigation: string;
      readonly by: string | null;
      readonly why: string;
    }
  | { readonly reason: 'signature-reused'; readonly mitigation: string }
  | { readonly reason: 'signature-expired'; readonly mitigation: string; readonly until: string }
  | {
      readonly reason: 'identity-mismatch';
      readonly person: string;
      readonly account: string;
      readonly account_of: string;
    }
  | { readonly reason: 'override-not-allowed'; readonly person: string | null; readonly commander: string | null }
  | {
      readonly reason: 'not-automatic';
      readonly mitigation: string;
      readonly why: 'no-playbook' | 'policy' | 'tried-already';
    }
  | {
      readonly reason: 'pre-check-failed';
      readonly mitigation: string;
      readonly check: string;
      readonly detail: string;
    }
  | { readonly reason: 'approval-expired'; readonly mitigation: string; readonly expired_at: string }
  | { readonly reason: 'not-allowed-to-approve'; readonly person: string | null; readonly allowed: readonly string[] }
  | { readonly reason: 'proposer-may-not-approve'; readonly person: string; readonly severity: Severity }
  | { readonly reason: 'already-approved-by'; readonly person: string; readonly mitigation: string }
  | { readonly reason: 'already-run'; readonly mitigation: string; readonly state: string }
  | { readonly reason: 'still-running'; readonly mitigation: string }
  | { readonly reason: 'not-verified'; readonly since: string | null; readonly last: 'none' | 'failed' | 'outdated' }
  | { readonly reason: 'no-such-action'; readonly action: string; readonly known: readonly string[] }
  | { readonly reason: 'action-already-settled'; readonly action: string; readonly state: string }
  | {
      readonly reason: 'post-mortem-not-final';
      readonly severity: Severity;
      readonly required_from: Severity;
      readonly state: string;
    }
  | { readonly reason: 'post-mortem-not-drafted' }
  | { readonly reason: 'post-mortem-already-final' }
  | { readonly reason: 'findings-open'; readonly blocking: number; readonly first: string }
  | { readonly reason: 'nothing-to-record'; readonly wanted: string };

export type RefusalReason = Refusal['reason'];
