import { describe, expect, it } from 'vitest';
import type { RotationScheduleConfig } from '../../src/oncall/oncall-config.ts';
import { readSchedules } from '../../src/oncall/read-schedule.ts';
import { whoIsOnCall } from '../../src/oncall/schedule.ts';
import { listShifts, peopleAt, scheduleFrom } from './schedules.ts';

const weekly: RotationScheduleConfig = {
  time_zone: 'Europe/Berlin',
  rotation: ['ana', 'bo'],
  every: '1w',
  handover: 'mon 09:00',
  starts: '2026-01-05',
};

describe('an override', () => {
  it('that crosses a hand-over replaces both, and each gets the rest of the shift back', () => {
    const schedule = scheduleFrom({
      ...weekly,
      overrides: [{ from: '2026-01-11T00:00', to: '2026-01-13T12:00', person: 'cy' }],
    });
    expect(listShifts(schedule, '2026-01-05T08:00:00Z', '2026-01-19T08:00:00Z')).toEqual([
      '2026-01-05T08:00Z – 2026-01-10T23:00Z ana',
      '2026-01-10T23:00Z – 2026-01-13T11:00Z cy',
      '2026-01-13T11:00Z – 2026-01-19T08:00Z bo',
    ]);
    expect(whoIsOnCall(schedule, '2026-01-12T08:00:00Z')).toEqual([
      { from: '2026-01-10T23:00:00.000Z', to: '2026-01-13T11:00:00.000Z', person: 'cy', because: 'override' },
    ]);
  });

  it('in the middle of a shift splits it', () => {
    const schedule = scheduleFrom({
      ...weekly,
      overrides: [{ from: '2026-01-07 12:00', to: '2026-01-07 14:00', person: 'cy' }],
    });
    expect(listShifts(schedule, '2026-01-05T08:00:00Z', '2026-01-12T08:00:00Z')).toEqual([
      '2026-01-05T08:00Z – 2026-01-07T11:00Z ana',
      '2026-01-07T11:00Z – 2026-01-07T13:00Z cy',
      '2026-01-07T13:00Z – 2026-01-12T08:00Z ana',
    ]);
  });

  it.each([
    ['local times in summer', '2026-07-07T00:00', '2026-07-08T00:00', '2026-07-06T22:00:00.000Z'],
    ['whole days', '2026-07-07', '2026-07-08', '2026-07-06T22:00:00.000Z'],
    ['UTC', '2026-07-07T00:00Z', '2026-07-08T00:00Z', '2026-07-07T00:00:00.000Z'],
    ['an offset', '2026-07-07T00:00-04:00', '2026-07-08T00:00-04:00', '2026-07-07T04:00:00.000Z'],
    ['a time clocks jump over', '2026-03-29T02:30', '2026-07-08T00:00', '2026-03-29T01:00:00.000Z'],
  ])('can be written as %s', (_what, from, to, begins) => {
    const schedule = scheduleFrom({ ...weekly, overrides: [{ from, to, person: 'cy' }] });
    expect(whoIsOnCall(schedule, '2026-07-07T12:00:00Z')[0]).toMatchObject({ person: 'cy', from: begins });
  });

  it('gives way to a later one where both hold', () => {
    const schedule = scheduleFrom({
      ...weekly,
      overrides: [
        { from: '2026-01-06', to: '2026-01-09', person: 'cy' },
        { from: '2026-01-07', to: '2026-01-08', person: 'bo' },
      ],
    });
    expect(listShifts(schedule, '2026-01-05T23:00:00Z', '2026-01-08T23:00:00Z').map((line) => line.slice(38))).toEqual([
      'cy',
      'bo',
      'cy',
    ]);
  });

  it('holds before the rotation has begun and after it has ended', () => {
    const schedule = scheduleFrom({
      ...weekly,
      overrides: [{ from: '2025-12-24T00:00', to: '2025-12-27T00:00', person: 'cy' }],
    });
    expect(peopleAt(schedule, '2025-12-25T12:00:00Z')).toEqual(['cy']);
    expect(peopleAt(schedule, '2025-12-28T12:00:00Z')).toEqual([]);
  });

  it.each([
    [{ from: 'Christmas', to: '2026-12-27', person: 'cy' }, 'oncall.primary.overrides.0.from', 'not-a-date'],
    [{ from: '2026-12-24', to: '2026-13-27', person: 'cy' }, 'oncall.primary.overrides.0.to', 'not-a-date'],
    [{ from: '2026-12-27', to: '2026-12-24', person: 'cy' }, 'oncall.primary.overrides.0', 'ends-before-it-starts'],
    [{ from: '2026-12-24', to: '2026-12-24', person: 'cy' }, 'oncall.primary.overrides.0', 'ends-before-it-starts'],
  ])('that makes no sense (%o) is a problem, and the rotation stands', (override, key, reason) => {
    const { schedules, problems } = readSchedules({ primary: { ...weekly, overrides: [override] } });
    expect(problems).toEqual([expect.objectContaining({ key, reason })]);
    expect(whoIsOnCall(schedules.get('primary') ?? scheduleFrom(weekly), '2026-12-25T00:00:00Z')).toHaveLength(1);
  });
});

describe('layers', () => {
  it('the later one wins where it has somebody on duty', () => {
    const schedule = scheduleFrom({
      ...weekly,
      layers: [{ rotation: ['cy', 'di'], handover: 'sat 00:00', starts: '2026-01-03', days: ['sat', 'sun'] }],
    });
    expect(listShifts(schedule, '2026-01-09T08:00:00Z', '2026-01-19T08:00:00Z')).toEqual([
      '2026-01-09T08:00Z – 2026-01-09T23:00Z ana',
      '2026-01-09T23:00Z – 2026-01-11T23:00Z di',
      '2026-01-11T23:00Z – 2026-01-12T08:00Z ana',
      '2026-01-12T08:00Z – 2026-01-16T23:00Z bo',
      '2026-01-16T23:00Z – 2026-01-18T23:00Z cy',
      '2026-01-18T23:00Z – 2026-01-19T08:00Z bo',
    ]);
  });

  it('the last of several wins where they all have somebody on duty', () => {
    const always = { handover: 'mon 09:00', starts: '2026-01-05' };
    const schedule = scheduleFrom({
      ...weekly,
      layers: [
        { ...always, rotation: ['cy'] },
        { ...always, rotation: ['di'] },
      ],
    });
    expect(peopleAt(schedule, '2026-01-06T00:00:00Z')).toEqual(['di']);
  });

  it('end a shift where they take over, however far away that is', () => {
    const schedule = scheduleFrom({
      ...weekly,
      layers: [{ rotation: ['cy'], handover: 'sat 00:00', starts: '2026-01-03', days: ['sat', 'sun'] }],
    });
    expect(whoIsOnCall(schedule, '2026-01-13T00:00:00Z')).toMatchObject([
      { to: '2026-01-16T23:00:00.000Z', person: 'bo' },
    ]);
    expect(whoIsOnCall(schedule, '2026-01-12T04:00:00Z')).toMatchObject([{ from: '2026-01-11T23:00:00.000Z' }]);
  });

  it('with equal ends last the whole day', () => {
    const schedule = scheduleFrom({ ...weekly, time_zone: 'UTC', rotation: ['ana'], hours: '08:00-08:00' });
    expect(peopleAt(schedule, '2026-01-07T07:59:00Z')).toEqual(['ana']);
  });

  it('follow the sun, each in their own zone, through a clock change of only one of them', () => {
    const schedule = scheduleFrom({
      time_zone: 'UTC',
      rotation: ['ana'],
      layers: [
        { rotation: ['bo'], time_zone: 'America/New_York', hours: '09:00-17:00' },
        { rotation: ['cy'], time_zone: 'Asia/Bangkok', hours: '09:00-17:00' },
      ],
    });
    const of = (day: string): string[] =>
      listShifts(schedule, `${day}T00:00:00Z`, `${day}T23:00:00Z`).map(
        (line) => `${line.slice(11, 16)} ${line.slice(38)}`,
      );
    expect(of('2026-03-07')).toEqual(['00:00 ana', '02:00 cy', '10:00 ana', '14:00 bo', '22:00 ana']);
    expect(of('2026-03-09')).toEqual(['00:00 ana', '02:00 cy', '10:00 ana', '13:00 bo', '21:00 ana']);
  });

  it('with hours past midnight belong to the day they begin on', () => {
    const schedule = scheduleFrom({
      time_zone: 'Europe/Berlin',
      rotation: ['ana'],
      days: ['fri'],
      hours: '18:00-08:00',
    });
    expect(listShifts(schedule, '2026-03-27T00:00:00Z', '2026-04-03T00:00:00Z')).toEqual([
      '2026-03-27T17:00Z – 2026-03-28T07:00Z ana',
    ]);
  });

  it('that are broken leave the layers below on call', () => {
    const { schedules, problems } = readSchedules({
      primary: { ...weekly, layers: [{ rotation: ['cy'], every: 'sometimes' }] },
    });
    expect(problems.map((problem) => problem.key)).toEqual(['oncall.primary.layers.0.every']);
    expect(peopleAt(schedules.get('primary') ?? scheduleFrom(weekly), '2026-01-06T00:00:00Z')).toEqual(['ana']);
  });
});
