import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../src/incident/alert.ts';
import { severities } from '../../src/incident/severity.ts';
import { assessSeverity } from '../../src/phases/assess-severity.ts';
import { alertOf } from '../support/store-events.ts';

const silent = { ...alertOf('f1'), severity_raw: null };
const none = { userRule: null, word: null };

function measured(metric: string, value: number, slo: number) {
  const measurement: Measurement = { metric, value, slo };
  return assessSeverity({ ...silent, measurement }, none, 'SEV-2');
}

describe('the severity of an alert', () => {
  test('goes by the team’s own rule, then the payload’s word, then the distance from its objective', () => {
    const alert = { ...silent, severity_raw: 'critical', measurement: { metric: 'p99_latency', value: 900, slo: 400 } };
    const userRule = { severity: 'SEV-4', because: 'it is a test cluster' } as const;
    const word = { severity: 'SEV-1', because: 'the payload says critical' } as const;
    expect(assessSeverity(alert, { userRule, word }, 'SEV-2')).toEqual({
      severity: 'SEV-4',
      because: 'it is a test cluster; rule user-rule',
    });
    expect(assessSeverity(alert, { userRule: null, word }, 'SEV-2')).toEqual({
      severity: 'SEV-1',
      because: 'the payload says critical; rule word-of-the-payload',
    });
    expect(assessSeverity(alert, none, 'SEV-3')).toEqual({
      severity: 'SEV-2',
      because: 'p99_latency is 2.25 times its SLO; rule metric-over-slo',
    });
  });

  test('is rounded up where nobody knows, and says so', () => {
    expect(assessSeverity(silent, none, 'SEV-2')).toEqual({
      severity: 'SEV-2',
      because: 'the alert names no severity, so it is rounded up to SEV-2; rule default',
    });
    expect(assessSeverity({ ...silent, severity_raw: 'mauve' }, none, 'SEV-1').because).toContain(
      'the word "mauve" is unknown',
    );
  });

  test.each([
    ['p99_latency', 700, 400, 'SEV-2', '1.75 times'],
    ['p99_latency', 1200, 400, 'SEV-1', '3 times'],
    ['p99_latency', 1199, 400, 'SEV-2', '3 times'],
    ['p99_latency', 500, 400, 'SEV-2', '1.25 times'],
    ['p99_latency', 499, 400, 'SEV-3', '1.25 times'],
    ['error_rate', 0.04, 0.01, 'SEV-1', '4 times'],
    ['availability', 99.7, 99.9, 'SEV-1', '3 times the error budget'],
    ['availability', 0.998, 0.999, 'SEV-2', '2 times the error budget'],
    ['uptime', 0, 100, 'SEV-1', 'far more than'],
    ['throughput', 400, 1000, 'SEV-2', '2.5 times'],
    ['throughput', -0, 1000, 'SEV-1', 'far more than'],
    ['availability', 0.9999, 1, 'SEV-1', 'far more than'],
    ['availability', 99.99, 100, 'SEV-1', 'far more than'],
    ['cache_hit_ratio', 0.7, 0.9, 'SEV-1', '3 times the error budget'],
    ['apdex', 0.85, 0.9, 'SEV-2', '1.5 times the error budget'],
    ['login_success', 98, 99, 'SEV-2', '2 times the error budget'],
    ['healthy_hosts', 40, 80, 'SEV-1', '3 times the error budget'],
    ['completeness', 98.9, 99, 'SEV-3', '1.1 times the error budget'],
    ['freshness_ok', 0.5, 0.9, 'SEV-1', '5 times the error budget'],
  ])('of %s at %s against %s is %s', (metric, value, slo, severity, words) => {
    expect(measured(metric, value, slo)).toEqual({ severity, because: expect.stringContaining(words) });
  });

  test.each([
    ['within its objective', 'p99_latency', 300, 400],
    ['exactly at its objective', 'p99_latency', 400, 400],
    ['better than its objective', 'availability', 99.99, 99.9],
    ['exactly at an objective that allows no failure', 'availability', 1, 1],
    ['exactly at an objective of every one of a hundred', 'availability', 100, 100],
    ['against an objective without end', 'throughput', 5, Number.POSITIVE_INFINITY],
    ['against an objective of nothing', 'errors', 5, 0],
    ['that is no number', 'errors', Number.NaN, 5],
  ])('measured %s says nothing, so it is rounded up', (_what, metric, value, slo) => {
    expect(measured(metric, value, slo)).toEqual({
      severity: 'SEV-2',
      because: expect.stringContaining('rule default'),
    });
  });

  test('is always one of four, with a reason, whatever was measured', () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), fc.double(), (metric, value, slo) => {
        const { severity, because } = measured(metric, value, slo);
        expect(severities).toContain(severity);
        expect(because).toMatch(/; rule (metric-over-slo|default)$/);
      }),
    );
  });

  test('never falls when a latency rises', () => {
    const over = fc.double({ min: 1.001, max: 100, noNaN: true });
    fc.assert(
      fc.property(over, over, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (times) => measured('p99_latency', times * 400, 400).severity,
        );
        expect(severities.indexOf(more ?? 'SEV-4')).toBeLessThanOrEqual(severities.indexOf(less ?? 'SEV-1'));
      }),
    );
  });
});
