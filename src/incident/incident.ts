import type { ActionItem } from './action-item.ts';
import type { AlertStatus } from './alert.ts';
import type { CheckResult, CheckRound } from './check-result.ts';
import type { Durations } from './durations.ts';
import type { ApproverIdentity, EventData, EventType, Verdict, WorkflowOutcome } from './event.ts';
import type { Milestone, MilestoneTimes } from './milestone.ts';
import type { Role } from './role.ts';
import type { Severity } from './severity.ts';
import type { WordingCheck } from './sign-off.ts';
import type { Phase, Status } from './status.ts';

/** What is remembered of an alert without opening its own file. */
export interface AlertOnRecord {
  readonly seq: number;
  readonly received_at: string;
  /** How many alerts with this fingerprint have come so far. */
  readonly count: number;
  readonly status: AlertStatus | null;
  readonly title: string;
  readonly service: string | null;
  readonly severity_raw: string | null;
  readonly fingerprint: string;
  readonly started_at: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly links: readonly string[];
}

/** One line of the timeline; repeats of the same alert are folded into one. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly recorded_at: string;
  readonly type: EventType;
  readonly by: string | null;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One attempt at stopping the impact, from proposal to verdict. */
export interface Mitigation {
  readonly id: string;
  readonly workflow: string | null;
  readonly args: EventData['mitigation.proposed']['args'];
  readonly because: string;
  readonly state: 'proposed' | 'approved' | 'running' | 'finished' | 'judged';
  readonly proposed_at: string;
  readonly proposed_by: string | null;
  readonly approvals: readonly {
    readonly by: string | null;
    readonly at: string;
    readonly expires_at: string | null;
    /** The digest of what was approved. */
    readonly approves?: string;
    readonly identity?: ApproverIdentity;
    readonly signer?: string;
  }[];
  /** The playbook that asked for it, and whether it may run by itself. */
  readonly playbook?: string;
  readonly auto?: boolean;
  /** True once the program has started it by itself. */
  readonly automatic?: boolean;
  /** The line to paste into another tool; only where nothing was found here that could run it. */
  readonly by_hand?: string;
  /** True where its verdict follows from checks, so that later checks may correct it. */
  readonly judged_by_checks?: boolean;
  readonly outcome: WorkflowOutcome | null;
  readonly exit_code: number | null;
  readonly excerpt: string;
  readonly verdict: Verdict | null;
  readonly text: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}

export interface Verification {
  readonly seq: number;
  readonly at: string;
  readonly by: string | null;
  readonly passed: boolean;
  readonly attested: string | null;
  readonly checks: readonly CheckResult[];
  readonly attempts?: readonly CheckRound[];
}

/** Where one message to one recipient stands. */
export interface NotificationState {
  readonly key: string;
  /** A key of `people`, or an address that a target names itself. */
  readonly to: string;
  readonly channel: string;
  readonly via: string | null;
  readonly person: string | null;
  readonly kind: string;
  readonly audience: string;
  /** The `seq` of the fact that made it owed. */
  readonly re: number;
  readonly state: 'waiting' | 'sent' | 'failed' | 'expired' | 'suppressed';
  readonly reason: string | null;
  readonly detail: string | null;
  readonly attempts: number;
  readonly at: string;
  readonly retry_at: string | null;
  /** Until when whoever is sending it has it to themselves; null while nobody is. */
  readonly claimed_until: string | null;
  /** How often its sending was begun and its end is not on record. */
  readonly lapses: number;
  /** True when it may have been delivered more than once. */
  readonly maybe_repeated: boolean;
  readonly reference: string | null;
  readonly times: number;
}

/** The chat channel of the incident's own. */
interface IncidentChat {
  /** What the chat calls it, to which messages can be sent. */
  readonly channel: string;
  readonly name: string;
  /** The pinned summary; null while there is none. */
  readonly summary_reference: string | null;
}

export interface RootCause {
  readonly trigger: string | null;
  readonly whys: readonly string[];
  readonly went_well: readonly string[];
  readonly was_difficult: readonly string[];
  readonly got_lucky: readonly string[];
}

export interface PostMortem {
  readonly state: 'none' | 'draft' | 'final';
  readonly version: number;
  readonly meeting: EventData['post-mortem.scheduled'] | null;
  readonly reviewers: readonly string[];
  /** The check it was signed off on; absent until then. */
  readonly check?: WordingCheck;
}

export interface PlaceholderState {
  readonly salt: string;
  readonly by_digest: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** The state of one incident, in the shape of `incident.json`; rebuilt from its events by `evolve` alone. */
export interface Incident extends MilestoneTimes {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly phase: Phase;
  readonly severity: Severity;
  /** The worst it ever was; the report and the deadlines go by this one. */
  readonly highest_severity: Severity;
  readonly severity_because: string;
  readonly service: string | null;
  readonly source: string;
  readonly commander: string | null;
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  readonly fingerprints: readonly string[];
  /** The fingerprints whose latest alert says firing. */
  readonly firing: readonly string[];
  /** When each of them last went from firing to cleared or back: the latest few moments only. */
  readonly state_changes: Readonly<Record<string, readonly string[]>>;
  /** The fingerprints that go back and forth so often that their changes are no news. */
  readonly flapping: readonly string[];
  readonly alert_count: number;
  readonly alerts: readonly AlertOnRecord[];
  readonly first_alert_at: string | null;
  readonly last_alert_at: string | null;
  readonly claims: readonly string[];
  readonly passed_claims: Readonly<Record<string, string>>;
  readonly follows: readonly string[];
  readonly merged_into: string | null;
  /** What was taken out of its texts, by keyed digest, so that the same value always reads the same. */
  readonly placeholders: PlaceholderState;
  readonly timeline: readonly TimelineEntry[];
  readonly mitigations: readonly Mitigation[];
  readonly verification: readonly Verification[];
  readonly notifications: readonly NotificationState[];
  readonly chat: IncidentChat | null;
  readonly root_cause: RootCause | null;
  readonly contributing_factors: readonly string[];
  readonly action_items: readonly ActionItem[];
  readonly post_mortem: PostMortem;
  /** Milestones that a person dated, which no later guess of the program moves. */
  readonly dated_by_hand: readonly Milestone[];
  readonly reopened_at: string | null;
  readonly durations: Durations;
  /** Journal entries so far; a decision is kept only on top of the revision it was made from. */
  readonly revision: number;
  /** Events so far. */
  readonly last_seq: number;
}
