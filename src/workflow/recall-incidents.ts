import type { IncidentSummary } from '../incident/incident-summary.ts';
import type { Change } from './change.ts';
import type { Trouble } from './relate-change.ts';

type Remembered = Pick<
  IncidentSummary,
  'id' | 'title' | 'service' | 'started_at' | 'declared_at' | 'fingerprints' | 'factors' | 'fixed_by'
>;

const memoryDays = 90;
const mostRecalled = 3;

/** Earlier incidents with the same alert, else of the same service: what was behind them may be behind this one. */
export function recallIncidents(
  earlier: Iterable<Remembered>,
  trouble: Trouble & { readonly fingerprints: readonly string[] },
): readonly Change[] {
  const start = Date.parse(trouble.startedAt);
  const alike: { readonly incident: Remembered; readonly at: number; readonly sameAlert: boolean }[] = [];
  for (const incident of earlier) {
    const at = Date.parse(incident.started_at ?? incident.declared_at ?? '');
    const sameAlert = incident.fingerprints.some((fingerprint) => trouble.fingerprints.includes(fingerprint));
    const sameService = incident.service !== null && incident.service === trouble.service;
    const isRecent = at < start && start - at <= memoryDays * 86_400_000;
    if (isRecent && (sameAlert || sameService)) alike.push({ incident, at, sameAlert });
  }
  return alike
    .sort((one, other) => Number(other.sameAlert) - Number(one.sameAlert) || other.at - one.at)
    .slice(0, mostRecalled)
    .map(({ incident, at, sameAlert }) => ({
      kind: 'earlier-incident',
      ref: incident.id,
      title: incident.title,
      at: new Date(at).toISOString(),
      service: incident.service,
      spec_id: null,
      deployment_id: null,
      version: null,
      files: [],
      hint: hintOf(incident, sameAlert),
    }));
}

function hintOf({ factors, fixed_by }: Remembered, sameAlert: boolean): string {
  const parts = [sameAlert ? 'began with the same alert' : 'looked alike'];
  if (factors[0] !== undefined) parts.push(`came from: ${factors[0]}`);
  if (fixed_by !== null) parts.push(`what helped: ${fixed_by}`);
  return parts.join('; ');
}
