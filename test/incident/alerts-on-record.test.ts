import { describe, expect, test } from 'vitest';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { incidentAfter } from '../support/given.ts';
import { alertOf, fact, minute, note, received, repeated } from '../support/store-events.ts';
import { declared, firstFingerprint, resolved } from '../support/stories.ts';

describe('alerts on record', () => {
  test('are the first and the latest of each fingerprint, with the count', () => {
    const { alerts } = incidentAfter([
      ...declared,
      repeated(firstFingerprint, 1),
      repeated(firstFingerprint, 2),
      received('f2'),
    ]);
    expect(alerts.map(({ fingerprint, count, received_at }) => [fingerprint, count, received_at])).toEqual([
      [firstFingerprint, 3, minute(0)],
      [firstFingerprint, 3, minute(2)],
      ['f2', 1, minute(0)],
    ]);
  });

  test('fold their repeats into one line of the timeline, until people write something', () => {
    const story = [
      ...declared,
      repeated(firstFingerprint, 1),
      repeated(firstFingerprint, 2),
      note('looking'),
      repeated(firstFingerprint, 4),
    ];
    const { timeline } = incidentAfter(story);
    expect(timeline.map(({ type, seq }) => `${seq} ${type}`)).toEqual([
      '1 incident.declared',
      '2 alert.received',
      '3 alert.repeated',
      '5 note.added',
      '6 alert.repeated',
    ]);
    expect(timeline[2]).toMatchObject({
      text: expect.stringContaining(`(2 times, latest ${minute(2)})`),
      data: { times: 2, latest_seq: 4 },
    });
  });

  test('of two kinds that come by turns keep one line each', () => {
    const byTurns = Array.from({ length: 40 }, (_, index) =>
      repeated(index % 2 === 0 ? firstFingerprint : 'f2', index),
    );
    const { timeline } = incidentAfter([...declared, received('f2'), ...byTurns]);
    expect(timeline).toHaveLength(5);
    expect(timeline.slice(3).map(({ data }) => data['times'])).toEqual([20, 20]);
  });

  test('of one kind stay one line when another kind is called flapping in between', () => {
    const noticed = { fingerprint: 'f2', title: 'x', service: null, changes: 4, within_seconds: 1800 };
    const story = [...declared, repeated(firstFingerprint, 1), fact('flapping.noticed', noticed, 2)];
    const { timeline } = incidentAfter([...story, repeated(firstFingerprint, 3)]);
    expect(timeline.map(({ type }) => type)).toEqual([
      'incident.declared',
      'alert.received',
      'alert.repeated',
      'flapping.noticed',
    ]);
    expect(timeline[2]?.data['times']).toBe(2);
  });

  test('are dated by when they came in, whatever time they say', () => {
    const [declaration, ...rest] = declared;
    if (declaration === undefined) throw new Error('the story begins with a declaration');
    const late = rest.map((event, index) => ({ ...event, at: minute(-90), seq: index + 2, recorded_at: minute(5) }));
    const state = late.reduce<Incident | null>(evolve, incidentAfter([declaration]));
    expect(state).toMatchObject({ first_alert_at: minute(5), last_alert_at: minute(5) });
  });

  test('that flap fold every change into the line that says so', () => {
    const cleared = (offset: number) =>
      fact('alert.cleared', { alert: { ...alertOf(firstFingerprint), status: 'resolved' }, payload: {} }, offset);
    const noticed = fact(
      'flapping.noticed',
      { fingerprint: firstFingerprint, title: 'x', service: null, changes: 4, within_seconds: 1800 },
      3,
    );
    const { timeline, alert_count, firing } = incidentAfter([
      ...declared,
      noticed,
      cleared(4),
      repeated(firstFingerprint, 5),
      cleared(6),
    ]);
    expect(timeline).toHaveLength(3);
    expect(timeline[2]?.text).toContain(`3 more, latest ${minute(6)}`);
    expect({ alert_count, firing }).toEqual({ alert_count: 4, firing: [] });
  });

  test('count their changes anew once the incident was reopened', () => {
    const noticed = { fingerprint: firstFingerprint, title: 'x', service: null, changes: 4, within_seconds: 1800 };
    const clear = { alert: { ...alertOf(firstFingerprint), status: 'resolved' }, payload: {} } as const;
    const restless = [...declared, fact('alert.cleared', clear, 2), fact('flapping.noticed', noticed, 3)];
    expect(incidentAfter(restless)).toMatchObject({
      flapping: [firstFingerprint],
      state_changes: { [firstFingerprint]: [minute(2)] },
    });
    const reopened = [...restless, resolved(11), fact('incident.reopened', { because: 'again' }, 20)];
    const { flapping, state_changes } = incidentAfter(reopened);
    expect({ flapping, state_changes }).toEqual({ flapping: [], state_changes: {} });
  });

  test('and their payloads stay out of the timeline', () => {
    expect(JSON.stringify(incidentAfter([...declared, received('f2', { very: 'large' })]).timeline)).not.toContain(
      'very',
    );
  });
});
