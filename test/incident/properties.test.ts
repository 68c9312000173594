import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncidentEvent, RecordedEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { milestones } from '../../src/incident/milestone.ts';
import { severities } from '../../src/incident/severity.ts';
import { mayBecome, phaseOf } from '../../src/incident/status.ts';
import { decide } from '../../src/phases/decide.ts';
import { everyCommand } from '../support/every-command.ts';
import { commandOf, incidentAfter, type Wish } from '../support/given.ts';
import { alertOf, idOf, minute, repeated } from '../support/store-events.ts';
import { declared, firstFingerprint } from '../support/stories.ts';

const severity = fc.constantFrom(...severities);
const alert = fc.record({
  fingerprint: fc.constantFrom('f1', 'f2', firstFingerprint),
  status: fc.constantFrom('firing' as const, 'resolved' as const, 'acknowledged' as const, null),
});
const mitigation = fc.constantFrom('M1', 'M2', null);
const outcome = fc.constantFrom('succeeded' as const, 'failed' as const, 'workflow-not-configured' as const);

/** Any command at all, also such as make no sense yet. */
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.constantFrom<Wish>(...Object.values(everyCommand)),
  fc.tuple(alert, severity, fc.boolean()).map(
    ([change, level, quiet]): Wish => ({
      ...everyCommand['record-alert'],
      alert: { ...alertOf('f1'), ...change },
      assessment: { severity: level, because: 'so' },
      claims: [`fingerprint:${change.fingerprint}`],
      quiet,
    }),
  ),
  severity.map((level): Wish => ({ ...everyCommand['change-severity'], severity: level })),
  fc.constantFrom(...milestones).map((milestone): Wish => ({ ...everyCommand['add-note'], milestone })),
  fc
    .tuple(mitigation, fc.constantFrom('ana', 'bo', null))
    .map(([id, by]): Wish => ({ ...everyCommand['approve-mitigation'], mitigation: id, by })),
  mitigation.map((id): Wish => ({ ...everyCommand['start-workflow'], mitigation: id })),
  fc
    .tuple(fc.constantFrom('M1', 'M2'), outcome)
    .map(([id, how]): Wish => ({ ...everyCommand['finish-workflow'], mitigation: id, outcome: how })),
  fc
    .constantFrom('worked' as const, 'no-effect' as const, 'worse' as const)
    .map((verdict): Wish => ({ ...everyCommand['judge-mitigation'], verdict })),
  fc
    .boolean()
    .map((passed): Wish => ({ ...everyCommand['record-verification'], checks: [{ name: 'c', passed, detail: '' }] })),
);

interface Step {
  readonly before: Incident;
  readonly event: RecordedEvent;
  readonly after: Incident;
}

/** Gives the commands one minute apart, and hands every single fact that followed to `look`. */
function live(wishes: readonly Wish[], look: (step: Step) => void): Incident {
  let state = incidentAfter(declared);
  for (const [index, next] of wishes.entries()) {
    const now = minute(10 + index);
    const decision = decide(commandOf({ ...next, at: now, now }), state);
    for (const event of decision.ok ? decision.events : []) {
      const recorded: RecordedEvent = { ...event, seq: state.last_seq + 1, recorded_at: now };
      const after = evolve(state, recorded) ?? state;
      look({ before: state, event: recorded, after });
      state = after;
    }
  }
  return state;
}

const lives = fc.array(wish, { maxLength: 40 });

describe('whatever is asked of an incident, in whatever order', () => {
  test('its status goes only ways of the transition table, and its phase goes with it', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        live(wishes, ({ before, after, event }) => {
          if (after.status !== before.status)
            expect(mayBecome(before.status, after.status), `${before.status} → ${after.status} by ${event.type}`).toBe(
              true,
            );
          expect(after.phase).toBe(phaseOf(after.status));
        });
      }),
      { numRuns: 300 },
    );
  });

  test('its timeline only grows: numbers rise, and what stands there stays', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        live(wishes, ({ before, after, event }) => {
          const numbers = after.timeline.map(({ seq }) => seq);
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
          expect(new Set(numbers).size).toBe(numbers.length);
          for (const [index, entry] of before.timeline.entries()) {
            const now = after.timeline[index];
            expect(now).toMatchObject({
              seq: entry.seq,
              type: entry.type,
              at: entry.at,
              by: entry.by,
              recorded_at: entry.recorded_at,
            });
            // Only the lines that stand for repeated alerts are counted up.
            if (!event.type.startsWith('alert.')) expect(now).toBe(entry);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  test('it is never lowered but by a person, and remembers the worst', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        const worst = live(wishes, ({ before, after, event }) => {
          const rank = (incident: Incident) => severities.indexOf(incident.severity);
          if (rank(after) > rank(before)) expect(event.type).toBe('severity.changed');
          expect(severities.indexOf(after.highest_severity)).toBeLessThanOrEqual(rank(after));
          expect(severities.indexOf(after.highest_severity)).toBeLessThanOrEqual(
            severities.indexOf(before.highest_severity),
          );
        });
        expect(severities).toContain(worst.highest_severity);
      }),
      { numRuns: 200 },
    );
    const alerts = fc.array(
      alert.chain((change) =>
        severity.map(
          (level): Wish => ({
            ...everyCommand['record-alert'],
            alert: { ...alertOf('f1'), ...change },
            assessment: { severity: level, because: 'so' },
          }),
        ),
      ),
    );
    fc.assert(
      fc.property(alerts, (wishes) => {
        live(wishes, ({ before, after }) =>
          expect(severities.indexOf(after.severity)).toBeLessThanOrEqual(severities.indexOf(before.severity)),
        );
      }),
    );
  });

  test('a milestone that a person dated is moved by a person, or by reopening', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        live(wishes, ({ before, after, event }) => {
          if (event.type === 'note.added' || event.type === 'incident.reopened') return;
          for (const milestone of before.dated_by_hand)
            expect(after[`${milestone}_at`]).toBe(before[`${milestone}_at`]);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('the same facts give the same state, also after they were written down and read again', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        const kept: RecordedEvent[] = [];
        const state = live(wishes, ({ event }) => kept.push(event));
        const again: readonly RecordedEvent[] = JSON.parse(JSON.stringify(kept));
        const replayed = again.reduce<Incident | null>(evolve, incidentAfter(declared));
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(state));
      }),
      { numRuns: 200 },
    );
  });

  test('resolved is reached only from a verification that passed', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        live(wishes, ({ before, event }) => {
          if (event.type === 'incident.resolved') expect(before.verification.at(-1)?.passed).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('a workflow starts only with a valid approval, and never twice', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        const begun = new Set<string>();
        live(wishes, ({ before, event }) => {
          if (event.type !== 'workflow.started') return;
          const found = before.mitigations.find(({ id }) => id === event.data.mitigation);
          expect(found?.approvals.some(({ expires_at }) => expires_at === null || expires_at > event.at)).toBe(true);
          expect(begun.has(event.data.mitigation)).toBe(false);
          begun.add(event.data.mitigation);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a storm', () => {
  /** The size of `incident.json` after so many repeats. */
  function sizes(counts: readonly number[], next: (index: number) => IncidentEvent): readonly number[] {
    let state = incidentAfter(declared);
    const found: number[] = [];
    for (let index = 1; index <= Math.max(...counts); index += 1) {
      state = incidentAfter([next(index)], state);
      if (counts.includes(index)) found.push(JSON.stringify(state).length);
    }
    expect(state.alert_count).toBe(Math.max(...counts) + 1);
    return found;
  }

  test('of ten thousand repeats of one alert leaves the state as large as the tenth did', () => {
    const [ten = 0, tenThousand = 0] = sizes([10, 10_000], (index) => repeated(firstFingerprint, index));
    expect(tenThousand - ten).toBeLessThan(100);
  });

  test('of two alerts by turns, and of one that flaps, does not make it grow either', () => {
    const byTurns = sizes([20, 5000], (index) => repeated(index % 2 === 0 ? firstFingerprint : 'f2', index));
    expect((byTurns[1] ?? 0) - (byTurns[0] ?? 0)).toBeLessThan(100);
    let state = incidentAfter(declared);
    const flap = (count: number): number => {
      for (let index = 0; index < count; index += 1) {
        const status = state.firing.length > 0 ? ('resolved' as const) : ('firing' as const);
        const now = minute(state.alert_count);
        const decision = decide(
          commandOf({ ...everyCommand['record-alert'], alert: { ...alertOf(firstFingerprint), status }, at: now, now }),
          state,
        );
        state = incidentAfter(decision.ok ? decision.events : [], state);
      }
      return JSON.stringify(state).length;
    };
    const early = flap(20);
    expect(flap(2000) - early).toBeLessThan(100);
    expect(state.id).toBe(idOf(1));
  });
});
