import type { Alert, Measurement } from '../incident/alert.ts';
import type { Assessment } from '../incident/command.ts';
import type { Severity } from '../incident/severity.ts';

/** What is known about an alert's severity before the rules are gone through. */
export interface SeverityEvidence {
  /** The first rule of the team's own that matched. */
  readonly userRule: Assessment | null;
  /** The payload's own word, translated; null when it has none or the word is unknown. */
  readonly word: Assessment | null;
}

interface Step {
  readonly rule: string;
  readonly assess: (alert: Alert, evidence: SeverityEvidence) => Assessment | null;
}

/** The rules in the order they are asked: the first that knows an answer decides. */
const steps: readonly Step[] = [
  { rule: 'user-rule', assess: (_alert, evidence) => evidence.userRule },
  { rule: 'word-of-the-payload', assess: (_alert, evidence) => evidence.word },
  { rule: 'metric-over-slo', assess: (alert) => (alert.measurement === null ? null : byDistance(alert.measurement)) },
];

/** Decides the severity and says why; what nobody knows rounds up to `fallback`. */
export function assessSeverity(alert: Alert, evidence: SeverityEvidence, fallback: Severity): Assessment {
  for (const { rule, assess } of steps) {
    const assessment = assess(alert, evidence);
    if (assessment !== null) return { ...assessment, because: `${assessment.because}; rule ${rule}` };
  }
  const why =
    alert.severity_raw === null ? 'the alert names no severity' : `the word "${alert.severity_raw}" is unknown`;
  return { severity: fallback, because: `${why}, so it is rounded up to ${fallback}; rule default` };
}

/** How many times its objective a metric stands at, and how severe that is. */
const distances: readonly { readonly from: number; readonly severity: Severity }[] = [
  { from: 3, severity: 'SEV-1' },
  { from: 1.25, severity: 'SEV-2' },
  { from: 1, severity: 'SEV-3' },
];

/** Metrics that are bad when they fall. */
const higherIsBetter = /(availab|uptime|success|apdex|healthy|hit_?r(ate|atio)|throughput|completeness|freshness_ok)/i;

function byDistance({ metric, value, slo }: Measurement): Assessment | null {
  if (!Number.isFinite(value) || !Number.isFinite(slo) || slo === 0) return null;
  const times = higherIsBetter.test(metric) ? shortfall(value, slo) : value / slo;
  const step = distances.find(({ from }) => times > from || (times === from && from > 1));
  if (step === undefined) return null;
  const how = higherIsBetter.test(metric)
    ? `${metric} at ${value} uses ${round(times)} times the error budget of its SLO ${slo}`
    : `${metric} is ${round(times)} times its SLO`;
  return { severity: step.severity, because: how };
}

/** For availability-like metrics the distance is how often the allowed failure is used up. */
function shortfall(value: number, slo: number): number {
  const whole = slo <= 1 ? 1 : slo <= 100 ? 100 : null;
  if (whole === null) return value === 0 ? Number.POSITIVE_INFINITY : slo / value;
  if (slo >= whole) return value >= slo ? 0 : Number.POSITIVE_INFINITY;
  return (whole - value) / (whole - slo);
}

function round(times: number): string {
  return Number.isFinite(times) ? String(Math.round(times * 100) / 100) : 'far more than';
}
