import type { ApprovalPolicy } from '../incident/command.ts';
import type { Deadline } from '../incident/duration.ts';
import type { Severity } from '../incident/severity.ts';
import type { EscalationConfig, PersonConfig, ScheduleConfig, ServiceConfig } from '../oncall/oncall-config.ts';
import type { GroupingPolicy } from '../phases/place-alert.ts';
import type {
  CommunicationsConfig,
  NotificationsConfig,
  PostMortemConfig,
  StakeholderConfig,
} from './communication-config.ts';
import type { PlaybookConfig, VerificationConfig, WorkflowConfig } from './response-config.ts';
import type { EnvReference } from './secret.ts';

/**
 * The whole configuration, checked and with every default filled in. Lengths of time are numbers of seconds unless a
 * name ends in `_ms`; only people, schedules and escalations stay as written, because their own room reads them.
 */
export interface Config {
  readonly lang: 'en' | 'th';
  readonly platform: 'cli' | 'kilo' | 'ci' | 'other';
  readonly safety: SafetyConfig;
  readonly severity: SeverityConfig;
  readonly grouping: GroupingPolicy;
  readonly people: Readonly<Record<string, PersonConfig>>;
  readonly oncall: Readonly<Record<string, ScheduleConfig>>;
  readonly services: Readonly<Record<string, ServiceConfig & { readonly spec_id?: string | undefined }>>;
  readonly escalation: Readonly<Partial<Record<Severity | 'default', EscalationConfig | undefined>>>;
  readonly stakeholders: readonly StakeholderConfig[];
  readonly communications: CommunicationsConfig;
  readonly notifications: NotificationsConfig;
  readonly workflows: Readonly<Record<string, WorkflowConfig>>;
  readonly playbooks: readonly PlaybookConfig[];
  /** Whether the likeliest suspects are written down when an incident begins. */
  readonly suspects: { readonly at_triage: boolean };
  readonly approvals: ApprovalsConfig;
  readonly verification: VerificationConfig;
  /** How long after resolving the same alert is still watched for. */
  readonly watch_period: number;
  readonly post_mortem: PostMortemConfig;
  readonly actions: { readonly due: Readonly<Record<Severity, Deadline>> };
  readonly security: SecurityConfig;
  readonly store: StoreConfig;
  readonly listen: ListenConfig;
}

/** What senders of alerts have to know. */
export interface ListenConfig {
  /** True where the section could not be read: then nobody can be recognised, and nothing may be let in. */
  readonly broken: boolean;
  readonly token: EnvReference | null;
  readonly hmac: Readonly<Partial<Record<'github' | 'pagerduty' | 'sentry' | 'grafana', EnvReference | undefined>>>;
}

/** What binds every workflow of the project; keys that only others use are left out. */
export interface SafetyConfig {
  /** Folders relative to the project's root. */
  readonly allow_writes_only_under: readonly string[];
  /** Both always hold here; what the file says is only looked at to say so. */
  readonly disallow_symlink_writes: boolean;
  readonly redact_secrets: boolean;
  /** Those of `safety` and of `incident_response.security` together; every one of them compiles and is quick. */
  readonly redaction: { readonly patterns: readonly RedactionPattern[] };
  readonly network_policy: { readonly default: 'deny' | 'allow'; readonly allowlist_domains: readonly string[] };
  readonly content_limits: {
    /** How much of the history of a repository is read at most. */
    readonly max_context_bytes: number;
    /** How much of what a program printed is kept at most. */
    readonly max_excerpt_chars: number;
  };
  /** The source of a regular expression that `readSpecIdRule` can read; null where none is configured. */
  readonly spec_id_regex: string | null;
}

export interface RedactionPattern {
  readonly name: string;
  /** May begin with `(?i)`. */
  readonly regex: string;
}

export interface SeverityConfig {
  /** What is assumed when nothing else decides. */
  readonly default: Severity;
  /** In the order they are asked; `when` is the text of an expression that is checked where it is run. */
  readonly rules: readonly { readonly when: string; readonly severity: Severity; readonly because: string }[];
}

export interface ApprovalsConfig {
  readonly default: ApprovalPolicy & { readonly signed: boolean };
  /** The file of public keys whose signatures count, relative to the project's root. */
  readonly allowed_signers: string | null;
}

export interface SecurityConfig {
  /** Recipients (age) of what is only kept encrypted. */
  readonly encrypt_to: readonly string[];
  readonly encrypt_record: boolean;
  readonly signing_key: EnvReference | null;
  /** What signatures are checked with: Ed25519 public keys, or variables that hold a shared secret. */
  readonly verify_key: readonly string[];
  /** The secret that the record is sealed with. */
  readonly record_key: EnvReference | null;
}

export type StoreConfig = { readonly kind: 'file' } | { readonly kind: 'postgres'; readonly url: EnvReference };
