import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from '../../src/alerts/read-time.ts';

const moment = '2026-01-02T03:04:05Z';

describe('one moment in many spellings', () => {
  it.each([
    1767323045,
    1767323045.678,
    1767323045678,
    1767323045678901,
    '1767323045',
    '1767323045.678',
    '1767323045678',
    '1767323045678901234',
    '2026-01-02T03:04:05Z',
    '2026-01-02t03:04:05.1z',
    '2026-01-02T03:04:05.123456789Z',
    '2026-01-02T03:04:05,678Z',
    '2026-01-02T05:04:05+02:00',
    '2026-01-02T05:04:05.678+0200',
    '2026-01-01T22:04:05-05',
    '2026-01-02 03:04:05 UTC',
    '2026-01-02 03:04:05 +0000 UTC',
    '2026-01-02 10:04:05+07:00',
    '20260102T030405Z',
    '2026/01/02 03:04:05 GMT',
    '2026-01-02T05:04:05+02:00[Europe/Athens]',
    'Fri, 02 Jan 2026 03:04:05 GMT',
    'Mon, 02 Jan 2026 03:04:05 GMT',
    'Fri, 2 Jan 2026 05:04:05 +0200',
    'Fri Jan 02 03:04:05 UTC 2026',
    'Fri Jan  2 03:04:05 UTC 2026',
    'Jan 2, 2026 3:04:05 AM UTC',
    'January 2, 2026, 3:04:05 am GMT',
    ' 2026-01-02T03:04:05Z ',
    '2026-01-02 03:04:05 (UTC)',
    '2026-01-02T04:04:05.853014+01.00',
    '02.01.2026 05:04:05 +02:00',
  ])('%j', (value) => {
    expect(readTime(value, 'unknown')).toEqual({ at: moment, warning: null });
  });

  it.each([
    ['Sep 1, 2017 4:12:29 PM', '2017-09-01T16:12:29Z'],
    ['Sep 1, 2017 12:00:00 AM', '2017-09-01T00:00:00Z'],
    ['2026-01-02T03:04:05', moment],
    ['2026-01-02 03:04', '2026-01-02T03:04:00Z'],
    ['25/12/2026 08:00:00', '2026-12-25T08:00:00Z'],
    ['12/25/2026 8:00 PM', '2026-12-25T20:00:00Z'],
    ['Fri Jan  2 03:04:05 2026', moment],
  ])('%j names no zone: UTC with a warning where the sender means UTC, else nothing', (value, at) => {
    expect(readTime(value, 'utc')).toEqual({ at, warning: expect.stringContaining('zone') });
    expect(readTime(value, 'unknown')).toEqual({ at: null, warning: expect.stringContaining('zone') });
  });
});

describe('what is not believed', () => {
  it.each([
    '03/04/2026 10:00:00 UTC',
    '2026-02-30T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-01-02T25:00:00Z',
    '2026-01-02T03:04:05+15:00',
    '2026-01-02',
    '1899-12-31T00:00:00Z',
    '2200-01-01T00:00:00Z',
    'Fri Jan 02 03:04:05 CST 2026',
    '12:51:50 on 2021.08.27',
    'yesterday',
    'Foo 2, 2026 3:04:05 AM',
    '176732304',
    178800000000,
    16051339311511510000,
    -5,
    1e30,
    Number.NaN,
    true,
    {},
    [],
  ])('%j gives no time but a warning', (value) => {
    expect(readTime(value, 'utc')).toEqual({ at: null, warning: expect.stringContaining('not believed') });
  });

  it.each([null, undefined, '', '  ', 0, '0', '0001-01-01T00:00:00Z'])(
    '%j means that there is no time, without a warning',
    (value) => {
      expect(readTime(value, 'utc')).toEqual({ at: null, warning: null });
    },
  );
});

describe('for any value', () => {
  it('is either null or a real moment in seconds of UTC', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { at } = readTime(value, 'utc');
        if (at !== null) expect(new Date(at).toISOString()).toBe(at.replace('Z', '.000Z'));
      }),
    );
  });

  it('reads what Date writes, in seconds, milliseconds, microseconds and nanoseconds too', () => {
    const second = fc.integer({ min: 946_684_800, max: 4_102_444_799 });
    fc.assert(
      fc.property(second, fc.integer({ min: 0, max: 999 }), (seconds, milliseconds) => {
        const exact = new Date(seconds * 1000 + milliseconds);
        const at = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
        const digits = String(seconds * 1000 + milliseconds);
        for (const value of [
          exact.toISOString(),
          exact.toUTCString(),
          seconds,
          exact.getTime(),
          digits,
          `${digits}000`,
          `${digits}000000`,
        ]) {
          expect(readTime(value, 'unknown').at).toBe(at);
        }
      }),
    );
  });
});
