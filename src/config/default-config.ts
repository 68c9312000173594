import type { ApprovalPolicy } from '../incident/command.ts';
import { severities } from '../incident/severity.ts';
import type { Config } from './config.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What may be approved by whom where nothing is configured but people. */
export const defaultApprovals: ApprovalPolicy & { readonly signed: boolean } = {
  by: [],
  count: 1,
  expires_seconds: hour,
  proposer_may_approve: ['SEV-3', 'SEV-4'],
  signed: false,
};

/** What holds with no configuration at all: everything works, and nothing is open that nobody opened. */
export const defaultConfig: Config = {
  lang: 'en',
  platform: 'cli',
  safety: {
    allow_writes_only_under: ['.spec/reports'],
    disallow_symlink_writes: true,
    redact_secrets: true,
    redaction: { patterns: [] },
    network_policy: { default: 'deny', allowlist_domains: [] },
    content_limits: { max_context_bytes: 4 * 1024 * 1024, max_excerpt_chars: 10_000 },
    spec_id_regex: null,
  },
  severity: { default: 'SEV-2', rules: [] },
  grouping: { by: ['service'], window: 5 * minute, max_age: 4 * hour, reopen_within: 30 * minute },
  people: {},
  oncall: {},
  services: {},
  escalation: {},
  stakeholders: [],
  communications: { cadence: { 'SEV-1': 30 * minute, 'SEV-2': hour } },
  notifications: { webhook: {}, command: {} },
  workflows: {},
  playbooks: [],
  suspects: { at_triage: true },
  // With nobody configured there is nobody else to ask, so whoever proposes may approve.
  approvals: { default: { ...defaultApprovals, proposer_may_approve: severities }, allowed_signers: null },
  verification: { passes: 2, every: 5, checks: [{ kind: 'alert-cleared' }] },
  watch_period: 30 * minute,
  post_mortem: {
    required_from: 'SEV-2',
    meeting: {
      within: {
        'SEV-1': { kind: 'calendar', seconds: 3 * day },
        'SEV-2': { kind: 'working-days', working_days: 5 },
      },
      time_zone: 'UTC',
      hours: '09:00-17:00',
      working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      length: 45 * minute,
      holidays: [],
      attendees: ['roles'],
    },
  },
  actions: {
    due: {
      'SEV-1': { kind: 'calendar', seconds: 15 * day },
      'SEV-2': { kind: 'calendar', seconds: 30 * day },
      'SEV-3': { kind: 'calendar', seconds: 90 * day },
      'SEV-4': { kind: 'calendar', seconds: 90 * day },
    },
  },
  security: { encrypt_to: [], encrypt_record: false, signing_key: null, verify_key: [], record_key: null },
  store: { kind: 'file' },
  listen: { broken: false, token: null, hmac: {} },
};
