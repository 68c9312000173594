import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/incident/alert.ts';
import { compileExpression } from '../../src/rules/expression.ts';
import { askSeverityRules } from '../../src/rules/severity-rules.ts';

const alert: Alert = {
  source: 'smartspec_production_monitor',
  status: 'firing',
  title: 'p99_latency',
  service: 'checkout',
  severity_raw: null,
  fingerprint: '0123456789abcdef',
  started_at: null,
  labels: { region: 'eu-1' },
  links: [],
  measurement: { metric: 'p99_latency', value: 450, slo: 200 },
};

describe('severity rules of the team', () => {
  it('lets the first rule that holds decide', () => {
    const rules = [
      { when: 'service == "search"', severity: 'SEV-4', because: 'search can wait' },
      { when: 'service == "checkout" && value > 2.0 * slo', severity: 'SEV-1', because: 'orders stop' },
      { when: 'true', severity: 'SEV-3', because: 'everything else' },
    ] as const;
    expect(askSeverityRules(rules, alert)).toEqual({
      assessment: { severity: 'SEV-1', because: 'orders stop' },
      warnings: [],
    });
  });

  it('skips a rule that asks for a number the alert does not carry, and says so', () => {
    const rules = [{ when: 'value > 1.0', severity: 'SEV-1', because: 'too much' }] as const;
    const { assessment, warnings } = askSeverityRules(rules, { ...alert, measurement: null });
    expect(assessment).toBeNull();
    expect(warnings[0]).toContain('severity rule 1 could not be asked');
  });

  it.each([
    ['a name it does not know', 'colour == "red"'],
    ['something that is not true or false', 'service'],
    ['a regular expression', 'service.matches("(a+)+$")'],
    ['a broken sentence', 'service =='],
    ['more loops than a rule needs', '[1].all(a, [1].all(b, [1].all(c, true)))'],
    ['a way to the machine', 'constructor.constructor("return process")()'],
  ])('refuses %s', (_what, when) => {
    expect(compileExpression(when).ok).toBe(false);
  });

  it.each([
    ['glob(service, "check*")', true],
    ['glob(service, "*out")', true],
    ['glob(service, "c?eckout")', true],
    ['glob(service, "*a*b*c*")', false],
    ['labels["region"] == "eu-1"', true],
    ['"region" in labels', true],
    ['severity == "" && source.startsWith("smartspec")', true],
  ])('answers %s with %s', (when, expected) => {
    const compiled = compileExpression(when);
    expect(compiled.ok && compiled.expression.holds(alert)).toEqual({ ok: true, holds: expected });
  });
});
