import { printableLine } from './printable-text.ts';

/** What a workflow says about its own run: the fields of its `summary.json` that this program relies on. */
export interface SiblingSummary {
  readonly workflow: string | null;
  /** The workflow's own word, in lower case. */
  readonly status: string;
  /** The same in one of three words; null when the word is not known. */
  readonly verdict: 'good' | 'doubtful' | 'bad' | null;
  readonly mode: string | null;
  readonly reason: string | null;
  readonly spec_id: string | null;
  readonly rollback_id: string | null;
  readonly from_version: string | null;
  readonly to_version: string | null;
  /** Measurements that are out of bounds, as sentences. */
  readonly breaches: readonly string[];
  /** The path it was read from, relative to the project, or `stdout`. */
  readonly found_in: string;
}

const verdicts: Readonly<Record<'good' | 'doubtful' | 'bad', readonly string[]>> = {
  good: ['success', 'succeeded', 'ok', 'healthy', 'completed', 'passed'],
  doubtful: ['warn', 'warning', 'degraded', 'partial'],
  bad: ['failure', 'failed', 'error', 'unhealthy', 'aborted', 'blocked'],
};

/** Believes an object as the summary of `workflow`, or returns null: no status, or somebody else's summary. */
export function parseSiblingSummary(
  value: unknown,
  workflow: string,
  foundIn: string,
  redact: (text: string) => string,
): SiblingSummary | null {
  const text = (key: string): string | null => {
    const field = ownField(value, key);
    return typeof field === 'string' && field !== '' ? printableLine(redact(field.slice(0, 4000)), 500) : null;
  };
  const status = text('status')?.toLowerCase() ?? null;
  const named = text('workflow');
  if (status === null || (named !== null && named !== workflow)) return null;
  return {
    workflow: named,
    status,
    verdict: verdictOf(status),
    mode: text('mode'),
    reason: text('reason') ?? text('error') ?? text('message'),
    spec_id: text('spec_id'),
    rollback_id: text('rollback_id'),
    from_version: text('from_version'),
    to_version: text('to_version'),
    breaches: breachesOf(ownField(value, 'metrics')),
    found_in: foundIn,
  };
}

/** A property of a plain object that is its own, so that no prototype can answer for it. */
export function ownField(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function verdictOf(status: string): SiblingSummary['verdict'] {
  if (verdicts.good.includes(status)) return 'good';
  if (verdicts.doubtful.includes(status)) return 'doubtful';
  return verdicts.bad.includes(status) ? 'bad' : null;
}

function breachesOf(metrics: unknown): readonly string[] {
  if (!Array.isArray(metrics)) return [];
  return metrics.slice(0, 50).flatMap((metric: unknown) => {
    const [name, status, value, slo] = ['name', 'status', 'value', 'slo'].map((key) => ownField(metric, key));
    if (typeof name !== 'string' || typeof status !== 'string' || verdictOf(status.toLowerCase()) === 'good') return [];
    const measured = typeof value === 'number' && typeof slo === 'number' ? ` (${value}, objective ${slo})` : '';
    return [printableLine(`${name} is ${status}${measured}`, 200)];
  });
}
