import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/incident/alert.ts';
import { compileExpression } from '../../src/rules/expression.ts';

const alert: Alert = {
  source: 'alertmanager',
  status: 'firing',
  title: 'checkout is slow',
  service: 'checkout',
  severity_raw: 'critical',
  fingerprint: '0123456789abcdef',
  started_at: null,
  labels: { region: 'eu-1', 'odd key': 'yes' },
  links: [],
  measurement: { metric: 'p99_latency', value: 450, slo: 200 },
};

/** True or false, or why it could not be asked. */
function ask(when: string, change: Partial<Alert> = {}): boolean | string {
  const compiled = compileExpression(when);
  if (!compiled.ok) return `refused: ${compiled.what}`;
  const answer = compiled.expression.holds({ ...alert, ...change });
  return answer.ok ? answer.holds : `not asked: ${answer.why}`;
}

describe('an expression', () => {
  test.each<[string, string, Partial<Alert>, boolean]>([
    ['what the alert measured', 'metric == "p99_latency" && value > 2.0 * slo', {}, true],
    ['how the measurement compares, exactly at the border', 'value > 2.25 * slo', {}, false],
    ['the alert’s own word', 'severity == "critical"', {}, true],
    ['whether it fires', 'status == "firing"', {}, true],
    ['a status nobody gave', 'status == "unknown"', { status: null }, true],
    ['a service nobody named', 'service == ""', { service: null }, true],
    ['a metric nobody measured', 'metric == ""', { measurement: null }, true],
    ['a label with an odd name', 'labels["odd key"] == "yes"', {}, true],
    ['a label, only where there is one', '"team" in labels && labels["team"] == "shop"', {}, false],
    ['one of several', 'service in ["checkout", "search"]', {}, true],
    ['a pattern against the whole of a text', 'glob(title, "checkout")', {}, false],
    ['a pattern that is a pattern of nothing else', 'glob(title, "checkout is s.ow")', {}, false],
  ])('can ask for %s', (_what, when, change, expected) => {
    expect(ask(when, change)).toBe(expected);
  });

  test.each<[string, string, Partial<Alert>]>([
    ['a label that is not there', 'labels["team"] == "shop"', {}],
    ['a number that was not measured', 'value > 1.0', { measurement: null }],
    ['a label that every object has', 'labels["constructor"] != ""', {}],
    ['a label that leads elsewhere', 'labels["__proto__"] != ""', {}],
  ])('is not answered, rather than answered with no, when it asks for %s', (_what, when, change) => {
    expect(ask(when, change)).toMatch(/^not asked: ./);
  });

  test.each([
    ['a number without a point', 'value > 2 * slo'],
    ['text compared with a number', 'service > 1.0'],
    ['a name within a name', 'alert.service == "x"'],
    ['an assignment', 'service = "x"'],
    ['a call of nothing known', 'exec("touch owned")'],
    ['nothing', ''],
    ['more than a rule needs', Array.from({ length: 200 }, () => 'service == "x"').join(' || ')],
    ['what is too deep', `${'('.repeat(60)}true${')'.repeat(60)}`],
  ])('is refused with a sentence of one line: %s', (_what, when) => {
    const answer = ask(when);
    expect(answer).toMatch(/^refused: ./);
    expect(answer).not.toContain('\n');
  });

  test('keeps nobody busy with a long text', () => {
    const title = 'a'.repeat(200_000);
    expect(ask('glob(title, "*a*a*a*a*a*a*a*a*b")', { title })).toBe(false);
    expect(ask('title.contains("ab")', { title })).toBe(false);
  });

  test('of any text is refused or answers, and never throws', () => {
    const words = fc.constantFrom(
      'service',
      'value',
      'labels',
      '"x"',
      '1.0',
      '==',
      '&&',
      '(',
      ')',
      '[',
      ']',
      '!',
      'glob',
      ',',
      'in',
      '?',
      ':',
      'true',
    );
    const sentences = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(sentences, (when) => ['boolean', 'string'].includes(typeof ask(when))),
      { numRuns: 300 },
    );
  });

  test('answers for any alert, whatever its texts hold', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 });
    const alerts = fc.record({
      title: texts,
      service: fc.option(texts),
      labels: fc.dictionary(texts, texts, { maxKeys: 5 }),
    });
    const compiled = compileExpression('service == title || glob(title, "*x*") || "a" in labels');
    expect(compiled.ok).toBe(true);
    fc.assert(
      fc.property(alerts, (change) => {
        const expected =
          (change.service ?? '') === change.title || change.title.includes('x') || Object.hasOwn(change.labels, 'a');
        return compiled.ok && compiled.expression.holds({ ...alert, ...change }).ok
          ? ask('service == title || glob(title, "*x*") || "a" in labels', change) === expected
          : false;
      }),
      { numRuns: 100 },
    );
  });
});
