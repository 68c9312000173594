import { parseDuration } from '../incident/duration.ts';
import { nobody } from '../incident/nobody.ts';
import { type Severity, severities } from '../incident/severity.ts';
import { readEscalation } from '../oncall/escalation.ts';
import type { EscalationConfig } from '../oncall/oncall-config.ts';
import type { MeetingConfig, NotificationsConfig } from './communication-config.ts';
import type { ApprovalsConfig, Config, SafetyConfig, StoreConfig } from './config.ts';
import type { GivenConfig, GivenIncidentResponse } from './config-schema.ts';
import { defaultApprovals, defaultConfig } from './default-config.ts';

/** What is known of the sections that could not be used, and must not be taken for sections nobody wrote. */
export interface Broken {
  readonly approvals: boolean;
  readonly people: boolean;
  readonly network_policy: boolean;
  readonly checks: boolean;
  readonly encrypt_record: boolean;
  readonly listen: boolean;
}

/** Fills every gap with its default, and with the closed door where something was written that can't be read. */
export function settleConfig(given: GivenConfig, broken: Broken): Config {
  const ours = given.incident_response ?? {};
  const { severity, grouping, communications, verification } = defaultConfig;
  return {
    lang: given.lang ?? defaultConfig.lang,
    platform: given.platform ?? defaultConfig.platform,
    safety: settleSafety(given, broken),
    severity: { default: ours.severity?.default ?? severity.default, rules: ours.severity?.rules ?? [] },
    grouping: {
      by: ours.grouping?.by ?? grouping.by,
      window: ours.grouping?.window ?? grouping.window,
      max_age: ours.grouping?.max_age ?? grouping.max_age,
      reopen_within: ours.grouping?.reopen_within ?? grouping.reopen_within,
    },
    people: ours.people ?? {},
    oncall: ours.oncall ?? {},
    services: ours.services ?? {},
    escalation: usableEscalations(ours),
    stakeholders: (ours.stakeholders ?? []).map(({ to, from, stages, audience }) => ({
      to,
      from: from ?? 'SEV-4',
      stages: stages ?? ['declared', 'update', 'mitigated', 'resolved'],
      audience: audience ?? 'internal',
    })),
    communications: { cadence: bySeverity(communications.cadence, ours.communications?.cadence) },
    notifications: settleNotifications(ours.notifications),
    workflows: mapValues(ours.workflows ?? {}, ({ timeout, env, ...rest }) => ({
      ...rest,
      timeout: timeout ?? 600,
      env: env ?? [],
    })),
    playbooks: (ours.playbooks ?? []).map(({ verification: checks, auto, propose, ...rest }) => ({
      ...rest,
      propose: { workflow: propose.workflow, args: propose.args ?? {} },
      verification: checks ?? [],
      auto: auto ?? false,
    })),
    suspects: { at_triage: ours.suspects?.at_triage ?? defaultConfig.suspects.at_triage },
    approvals: settleApprovals(ours, broken),
    verification: {
      passes: ours.verification?.passes ?? verification.passes,
      every: ours.verification?.every ?? verification.every,
      checks: ours.verification?.checks ?? (broken.checks ? [] : verification.checks),
    },
    watch_period: ours.watch_period ?? defaultConfig.watch_period,
    post_mortem: {
      required_from: ours.post_mortem?.required_from ?? defaultConfig.post_mortem.required_from,
      meeting: settleMeeting(ours),
    },
    actions: { due: { ...defaultConfig.actions.due, ...bySeverity(defaultConfig.actions.due, ours.actions?.due) } },
    security: {
      encrypt_to: ours.security?.encrypt_to ?? [],
      encrypt_record:
        ours.security?.encrypt_record ?? (broken.encrypt_record && (ours.security?.encrypt_to ?? []).length > 0),
      signing_key: ours.security?.signing_key ?? null,
      verify_key: ours.security?.verify_key ?? [],
      record_key: ours.security?.record_key ?? null,
    },
    store: settleStore(ours.store),
    listen: { token: ours.listen?.token ?? null, hmac: ours.listen?.hmac ?? {}, broken: broken.listen },
  };
}

function settleSafety({ safety, incident_response }: GivenConfig, broken: Broken): SafetyConfig {
  const usual = defaultConfig.safety;
  const policy = safety?.network_policy;
  const patterns = [
    ...(safety?.redaction?.patterns ?? []),
    ...(incident_response?.security?.redaction?.patterns ?? []),
  ];
  return {
    allow_writes_only_under: safety?.allow_writes_only_under ?? usual.allow_writes_only_under,
    disallow_symlink_writes: safety?.disallow_symlink_writes ?? usual.disallow_symlink_writes,
    redact_secrets: safety?.redact_secrets ?? usual.redact_secrets,
    redaction: { patterns },
    network_policy: {
      default: broken.network_policy ? 'deny' : (policy?.default ?? usual.network_policy.default),
      allowlist_domains: policy?.allowlist_domains ?? [],
    },
    content_limits: {
      max_context_bytes: safety?.content_limits?.max_context_bytes ?? usual.content_limits.max_context_bytes,
      max_excerpt_chars: safety?.content_limits?.max_excerpt_chars ?? usual.content_limits.max_excerpt_chars,
    },
    spec_id_regex: safety?.spec_id_regex ?? usual.spec_id_regex,
  };
}

function usableEscalations({ escalation = {} }: GivenIncidentResponse): Config['escalation'] {
  return Object.fromEntries(
    Object.entries(escalation).flatMap(([severity, given]) => {
      const config = given === undefined ? undefined : inOrder(given);
      return config !== undefined && readEscalation(severity, config).ok ? [[severity, config]] : [];
    }),
  );
}

function inOrder(config: EscalationConfig): EscalationConfig {
  const seconds = (text: string): number => {
    const read = parseDuration(text);
    return read.ok ? read.seconds : 0;
  };
  return { ...config, steps: config.steps.toSorted((a, b) => seconds(a.after) - seconds(b.after)) };
}

function settleApprovals(ours: GivenIncidentResponse, broken: Broken): ApprovalsConfig {
  const given = ours.approvals?.default;
  const people = Object.keys(ours.people ?? {});
  // With nobody configured any name is a narrower door than none, so there each is kept.
  const known = given?.by?.filter((person) => people.length === 0 || people.includes(person)) ?? [];
  const lost = given?.by !== undefined && given.by.length > 0 && known.length === 0;
  const alone = people.length === 0 && !broken.people;
  return {
    default: {
      by: broken.approvals || lost ? [nobody] : known,
      count: given?.count ?? defaultApprovals.count,
      expires_seconds: given?.expires ?? defaultApprovals.expires_seconds,
      proposer_may_approve: broken.approvals
        ? []
        : (given?.proposer_may_approve ??
          (alone ? defaultConfig.approvals.default : defaultApprovals).proposer_may_approve),
      signed: given?.signed ?? defaultApprovals.signed,
    },
    allowed_signers: ours.approvals?.allowed_signers ?? ours.security?.allowed_signers ?? null,
  };
}

function settleNotifications(given: GivenIncidentResponse['notifications']): NotificationsConfig {
  const { slack, email, webhook, command } = given ?? {};
  return {
    ...(slack && {
      slack: {
        token: slack.token,
        channel_per_incident: slack.channel_per_incident ?? null,
        api_url: slack.api_url ?? 'https://slack.com/api/',
      },
    }),
    ...(email && { email }),
    webhook: mapValues(webhook ?? {}, ({ url, secret }) => ({ url, secret: secret ?? null })),
    command: command ?? {},
  };
}

function settleMeeting(ours: GivenIncidentResponse): MeetingConfig {
  const usual = defaultConfig.post_mortem.meeting;
  const given = ours.post_mortem?.meeting;
  return {
    within: bySeverity(usual.within, given?.within),
    time_zone: given?.time_zone ?? usual.time_zone,
    hours: given?.hours ?? usual.hours,
    working_days: given?.working_days ?? usual.working_days,
    length: given?.length ?? usual.length,
    holidays: given?.holidays ?? usual.holidays,
    attendees: given?.attendees ?? usual.attendees,
  };
}

function settleStore(given: GivenIncidentResponse['store']): StoreConfig {
  return given?.kind === 'postgres' && given.url !== undefined
    ? { kind: 'postgres', url: given.url }
    : { kind: 'file' };
}

type BySeverity<Value> = { readonly [level in Severity]?: Value | undefined };

/** What is given for a severity, else what is given for all, else what is usual. */
function bySeverity<Value>(
  usual: BySeverity<Value>,
  given: (BySeverity<Value> & { readonly default?: Value | undefined }) | undefined,
): Partial<Record<Severity, Value>> {
  const found: Partial<Record<Severity, Value>> = {};
  for (const level of severities) {
    const value = given?.[level] ?? given?.default ?? usual[level];
    if (value !== undefined) found[level] = value;
  }
  return found;
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, turn: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, turn(value)]));
}
