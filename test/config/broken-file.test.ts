import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { nobody } from '../../src/incident/nobody.ts';
import { readMarked } from './marked.ts';

/** Like the file many projects were given: an escape YAML does not know, and a line without a key. */
const shippedBroken = (ours: string): string => `version: 1
lang: th
platform: ci
safety:
  spec_id_regex: "^[a-z_«\\-]{3,9}$"
  network_policy:
    default: deny
    allowlist_domains: [chat.test]
  content_limits:
    max_excerpt_chars: 700

    # how large a file may be
    «$1
  # what must not be written down
  redaction:
    patterns:
      - name: badge
        regex: "(?i)badge-[0-9]{6}"
${ours}
other: { kept: true }
`;

describe('the file that many projects were given', () => {
  test('names both slips, and still uses our section and what binds us', () => {
    const { parsed, found, marks } = readMarked(
      shippedBroken('incident_response:\n  people: { ana: {} }\n  grouping: { window: 7m }'),
    );
    expect(found).toEqual(marks);
    expect(parsed.config.grouping.window).toBe(420);
    expect(Object.keys(parsed.config.people)).toEqual(['ana']);
    expect(parsed.config.safety).toMatchObject({
      spec_id_regex: '^[a-z_\\-]{3,9}$',
      network_policy: { default: 'deny', allowlist_domains: ['chat.test'] },
      redaction: { patterns: [{ name: 'badge', regex: '(?i)badge-[0-9]{6}' }] },
      content_limits: defaultConfig.safety.content_limits,
    });
    expect([parsed.config.lang, parsed.config.platform]).toEqual(['th', 'ci']);
  });

  test('without a section of ours it works as with none', () => {
    const { parsed } = readMarked(shippedBroken(''));
    expect(parsed.config.approvals).toEqual(defaultConfig.approvals);
    expect(parsed.config.verification).toEqual(defaultConfig.verification);
  });

  test('problems within our section still name their place', () => {
    const { found, marks } = readMarked(
      shippedBroken('incident_response:\n  grouping:\n    window: «soon\n  store: { kind: «tape }'),
    );
    expect(found).toEqual(marks);
  });
});

describe('a slip within our section costs that part and no other', () => {
  const text = (approvals: string): string => `incident_response:
  people: { ana: {}, bo: {} }
  workflows:
    back: { command: [./back] }
  broken: [1, 2
  approvals:
    default: ${approvals}
  watch_period: 45m
`;

  test('the other parts are read', () => {
    const { config, problems } = parseConfig(text('{ by: [ana], count: 1 }'), 'c');
    expect(problems.length).toBeGreaterThan(0);
    expect(config.workflows['back']?.command).toEqual(['./back']);
    expect(config.watch_period).toBe(2700);
    expect(config.approvals.default.by).toEqual(['ana']);
  });

  test('of a key that stands twice the last counts', () => {
    const { parsed, found, marks } = readMarked(`incident_response:
  grouping: { window: 1m, «window: 2m }
  people: { ana: {} }
`);
    expect(found).toEqual(marks);
    expect(parsed.config.grouping.window).toBe(120);
    expect(Object.keys(parsed.config.people)).toEqual(['ana']);
  });

  test('tabs, a second document and a missing bracket are each named in words', () => {
    const words = (broken: string): readonly string[] => parseConfig(broken, 'c').problems.map(({ what }) => what);
    expect(words('incident_response:\n\twatch_period: 5m\n')).toContain('a tab is used for indentation');
    expect(words('lang: en\n---\nlang: th\n')).toContain('--- begins a second document');
    expect(words('lang: "en\n')).toContain('a character is missing, such as : or a closing quote or bracket');
    expect(words('- a\n- b\n')).toEqual(['it holds no keys']);
  });
});

describe('what is broken opens nothing', () => {
  const closed = { by: [nobody], proposer_may_approve: [] };
  const approvals: readonly string[] = [
    'approvals: { default: { count: none } }',
    'approvals: { default: { proposer_may_aprove: [] } }',
    'approvals: { default: { by: ana } }',
    'approvals: all',
    'approvals: { default: { count: 1, count: 2 } }',
    'approvals: { default: { by: [ana] ',
    'people: { ana: {} }\n  approvals: { default: { by: [ghost] } }',
  ];
  test.each(approvals)('%s lets nobody approve', (broken) => {
    const { config, problems } = parseConfig(`incident_response:\n  ${broken}\n`, 'c');
    expect(problems.length).toBeGreaterThan(0);
    expect(config.approvals.default.by).toEqual(closed.by);
    if (!broken.includes('ghost')) expect(config.approvals.default.proposer_may_approve).toEqual([]);
  });

  test('a person who does not exist is left out, and the others may approve', () => {
    const { config } = parseConfig(
      'incident_response: { people: { ana: {} }, approvals: { default: { by: [ana, bob] } } }',
      'c',
    );
    expect(config.approvals.default.by).toEqual(['ana']);
  });

  const policies: readonly string[] = [
    '{ default: alow }',
    '{ default: allow, allowlist_domains: every }',
    'allow',
    '[allow]',
  ];
  test.each(policies)('a network policy of %s denies', (policy) => {
    expect(parseConfig(`safety: { network_policy: ${policy} }`, 'c').config.safety.network_policy.default).toBe('deny');
  });

  const cases: readonly (readonly [string, string, (config: typeof defaultConfig) => unknown, unknown])[] = [
    [
      'a broken check verifies nothing',
      'verification: { checks: [{ alert_cleard: true }, { alert_cleared: true }] }',
      (c) => c.verification.checks,
      [],
    ],
    [
      'a playbook with a mistyped condition is no playbook',
      'playbooks: [{ name: a, match: { service: a, severty: SEV-1 }, propose: { workflow: w }, auto: true }]',
      (c) => c.playbooks,
      [],
    ],
    [
      'an override with a mistyped key is no override',
      'people: { ana: {} }\n  oncall: { a: { rotation: [ana], overrides: [{ person: ana, from: 2026-01-01, to: 2026-01-02, dayz: sat }] } }',
      (c) => c.oncall['a'],
      { rotation: ['ana'], overrides: [] },
    ],
    ['half a command is no command', 'workflows: { w: { command: [rm, 7] } }', (c) => c.workflows, {}],
    [
      'records that were to be encrypted still are',
      `security: { encrypt_record: yes, encrypt_to: [age1${'q'.repeat(58)}] }`,
      (c) => c.security.encrypt_record,
      true,
    ],
    [
      'a store that can’t be used gives way to files',
      'store: { kind: postgres, url: plain }',
      (c) => c.store,
      { kind: 'file' },
    ],
    [
      'a stakeholder with a mistyped severity is not told of everything',
      'stakeholders: [{ to: "email:a@b.test", from: SEV-11 }]',
      (c) => c.stakeholders,
      [],
    ],
    [
      'steps out of order are put in order',
      'people: { ana: {} }\n  escalation: { default: { steps: [{ after: 9m, notify: [person:ana] }, { after: 1m, notify: [person:ana] }] } }',
      (c) => c.escalation.default?.steps.map(({ after }) => after),
      ['1m', '9m'],
    ],
    [
      'a round that would be over before its last step still has its steps',
      'people: { ana: {} }\n  escalation: { default: { steps: [{ after: 9m, notify: [person:ana] }], repeat: 1, repeat_every: 5m } }',
      (c) => c.escalation.default,
      { steps: [{ after: '9m', notify: ['person:ana'] }], repeat: 1 },
    ],
  ];
  test.each(cases)('%s', (_, text, pick, expected) => {
    const { config, problems } = parseConfig(`incident_response:\n  ${text}\n`, 'c');
    expect(problems.length).toBeGreaterThan(0);
    expect(pick(config)).toEqual(expected);
  });

  test('with nobody configured the proposer may approve at every severity, and with people only the milder ones', () => {
    const may = (text: string): readonly string[] =>
      parseConfig(text, 'c').config.approvals.default.proposer_may_approve;
    expect(may('incident_response: {}')).toEqual(['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']);
    expect(may('incident_response: { people: { ana: {} } }')).toEqual(['SEV-3', 'SEV-4']);
    expect(may('incident_response: { people: [ana] }')).toEqual(['SEV-3', 'SEV-4']);
  });
});

describe('aliases', () => {
  test('may repeat and merge values', () => {
    const { config, problems } = parseConfig(
      'incident_response:\n  workflows:\n    a: &base { command: [./a], timeout: 1m }\n    b: { <<: *base, command: [./b] }\n    c: *base\n',
      'c',
    );
    expect(problems).toEqual([]);
    expect(config.workflows).toMatchObject({ b: { command: ['./b'], timeout: 60 }, c: { command: ['./a'] } });
  });

  test('that grow without end, or hold themselves, are refused', () => {
    const row = (name: string, of: string): string => `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`;
    const bomb = ['a: &a [x, x]', row('b', 'a'), row('c', 'b'), row('d', 'c'), row('e', 'd')].join('\n');
    expect(parseConfig(bomb, 'c').problems[0]?.what).toBe('aliases (*name) are followed too often');
    expect(parseConfig('a: &a [*a]', 'c').problems[0]?.what).toBe('an alias (*name) has no anchor before it');
  });
});
