import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RotationScheduleConfig } from '../../src/oncall/oncall-config.ts';
import { shiftsBetween, whoIsOnCall } from '../../src/oncall/schedule.ts';
import { peopleAt, scheduleFrom } from './schedules.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Bangkok',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
);
const minutesOfDay = fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
const turn = fc.oneof(
  fc.record({ every: fc.constantFrom('1w', '2w'), handover: minutesOfDay.map((time) => `sun ${time}`) }),
  fc.record({ every: fc.integer({ min: 1, max: 9 }).map((days) => `${days}d`), handover: minutesOfDay }),
  fc.record({ every: fc.integer({ min: 1, max: 50 }).map((hours) => `${hours}h`), handover: minutesOfDay }),
);
const start = fc.integer({ min: 0, max: 9000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const people = fc.integer({ min: 1, max: 5 }).map((count) => ['ana', 'bo', 'cy', 'di', 'eli'].slice(0, count));
const rotation: fc.Arbitrary<RotationScheduleConfig> = fc
  .record({ time_zone: zone, turn, starts: start, rotation: people })
  .map(({ turn: { every, handover }, ...rest }) => ({ ...rest, every, handover }));
const instant = fc
  .integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
  .map((minute) => minute * 60_000);
const iso = (at: number): string => new Date(at).toISOString();
const day = 86_400_000;

describe('any rotation without layers', () => {
  it('tiles the time since its start: each shift begins where the one before it ends', () => {
    fc.assert(
      fc.property(rotation, instant, fc.integer({ min: 1, max: 60 }), (config, from, days) => {
        const schedule = scheduleFrom(config);
        const begin = Math.max(from, Date.parse(config.starts ?? '') + 2 * day);
        const shifts = shiftsBetween(schedule, iso(begin), iso(begin + days * day));
        expect(shifts[0]?.from).toBe(iso(begin));
        expect(shifts.at(-1)?.to).toBe(iso(begin + days * day));
        shifts.forEach((shift, index) => {
          expect(shift.from < shift.to).toBe(true);
          if (index > 0) expect(shift.from).toBe(shifts[index - 1]?.to);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives everyone their turn in the order of the list', () => {
    fc.assert(
      fc.property(rotation, instant, (config, from) => {
        const begin = Math.max(from, Date.parse(config.starts ?? '') + 2 * day);
        const shifts = shiftsBetween(scheduleFrom(config), iso(begin), iso(begin + 30 * day));
        const places = shifts.map((shift) => config.rotation.indexOf(shift.person));
        places.forEach((place, index) => {
          if (index > 0) expect(place).toBe(((places[index - 1] ?? 0) + 1) % config.rotation.length);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('any schedule with layers and overrides', () => {
  const window = fc.record(
    {
      days: fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 }),
      hours: fc.tuple(minutesOfDay, minutesOfDay).map(([from, to]) => `${from}-${to}`),
    },
    { requiredKeys: [] },
  );
  const override = fc
    .tuple(instant, fc.integer({ min: 1, max: 60 * 24 * 20 }), fc.constantFrom('flo', 'gus'))
    .map(([from, minutes, person]) => ({ from: iso(from), to: iso(from + minutes * 60_000), person }));
  const layered = fc
    .record({
      base: rotation,
      hours: window,
      layers: fc.array(fc.tuple(rotation, window), { maxLength: 2 }),
      overrides: fc.array(override, { maxLength: 3 }),
    })
    .map(({ base, hours, layers, overrides }) => ({
      ...base,
      ...hours,
      layers: layers.map(([layer, when]) => ({ ...layer, ...when })),
      overrides,
    }));

  it('never has two people at once, and the moment agrees with the list', () => {
    fc.assert(
      fc.property(layered, instant, fc.integer({ min: 0, max: 10 * 24 * 60 }), (config, anywhere, later) => {
        const first = config.overrides[0];
        const from = first === undefined ? anywhere : Date.parse(first.from) - 5 * day;
        const schedule = scheduleFrom(config);
        const shifts = shiftsBetween(schedule, iso(from), iso(from + 10 * day));
        shifts.forEach((shift, index) => {
          const before = shifts[index - 1];
          if (before !== undefined) expect(shift.from >= before.to).toBe(true);
        });
        const at = iso(Math.min(from + later * 60_000, from + 10 * day - 1));
        const listed = shifts.filter((shift) => shift.from <= at && at < shift.to).map((shift) => shift.person);
        expect(peopleAt(schedule, at)).toEqual(listed);
        for (const shift of whoIsOnCall(schedule, at)) expect(shift.from <= at && at < shift.to).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
