import { describe, expect, test } from 'vitest';
import { readMarked } from './marked.ts';

describe('every problem names its place', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'lang, platform': ['lang: «fr', 'platform: «[cli]', 'lang: «7'],
    safety: [
      'safety: «none',
      'safety: { network_policy: { default: «open } }',
      'safety: { network_policy: { allowlist_domains: [a.test, «"http://b.test/x"] } }',
      'safety: { allow_writes_only_under: [«/etc] }',
      'safety: { allow_writes_only_under: [«../up] }',
      'safety: { redaction: { patterns: [{ name: a, regex: «"(" }] } }',
      'safety: { redaction: { patterns: [{ name: a, regex: «"(a+)+$" }] } }',
      'safety: { content_limits: { max_excerpt_chars: «-1 } }',
      'safety: { spec_id_regex: «"[" }',
      'safety: { spec_id_regex: «"(a+)+$" }',
    ],
    severity: [
      'severity: { default: «SEV-9 }',
      'severity: { rules: [{ when: «7, severity: SEV-1, because: x }] }',
      'severity: { rules: [«{ when: a, severity: SEV-1 }] }',
      'severity: { rules: «first }',
    ],
    grouping: [
      'grouping: { by: «service }',
      'grouping: { window: «5 }',
      'grouping: { max_age: «"1,5h" }',
      'grouping: { «windw: 5m }',
    ],
    people: [
      'people: { ana: { email: «nobody } }',
      'people: { «"a b": {} }',
      'people: { ana: { phone: «4930555 } }',
      'people: { ana: { channels: { «SEV-7: [slack] } } }',
      'people: «[ana]',
    ],
    oncall: [
      'oncall: { a: «{ every: 1w } }',
      'people: { ana: {} }\n  oncall: { a: { rotation: [ana], time_zone: «Mars/Base } }',
      'people: { ana: {} }\n  oncall: { a: { rotation: [ana], starts: «2026-02-30 } }',
      'people: { ana: {} }\n  oncall: { a: { rotation: [ana], every: «sometimes } }',
      'people: { ana: {} }\n  oncall: { a: { rotation: [ana, «anna] } }',
      'people: { ana: {} }\n  oncall: { a: { rotation: [ana], overrides: [«{ from: 2026-02-02, to: 2026-02-01, person: ana }] } }',
      'oncall: { a: { ics: «/etc/passwd } }',
    ],
    services: [
      'services: { shop: { oncall: «nowhere } }',
      'services: { shop: «primary }',
      'services: { shop: { «owner: ana } }',
    ],
    escalation: [
      'escalation: { «SEV-5: { steps: [] } }',
      'escalation: { default: { steps: «[] } }',
      'escalation: { default: { steps: [{ after: «soon, notify: [«"slack:#a"] }] } }'
        .replace('[«"', '["')
        .replace('{ default', '{ default'),
      'escalation: { default: { steps: [{ after: 5m, notify: [«ana] }] } }',
      'escalation: { default: { steps: [{ after: 5m, notify: [«person:ana] }] } }',
    ],
    stakeholders: [
      'stakeholders: [{ to: [«"slack:#a"] }]',
      'stakeholders: [«{ from: SEV-1 }]',
      'stakeholders: [{ to: [«webhook:none], stages: [declared] }]',
    ],
    communications: [
      'communications: { cadence: { SEV-1: «0m } }',
      'communications: { cadence: { SEV-1: «often } }',
      'communications: { «cadance: {} }',
    ],
    notifications: [
      'notifications: { slack: «{ channel_per_incident: SEV-1 } }',
      'notifications: { email: { smtp: env:A, from: «7 } }',
      'notifications: { command: { bell: «ring --loud } }',
      'notifications: { webhook: { b: { url: «ftp://b.test } } }',
    ],
    workflows: [
      'workflows: { w: { command: «ls -l } }',
      'workflows: { w: { command: «[] } }',
      'workflows: { w: { command: [ls, «7] } }',
      'workflows: { w: { command: [ls], timeout: «0s } }',
      'workflows: { w: «{ timeout: 5m } }',
    ],
    playbooks: [
      'playbooks: [{ name: a, match: «{}, propose: { workflow: w } }]',
      'playbooks: [{ name: a, match: { «servce: x, service: y }, propose: { workflow: w } }]',
      'playbooks: [{ name: a, match: { service: x }, propose: «{} }]',
      'playbooks: [{ name: a, match: { service: x }, propose: { workflow: w }, auto: «yes }]',
    ],
    approvals: [
      'approvals: { default: { count: «0 } }',
      'approvals: { default: { by: [«ghost] } }',
      'approvals: { default: { expires: «never } }',
      'approvals: { default: { signed: «true } }',
      'people: { ana: {} }\n  approvals: { default: { by: [ana], count: «2 } }',
    ],
    verification: [
      'verification: { passes: «0 }',
      'verification: { checks: [«{}] }',
      'verification: { checks: [«{ alert_cleared: true, workflow: w }] }',
      'verification: { checks: [{ http: { url: «"nowhere" } }] }',
      'verification: { checks: [{ http: { url: "http://a.test", status: «99 } }] }',
    ],
    watch_period: ['watch_period: «30', 'watch_period: «soon', 'watch_period: «[]'],
    post_mortem: [
      'post_mortem: { required_from: «always }',
      'post_mortem: { meeting: { within: { SEV-1: «5xd } } }',
      'post_mortem: { meeting: { holidays: [2026-12-25, «2026-02-30] } }',
      'post_mortem: { meeting: { time_zone: «Nowhere } }',
      'post_mortem: { meeting: { attendees: [roles, «ghost] } }',
    ],
    actions: ['actions: { due: { SEV-1: «15 } }', 'actions: { due: { «SEV-0: 15d } }', 'actions: { due: «[] }'],
    security: [
      'security: { encrypt_to: [«age1short] }',
      'security: { encrypt_record: «yes }',
      'security: { redaction: { patterns: [{ name: a, regex: «"[" }] } }',
    ],
    store: ['store: { kind: «sqlite }', 'store: «{ kind: postgres }', 'store: «{ kind: file, url: env:A }'],
  };

  test.each(Object.entries(cases).flatMap(([section, texts]) => texts.map((text) => [section, text] as const)))(
    '%s: %s',
    (section, text) => {
      const top = section.startsWith('lang') || section === 'safety';
      const { parsed, found, marks } = readMarked(top ? text : `# first line\nincident_response:\n  ${text}\n`);
      expect(found).toEqual(marks);
      for (const problem of parsed.problems) {
        expect(problem.what).not.toBe('');
        expect(problem.expected).not.toBe('');
        expect(problem.key.startsWith(section.split(',')[0] ?? '') || problem.key.includes(section) || top).toBe(true);
      }
    },
  );

  test('all of them at once, in the order of the file', () => {
    const { found, marks, parsed } = readMarked(`lang: «fr
incident_response:
  grouping: { «windw: 5m, max_age: «4 }
  «peeple: {}
  watch_period: «soon
  workflows:
    first: { command: «ls -l }
    second: { command: [ls] }
  store: { kind: «sqlite }
`);
    expect(found).toEqual(marks);
    expect(Object.keys(parsed.config.workflows)).toEqual(['second']);
  });

  test('an entry after one that was taken out keeps its own place', () => {
    const { found, marks } = readMarked(`incident_response:
  severity:
    rules:
      - { when: «7, severity: SEV-1, because: a }
      - { when: ok, severity: SEV-1, because: b }
  people: { ana: {} }
  escalation:
    default:
      steps:
        - { after: «soon, notify: [person:ana] }
        - { after: 5m, notify: [person:ana, «person:bob] }
`);
    expect(found).toEqual(marks);
  });
});
