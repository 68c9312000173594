import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDeadline, parseDuration, parseMilliseconds } from '../../src/incident/duration.ts';

describe('reading a duration', () => {
  it.each([
    ['0m', 0],
    ['90s', 90],
    ['15m', 900],
    ['1h30m', 5400],
    ['1d', 86_400],
    ['1w', 604_800],
    ['1w2d3h4m5s', 604_800 + 2 * 86_400 + 3 * 3600 + 4 * 60 + 5],
    ['100m', 6000],
    ['007m', 420],
    ['36600d', 36_600 * 86_400],
  ])('reads %s as %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toEqual({ ok: true, seconds });
  });

  it.each([
    ['', 'empty'],
    [' ', 'not-a-duration'],
    ['15', 'unit-missing'],
    ['1h30', 'unit-missing'],
    ['15m foo', 'not-a-duration'],
    ['15m ', 'not-a-duration'],
    ['1h 30m', 'not-a-duration'],
    ['1h-30m', 'not-a-duration'],
    ['-5m', 'not-a-duration'],
    ['+5m', 'not-a-duration'],
    ['1,5h', 'not-a-duration'],
    ['1.5h', 'not-a-duration'],
    ['1e3s', 'unit-unknown'],
    ['5wd', 'unit-unknown'],
    ['500ms', 'unit-unknown'],
    ['15M', 'unit-unknown'],
    ['15min', 'unit-unknown'],
    ['PT15M', 'not-a-duration'],
    ['30m1h', 'units-out-of-order'],
    ['1h1h', 'units-out-of-order'],
    ['m', 'not-a-duration'],
    ['１５m', 'not-a-duration'],
    ['15m\n', 'not-a-duration'],
    ['99999999999w', 'too-long'],
    ['36600d1s', 'too-long'],
    [`${'0'.repeat(63)}1h`, 'not-a-duration'],
    [`${'9'.repeat(60)}s`, 'too-long'],
    [`${'9'.repeat(100_000)}s`, 'not-a-duration'],
    ['1s'.repeat(50_000), 'not-a-duration'],
  ])('refuses %j', (text, reason) => {
    expect(parseDuration(text)).toEqual({ ok: false, reason });
  });

  it('never throws and never gives anything but whole seconds that are not negative', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9wdhms]{0,12}$/)), (text) => {
        const read = parseDuration(text);
        return !read.ok || (Number.isSafeInteger(read.seconds) && read.seconds >= 0);
      }),
    );
  });
});

describe('reading a limit that may be shorter than a second', () => {
  it.each([
    ['500ms', 500],
    ['2s', 2000],
    ['1m30s', 90_000],
  ])('reads %s as %i milliseconds', (text, milliseconds) => {
    expect(parseMilliseconds(text)).toEqual({ ok: true, milliseconds });
  });

  it.each(['1s500ms', '0.5s', 'ms', '-1ms'])('refuses %s', (text) => {
    expect(parseMilliseconds(text).ok).toBe(false);
  });
});

describe('reading a deadline', () => {
  it('tells working days from calendar time', () => {
    expect(parseDeadline('5wd')).toEqual({ ok: true, deadline: { kind: 'working-days', working_days: 5 } });
    expect(parseDeadline('3d')).toEqual({ ok: true, deadline: { kind: 'calendar', seconds: 259_200 } });
  });

  it.each(['wd', '5wd1h', '-5wd', '5 wd', '1w5wd', ''])('refuses %j', (text) => {
    expect(parseDeadline(text).ok).toBe(false);
  });
});

describe('writing a duration for people', () => {
  it.each([
    [0, '0 s'],
    [45, '45 s'],
    [60, '1 min'],
    [65, '1 min 05 s'],
    [599, '9 min 59 s'],
    [660, '11 min'],
    [3599, '1 h'],
    [3600, '1 h'],
    [7500, '2 h 05 min'],
    [86_370, '1 d'],
    [86_400, '1 d'],
    [273_600, '3 d 4 h'],
    [-660, '-11 min'],
    [Number.NaN, 'unknown'],
    [Number.POSITIVE_INFINITY, 'unknown'],
  ])('writes %d seconds as "%s"', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
