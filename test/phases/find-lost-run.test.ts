import { describe, expect, test } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { findLostRun } from '../../src/phases/find-lost-run.ts';
import { incidentAfter } from '../support/given.ts';
import { fact, minute } from '../support/store-events.ts';
import { acknowledged, approvedBy, declared, finished, judged, proposed, started } from '../support/stories.ts';

// It starts at minute 7 and may take ten; two more are waited for clocks that differ.
const running = [...declared, acknowledged, proposed(), approvedBy('bo'), started()];
const called = (offset: number): IncidentEvent => fact('incident.escalated', { because: 'hurry' }, offset);

const lost = (facts: readonly IncidentEvent[], at: string, seconds = 600): string | null =>
  findLostRun(incidentAfter(facts), at, () => seconds)?.id ?? null;

describe('a run whose end is not on record', () => {
  test.each<[string, readonly IncidentEvent[], string, string | null]>([
    ['may still be running while its time is not over', running, minute(16), null],
    ['is waited for a little longer', running, minute(18), null],
    ['is waited for to the last moment of it', running, new Date(Date.parse(minute(19)) - 1).toISOString(), null],
    ['is lost after that', running, minute(19), 'M1'],
    ['is lost for as long as nobody is called', running, minute(5000), 'M1'],
    ['is in hands once people were called about it', [...running, called(20)], minute(30), null],
    [
      'is lost although people were called before it began',
      [...running.slice(0, 2), called(3), ...running.slice(2)],
      minute(30),
      'M1',
    ],
  ])('%s', (_what, facts, at, expected) => {
    expect(lost(facts, at)).toBe(expected);
  });

  test('is timed from when its start was put on record, whatever time it was given', () => {
    const state = incidentAfter(running);
    const timeline = state.timeline.map((entry) =>
      entry.type === 'workflow.started' ? { ...entry, at: minute(-60) } : entry,
    );
    expect(findLostRun({ ...state, timeline }, minute(18), () => 600)).toBeNull();
  });

  test('is given as long as its workflow may take', () => {
    expect(lost(running, minute(60), 3600)).toBeNull();
    expect(lost(running, minute(70), 3600)).toBe('M1');
    const asked: string[] = [];
    findLostRun(incidentAfter(running), minute(60), (workflow) => asked.push(workflow));
    expect(asked).toEqual(['smartspec_rollback']);
  });
});

describe('nothing is lost', () => {
  test.each<[string, readonly IncidentEvent[]]>([
    ['where nothing was started', [...declared, acknowledged, proposed(), approvedBy('bo')]],
    ['where it ended well', [...running, finished('succeeded')]],
    ['where it failed', [...running, finished('failed')]],
    ['where a person has said what came of it', [...running, judged('no-effect', 9, 'M1')]],
  ])('%s', (_what, facts) => {
    expect(lost(facts, minute(500))).toBeNull();
  });
});

describe('a run', () => {
  test('has an unknown outcome from its start until its end is on record, and nothing claims that it helped', () => {
    const state = incidentAfter(running);
    expect(state.mitigations).toMatchObject([{ state: 'running', outcome: 'outcome-unknown', verdict: null }]);
    expect(state).toMatchObject({ status: 'investigating', mitigated_at: null });
    expect(incidentAfter([...running, finished('failed')]).mitigations[0]?.outcome).toBe('failed');
    expect(incidentAfter([...running, judged('worked', 9, 'M1')]).mitigations[0]).toMatchObject({
      state: 'judged',
      outcome: 'outcome-unknown',
      verdict: 'worked',
    });
  });
});
