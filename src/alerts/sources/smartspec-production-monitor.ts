import type { Measurement } from '../../incident/alert.ts';
import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasKeys, listOf, pick, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const names = ['production_monitor', 'smartspec_production_monitor'];

/** The monitor documents no status: a payload without one is firing, and these words are read where one is sent. */
const statusWords: StatusWords = {
  resolved: 'resolved',
  healthy: 'resolved',
  ok: 'resolved',
  recovered: 'resolved',
  cleared: 'resolved',
  acknowledged: 'acknowledged',
};

export const smartspecProductionMonitor: AlertSource = {
  name: 'smartspec_production_monitor',
  shape: 'the production monitor as its source or workflow',
  recognises: (payload) =>
    names.includes(wordOf(pick(payload, 'source'))) ||
    names.includes(wordOf(pick(payload, 'workflow'))) ||
    hasKeys(payload, 'spec_id', 'metric', 'value', 'slo'),
  read: (payload) => {
    const metrics = listOf(pick(payload, 'metrics'));
    return metrics.length > 0 ? readSummary(payload, metrics) : [readMetric(payload, payload, breachStatus(payload))];
  },
};

function breachStatus(payload: unknown): AlertDraft['status'] {
  return readStatus(statusWords, pick(payload, 'status') ?? pick(payload, 'state')) ?? 'firing';
}

/** The run summary is a report; only its verdicts `unhealthy`, `degraded` and `healthy` say something about a metric. */
function readSummary(payload: unknown, metrics: readonly unknown[]): readonly AlertDraft[] {
  const verdict = wordOf(pick(payload, 'status'));
  if (verdict === 'healthy') return metrics.map((metric) => readMetric(payload, metric, 'resolved'));
  if (verdict === 'unhealthy' || verdict === 'degraded') {
    const breached = metrics.filter((metric) => wordOf(pick(metric, 'status')) !== 'healthy');
    return (breached.length > 0 ? breached : metrics).map((metric) => readMetric(payload, metric, 'firing'));
  }
  const notAlert = 'It is a run summary of the production monitor without a verdict, not an alert.';
  return [{ ...readMetric(payload, metrics[0], null), notAlert }];
}

function readMetric(payload: unknown, metric: unknown, status: AlertDraft['status']): AlertDraft {
  const name = pick(metric, 'metric') ?? pick(metric, 'name') ?? pick(metric, 'metric_name');
  const specId = pick(payload, 'spec_id') ?? pick(payload, 'spec-id');
  return {
    status,
    title: [pick(payload, 'title'), name, pick(payload, 'summary'), pick(payload, 'message')],
    service: [pick(payload, 'service'), pick(payload, 'service_name'), specId],
    severity: [pick(payload, 'severity')],
    started: ['started_at', 'timestamp', 'detected_at', 'occurred_at', 'time'].map((key) => pick(payload, key)),
    hasLocalTimes: true,
    identity: [specId, name],
    labels: [pick(payload, 'labels'), pick(payload, 'tags'), labelsOf(payload, specId, name)],
    links: ['url', 'link', 'links', 'dashboard_url', 'runbook_url', 'runbook'].map((key) => pick(payload, key)),
    measurement: readMeasurement(metric, name),
  };
}

function labelsOf(payload: unknown, specId: unknown, metric: unknown): unknown {
  return { spec_id: specId, metric, environment: pick(payload, 'environment') ?? pick(payload, 'env') };
}

/** A value of 0 is a measurement; a text that is no number is none. */
function readMeasurement(metric: unknown, name: unknown): Measurement | null {
  const value = numberOf(pick(metric, 'value'));
  const slo = numberOf(pick(metric, 'slo'));
  return typeof name === 'string' && value !== null && slo !== null ? { metric: name, value, slo } : null;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
