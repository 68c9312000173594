import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/oncall/ics-schedule.ts';
import { toIso } from '../../src/oncall/when.ts';

const people = {
  ana: { name: 'Ana Lima', email: 'ana@example.com' },
  bo: { name: 'Bo Chen', email: 'bo@example.com' },
  cy: { name: 'Cy Okoro', email: 'cy@example.com' },
};

interface Shape {
  readonly what: string;
  readonly events: readonly (readonly string[])[];
  readonly head?: readonly string[];
  readonly zone?: string;
  readonly from?: string;
  readonly to?: string;
  readonly duties: readonly string[];
}

function dutiesOf({ events, head = [], zone, from = '2026-01-01', to = '2026-12-31' }: Shape) {
  const body = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...body, 'END:VCALENDAR', ''].join('\r\n');
  const question = { people, from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z`, time_zone: zone };
  const found = readCalendar(text, question);
  if (!found.ok) throw new Error(found.text);
  return {
    duties: found.spans.map((span) => `${shown(span.from)} – ${shown(span.to)} ${span.person}`),
    warnings: found.warnings,
    unknown: found.unknown_people,
  };
}

function shown(instant: number): string {
  return toIso(instant).slice(5, 16).replace('T', ' ');
}

const shapes: readonly Shape[] = [
  {
    what: 'Google: a weekly duty in a zone keeps its time on the clock through both changes',
    zone: 'UTC',
    from: '2026-03-22',
    to: '2026-04-06',
    events: [
      [
        'UID:1@google.com',
        'DTSTART;TZID=Europe/London:20260302T090000',
        'DTEND;TZID=Europe/London:20260302T170000',
        'RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=MO',
        'SUMMARY:Bo Chen',
      ],
    ],
    duties: ['03-23 09:00 – 03-23 17:00 bo', '03-30 08:00 – 03-30 16:00 bo'],
  },
  {
    what: 'Google: every second week, two days taken out in one line',
    from: '2026-10-01',
    to: '2026-12-01',
    events: [
      [
        'UID:2@google.com',
        'DTSTART;TZID=America/New_York:20261005T090000',
        'DTEND;TZID=America/New_York:20261006T090000',
        'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5;BYDAY=MO',
        'EXDATE;TZID=America/New_York:20261019T090000,20261116T090000',
        'SUMMARY:ana@example.com',
      ],
    ],
    duties: ['10-05 13:00 – 10-06 13:00 ana', '11-02 14:00 – 11-03 14:00 ana', '11-30 14:00 – 12-01 14:00 ana'],
  },
  {
    what: 'Google: all-day weeks that repeat, one of them taken out and one given to somebody else',
    zone: 'Asia/Bangkok',
    from: '2026-06-01',
    to: '2026-07-05',
    events: [
      [
        'UID:3@google.com',
        'DTSTART;VALUE=DATE:20260601',
        'DTEND;VALUE=DATE:20260608',
        'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4',
        'EXDATE;VALUE=DATE:20260615',
        'SUMMARY:Ana Lima',
      ],
      [
        'UID:3@google.com',
        'RECURRENCE-ID;VALUE=DATE:20260629',
        'DTSTART;VALUE=DATE:20260630',
        'DTEND;VALUE=DATE:20260702',
        'SUMMARY:Cy Okoro',
      ],
    ],
    duties: ['05-31 17:00 – 06-07 17:00 ana', '06-29 17:00 – 07-01 17:00 cy'],
  },
  {
    what: 'Google: one occurrence cancelled by itself',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [
      ['UID:4', 'DTSTART:20260105T080000Z', 'DTEND:20260105T160000Z', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:bo'],
      [
        'UID:4',
        'RECURRENCE-ID:20260112T080000Z',
        'DTSTART:20260112T080000Z',
        'DTEND:20260112T160000Z',
        'STATUS:CANCELLED',
        'SUMMARY:bo',
      ],
    ],
    duties: ['01-05 08:00 – 01-05 16:00 bo', '01-19 08:00 – 01-19 16:00 bo'],
  },
  {
    what: 'Google: a later version of the same event takes the place of the earlier one',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [
      ['UID:5', 'SEQUENCE:0', 'DTSTART:20260105T080000Z', 'DTEND:20260105T160000Z', 'SUMMARY:bo'],
      ['UID:5', 'SEQUENCE:2', 'DTSTART:20260106T080000Z', 'DTEND:20260106T160000Z', 'SUMMARY:cy'],
    ],
    duties: ['01-06 08:00 – 01-06 16:00 cy'],
  },
  {
    what: 'Google: the later version holds wherever it stands, and events without an id are no versions of each other',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [
      ['UID:5', 'SEQUENCE:2', 'DTSTART:20260106T080000Z', 'DTEND:20260106T160000Z', 'SUMMARY:cy'],
      ['UID:5', 'SEQUENCE:0', 'DTSTART:20260105T080000Z', 'DTEND:20260105T160000Z', 'SUMMARY:bo'],
      ['SEQUENCE:1', 'DTSTART:20260107T080000Z', 'DTEND:20260107T160000Z', 'SUMMARY:bo'],
      ['DTSTART:20260108T080000Z', 'DTEND:20260108T160000Z', 'SUMMARY:Ana Lima'],
    ],
    duties: ['01-06 08:00 – 01-06 16:00 cy', '01-07 08:00 – 01-07 16:00 bo', '01-08 08:00 – 01-08 16:00 ana'],
  },
  {
    what: 'Google: one occurrence given to somebody else at the same time, written before the event itself',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [
      ['UID:6', 'RECURRENCE-ID:20260112T080000Z', 'DTSTART:20260112T080000Z', 'DTEND:20260112T160000Z', 'SUMMARY:cy'],
      ['UID:6', 'DTSTART:20260105T080000Z', 'DTEND:20260105T160000Z', 'RRULE:FREQ=WEEKLY;COUNT=2', 'SUMMARY:bo'],
    ],
    duties: ['01-05 08:00 – 01-05 16:00 bo', '01-12 08:00 – 01-12 16:00 cy'],
  },
  {
    what: 'the zone of the configuration counts for more than the one of the calendar',
    head: ['X-WR-TIMEZONE:America/New_York'],
    zone: 'Asia/Bangkok',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [['UID:6', 'DTSTART:20260105T090000', 'DTEND:20260105T170000', 'SUMMARY:bo']],
    duties: ['01-05 02:00 – 01-05 10:00 bo'],
  },
  {
    what: 'PagerDuty: shifts that touch and cross the change, times in UTC, with X- lines nobody needs',
    head: ['X-WR-CALNAME:On Call Schedule', 'X-WR-TIMEZONE:Europe/London', 'CALSCALE:GREGORIAN'],
    from: '2026-03-20',
    to: '2026-04-10',
    events: [
      [
        'DTSTART;VALUE=DATE-TIME:20260323T090000Z',
        'DTEND;VALUE=DATE-TIME:20260330T080000Z',
        'DTSTAMP;VALUE=DATE-TIME:20260320T101112Z',
        'UID:Q1',
        'URL:https://example.pagerduty.com/schedules#P1',
        'ATTENDEE:mailto:ana@example.com',
        'SUMMARY:On Call - Ana Lima - Primary',
      ],
      [
        'DTSTART;VALUE=DATE-TIME:20260330T080000Z',
        'DTEND;VALUE=DATE-TIME:20260406T080000Z',
        'UID:Q2',
        'ATTENDEE:mailto:bo@example.com',
        'SUMMARY:On Call - Bo Chen - Primary',
      ],
    ],
    duties: ['03-23 09:00 – 03-30 08:00 ana', '03-30 08:00 – 04-06 08:00 bo'],
  },
  {
    what: 'Opsgenie: times in the zone of the calendar, the person between the names of team and schedule',
    head: ['X-WR-TIMEZONE:Australia/Lord_Howe'],
    from: '2026-04-01',
    to: '2026-04-12',
    events: [
      ['UID:o1', 'DTSTART:20260403T090000', 'DTEND:20260406T090000', 'SUMMARY:bo@example.com (Ops_Team_schedule)'],
      [
        'UID:o2',
        'DTSTART;TZID=Australia/Lord_Howe:20260406T090000',
        'DTEND;TZID=Australia/Lord_Howe:20260407T090000',
        'SUMMARY:cy@example.com (Ops_Team_schedule)',
      ],
    ],
    duties: ['04-02 22:00 – 04-05 22:30 bo', '04-05 22:30 – 04-06 22:30 cy'],
  },
  {
    what: 'folded lines, escaped commas and parameters in quotes',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [
      [
        'UID:7',
        'DTSTART:20260105T080000Z',
        'DURATION:P1DT2H',
        'ATTENDEE;CN="Chen, Bo";PARTSTAT=ACCEPTED:mail',
        ' to:bo@example.com',
        'SUMMARY:Rota\\, first line',
      ],
    ],
    duties: ['01-05 08:00 – 01-06 10:00 bo'],
  },
  {
    what: 'a yearly duty on the leap day comes in leap years only',
    from: '2027-01-01',
    to: '2029-01-01',
    events: [['UID:8', 'DTSTART:20240229T090000Z', 'DURATION:P1D', 'RRULE:FREQ=YEARLY', 'SUMMARY:Ana Lima']],
    duties: ['02-29 09:00 – 03-01 09:00 ana'],
  },
  {
    what: 'so it is counted: the second of two is eight years after the first where a century has none',
    from: '2097-01-01',
    to: '2105-01-01',
    events: [['UID:8', 'DTSTART:20960229T090000Z', 'DURATION:P1D', 'RRULE:FREQ=YEARLY;COUNT=2', 'SUMMARY:Ana Lima']],
    duties: ['02-29 09:00 – 03-01 09:00 ana'],
  },
  {
    what: 'a monthly duty on the 31st leaves out the months that have none',
    from: '2026-01-01',
    to: '2026-07-01',
    events: [['UID:8', 'DTSTART:20260131T090000Z', 'DURATION:PT8H', 'RRULE:FREQ=MONTHLY;COUNT=3', 'SUMMARY:Ana Lima']],
    duties: ['01-31 09:00 – 01-31 17:00 ana', '03-31 09:00 – 03-31 17:00 ana', '05-31 09:00 – 05-31 17:00 ana'],
  },
  {
    what: 'a nightly duty across the hour that comes twice lasts as long as the clock says',
    from: '2026-10-24',
    to: '2026-10-26',
    events: [
      [
        'UID:9',
        'DTSTART;TZID=Europe/London:20261001T220000',
        'DTEND;TZID=Europe/London:20261002T060000',
        'RRULE:FREQ=DAILY;UNTIL=20261025T220000Z',
        'SUMMARY:cy',
      ],
    ],
    duties: ['10-23 21:00 – 10-24 05:00 cy', '10-24 21:00 – 10-25 06:00 cy', '10-25 22:00 – 10-26 06:00 cy'],
  },
  {
    what: 'a duty of days or weeks is counted on the calendar, one of hours is exact',
    zone: 'Europe/London',
    from: '2026-03-20',
    to: '2026-04-20',
    events: [
      ['UID:10', 'DTSTART:20260328T090000', 'DURATION:P1D', 'SUMMARY:bo'],
      ['UID:11', 'DTSTART:20260328T090000', 'DURATION:PT24H', 'SUMMARY:cy'],
      ['UID:12', 'DTSTART:20260326T090000', 'DURATION:P1W', 'SUMMARY:Ana Lima'],
    ],
    duties: ['03-26 09:00 – 04-02 08:00 ana', '03-28 09:00 – 03-29 08:00 bo', '03-28 09:00 – 03-29 09:00 cy'],
  },
  {
    what: 'a duty may end in another zone than it begins in; one that would end before it begins is none',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [
      ['UID:13', 'DTSTART;TZID=Asia/Bangkok:20260105T200000', 'DTEND;TZID=Europe/London:20260105T150000', 'SUMMARY:bo'],
      ['UID:14', 'DTSTART;TZID=Europe/London:20260106T090000', 'DTEND;TZID=Asia/Bangkok:20260106T100000', 'SUMMARY:cy'],
    ],
    duties: ['01-05 13:00 – 01-05 15:00 bo'],
  },
  {
    what: 'a week that goes on is found from its middle, though its rule is over',
    zone: 'UTC',
    from: '2026-06-13',
    to: '2026-07-05',
    events: [
      [
        'UID:15',
        'DTSTART;VALUE=DATE:20260601',
        'DTEND;VALUE=DATE:20260608',
        'RRULE:FREQ=WEEKLY;UNTIL=20260608',
        'SUMMARY:Ana Lima',
      ],
    ],
    duties: ['06-08 00:00 – 06-15 00:00 ana'],
  },
  {
    what: 'what ends as the time asked for begins, or begins as it ends, is no part of it',
    from: '2026-01-06',
    to: '2026-01-07',
    events: [
      ['UID:16', 'DTSTART:20260105T000000Z', 'DTEND:20260106T000000Z', 'SUMMARY:bo'],
      ['UID:17', 'DTSTART:20260107T000000Z', 'DTEND:20260108T000000Z', 'SUMMARY:cy'],
    ],
    duties: [],
  },
  {
    what: 'far from Greenwich the day of a duty is another one, on either side',
    from: '2026-01-06',
    to: '2026-01-07',
    events: [
      [
        'UID:18',
        'DTSTART;TZID=Pacific/Honolulu:20260105T190000',
        'DTEND;TZID=Pacific/Honolulu:20260105T220000',
        'RRULE:FREQ=DAILY;COUNT=1',
        'SUMMARY:bo',
      ],
      [
        'UID:19',
        'DTSTART;TZID=Pacific/Kiritimati:20260107T050000',
        'DTEND;TZID=Pacific/Kiritimati:20260107T060000',
        'RRULE:FREQ=DAILY;COUNT=1',
        'SUMMARY:cy',
      ],
    ],
    duties: ['01-06 05:00 – 01-06 08:00 bo', '01-06 15:00 – 01-06 16:00 cy'],
  },
  {
    what: 'a short duty within a long one of the same person does not end it',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [
      ['UID:20', 'DTSTART:20260105T080000Z', 'DTEND:20260109T080000Z', 'SUMMARY:bo'],
      ['UID:21', 'DTSTART:20260106T080000Z', 'DTEND:20260106T160000Z', 'SUMMARY:bo'],
    ],
    duties: ['01-05 08:00 – 01-09 08:00 bo'],
  },
  {
    what: 'neither a mailing list nor whoever declined in small letters is on call',
    from: '2026-01-01',
    to: '2026-02-01',
    events: [
      [
        'UID:22',
        'DTSTART:20260105T080000Z',
        'DTEND:20260105T160000Z',
        'ATTENDEE;CUTYPE=GROUP;CN=Everyone:mailto:all@example.com',
        'ATTENDEE;PARTSTAT=declined:mailto:cy@example.com',
        'ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@example.com',
        'SUMMARY:On call',
      ],
    ],
    duties: ['01-05 08:00 – 01-05 16:00 bo'],
  },
];

describe('a calendar is read as the people who made it mean it', () => {
  it.each(shapes)('$what', (shape) => {
    expect(dutiesOf(shape)).toEqual({ duties: shape.duties, warnings: [], unknown: [] });
  });

  it('one of two invited whom nobody knows is reported, and the other is on call', () => {
    const invited = ['ATTENDEE:mailto:bo@example.com', 'ATTENDEE:mailto:zed@example.com'];
    const read = dutiesOf({
      what: '',
      duties: [],
      events: [['UID:1', 'DTSTART:20260105T080000Z', 'DTEND:20260105T160000Z', ...invited, 'SUMMARY:On call']],
    });
    expect(read.duties).toEqual(['01-05 08:00 – 01-05 16:00 bo']);
    expect(read.unknown).toMatchObject([{ who: 'zed@example.com' }]);
  });

  it('a zone that the calendar names without saying anything of it is said to be unknown', () => {
    const times = ['DTSTART;TZID=Nowhere:20260105T080000', 'DTEND;TZID=Nowhere:20260105T160000'];
    const read = dutiesOf({
      what: '',
      duties: [],
      head: ['BEGIN:VTIMEZONE', 'TZID:Nowhere', 'END:VTIMEZONE'],
      zone: 'Asia/Bangkok',
      events: [['UID:1', ...times, 'SUMMARY:bo']],
    });
    expect(read.duties).toEqual(['01-05 01:00 – 01-05 09:00 bo']);
    expect(read.warnings.map(({ reason }) => reason)).toEqual(['unknown-time-zone']);
  });

  it('a mark of the byte order before the first line changes nothing', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART:20260105T080000Z',
      'DURATION:PT1H',
      'SUMMARY:bo',
    ];
    const lines = [...text, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
    const question = { people, from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
    expect(readCalendar(`\uFEFF${lines}`, question)).toEqual(readCalendar(lines, question));
  });

  it('a change to this and all later occurrences is said to be read in part, because nobody knows what it moves', () => {
    const { warnings } = dutiesOf({
      what: '',
      duties: [],
      events: [
        ['UID:1', 'DTSTART:20260105T080000Z', 'DTEND:20260105T160000Z', 'RRULE:FREQ=WEEKLY;COUNT=4', 'SUMMARY:bo'],
        [
          'UID:1',
          'RECURRENCE-ID;RANGE=THISANDFUTURE:20260119T080000Z',
          'DTSTART:20260119T100000Z',
          'DTEND:20260119T180000Z',
          'SUMMARY:cy',
        ],
      ],
    });
    expect(warnings.map(({ reason }) => reason)).toEqual(['rule-not-supported']);
  });
});
