import type { Incident, Mitigation } from '../incident/incident.ts';

/** Ending a run that takes too long takes a moment, and clocks differ, in milliseconds. */
const grace = 120_000;

/**
 * A run whose end should be on record by now and is not: whatever started it has gone, and nobody knows how it ended.
 * Null where people have been called since. `timeoutOf` gives the seconds that a workflow may take.
 */
export function findLostRun(
  { mitigations, timeline }: Incident,
  now: string,
  timeoutOf: (workflow: string) => number,
): Mitigation | null {
  const running = mitigations.find(({ state }) => state === 'running');
  if (running === undefined || running.started_at === null) return null;
  const started = timeline.findLast(
    ({ type, data }) => type === 'workflow.started' && data['mitigation'] === running.id,
  );
  if (started === undefined) return null;
  const over = Date.parse(started.recorded_at) + timeoutOf(running.workflow ?? '') * 1000 + grace;
  const called = timeline.some(({ type, seq }) => type === 'incident.escalated' && seq > started.seq);
  return called || Date.parse(now) < over ? null : running;
}
