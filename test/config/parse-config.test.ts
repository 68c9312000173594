import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import { keyExamples } from '../../src/config/key-examples.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { explainProblem } from '../../src/config/problem.ts';
import { lintOncall } from '../../src/oncall/lint-oncall.ts';
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

test('people may be known by their handles, dots and all, wherever they are named', () => {
  const { config, problems } = parseConfig(
    [
      'incident_response:',
      '  people: { mia.berg: { name: Mia Berg }, noor-f: {} }',
      '  oncall: { first: { time_zone: UTC, rotation: [mia.berg, noor-f], every: 1w, handover: mon 09:00, starts: 2026-01-05 } }',
      '  approvals: { default: { by: [mia.berg] } }',
    ].join('\n'),
    'config.yaml',
  );
  expect(problems).toEqual([]);
  expect(Object.keys(config.people)).toEqual(['mia.berg', 'noor-f']);
  expect(config.approvals.default.by).toEqual(['mia.berg']);
});

test.each(['.mia', 'mia.', 'mia..berg', 'a/b'])('%s is no handle', (key) => {
  const { problems } = parseConfig(`incident_response:\n  people: { "${key}": {} }`, 'config.yaml');
  expect(problems).toHaveLength(1);
});
