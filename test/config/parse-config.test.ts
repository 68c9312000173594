import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import { keyExamples } from '../../src/config/key-examples.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { explainProblem } from '../../src/config/problem.ts';
import { lintOncall } from '../../src/oncall/lint-oncall.ts';
import { readMarked } from './marked.ts';
import { wholeConfig } from './whole-config.ts';

describe('a whole configuration', () => {
  const { config, problems } = parseConfig(wholeConfig, 'config.yaml');

  test('is read without a problem', () => {
    expect(problems).toEqual([]);
  });

  test('turns lengths of time into seconds and short forms into whole ones', () => {
    expect(config.grouping).toEqual({ by: ['service', 'region'], window: 600, max_age: 7200, reopen_within: 5400 });
    expect(config.approvals).toEqual({
      default: {
        by: ['mia', 'noor'],
        count: 2,
        expires_seconds: 1200,
        proposer_may_approve: ['SEV-4'],
        signed: true,
      },
      allowed_signers: '.spec/signers',
    });
    expect(config.communications.cadence).toEqual({ 'SEV-1': 900, 'SEV-2': 7200, 'SEV-3': 7200, 'SEV-4': 7200 });
    expect(config.playbooks[0]?.propose.args).toEqual({ 'failed-deployment-id': 'suspect.deployment_id', target: '3' });
    expect(config.playbooks[0]?.match.service).toEqual(['shop.checkout']);
    expect(config.stakeholders[1]).toMatchObject({ to: ['email:boss@shop.test'], from: 'SEV-4', audience: 'internal' });
    expect(config.verification.checks.map(({ kind }) => kind)).toEqual(['http', 'workflow', 'alert-cleared']);
    expect(config.verification.checks[0]).toMatchObject({ http: { status: [200, 204], within_ms: 250 } });
    expect(config.post_mortem.meeting.within).toEqual({
      'SEV-1': { kind: 'working-days', working_days: 2 },
      'SEV-2': { kind: 'working-days', working_days: 5 },
    });
    expect(config.actions.due['SEV-3']).toEqual({ kind: 'calendar', seconds: 60 * 86_400 });
  });

  test('keeps what binds every workflow, and both lists of patterns', () => {
    expect([config.lang, config.platform]).toEqual(['th', 'ci']);
    expect(config.safety.redaction.patterns.map(({ name }) => name)).toEqual(['order', 'customer']);
    expect(config.safety.content_limits).toEqual({ max_context_bytes: 1_000_000, max_excerpt_chars: 900 });
  });

  test('holds only the names of secrets', () => {
    expect(config.notifications.slack?.token).toBe('env:SLACK_TOKEN');
    expect(config.store).toEqual({ kind: 'postgres', url: 'env:DB_URL' });
    expect(config.notifications.webhook['quiet']).toEqual({ url: 'env:QUIET_URL', secret: null });
  });

  test('gives the on-call room what it reads', () => {
    expect(config.oncall['shop']).toMatchObject({ rotation: ['mia', 'noor'], every: 'daily', handover: '08:30' });
    const findings = lintOncall(
      config,
      '2026-03-01T00:00:00Z',
      new Map([['platform', { ok: true, spans: [], unknown_people: [], warnings: [] }]]),
    );
    expect(findings.filter(({ kind }) => kind === 'config-problem')).toEqual([]);
  });

  test('every section may be empty and then means its default', () => {
    const sections = [...wholeConfig.matchAll(/^ {2}([a-z_]+):/gm)].map(([, key]) => key);
    const text = `incident_response:\n${sections
      .slice(5)
      .map((key) => `  ${key}:\n`)
      .join('')}safety:\n`;
    expect(parseConfig(text, 'config.yaml')).toMatchObject({ config: defaultConfig, problems: [] });
  });
});

test('every value that is offered as right is right where it is offered', () => {
  for (const [pattern, example] of Object.entries(keyExamples)) {
    const steps = pattern.split('.');
    const isInList = (index: number): boolean => keyExamples[steps.slice(0, index).join('.')]?.startsWith('[') ?? false;
    const nameOf = (index: number): string =>
      /(?:escalation|cadence|within|due|channels)$/.test(steps.slice(0, index).join('.')) ? 'SEV-1' : 'x';
    const path = steps.map((step, index) => (step !== '*' ? step : isInList(index) ? 0 : nameOf(index)));
    const text = path.reduceRight<string>(
      (below, step) => (step === 0 ? `[${below}]` : `{ ${step}: ${below} }`),
      example,
    );
    // What only misses its surroundings, such as the people it names, is right by itself.
    const objections = parseConfig(text, 'c').problems.filter(
      ({ key, what }) => key.startsWith(path.join('.')) && !/stands under|is not set up|needs|exactly one/.test(what),
    );
    expect({ pattern, objections }).toEqual({ pattern, objections: [] });
  }
});

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

describe('words', () => {
  test('an unknown key is told which one was probably meant', () => {
    const { problems } = parseConfig('incident_response: { grouping: { reopen_witin: 5m } }', 'c.yaml');
    expect(problems.map(explainProblem)).toEqual([
      'c.yaml:1:34: incident_response.grouping.reopen_witin: is not a key that is known here; did you mean reopen_within?\n  right would be: reopen_within: 30m',
    ]);
  });

  test('where nothing comes near, all that are known are named', () => {
    const { problems } = parseConfig('incident_response: { store: { kind: file, colour: red } }', 'c.yaml');
    expect(problems[0]).toMatchObject({ expected: 'one of kind, url' });
  });

  test('keys of other workflows are left alone', () => {
    expect(parseConfig('whatever: { a: [1] }\nsafety: { registry_updates: { lock: 1 } }', 'c').problems).toEqual([]);
  });

  test('a problem of the file as a whole has no line', () => {
    const problem = { file: 'c.yaml', line: null, column: null, key: '', what: 'there is no such file', expected: '' };
    expect(explainProblem(problem)).toBe('c.yaml: there is no such file');
  });
});
