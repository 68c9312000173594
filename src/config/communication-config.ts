import type { Deadline } from '../incident/duration.ts';
import type { Severity } from '../incident/severity.ts';
import type { EnvReference } from './secret.ts';

/** The moments at which stakeholders hear of an incident. */
export const stages = ['declared', 'update', 'mitigated', 'resolved', 'post-mortem'] as const;
export type Stage = (typeof stages)[number];

/** Who hears of incidents of severity `from` and worse, at which stages. */
export interface StakeholderConfig {
  /** `slack:#incidents`, `email:a@example.com`, `webhook:<name>`, `command:<name>`, `person:<key>` or `oncall:<name>`. */
  readonly to: readonly string[];
  readonly from: Severity;
  readonly stages: readonly Stage[];
  readonly audience: 'internal' | 'external';
}

export interface CommunicationsConfig {
  /** Seconds after which the next update is due; severities without one owe none. */
  readonly cadence: Readonly<Partial<Record<Severity, number>>>;
}

/** The channels that are set up; a missing one is not configured. */
export interface NotificationsConfig {
  readonly slack?: SlackConfig | undefined;
  readonly email?: EmailConfig | undefined;
  readonly webhook: Readonly<Record<string, WebhookConfig>>;
  /** Argument lists, by the name that targets use; each runs without a shell. */
  readonly command: Readonly<Record<string, readonly string[]>>;
}

export interface SlackConfig {
  readonly token: EnvReference;
  /** From which severity an incident gets a channel of its own; null for never. */
  readonly channel_per_incident: Severity | null;
  readonly api_url: string;
}

export interface EmailConfig {
  readonly smtp: EnvReference;
  readonly from: string;
}

export interface WebhookConfig {
  /** An address, or the `env:NAME` of one that is itself a secret. */
  readonly url: string;
  /** What requests are signed with; null where they are not signed. */
  readonly secret: EnvReference | null;
}

export interface PostMortemConfig {
  /** The mildest severity that can't be closed without a final post-mortem. */
  readonly required_from: Severity;
  readonly meeting: MeetingConfig;
}

export interface MeetingConfig {
  /** How soon after resolving; severities without one have no deadline. */
  readonly within: Readonly<Partial<Record<Severity, Deadline>>>;
  readonly time_zone: string;
  /** `09:00-17:00`. */
  readonly hours: string;
  /** `mon` to `sun`. */
  readonly working_days: readonly string[];
  /** Seconds. */
  readonly length: number;
  /** Dates, `2026-12-25`. */
  readonly holidays: readonly string[];
  /** `roles`, keys of `people`, or e-mail addresses. */
  readonly attendees: readonly string[];
}
