import { describe, expect, test } from 'vitest';
import { durationFormulas, measureDurations } from '../../src/incident/durations.ts';
import { type Milestone, type MilestoneTimes, milestones } from '../../src/incident/milestone.ts';
import { incidentAfter } from '../support/given.ts';
import { fact, minute } from '../support/store-events.ts';
import { acknowledged, attested, declared, judged, resolved } from '../support/stories.ts';

const unknown: MilestoneTimes = {
  started_at: null,
  detected_at: null,
  declared_at: null,
  acknowledged_at: null,
  mitigated_at: null,
  resolved_at: null,
  closed_at: null,
};

function dated(milestone: Milestone, offset: number) {
  return fact('note.added', { kind: 'note', text: milestone, evidence: [], milestone, amends: null }, offset);
}

const names = Object.keys(durationFormulas).filter(
  (name): name is keyof typeof durationFormulas => name in durationFormulas,
);

describe('a duration', () => {
  test.each(names.map((name) => [name, ...durationFormulas[name]] as const))(
    '%s lies between %s and %s',
    (name, from, to) => {
      expect(measureDurations({ ...unknown, [from]: minute(0), [to]: minute(11) })[name]).toBe(660);
      expect(measureDurations({ ...unknown, [to]: minute(11) })[name], 'no beginning').toBeNull();
      expect(measureDurations({ ...unknown, [from]: minute(0) })[name], 'no end').toBeNull();
      expect(measureDurations({ ...unknown, [from]: minute(11), [to]: minute(0) })[name], 'wrong order').toBeNull();
      expect(measureDurations({ ...unknown, [from]: minute(3), [to]: minute(3) })[name]).toBe(0);
    },
  );

  test('is in whole seconds', () => {
    const times = { ...unknown, started_at: '2026-11-23T12:00:00.000Z', detected_at: '2026-11-23T12:00:01.499Z' };
    expect(measureDurations(times).time_to_detect).toBe(1);
  });

  test('of a whole incident is measured from when the impact began', () => {
    expect(incidentAfter([...declared, acknowledged, judged('worked'), attested(), resolved()]).durations).toEqual({
      time_to_detect: 300,
      time_to_acknowledge: 120,
      time_to_declare: 300,
      time_to_mitigate: 14 * 60,
      time_to_resolve: 16 * 60,
    });
  });
});

describe('a milestone dated by hand', () => {
  test.each(milestones)('%s wins over the moment of typing, before and after', (milestone) => {
    const whole = [acknowledged, judged('worked'), attested(), resolved()];
    const wanted = { [`${milestone}_at`]: minute(-7) };
    expect(incidentAfter([...declared, ...whole, dated(milestone, -7)])).toMatchObject(wanted);
    expect(incidentAfter([...declared, dated(milestone, -7), ...whole])).toMatchObject(wanted);
  });

  test('can be dated again by hand, and is counted once', () => {
    const incident = incidentAfter([...declared, dated('started', -30), dated('started', -40)]);
    expect(incident).toMatchObject({ started_at: minute(-40), dated_by_hand: ['started'] });
    expect(incident.durations.time_to_detect).toBe(40 * 60);
  });

  test('survives a mitigation that did not hold, but not a reopening', () => {
    const story = [...declared, acknowledged, dated('mitigated', 5), judged('no-effect', 6)];
    expect(incidentAfter(story).mitigated_at).toBe(minute(5));
    const reopened = [
      ...story,
      attested(),
      resolved(),
      dated('resolved', 9),
      fact('incident.reopened', { because: 'again' }, 20),
    ];
    expect(incidentAfter(reopened)).toMatchObject({ mitigated_at: null, resolved_at: null, dated_by_hand: [] });
    expect(incidentAfter([...reopened, judged('worked', 25)]).mitigated_at).toBe(minute(25));
    expect(incidentAfter([...reopened, attested(28), resolved(29)]).resolved_at).toBe(minute(29));
  });

  test('is about time alone and moves no status', () => {
    expect(incidentAfter([...declared, dated('resolved', 5), dated('acknowledged', 1)]).status).toBe('open');
  });
});
