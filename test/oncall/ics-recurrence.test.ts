import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { isWalkable, walkRule } from '../../src/oncall/ics-recurrence.ts';

const numbers = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.integer({ min, max }).filter((number) => number !== 0),
      { minLength: 1, maxLength: 3 },
    )
    .map((list) => list.join());
const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 });
const byDay = fc
  .tuple(weekdays, fc.constantFrom('', '', '1', '-1', '5', '-5'))
  .map(([days, place]) => days.map((day) => place + day).join());
const part = fc.oneof(
  byDay.map((list) => `BYDAY=${list}`),
  numbers(1, 12).map((list) => `BYMONTH=${list}`),
  numbers(-31, 31).map((list) => `BYMONTHDAY=${list}`),
  numbers(-366, 366).map((list) => `BYYEARDAY=${list}`),
  numbers(-53, 53).map((list) => `BYWEEKNO=${list}`),
  numbers(-5, 5).map((list) => `BYSETPOS=${list}`),
  numbers(0, 23).map((list) => `BYHOUR=${list}`),
);
const rule = fc
  .tuple(
    fc.constantFrom('SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 2000 })),
    fc.uniqueArray(part, { maxLength: 3, selector: (text) => text.split('=')[0] }),
    fc.option(fc.constant('COUNT=7')),
  )
  .map(([freq, interval, parts, count]) =>
    [`FREQ=${freq}`, `INTERVAL=${interval}`, ...parts, ...(count === null ? [] : [count])].join(';'),
  );

describe('a rule that passes for walkable', () => {
  it('is walked to the end of any stretch without being searched for long', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 20_000 }), (text, day) => {
        const first = day * 86_400_000 + 9 * 3_600_000;
        let read: ICAL.Recur;
        try {
          read = ICAL.Recur.fromString(text);
        } catch {
          return;
        }
        if (!isWalkable(read)) return;
        const { walls } = walkRule(read, first, { from: first, to: first + 400 * 86_400_000 }, { steps: 500 });
        walls.forEach((wall, index) => {
          // Hours of one day come in the order the rule lists them.
          if (index > 0) expect(wall).toBeGreaterThan((walls[index - 1] ?? 0) - 86_400_000);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    'FREQ=DAILY',
    'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR',
    'FREQ=DAILY;INTERVAL=14',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYDAY=1MO',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
    'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28',
  ])('is every rule calendars really use: %s', (text) => {
    expect(isWalkable(ICAL.Recur.fromString(text))).toBe(true);
  });

  it.each(['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31'])(
    'is none for a day that some years or every year lack: %s',
    (text) => {
      expect(isWalkable(ICAL.Recur.fromString(text))).toBe(false);
    },
  );
});
