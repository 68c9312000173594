import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIn, instantAt, wallAt } from '../../src/oncall/time-zone.ts';
import { parseInstant } from '../../src/oncall/when.ts';
import { isTimeZone } from '../../src/oncall/zone-name.ts';

const wall = (text: string): number => Date.parse(`${text}Z`);
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Bangkok',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
];

describe('wall time and instant', () => {
  it.each([
    ['an ordinary winter day', 'Europe/Berlin', '2026-01-05T09:00', '2026-01-05T08:00:00Z'],
    ['an ordinary summer day', 'Europe/Berlin', '2026-07-06T09:00', '2026-07-06T07:00:00Z'],
    ['a time that clocks jump over', 'Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00:00Z'],
    ['the first minute of the gap', 'Europe/Berlin', '2026-03-29T02:00', '2026-03-29T01:00:00Z'],
    ['the first minute after the gap', 'Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
    ['a time that happens twice: the first', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['a gap in New York', 'America/New_York', '2026-03-08T02:30', '2026-03-08T07:00:00Z'],
    ['a repeated hour in New York', 'America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
    ['a half-hour gap', 'Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30:00Z'],
    ['a repeated half hour', 'Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z'],
    ['a zone without clock changes', 'Asia/Bangkok', '2026-03-29T02:30', '2026-03-28T19:30:00Z'],
    ['a day that was left out altogether', 'Pacific/Apia', '2011-12-30T09:00', '2011-12-30T10:00:00Z'],
    ['29 February', 'Europe/Berlin', '2028-02-29T09:00', '2028-02-29T08:00:00Z'],
  ])('knows %s (%s, %s)', (_what, zone, local, instant) => {
    expect(new Date(instantAt(wall(local), zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  it('finds the way back from every instant to the clock and, but for the second of two hours, to the instant', () => {
    const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const instant = minute * 60_000;
        const back = instantAt(wallAt(instant, zone), zone);
        return back === instant || (back < instant && wallAt(back, zone) === wallAt(instant, zone));
      }),
    );
  });

  it('writes an instant as the clock of the zone shows it', () => {
    expect(formatIn(Date.parse('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toBe('2026-03-29 03:00');
  });
});

it.each([
  ['2026-01-05T09:00:00.5Z', '09:00:00.500'],
  ['2026-01-05T09:00:00.25+00:00', '09:00:00.250'],
  ['2026-01-05T09:00:00.123456789Z', '09:00:00.123'],
  ['2026-01-05T09:00:00.007-01:30', '10:30:00.007'],
])('a fraction of a second is kept to the millisecond: %s', (text, time) => {
  expect(new Date(parseInstant(text) ?? 0).toISOString().slice(11, 23)).toBe(time);
});

describe('the name of a time zone', () => {
  it.each(zones)('knows %s', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each(['', 'Europe/Berlni', '+02:00', 'Mars/Olympus', '../etc', 'a'.repeat(5000), 'UTC\0', '__proto__'])(
    'does not know %j',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );
});
