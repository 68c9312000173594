import { describe, expect, it } from 'vitest';
import { readAlert } from '../../../src/alerts/read-alert.ts';

const breach = {
  source: 'production_monitor',
  spec_id: 'spec-shop-014-checkout',
  metric: 'error_rate',
  value: 0.07,
  slo: 0.01,
  severity: 'SEV-3',
};

const summary = {
  workflow: 'smartspec_production_monitor',
  version: '1.0.0',
  run_id: 'run-8',
  spec_id: 'spec-shop-014-checkout',
  status: 'degraded',
  metrics: [
    { name: 'error_rate', value: 0.07, slo: 0.01, status: 'unhealthy' },
    { name: 'p95_latency', value: 120, slo: 200, status: 'healthy' },
  ],
};

describe('smartspec_production_monitor', () => {
  it('reads a breach as a firing alert with its measurement', () => {
    const reading = readAlert(breach);
    expect(reading).toMatchObject({ source: 'smartspec_production_monitor', is_alert: true, warnings: [] });
    expect(reading.alerts).toMatchObject([
      {
        status: 'firing',
        title: 'error_rate',
        service: 'spec-shop-014-checkout',
        severity_raw: 'SEV-3',
        started_at: null,
        measurement: { metric: 'error_rate', value: 0.07, slo: 0.01 },
      },
    ]);
  });

  it('recognises one problem by spec and metric, whatever else changes', () => {
    const [first] = readAlert(breach).alerts;
    const [worse] = readAlert({
      ...breach,
      value: 0.2,
      severity: 'SEV-1',
      run_id: 'x',
      timestamp: 1_790_000_000,
    }).alerts;
    const [other] = readAlert({ ...breach, metric: 'p99_latency' }).alerts;
    expect(worse?.fingerprint).toBe(first?.fingerprint);
    expect(other?.fingerprint).not.toBe(first?.fingerprint);
  });

  it.each(['resolved', 'healthy', 'RECOVERED'])('takes the status %s for a recovery', (status) => {
    expect(readAlert({ ...breach, status }).alerts[0]?.status).toBe('resolved');
  });

  it.each([
    [0, 0, { metric: 'error_rate', value: 0, slo: 0 }],
    ['350', '200', { metric: 'error_rate', value: 350, slo: 200 }],
    ['fast', 200, null],
    [350, null, null],
  ])('reads value %j against slo %j', (value, slo, measurement) => {
    expect(readAlert({ ...breach, value, slo }).alerts[0]?.measurement).toEqual(measurement);
  });

  it('reads the breached metrics of a run summary', () => {
    const { alerts } = readAlert(summary);
    expect(alerts.map(({ title, status }) => [title, status])).toEqual([['error_rate', 'firing']]);
    expect(alerts[0]?.fingerprint).toBe(readAlert(breach).alerts[0]?.fingerprint);
  });

  it('opens nothing from a summary without a verdict', () => {
    expect(readAlert({ ...summary, status: 'healthy|unhealthy|degraded' })).toMatchObject({ is_alert: false });
  });
});
