import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { closedConfig, parseConfig } from '../../src/config/parse-config.ts';
import { timeoutOfWorkflow } from '../../src/config/timeout-of-workflow.ts';

/** What holds where our section says this much. */
function configOf(ours = '{}'): Config {
  const { config, problems } = parseConfig(`incident_response: ${ours}\n`, 'c');
  expect(problems).toEqual([]);
  return config;
}

const days = (count: number) => ({ kind: 'calendar', seconds: count * 86_400 });

describe('where nothing is configured', () => {
  test.each<[string, (config: Config) => unknown, unknown]>([
    ['what nobody knows is a SEV-2', ({ severity }) => severity, { default: 'SEV-2', rules: [] }],
    [
      'alerts of a service join for five minutes, four hours at most, and reopen for half an hour',
      ({ grouping }) => grouping,
      { by: ['service'], window: 300, max_age: 14_400, reopen_within: 1800 },
    ],
    [
      'updates are wanted every half hour or hour',
      ({ communications }) => communications.cadence,
      { 'SEV-1': 1800, 'SEV-2': 3600 },
    ],
    [
      'one approval is enough, for an hour, by anybody',
      ({ approvals }) => approvals.default,
      {
        ...{ by: [], count: 1, expires_seconds: 3600, signed: false },
        proposer_may_approve: ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'],
      },
    ],
    [
      'an incident is healthy when its alert has cleared, twice in a row',
      ({ verification }) => verification,
      { passes: 2, every: 5, checks: [{ kind: 'alert-cleared' }] },
    ],
    ['what is resolved is watched for half an hour', ({ watch_period }) => watch_period, 1800],
    [
      'a SEV-2 needs its report, and a review of 45 minutes on a working day',
      ({ post_mortem }) => post_mortem,
      {
        required_from: 'SEV-2',
        meeting: {
          within: { 'SEV-1': days(3), 'SEV-2': { kind: 'working-days', working_days: 5 } },
          ...{ time_zone: 'UTC', hours: '09:00-17:00', working_days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
          ...{ length: 2700, holidays: [], attendees: ['roles'] },
        },
      },
    ],
    [
      'actions are due by severity',
      ({ actions }) => actions.due,
      { 'SEV-1': days(15), 'SEV-2': days(30), 'SEV-3': days(90), 'SEV-4': days(90) },
    ],
    [
      'nothing is written beside the reports, no host is asked, and no text is kept as it came',
      ({ safety }) => safety,
      {
        ...{ allow_writes_only_under: ['.spec/reports'], disallow_symlink_writes: true, redact_secrets: true },
        redaction: { patterns: [] },
        network_policy: { default: 'deny', allowlist_domains: [] },
        content_limits: { max_context_bytes: 4 * 1024 * 1024, max_excerpt_chars: 10_000 },
        spec_id_regex: null,
      },
    ],
    ['records are files', ({ store }) => store, { kind: 'file' }],
    ['suspects are looked for', ({ suspects }) => suspects, { at_triage: true }],
  ])('%s', (_what, pick, expected) => {
    expect(pick(configOf())).toEqual(expected);
  });
});

describe('what is left out', () => {
  test('of a stakeholder means all severities and stages, and words for inside', () => {
    const { stakeholders } = configOf(
      '{ notifications: { email: { smtp: env:A, from: a@b.test } }, stakeholders: [{ to: "email:a@b.test" }] }',
    );
    expect(stakeholders).toEqual([
      {
        ...{ to: ['email:a@b.test'], from: 'SEV-4', audience: 'internal' },
        stages: ['declared', 'update', 'mitigated', 'resolved'],
      },
    ]);
  });

  test('of a workflow means ten minutes and no variables; one that is not there takes as long', () => {
    const config = configOf('{ workflows: { w: { command: [./w] }, quick: { command: [./q], timeout: 5s } } }');
    expect(config.workflows['w']).toEqual({ command: ['./w'], timeout: 600, env: [] });
    expect(['w', 'quick', 'other', 'constructor'].map((name) => timeoutOfWorkflow(config, name))).toEqual([
      ...[600, 5, 600, 600],
    ]);
  });

  test('of a playbook means that a person approves it', () => {
    const { playbooks } = configOf('{ playbooks: [{ name: a, match: { service: s }, propose: { workflow: w } }] }');
    expect(playbooks).toMatchObject([{ auto: false, verification: [], propose: { workflow: 'w', args: {} } }]);
  });

  test('of a check by command means a minute', () => {
    const { verification } = configOf('{ verification: { checks: [{ command: [./check] }] } }');
    expect(verification.checks).toMatchObject([{ kind: 'command', timeout: 60 }]);
  });

  test('of severities means what is given for the others, and a severity of its own counts first', () => {
    const { communications } = configOf('{ communications: { cadence: { SEV-1: 5m, default: 3h } } }');
    expect(communications.cadence).toEqual({ 'SEV-1': 300, 'SEV-2': 10_800, 'SEV-3': 10_800, 'SEV-4': 10_800 });
  });
});

test('the ends of a range belong to it', () => {
  expect([1, 100].map((passes) => configOf(`{ verification: { passes: ${passes} } }`).verification.passes)).toEqual([
    ...[1, 100],
  ]);
});

describe('who may approve', () => {
  const by = (ours: string) => parseConfig(`incident_response: ${ours}\n`, 'c').config.approvals.default.by;

  test.each([
    ['whoever is named, where nobody is configured', '{ approvals: { default: { by: [ana] } } }', ['ana']],
    ['anybody, where the list is empty', '{ people: { ana: {} }, approvals: { default: { by: [] } } }', []],
  ])('is %s', (_who, ours, expected) => {
    expect(by(ours)).toEqual(expected);
  });

  test('is checked by the signers of the approvals before those of the section on security', () => {
    const signers = (ours: string) => configOf(ours).approvals.allowed_signers;
    expect(signers('{ security: { allowed_signers: b } }')).toBe('b');
    expect(signers('{ approvals: { allowed_signers: a }, security: { allowed_signers: b } }')).toBe('a');
    expect(signers('{ approvals: { default: { signed: true } }, security: { allowed_signers: b } }')).toBe('b');
  });
});

describe('a record is sealed', () => {
  const key = `age1${'q'.repeat(58)}`;

  test.each([
    ['never where nobody asked for it', `{ security: { encrypt_to: [${key}] } }`, false],
    [
      'where it was asked for in words that can’t be read, and there is somebody to seal it for',
      `{ security: { encrypt_record: yes, encrypt_to: [${key}] } }`,
      true,
    ],
    ['not where there is nobody to seal it for', '{ security: { encrypt_record: yes } }', false],
  ])('%s', (_when, ours, expected) => {
    expect(parseConfig(`incident_response: ${ours}\n`, 'c').config.security.encrypt_record).toBe(expected);
  });

  test('and a listener whose part can’t be read is known to be broken', () => {
    const isBroken = (text: string) => parseConfig(text, 'c').config.listen.broken;
    expect(isBroken('incident_response: { listen: { token: env:T } }\n')).toBe(false);
    expect(isBroken('incident_response: { listen: { token: plain } }\n')).toBe(true);
    expect(isBroken('incident_response:\n  grouping: {}\n  listen: { token: env:T\n')).toBe(true);
    expect(isBroken('# listen\nincident_response:\n  grouping: { window: 5m\n')).toBe(false);
  });
});

test('where a file can’t be read at all, every door is closed', () => {
  const { approvals, safety, verification, listen } = closedConfig();
  expect(approvals.default).toMatchObject({ by: [expect.any(String)], proposer_may_approve: [] });
  expect(safety.network_policy.default).toBe('deny');
  expect(verification.checks).toEqual([]);
  expect(listen.broken).toBe(true);
});
