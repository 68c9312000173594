import * as z from 'zod/mini';
import { actions, communications, notifications, postMortem, stakeholders } from './schema-communication.ts';
import { escalation, oncall, people, services } from './schema-people.ts';
import { approvals, playbooks, verification, workflows } from './schema-response.ts';
import {
  duration,
  filledListOf,
  flag,
  listOf,
  oneOf,
  oneOrMoreOf,
  projectPath,
  says,
  secret,
  section,
  severity,
  text,
  wholeNumber,
} from './schema-values.ts';

const patterns = listOf(section({ name: text, regex: text }));

const domain = text.check(
  z.regex(/^(?:\*\.)?[A-Za-z0-9](?:[\w.-]{0,252}[A-Za-z0-9])?$|^[\da-fA-F:]{2,39}$/, 'has to be the name of a host'),
);

/** Of these only what binds us is looked at; the rest belongs to other workflows. */
const safety = z.object(
  {
    allow_writes_only_under: z.optional(filledListOf(projectPath)),
    disallow_symlink_writes: z.optional(flag),
    redact_secrets: z.optional(flag),
    redaction: z.optional(
      z.object(
        { patterns: z.optional(listOf(z.object({ name: text, regex: text }, says('has to be a name and a regex')))) },
        says('has to hold keys and values'),
      ),
    ),
    network_policy: z.optional(
      z.object(
        { default: z.optional(oneOf(['deny', 'allow'])), allowlist_domains: z.optional(listOf(domain)) },
        says('has to hold keys and values'),
      ),
    ),
    content_limits: z.optional(
      z.object(
        {
          max_context_bytes: z.optional(wholeNumber(1, 2 ** 40)),
          max_excerpt_chars: z.optional(wholeNumber(1, 10_000_000)),
        },
        says('has to hold keys and values'),
      ),
    ),
    spec_id_regex: z.optional(text),
  },
  says('has to hold keys and values'),
);

const rule = section({ when: text, severity, because: text });

const recipient = text.check(z.regex(/^age1[a-z0-9]{20,4000}$/, 'is no recipient of age (a public key)'));

const store = section({ kind: oneOf(['file', 'postgres']), url: z.optional(secret) }).check(
  z.refine(
    ({ kind, url }) => (kind === 'postgres') === (url !== undefined),
    'needs a url with postgres, and only then',
  ),
);

const listen = section({
  token: z.optional(secret),
  hmac: z.optional(
    section({
      github: z.optional(secret),
      pagerduty: z.optional(secret),
      sentry: z.optional(secret),
      grafana: z.optional(secret),
    }),
  ),
});

/** The shape of the configuration file, as its users write it; every default is filled in afterwards. */
export const configSchema = z.object({
  lang: z.optional(oneOf(['en', 'th'])),
  platform: z.optional(oneOf(['cli', 'kilo', 'ci', 'other'])),
  safety: z.optional(safety),
  incident_response: z.optional(
    section({
      severity: z.optional(section({ default: z.optional(severity), rules: z.optional(listOf(rule)) })),
      grouping: z.optional(
        section({
          by: z.optional(listOf(text)),
          window: z.optional(duration),
          max_age: z.optional(duration),
          reopen_within: z.optional(duration),
        }),
      ),
      people: z.optional(people),
      oncall: z.optional(oncall),
      services: z.optional(services),
      escalation: z.optional(escalation),
      stakeholders: z.optional(stakeholders),
      communications: z.optional(communications),
      notifications: z.optional(notifications),
      workflows: z.optional(workflows),
      playbooks: z.optional(playbooks),
      suspects: z.optional(section({ at_triage: z.optional(flag) })),
      approvals: z.optional(approvals),
      verification: z.optional(verification),
      watch_period: z.optional(duration),
      post_mortem: z.optional(postMortem),
      actions: z.optional(actions),
      security: z.optional(
        section({
          encrypt_to: z.optional(listOf(recipient)),
          encrypt_record: z.optional(flag),
          signing_key: z.optional(secret),
          verify_key: z.optional(oneOrMoreOf(text)),
          record_key: z.optional(secret),
          allowed_signers: z.optional(text),
          redaction: z.optional(section({ patterns: z.optional(patterns) })),
        }),
      ),
      store: z.optional(store),
      listen: z.optional(listen),
    }),
  ),
});

export type GivenConfig = z.output<typeof configSchema>;
export type GivenIncidentResponse = NonNullable<GivenConfig['incident_response']>;
