import { describe, expect, it } from 'vitest';
import type { RotationScheduleConfig } from '../../src/oncall/oncall-config.ts';
import { shiftsBetween } from '../../src/oncall/schedule.ts';
import { listShifts, peopleAt, scheduleFrom } from './schedules.ts';

/** The instants at which somebody takes over, between two days. */
function handOvers(config: Partial<RotationScheduleConfig>, from: string, to: string): readonly string[] {
  const schedule = scheduleFrom({ rotation: ['ana', 'bo', 'cy'], ...config });
  const shifts = shiftsBetween(schedule, `${from}T00:00:00Z`, `${to}T00:00:00Z`);
  return shifts.slice(1).map((shift) => shift.from.slice(0, 16).replace('T', ' '));
}

interface ChangeCase {
  readonly zone: string;
  readonly what: string;
  readonly handover: string;
  readonly from: string;
  readonly to: string;
  /** Worked out by hand from the zone's offsets. */
  readonly at: readonly string[];
}

const changes: readonly ChangeCase[] = [
  {
    zone: 'Europe/London',
    what: 'clocks jump over 01:30',
    handover: '01:30',
    from: '2026-03-28',
    to: '2026-03-31',
    at: ['2026-03-28 01:30', '2026-03-29 01:00', '2026-03-30 00:30'],
  },
  {
    zone: 'Europe/London',
    what: '01:30 comes twice',
    handover: '01:30',
    from: '2026-10-24',
    to: '2026-10-27',
    at: ['2026-10-24 00:30', '2026-10-25 00:30', '2026-10-26 01:30'],
  },
  {
    zone: 'America/New_York',
    what: 'clocks jump over 02:15',
    handover: '02:15',
    from: '2026-03-07',
    to: '2026-03-10',
    at: ['2026-03-07 07:15', '2026-03-08 07:00', '2026-03-09 06:15'],
  },
  {
    zone: 'America/New_York',
    what: '01:15 comes twice',
    handover: '01:15',
    from: '2026-10-31',
    to: '2026-11-03',
    at: ['2026-10-31 05:15', '2026-11-01 05:15', '2026-11-02 06:15'],
  },
  {
    zone: 'America/St_Johns',
    what: 'a zone of half hours jumps over 02:15',
    handover: '02:15',
    from: '2026-03-07',
    to: '2026-03-10',
    at: ['2026-03-07 05:45', '2026-03-08 05:30', '2026-03-09 04:45'],
  },
  {
    zone: 'Australia/Lord_Howe',
    what: 'clocks jump by half an hour over 02:15',
    handover: '02:15',
    from: '2026-10-02',
    to: '2026-10-05',
    at: ['2026-10-02 15:45', '2026-10-03 15:30', '2026-10-04 15:15'],
  },
  {
    zone: 'Australia/Lord_Howe',
    what: 'half an hour with 01:45 in it comes twice',
    handover: '01:45',
    from: '2026-04-03',
    to: '2026-04-06',
    at: ['2026-04-03 14:45', '2026-04-04 14:45', '2026-04-05 15:15'],
  },
  {
    zone: 'Pacific/Chatham',
    what: 'a zone of quarter hours jumps over 03:00',
    handover: '03:00',
    from: '2026-09-25',
    to: '2026-09-28',
    at: ['2026-09-25 14:15', '2026-09-26 14:00', '2026-09-27 13:15'],
  },
  {
    zone: 'Pacific/Chatham',
    what: '03:00 comes twice',
    handover: '03:00',
    from: '2026-04-03',
    to: '2026-04-06',
    at: ['2026-04-03 13:15', '2026-04-04 13:15', '2026-04-05 14:15'],
  },
  {
    zone: 'America/Santiago',
    what: 'clocks jump over midnight itself',
    handover: '00:00',
    from: '2026-09-05',
    to: '2026-09-08',
    at: ['2026-09-05 04:00', '2026-09-06 04:00', '2026-09-07 03:00'],
  },
  {
    zone: 'America/Santiago',
    what: 'the hour before midnight comes twice',
    handover: '23:30',
    from: '2026-04-04',
    to: '2026-04-07',
    at: ['2026-04-04 02:30', '2026-04-05 02:30', '2026-04-06 03:30'],
  },
  ...['2026-03-28', '2026-10-24'].map((from) => ({
    zone: 'Asia/Bangkok',
    what: 'nothing changes while others change',
    handover: '02:30',
    from,
    to: from.replace('28', '30').replace('24', '26'),
    at: [0, 1].map((days) => `${plus(from, days)} 19:30`),
  })),
  {
    zone: 'Asia/Kolkata',
    what: 'a zone of half hours stays as it is',
    handover: '09:00',
    from: '2026-03-28',
    to: '2026-03-30',
    at: ['2026-03-28 03:30', '2026-03-29 03:30'],
  },
  {
    zone: 'Asia/Kathmandu',
    what: 'a zone of quarter hours stays as it is',
    handover: '09:00',
    from: '2026-10-24',
    to: '2026-10-26',
    at: ['2026-10-24 03:15', '2026-10-25 03:15'],
  },
];

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

describe('a daily hand-over, where clocks change', () => {
  it.each(changes)('in $zone: $what', ({ zone, handover, from, to, at }) => {
    expect(handOvers({ time_zone: zone, every: '1d', handover, starts: '2026-01-01' }, from, to)).toEqual(at);
  });
});

describe('a weekly hand-over at nine on Monday, through both changes', () => {
  it.each([
    ['Europe/London', '2026-03-20', '2026-04-07', ['2026-03-23 09:00', '2026-03-30 08:00', '2026-04-06 08:00']],
    ['Europe/London', '2026-10-16', '2026-11-03', ['2026-10-19 08:00', '2026-10-26 09:00', '2026-11-02 09:00']],
    ['America/New_York', '2026-03-01', '2026-03-17', ['2026-03-02 14:00', '2026-03-09 13:00', '2026-03-16 13:00']],
    ['America/New_York', '2026-10-25', '2026-11-10', ['2026-10-26 13:00', '2026-11-02 14:00', '2026-11-09 14:00']],
    ['Australia/Lord_Howe', '2026-03-28', '2026-04-13', ['2026-03-29 22:00', '2026-04-05 22:30', '2026-04-12 22:30']],
    ['Australia/Lord_Howe', '2026-09-26', '2026-10-12', ['2026-09-27 22:30', '2026-10-04 22:00', '2026-10-11 22:00']],
    ['Asia/Bangkok', '2026-10-18', '2026-11-03', ['2026-10-19 02:00', '2026-10-26 02:00', '2026-11-02 02:00']],
  ])('in %s from %s', (time_zone, from, to, at) => {
    expect(handOvers({ time_zone, every: '1w', handover: 'mon 09:00', starts: '2026-01-05' }, from, to)).toEqual(at);
  });
});

describe('turns of other lengths', () => {
  it.each([
    [
      'every two weeks, across a leap day',
      '2w',
      'tue 09:00',
      '2028-02-15',
      '2028-02-10',
      '2028-03-20',
      ['2028-02-29 02:00', '2028-03-14 02:00'],
    ],
    [
      'every three days, across a leap day',
      '3d',
      '09:00',
      '2028-02-26',
      '2028-02-27',
      '2028-03-07',
      ['2028-02-29 02:00', '2028-03-03 02:00', '2028-03-06 02:00'],
    ],
    [
      'daily, in a year of a hundred without a leap day',
      '1d',
      '09:00',
      '2100-02-01',
      '2100-02-28',
      '2100-03-02',
      ['2100-02-28 02:00', '2100-03-01 02:00'],
    ],
    [
      'of 8 hours',
      '8h',
      '06:00',
      '2026-01-01',
      '2026-06-01',
      '2026-06-02',
      ['2026-06-01 07:00', '2026-06-01 15:00', '2026-06-01 23:00'],
    ],
    ['of 36 hours', '36h', '00:00', '2026-01-01', '2026-01-02', '2026-01-05', ['2026-01-02 05:00', '2026-01-03 17:00']],
    [
      'of four weeks',
      '4w',
      'wed 10:30',
      '2026-01-07',
      '2026-01-10',
      '2026-03-05',
      ['2026-02-04 03:30', '2026-03-04 03:30'],
    ],
  ])('%s', (_what, every, handover, starts, from, to, at) => {
    expect(handOvers({ time_zone: 'Asia/Bangkok', every, handover, starts }, from, to)).toEqual(at);
  });
});

describe('hours of duty, where clocks change', () => {
  const nights = (time_zone: string) =>
    scheduleFrom({
      time_zone,
      rotation: ['ana'],
      every: '1d',
      handover: '12:00',
      starts: '2026-01-01',
      hours: '22:00-06:00',
    });

  it.each([
    [
      'Europe/London',
      'in spring the night is an hour shorter',
      '2026-03-28T12:00Z',
      '2026-03-29T12:00Z',
      ['2026-03-28T22:00Z – 2026-03-29T05:00Z ana'],
    ],
    [
      'Europe/London',
      'in autumn it is an hour longer',
      '2026-10-24T12:00Z',
      '2026-10-25T12:00Z',
      ['2026-10-24T21:00Z – 2026-10-25T06:00Z ana'],
    ],
    [
      'Australia/Lord_Howe',
      'or half an hour',
      '2026-10-03T01:00Z',
      '2026-10-04T01:00Z',
      ['2026-10-03T11:30Z – 2026-10-03T19:00Z ana'],
    ],
  ])('%s: %s', (zone, _what, from, to, shifts) => {
    expect(listShifts(nights(zone), from, to)).toEqual(shifts);
  });
});

describe('an override in local time', () => {
  const schedule = scheduleFrom({
    time_zone: 'Europe/London',
    rotation: ['ana'],
    every: '1w',
    handover: 'mon 09:00',
    starts: '2026-01-05',
    overrides: [
      { from: '2026-03-29T01:30', to: '2026-03-29T03:30', person: 'bo' },
      { from: '2026-10-25T01:30', to: '2026-10-25T02:30', person: 'cy' },
      { from: '2028-02-29T00:00', to: '2028-03-01T00:00', person: 'di' },
    ],
  });

  it.each([
    ['begins at the end of the gap it stands in', '2026-03-29T01:00:00Z', 'bo'],
    ['has not begun a moment before', '2026-03-29T00:59:59Z', 'ana'],
    ['ends by the new clock', '2026-03-29T02:30:00Z', 'ana'],
    ['begins the first time its hour comes', '2026-10-25T00:30:00Z', 'cy'],
    ['holds while the hour comes again', '2026-10-25T01:45:00Z', 'cy'],
    ['ends by the clock of winter', '2026-10-25T02:30:00Z', 'ana'],
    ['holds for the whole leap day', '2028-02-29T23:59:59Z', 'di'],
    ['and no longer', '2028-03-01T00:00:00Z', 'ana'],
  ])('%s', (_what, at, person) => {
    expect(peopleAt(schedule, at)).toEqual([person]);
  });
});
