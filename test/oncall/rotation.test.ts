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
const nightly = { rotation: ['ana', 'bo'], every: '1d', handover: '02:30', starts: '2026-01-01' };

describe('a weekly rotation', () => {
  it('hands over at nine on the clock of the zone, through both clock changes', () => {
    expect(listShifts(scheduleFrom(weekly), '2026-03-23T08:00:00Z', '2026-04-06T07:00:00Z')).toEqual([
      '2026-03-23T08:00Z – 2026-03-30T07:00Z bo',
      '2026-03-30T07:00Z – 2026-04-06T07:00Z ana',
    ]);
    expect(listShifts(scheduleFrom(weekly), '2026-10-19T07:00:00Z', '2026-11-02T08:00:00Z')).toEqual([
      '2026-10-19T07:00Z – 2026-10-26T08:00Z bo',
      '2026-10-26T08:00Z – 2026-11-02T08:00Z ana',
    ]);
  });

  it.each([
    ['the moment it starts', '2026-01-05T08:00:00Z', ['ana']],
    ['a moment before it starts', '2026-01-05T07:59:59Z', []],
    ['the last moment before a hand-over', '2026-01-12T07:59:59.999Z', ['ana']],
    ['the hand-over itself', '2026-01-12T08:00:00Z', ['bo']],
    ['New Year’s Eve', '2026-12-31T23:30:00Z', ['bo']],
    ['the week after New Year', '2027-01-04T08:00:00Z', ['ana']],
    ['years later', '2031-06-18T12:00:00Z', ['ana']],
    ['a time written with an offset', '2026-01-12T09:00:00+01:00', ['bo']],
    ['no time at all', 'yesterday', []],
    ['a time without a zone', '2026-01-12T09:00:00', []],
  ])('knows who is on call at %s', (_what, at, people) => {
    expect(peopleAt(scheduleFrom(weekly), at)).toEqual(people);
  });

  it('tells the whole shift, not only the moment', () => {
    expect(whoIsOnCall(scheduleFrom(weekly), '2026-03-27T00:00:00Z')).toEqual([
      { from: '2026-03-23T08:00:00.000Z', to: '2026-03-30T07:00:00.000Z', person: 'bo', because: 'rotation' },
    ]);
  });

  it('begins with a short first turn when it starts in the middle of a week', () => {
    const schedule = scheduleFrom({ ...weekly, starts: '2026-01-07' });
    expect(listShifts(schedule, '2026-01-01T00:00:00Z', '2026-01-19T08:00:00Z')).toEqual([
      '2026-01-07T08:00Z – 2026-01-12T08:00Z ana',
      '2026-01-12T08:00Z – 2026-01-19T08:00Z bo',
    ]);
  });

  it('takes the weekday of its start when the hand-over names none', () => {
    const schedule = scheduleFrom({ ...weekly, handover: '10:00', starts: '2026-01-07' });
    expect(listShifts(schedule, '2026-01-07T09:00:00Z', '2026-01-21T09:00:00Z')).toEqual([
      '2026-01-07T09:00Z – 2026-01-14T09:00Z ana',
      '2026-01-14T09:00Z – 2026-01-21T09:00Z bo',
    ]);
  });

  it('has always somebody when no start is given, and is over when its end has come', () => {
    const { starts: _none, ...open } = weekly;
    expect(peopleAt(scheduleFrom(open), '1999-12-31T23:59:59Z')).toHaveLength(1);
    const ended = scheduleFrom({ ...weekly, ends: '2026-02-01' });
    expect(peopleAt(ended, '2026-01-31T22:59:59Z')).toEqual(['bo']);
    expect(peopleAt(ended, '2026-01-31T23:00:00Z')).toEqual([]);
  });
});

describe('a daily rotation', () => {
  it.each([
    [
      'Europe/Berlin, on the night clocks jump over 02:30',
      'Europe/Berlin',
      ['2026-03-28T01:30Z – 2026-03-29T01:00Z', '2026-03-29T01:00Z – 2026-03-30T00:30Z'],
    ],
    [
      'Europe/Berlin, on the night 02:30 comes twice',
      'Europe/Berlin',
      ['2026-10-24T00:30Z – 2026-10-25T00:30Z', '2026-10-25T00:30Z – 2026-10-26T01:30Z'],
    ],
    [
      'America/New_York, in spring',
      'America/New_York',
      ['2026-03-07T07:30Z – 2026-03-08T07:00Z', '2026-03-08T07:00Z – 2026-03-09T06:30Z'],
    ],
    [
      'America/New_York, in autumn',
      'America/New_York',
      ['2026-10-31T06:30Z – 2026-11-01T07:30Z', '2026-11-01T07:30Z – 2026-11-02T07:30Z'],
    ],
    [
      'Australia/Lord_Howe, where clocks move by half an hour',
      'Australia/Lord_Howe',
      ['2026-10-02T16:00Z – 2026-10-03T15:30Z', '2026-10-03T15:30Z – 2026-10-04T15:30Z'],
    ],
    [
      'Asia/Bangkok, where clocks never change',
      'Asia/Bangkok',
      ['2026-03-28T19:30Z – 2026-03-29T19:30Z', '2026-03-29T19:30Z – 2026-03-30T19:30Z'],
    ],
    ['a leap day', 'UTC', ['2028-02-28T02:30Z – 2028-02-29T02:30Z', '2028-02-29T02:30Z – 2028-03-01T02:30Z']],
    ['the turn of the year', 'UTC', ['2026-12-31T02:30Z – 2027-01-01T02:30Z', '2027-01-01T02:30Z – 2027-01-02T02:30Z']],
  ])('hands over at half past two in %s', (_what, zone, shifts) => {
    const schedule = scheduleFrom({ ...nightly, time_zone: zone });
    const from = shifts[0]?.slice(0, 16) ?? '';
    const to = shifts[1]?.slice(20, 36) ?? '';
    const listed = listShifts(schedule, `${from}:00Z`, `${to}:00Z`);
    expect(listed.map((line) => line.slice(0, 37))).toEqual(shifts);
    expect(new Set(listed.map((line) => line.slice(38)))).toEqual(new Set(['ana', 'bo']));
  });
});

describe('turns of another length', () => {
  it('follows the clock on the wall for days', () => {
    const schedule = scheduleFrom({
      ...nightly,
      time_zone: 'Europe/Berlin',
      every: '3d',
      handover: '09:00',
      starts: '2026-03-27',
    });
    expect(listShifts(schedule, '2026-03-27T08:00:00Z', '2026-04-02T07:00:00Z')).toEqual([
      '2026-03-27T08:00Z – 2026-03-30T07:00Z ana',
      '2026-03-30T07:00Z – 2026-04-02T07:00Z bo',
    ]);
  });

  it('counts hours exactly, so that the hand-over moves on the clock when clocks change', () => {
    const schedule = scheduleFrom({
      ...nightly,
      time_zone: 'Europe/Berlin',
      every: '12h',
      handover: '08:00',
      starts: '2026-03-28',
    });
    expect(listShifts(schedule, '2026-03-28T07:00:00Z', '2026-03-29T19:00:00Z')).toEqual([
      '2026-03-28T07:00Z – 2026-03-28T19:00Z ana',
      '2026-03-28T19:00Z – 2026-03-29T07:00Z bo',
      '2026-03-29T07:00Z – 2026-03-29T19:00Z ana',
    ]);
  });

  it.each(['1h', '366d'])('may last %s', (every) => {
    expect(readSchedules({ primary: { ...nightly, every } }).problems).toEqual([]);
  });

  it('begins with the first person even in the second of two hours, after the hand-over in the first', () => {
    const schedule = scheduleFrom({ ...nightly, time_zone: 'Europe/Berlin', starts: '2026-10-25T01:15:00Z' });
    expect(listShifts(schedule, '2026-10-25T01:15:00Z', '2026-10-27T01:30:00Z')).toEqual([
      '2026-10-25T01:15Z – 2026-10-26T01:30Z ana',
      '2026-10-26T01:30Z – 2026-10-27T01:30Z bo',
    ]);
  });

  it('takes a day written in hours as hours', () => {
    const schedule = scheduleFrom({
      ...nightly,
      time_zone: 'Europe/Berlin',
      every: '24h',
      handover: '09:00',
      starts: '2026-03-28',
    });
    expect(whoIsOnCall(schedule, '2026-03-29T12:00:00Z')[0]?.from).toBe('2026-03-29T08:00:00.000Z');
  });

  it('knows "daily" and "weekly" as words', () => {
    expect(whoIsOnCall(scheduleFrom({ ...nightly, every: 'daily' }), '2026-05-05T12:00:00Z')[0]?.to).toBe(
      '2026-05-06T02:30:00.000Z',
    );
    expect(whoIsOnCall(scheduleFrom({ ...weekly, every: 'weekly' }), '2026-05-05T12:00:00Z')[0]?.to).toBe(
      '2026-05-11T07:00:00.000Z',
    );
  });
});

describe('a rotation that cannot be used', () => {
  it.each([
    ['time_zone', { ...weekly, time_zone: 'Europe/Berlni' }, 'unknown-time-zone'],
    ['rotation', { ...weekly, rotation: [] }, 'rotation-empty'],
    ['every', { ...weekly, every: '1 week' }, 'not-a-turn-length'],
    ['every', { ...weekly, every: '5m', handover: '09:00' }, 'not-a-turn-length'],
    ['every', { ...weekly, every: '400d', handover: '09:00' }, 'not-a-turn-length'],
    ['handover', { ...weekly, handover: 'mon' }, 'not-a-hand-over'],
    ['handover', { ...weekly, handover: 'mon 24:00' }, 'not-a-hand-over'],
    ['handover', { ...weekly, handover: 'moonday 09:00' }, 'not-a-hand-over'],
    ['handover', { ...weekly, handover: 'mon at 09:00' }, 'not-a-hand-over'],
    ['handover', { ...weekly, every: '168h' }, 'not-a-hand-over'],
    ['every', { ...weekly, every: '59m', handover: '09:00' }, 'not-a-turn-length'],
    ['every', { ...weekly, every: '367d', handover: '09:00' }, 'not-a-turn-length'],
    ['ends', { ...weekly, ends: '2026-01-05T09:00' }, 'ends-before-it-starts'],
    ['handover', { ...weekly, every: '3d' }, 'not-a-hand-over'],
    ['starts', { ...weekly, starts: '2026-02-30' }, 'not-a-date'],
    ['starts', { ...weekly, starts: '9999-01-01' }, 'not-a-date'],
    ['ends', { ...weekly, ends: 'soon' }, 'not-a-date'],
    ['ends', { ...weekly, ends: '2025-01-01' }, 'ends-before-it-starts'],
    ['days', { ...weekly, days: ['mon', 'caturday'] }, 'not-a-weekday'],
    ['hours', { ...weekly, hours: '9-17' }, 'not-hours'],
  ])('is reported at its key: %s', (field, config, reason) => {
    const { problems } = readSchedules({ primary: config });
    expect(problems).toEqual([expect.objectContaining({ key: `oncall.primary.${field}`, reason })]);
    expect(problems[0]?.example).not.toBe('');
  });

  it('reports everything at once, and keeps the schedules that are right', () => {
    const { schedules, problems } = readSchedules({
      broken: { ...weekly, time_zone: 'Nowhere', every: 'often', handover: 'noon' },
      primary: weekly,
    });
    expect(problems.map((problem) => problem.key)).toEqual([
      'oncall.broken.time_zone',
      'oncall.broken.every',
      'oncall.broken.handover',
    ]);
    expect(peopleAt(schedules.get('primary') ?? scheduleFrom(weekly), '2026-01-06T00:00:00Z')).toEqual(['ana']);
  });
});
