import { describe, expect, test } from 'vitest';
import { proposeMeeting, type ReviewWish } from '../../src/report/review-meeting.ts';

const wish: ReviewWish = {
  severity: 'SEV-2',
  resolvedAt: '2026-03-02T11:17:00.000Z',
  zone: 'Europe/Berlin',
  holidays: [],
  hours: '09:00-17:00',
  minutes: 45,
};

describe('when the review is held', () => {
  test.each<[string, Partial<ReviewWish>, string, string, boolean]>([
    ['the next working morning', {}, '2026-03-03T08:00:00.000Z', '2026-03-09T16:00:00.000Z', true],
    [
      'after the weekend',
      { resolvedAt: '2026-03-06T20:00:00.000Z' },
      '2026-03-09T08:00:00.000Z',
      '2026-03-13T16:00:00.000Z',
      true,
    ],
    [
      'not on a holiday, which is no working day of the deadline either',
      { resolvedAt: '2026-12-23T20:00:00.000Z', holidays: ['2026-12-24', '2026-12-25', '2027-01-01'] },
      '2026-12-28T08:00:00.000Z',
      '2027-01-04T16:00:00.000Z',
      true,
    ],
    [
      'a SEV-1 within three days, weekend or not',
      { severity: 'SEV-1', resolvedAt: '2026-03-06T20:00:00.000Z' },
      '2026-03-09T08:00:00.000Z',
      '2026-03-09T20:00:00.000Z',
      true,
    ],
    [
      'a SEV-1 on the same day when the next working day is too late',
      { severity: 'SEV-1', resolvedAt: '2026-04-02T07:10:00.000Z', holidays: ['2026-04-03', '2026-04-06'] },
      '2026-04-02T09:00:00.000Z',
      '2026-04-05T07:10:00.000Z',
      true,
    ],
    [
      'too late, and saying so, when there is no working time before the deadline',
      { severity: 'SEV-1', resolvedAt: '2026-04-02T18:00:00.000Z', holidays: ['2026-04-03', '2026-04-06'] },
      '2026-04-07T07:00:00.000Z',
      '2026-04-05T18:00:00.000Z',
      false,
    ],
    [
      'by the clock of the team after it was put forward',
      { resolvedAt: '2026-03-27T20:00:00.000Z' },
      '2026-03-30T07:00:00.000Z',
      '2026-04-03T15:00:00.000Z',
      true,
    ],
    [
      'on the day of the team, not of UTC',
      { resolvedAt: '2026-03-02T18:30:00.000Z', zone: 'Asia/Bangkok' },
      '2026-03-04T02:00:00.000Z',
      '2026-03-10T10:00:00.000Z',
      true,
    ],
    [
      'at the end of the deadline where it just fits',
      { policy: { within: { 'SEV-2': { kind: 'calendar', seconds: 78_180 } } }, minutes: 60 },
      '2026-03-03T08:00:00.000Z',
      '2026-03-03T09:00:00.000Z',
      true,
    ],
    [
      'on the same day, an hour later at least, where that just fits',
      {
        ...{ resolvedAt: '2026-03-02T12:00:00.000Z', minutes: 60 },
        policy: { within: { 'SEV-2': { kind: 'calendar', seconds: 7_200 } } },
      },
      '2026-03-02T13:00:00.000Z',
      '2026-03-02T14:00:00.000Z',
      true,
    ],
    [
      'on the same day, and never within less than an hour',
      {
        ...{ resolvedAt: '2026-03-02T12:01:00.000Z', minutes: 60 },
        policy: { within: { 'SEV-2': { kind: 'calendar', seconds: 10_800 } } },
      },
      '2026-03-02T14:00:00.000Z',
      '2026-03-02T15:01:00.000Z',
      true,
    ],
    [
      'on the same day in its last hour of work',
      {
        ...{ resolvedAt: '2026-03-02T13:10:00.000Z', minutes: 60 },
        policy: { within: { 'SEV-2': { kind: 'calendar', seconds: 10_800 } } },
      },
      '2026-03-02T15:00:00.000Z',
      '2026-03-02T16:10:00.000Z',
      true,
    ],
    [
      'on the same day, and not before people work',
      {
        ...{ resolvedAt: '2026-03-02T03:00:00.000Z' },
        policy: { within: { 'SEV-2': { kind: 'calendar', seconds: 36_000 } } },
      },
      '2026-03-02T08:00:00.000Z',
      '2026-03-02T13:00:00.000Z',
      true,
    ],
    [
      'never on a day off, however near the deadline is',
      {
        ...{ resolvedAt: '2026-03-07T08:00:00.000Z' },
        policy: { within: { 'SEV-2': { kind: 'calendar', seconds: 14_400 } } },
      },
      '2026-03-09T08:00:00.000Z',
      '2026-03-07T12:00:00.000Z',
      false,
    ],
    [
      'on the next working day where none is to be waited for',
      { policy: { within: { 'SEV-2': { kind: 'working-days', working_days: 0 } } } },
      '2026-03-03T08:00:00.000Z',
      '2026-03-03T16:00:00.000Z',
      true,
    ],
    [
      'by the rule of the configuration',
      { policy: { within: {}, otherwise: { kind: 'working-days', working_days: 1 } } },
      '2026-03-03T08:00:00.000Z',
      '2026-03-03T16:00:00.000Z',
      true,
    ],
  ])('%s', (_name, changes, starts_at, deadline, within_deadline) => {
    expect(proposeMeeting({ ...wish, ...changes })).toMatchObject({ ok: true, starts_at, deadline, within_deadline });
  });

  test('without a deadline for severities that have none', () => {
    expect(proposeMeeting({ ...wish, severity: 'SEV-4' })).toMatchObject({ deadline: null, within_deadline: true });
  });

  test('on the days on which the team works', () => {
    const sundays = { ...wish, workingDays: ['sun', 'mon'], resolvedAt: '2026-03-05T10:00:00.000Z' };
    expect(proposeMeeting(sundays)).toMatchObject({
      starts_at: '2026-03-08T08:00:00.000Z',
      deadline: '2026-03-22T16:00:00.000Z',
    });
    expect(proposeMeeting({ ...wish, workingDays: [] })).toEqual({ ok: false, reason: 'no-working-day' });
  });

  test('takes a whole working day, and no less than a minute', () => {
    expect(proposeMeeting({ ...wish, minutes: 480 })).toMatchObject({ ok: true, ends_at: '2026-03-03T16:00:00.000Z' });
    expect(proposeMeeting({ ...wish, minutes: 0 })).toEqual({ ok: false, reason: 'hours-unreadable' });
    expect(proposeMeeting({ ...wish, hours: '00:00-24:00' })).toMatchObject({ starts_at: '2026-03-02T23:00:00.000Z' });
  });

  test('ends after as many minutes as it takes', () => {
    expect(proposeMeeting(wish)).toMatchObject({ ends_at: '2026-03-03T08:45:00.000Z', minutes: 45 });
  });

  test.each<[string, Partial<ReviewWish>]>([
    ['time-zone-unknown', { zone: 'Mars/Olympus' }],
    ['time-unreadable', { resolvedAt: 'yesterday' }],
    ['hours-unreadable', { hours: '9 to 5' }],
    ['hours-unreadable', { hours: '17:00-09:00' }],
    ['hours-unreadable', { hours: '09:00-09:30' }],
    ['hours-unreadable', { hours: '09:00-24:30' }],
    ['no-working-day', { policy: { within: { 'SEV-2': { kind: 'working-days', working_days: 9_999 } } } }],
  ])('%s is said instead of guessed', (reason, changes) => {
    expect(proposeMeeting({ ...wish, ...changes })).toEqual({ ok: false, reason });
  });
});
