import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/incident/alert.ts';
import { compileExpression } from '../../src/rules/expression.ts';
import { askSeverityRules, type SeverityRule } from '../../src/rules/severity-rules.ts';

const alert: Alert = {
  source: 'alertmanager',
  status: 'firing',
  title: 'checkout is slow',
  service: 'checkout',
  severity_raw: 'critical',
  fingerprint: '0123456789abcdef',
  started_at: null,
  labels: { region: 'eu-1' },
  links: [],
  measurement: { metric: 'p99', value: 450, slo: 200 },
};

/** The answer for the alert above; `refused` where it is no expression, `unasked` where it has no answer. */
function ask(when: string, change: Partial<Alert> = {}): boolean | 'refused' | 'unasked' {
  const compiled = compileExpression(when);
  if (!compiled.ok) return 'refused';
  const answer = compiled.expression.holds({ ...alert, ...change });
  return answer.ok ? answer.holds : 'unasked';
}

describe('the language', () => {
  it.each<readonly [string, ReturnType<typeof ask>]>([
    ['value > 2.0 * slo', true],
    ['value >= 450.0', true],
    ['value > 450.0', false],
    ['-value < 0.0', true],
    ['value / 0.0 > 1.0', true],
    ['value > 1e308 * 10.0', false],
    ['value - slo == 250.0', true],
    ['int(value) == 450', true],
    ['value == 450', 'refused'],
    ['value % 2.0 == 0.0', 'refused'],
    ['1 / 0 == 1', 'unasked'],
    ['9223372036854775807 + 1 > 0', 'unasked'],
    ["service == 'checkout'", true],
    ['service == "checkout" // why', true],
    ['service\n==\n"checkout"', true],
    ['service == "Checkout"', false],
    ['service.lowerAscii() == "checkout"', true],
    ['title.startsWith("check") && title.endsWith("slow") && title.contains("is")', true],
    ['size(title) == 16', true],
    ['"日本🚨".size() == 3', true],
    ['title == "checkout\\u0020is slow"', true],
    ['labels.region == "eu-1"', true],
    ['labels["region"] in ["eu-1", "eu-2"]', true],
    ['has(labels.team)', false],
    ['has(labels.team) && labels.team == "x"', false],
    ['labels.team == "x"', 'unasked'],
    ['labels.team == "x" || true', true],
    ['labels.team == "x" && false', false],
    ['labels.exists(name, name == "region")', true],
    ['labels.all(name, name != "region")', false],
    ['!(status == "resolved")', true],
    ['service == "checkout" ? value > 1.0 : false', true],
    ['glob(service, "*") && glob(labels.region, "eu-?")', true],
    ['glob(service)', 'refused'],
    ['glob(service, 1)', 'refused'],
    ['TRUE', 'refused'],
    ['service == "checkout" and true', 'refused'],
    ['service === "checkout"', 'refused'],
    ['service', 'refused'],
    ['value', 'refused'],
    ['// nothing', 'refused'],
    ['   ', 'refused'],
    ['true', true],
    ['(((true)))', true],
  ])('%s: %s', (when, answer) => {
    expect(ask(when)).toBe(answer);
  });
});

describe('a way out', () => {
  it.each([
    'process',
    'globalThis',
    'this == 1',
    'constructor',
    '__proto__ == "x"',
    'service.constructor == "x"',
    'service.length > 1',
    'service.__proto__ == "x"',
    'labels.toString() == ""',
    'glob.constructor("return 1")()',
    'import("fs")',
    'require("fs")',
    '`x`',
    'title.replace("a", "b") == ""',
    '"a".repeat(1000000000) == ""',
    '() => true',
    'service = "x"',
    'true; true',
  ])('%s is refused', (when) => {
    expect(ask(when)).toBe('refused');
  });

  it.each(['labels.__proto__ == "x"', 'labels.constructor == "x"', 'labels["hasOwnProperty"] == "x"'])(
    '%s is a label that is not there',
    (when) => {
      expect(ask(when)).toBe('unasked');
    },
  );
});

describe('what could keep the machine busy', () => {
  const pattern = '("^(a+)+$")';

  it.each([
    `title.matches${pattern}`,
    `title.matches ${pattern}`,
    `title.matches\n${pattern}`,
    `title.matches//x\n${pattern}`,
    `title./**/matches${pattern}`,
    `title\n.\nmatches\n//a\n//b\n${pattern}`,
    `matches(title, "^(a+)+$")`,
    `cel.bind(x, title, x.matches${pattern})`,
    `["a"].exists(a, a.matches${pattern})`,
    `true || title.matches//${pattern}\n${pattern}`,
  ])('a regular expression is refused, however it is written: %j', (when) => {
    expect(ask(when)).toBe('refused');
  });

  it.each(['title == "it matches (all)"', 'title.contains(" all ( map ( filter ( exists (")'])(
    'words in a text are no calls: %s',
    (when) => {
      expect(ask(when)).toBe(false);
    },
  );

  it('at most two loops are asked, also where comments stand between', () => {
    const loop = (gap: string) => `[1].all${gap}(a, true)`;
    expect(ask([loop(''), loop('')].join(' && '))).toBe(true);
    for (const gap of ['', ' ', '\n', '//x\n'])
      expect(ask([loop(gap), loop(gap), loop(gap)].join(' && '))).toBe('refused');
    expect(ask('[1].all(a, [1].exists(b, [1].map(c, c) == [1]))')).toBe('refused');
  });

  it.each<readonly [string, string]>([
    ['lists', '['.repeat(4_000)],
    ['brackets', `${'('.repeat(2_000)}true${')'.repeat(2_000)}`],
    ['denials', `${'!'.repeat(4_000)}true`],
    ['signs', `${'-'.repeat(4_000)}1 > 0`],
    ['names in names', `${'a.'.repeat(2_000)}b`],
    ['choices', 'true?'.repeat(800)],
    ['a long list', `service in [${Array(101).fill('"x"').join(', ')}]`],
    ['many conditions', Array(200).fill('value > 1.0').join(' || ')],
    ['a text without end', `title == "${'x'.repeat(1_000_000)}"`],
    ['blanks without end', `true${' '.repeat(5_000)}`],
  ])('%s are refused in one short line', (_, when) => {
    const compiled = compileExpression(when);
    expect(compiled).toMatchObject({ ok: false, what: expect.stringMatching(/^.{5,200}$/) });
  });

  it('two loops over the most labels an alert has are still asked at once', () => {
    const labels = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`label-${index}`, 'x'.repeat(1_000)]));
    expect(ask('labels.all(a, labels.all(b, a != b + "x"))', { labels })).toBe(true);
  });
});

describe('the rules of a team', () => {
  const rule = (when: string, severity: SeverityRule['severity'] = 'SEV-1'): SeverityRule => ({
    when,
    severity,
    because: `because of ${when.length}`,
  });

  it('are asked in order, and one that is broken or has no answer is skipped, and said, whatever stands around it', () => {
    const broken = fc.constantFrom('service ==', 'labels.team == "x"', 'title.matches("x")', '', '1');
    const silent = fc.constantFrom('false', 'service == "other"', 'value < 1.0');
    fc.assert(
      fc.property(
        fc.array(fc.oneof(broken, silent), { maxLength: 6 }),
        fc.array(broken, { maxLength: 3 }),
        (before, after) => {
          const rules = [
            ...before.map((when) => rule(when)),
            rule('true', 'SEV-4'),
            ...after.map((when) => rule(when)),
          ];
          const { assessment, warnings } = askSeverityRules(rules, alert);
          expect(assessment?.severity).toBe('SEV-4');
          const skipped = before.filter((when) => !['false', 'service == "other"', 'value < 1.0'].includes(when));
          expect(warnings).toHaveLength(skipped.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('say which of them could not be used, by its number', () => {
    const { warnings } = askSeverityRules([rule('false'), rule('service =='), rule('labels.team == "x"')], alert);
    expect(warnings).toEqual([
      expect.stringMatching(/^severity rule 2 is not used: ./),
      expect.stringMatching(/^severity rule 3 could not be asked: ./),
    ]);
  });

  it('give the reason that was written, else their number', () => {
    expect(askSeverityRules([rule('true')], alert).assessment?.because).toBe('because of 4');
    expect(askSeverityRules([{ ...rule('true'), because: '' }], alert).assessment?.because).toBe('severity rule 1');
  });

  it('say nothing where there are none', () => {
    expect(askSeverityRules([], alert)).toEqual({ assessment: null, warnings: [] });
  });

  it('answer the same each time they are asked', () => {
    const rules = [rule('value > 2.0 * slo'), rule('true', 'SEV-3')];
    const lower = { ...alert, measurement: { metric: 'p99', value: 1, slo: 200 } };
    expect([alert, lower, alert].map((one) => askSeverityRules(rules, one).assessment?.severity)).toEqual([
      'SEV-1',
      'SEV-3',
      'SEV-1',
    ]);
  });
});
