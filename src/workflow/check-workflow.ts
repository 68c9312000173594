import type { CheckVerdict } from '../incident/check-result.ts';
import type { WorkflowArguments } from './build-arguments.ts';
import type { RunOrder, RunResult, WorkflowRunner } from './workflow-runner.ts';

/** What `smartspec_production_monitor` is given to look once at one spec. */
export function monitorArguments(specId: string | null): WorkflowArguments {
  const spec = specId === null ? [] : [{ name: 'spec-id', value: specId }];
  return [...spec, { name: 'run-once', value: 'true' }];
}

/**
 * A workflow that measures the service: well only when its own summary says so, and about this spec. A run that says
 * nothing about health, even with exit code 0, verifies nothing.
 */
export async function checkWorkflow(
  specId: string | null,
  order: RunOrder,
  runner: WorkflowRunner,
): Promise<CheckVerdict> {
  const complaint = findComplaint(specId, await runner.run(order));
  return { passed: complaint === null, detail: complaint ?? 'Its summary says healthy.' };
}

function findComplaint(specId: string | null, { outcome, text, summary }: RunResult): string | null {
  if (outcome !== 'succeeded' && outcome !== 'failed') return text;
  if (summary === null) return `${text} It wrote no summary.json that says how the service is.`;
  if (specId !== null && summary.spec_id !== null && summary.spec_id !== specId) {
    return `Its summary is about ${summary.spec_id} and not about ${specId}.`;
  }
  if (summary.status === 'healthy') return null;
  const breaches = summary.breaches.length === 0 ? '' : `: ${summary.breaches.join('; ')}`;
  return `Its summary says ${summary.status}${breaches}.`;
}
