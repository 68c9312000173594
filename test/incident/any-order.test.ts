import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { IncidentEvent, RecordedEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { milestones } from '../../src/incident/milestone.ts';
import { severities } from '../../src/incident/severity.ts';
import { phaseOf } from '../../src/incident/status.ts';
import { anyEvent, anyOf, eventTypes } from '../support/any-event.ts';
import { incidentAfter } from '../support/given.ts';
import { idOf } from '../support/store-events.ts';
import { declared } from '../support/stories.ts';

const histories = fc.array(anyEvent, { maxLength: 60 });
const birth = (): Incident => incidentAfter(declared);

function numbered(events: readonly IncidentEvent[]): readonly RecordedEvent[] {
  const from = birth().last_seq;
  return events.map((event, index) => ({ ...event, seq: from + index + 1, recorded_at: event.at }));
}

function fold(start: Incident, events: readonly RecordedEvent[]): Incident {
  return events.reduce((state, event) => evolve(state, event) ?? state, start);
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

describe('facts in any order, also such as no rule would ever have let happen', () => {
  test('never break the state: every part of it still holds together', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = fold(birth(), numbered(events));
        expect(state.id).toBe(idOf(1));
        expect(state.phase).toBe(phaseOf(state.status));
        expect(state.last_seq).toBe(birth().last_seq + events.length);
        expect(severities.indexOf(state.highest_severity)).toBeLessThanOrEqual(severities.indexOf(state.severity));
        expect(state.firing.every((fingerprint) => state.fingerprints.includes(fingerprint))).toBe(true);
        for (const list of [state.fingerprints, state.firing, state.notifications.map(({ key }) => key)])
          expect(new Set(list).size).toBe(list.length);
        for (const seconds of Object.values(state.durations)) expect(seconds === null || seconds >= 0).toBe(true);
        for (const fingerprint of state.fingerprints) {
          const kept = state.alerts.filter((alert) => alert.fingerprint === fingerprint);
          expect(kept.length === 1 || kept.length === 2).toBe(true);
        }
      }),
    );
  });

  test('count every alert exactly once', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = fold(birth(), numbered(events));
        const alerts = events.filter(({ type }) => type.startsWith('alert.')).length;
        const kept = new Map(state.alerts.map(({ fingerprint, count }) => [fingerprint, count]));
        expect(state.alert_count).toBe(birth().alert_count + alerts);
        expect([...kept.values()].reduce((sum, count) => sum + count, 0)).toBe(state.alert_count);
      }),
    );
  });

  test('lose nothing that is told: every fact has its line, or is counted in one', () => {
    const silent = new Set(['text.sanitised', 'claim.added', 'notification.claimed']);
    fc.assert(
      fc.property(histories, (events) => {
        const told = events.filter(({ type }) => !silent.has(type)).length;
        const linesOf = ({ timeline }: Incident) =>
          timeline.reduce((sum, { data }) => sum + (typeof data['times'] === 'number' ? data['times'] : 1), 0);
        expect(linesOf(fold(birth(), numbered(events)))).toBe(linesOf(birth()) + told);
      }),
    );
  });

  test('give the same state whether folded at once or in pieces that were written down between', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), fc.nat(60), (events, a, b) => {
        const all = numbered(events);
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const reread = (state: Incident): Incident => JSON.parse(JSON.stringify(state));
        let state = reread(fold(birth(), all.slice(0, first)));
        state = reread(fold(state, all.slice(first, second)));
        expect(JSON.stringify(fold(state, all.slice(second)))).toBe(JSON.stringify(fold(birth(), all)));
      }),
    );
  });

  test('never change a state or a fact that somebody still holds', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const all = freeze(numbered(events));
        expect(() =>
          all.reduce((state, event) => freeze(evolve(state, event) ?? state), freeze(birth())),
        ).not.toThrow();
      }),
    );
  });

  test('reach no prototype, whatever their keys are called', () => {
    fc.assert(fc.property(histories, (events) => void fold(birth(), numbered(events))));
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('to' in {}).toBe(false);
  });
});

describe('before an incident is declared', () => {
  it.each(eventTypes.filter((type) => type !== 'incident.declared'))('%s makes no incident', (type) => {
    fc.assert(
      fc.property(anyOf(type), (event) => {
        expect(evolve(null, { ...event, seq: 1, recorded_at: event.at })).toBeNull();
      }),
      { numRuns: 3 },
    );
  });
});

describe('one more fact of each kind', () => {
  it.each(eventTypes)('%s leaves who and what the incident is as it was', (type) => {
    fc.assert(
      fc.property(anyOf(type), (event) => {
        const before = birth();
        const after = fold(before, numbered([event]));
        for (const key of ['id', 'title', 'service', 'source', 'declared_at', 'follows'] as const) {
          const moved = key === 'declared_at' && event.type === 'note.added' && event.data.milestone === 'declared';
          if (!moved) expect(after[key]).toEqual(before[key]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a milestone dated by hand', () => {
  it.each(milestones)('%s is remembered as such, once', (milestone) => {
    const dated = (offset: number): IncidentEvent => ({
      type: 'note.added',
      at: new Date(Date.UTC(2026, 10, 23, 12, offset)).toISOString(),
      by: 'ana',
      data: { kind: 'note', text: 'corrected', evidence: [], milestone, amends: null },
    });
    const state = incidentAfter([dated(3), dated(4)], birth());
    expect(state.dated_by_hand).toEqual([milestone]);
    expect(state[`${milestone}_at`]).toBe('2026-11-23T12:04:00.000Z');
  });
});
