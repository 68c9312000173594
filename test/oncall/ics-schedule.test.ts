import { describe, expect, it } from 'vitest';
import { type CalendarRead, readCalendar } from '../../src/oncall/ics-schedule.ts';
import { toIso } from '../../src/oncall/when.ts';

const people = {
  ana: { name: 'Ana Lima', email: 'ana@example.com' },
  bo: { name: 'Bo Chen', email: 'bo@example.com' },
  cy: { name: 'Cý Okoro', email: 'cy@example.com' },
};

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}
function event(...lines: string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
}
function read(
  text: string,
  from = '2026-01-01T00:00:00Z',
  to = '2026-04-01T00:00:00Z',
  time_zone?: string,
): CalendarRead {
  const found = readCalendar(text, { people, from, to, time_zone });
  if (!found.ok) throw new Error(found.text);
  return found;
}
function duties(found: CalendarRead): string[] {
  return found.spans.map((span) => `${toIso(span.from).slice(0, 16)} – ${toIso(span.to).slice(0, 16)} ${span.person}`);
}

describe('a calendar in the style of PagerDuty', () => {
  const text = calendar(
    'PRODID;X-RICAL-TZSOURCE=TZINFO:-//example//schedule export//EN',
    'X-WR-CALNAME:On Call Schedule for Payments',
    event(
      'DTSTART;VALUE=DATE-TIME:20260105T080000Z',
      'DTEND;VALUE=DATE-TIME:20260112T080000Z',
      'UID:Q0000001',
      'ATTENDEE:ana@example.com',
      'SUMMARY:On Call - Ana Lima - Payments Primary',
    ),
    event(
      'DTSTART;VALUE=DATE-TIME:20260112T080000Z',
      'DTEND;VALUE=DATE-TIME:20260119T080000Z',
      'UID:Q0000002',
      'SUMMARY:On Call - Bo Chen - Payments Primary',
    ),
    event(
      'DTSTART;VALUE=DATE-TIME:20260119T080000Z',
      'DTEND;VALUE=DATE-TIME:20260126T080000Z',
      'UID:Q0000003',
      'ATTENDEE:zed@example.com',
      'SUMMARY:On Call - Zed Unknown - Payments Primary',
    ),
  );

  it('finds people by attendee and by summary, and reports whom it does not know', () => {
    const found = read(text);
    expect(duties(found)).toEqual([
      '2026-01-05T08:00 – 2026-01-12T08:00 ana',
      '2026-01-12T08:00 – 2026-01-19T08:00 bo',
    ]);
    expect(found.unknown_people).toEqual([{ who: 'zed@example.com', times: 1, first_at: '2026-01-19T08:00:00.000Z' }]);
    expect(found.warnings).toEqual([]);
  });

  it('leaves out what lies outside the time asked for, and keeps whole what touches it', () => {
    expect(duties(read(text, '2026-01-06T00:00:00Z', '2026-01-07T00:00:00Z'))).toEqual([
      '2026-01-05T08:00 – 2026-01-12T08:00 ana',
    ]);
  });
});

describe('a calendar in the style of Opsgenie', () => {
  it('finds people by the address in the summary', () => {
    const found = read(
      calendar(
        'PRODID:-//example//on-call//EN',
        'X-WR-TIMEZONE:America/New_York',
        event('DTSTART:20260306T090000', 'DTEND:20260309T090000', 'UID:a-1', 'SUMMARY:cy@example.com (Ops_schedule)'),
        event('DTSTART:20260309T090000', 'DTEND:20260310T090000', 'UID:a-2', 'SUMMARY:[Ops] CY OKORO'),
      ),
    );
    // Floating times stand in the calendar's own zone, here across the change to summer time; one duty, since it is unbroken.
    expect(duties(found)).toEqual(['2026-03-06T14:00 – 2026-03-10T13:00 cy']);
  });
});

describe('a calendar in the style of Google', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    'BEGIN:DAYLIGHT',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'TZNAME:CEST',
    'DTSTART:19700329T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'TZNAME:CET',
    'DTSTART:19701025T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];

  it('follows RRULE, EXDATE and a moved occurrence across the clock change', () => {
    const found = read(
      calendar(
        'METHOD:PUBLISH',
        ...zone,
        event(
          'DTSTART;TZID=Europe/Berlin:20260316T090000',
          'DTEND;TZID=Europe/Berlin:20260317T090000',
          'RRULE:FREQ=WEEKLY;UNTIL=20260413T070000Z;BYDAY=MO',
          'EXDATE;TZID=Europe/Berlin:20260323T090000',
          'UID:g-1@example.com',
          'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Bo Chen;X-NUM-GUESTS=0:mailto:BO@example.com',
          'ATTENDEE;CUTYPE=RESOURCE;CN=War room:mailto:room@resource.example.com',
          'SUMMARY:On call',
        ),
        event(
          'DTSTART;TZID=Europe/Berlin:20260407T120000',
          'DTEND;TZID=Europe/Berlin:20260407T180000',
          'RECURRENCE-ID;TZID=Europe/Berlin:20260406T090000',
          'UID:g-1@example.com',
          'SUMMARY:On call (ana)',
        ),
      ),
      '2026-03-01T00:00:00Z',
      '2026-05-01T00:00:00Z',
    );
    expect(duties(found)).toEqual([
      '2026-03-16T08:00 – 2026-03-17T08:00 bo',
      '2026-03-30T07:00 – 2026-03-31T07:00 bo',
      '2026-04-07T10:00 – 2026-04-07T16:00 ana',
      '2026-04-13T07:00 – 2026-04-14T07:00 bo',
    ]);
    expect(found.unknown_people).toEqual([]);
  });

  it('takes all-day events from midnight to midnight in the zone of the schedule', () => {
    const text = calendar(
      event('DTSTART;VALUE=DATE:20260329', 'DTEND;VALUE=DATE:20260330', 'UID:1', 'SUMMARY:Ana Lima'),
      event('DTSTART;VALUE=DATE:20260330', 'UID:2', 'SUMMARY:Bo'),
    );
    const [from, to] = ['2026-03-01T00:00:00Z', '2026-05-01T00:00:00Z'];
    expect(duties(read(text, from, to, 'Europe/Berlin'))).toEqual([
      '2026-03-28T23:00 – 2026-03-29T22:00 ana',
      '2026-03-29T22:00 – 2026-03-30T22:00 bo',
    ]);
    expect(duties(read(text, from, to))[0]).toBe('2026-03-29T00:00 – 2026-03-30T00:00 ana');
  });

  it('leaves out what was cancelled or declined, and says so of the latter', () => {
    const found = read(
      calendar(
        event('DTSTART:20260105T080000Z', 'DTEND:20260106T080000Z', 'UID:1', 'STATUS:CANCELLED', 'SUMMARY:Ana Lima'),
        event(
          'DTSTART:20260105T080000Z',
          'DTEND:20260106T080000Z',
          'UID:2',
          'ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.com',
          'SUMMARY:Bo Chen',
        ),
      ),
    );
    expect(duties(found)).toEqual([]);
    expect(found.warnings).toEqual([{ reason: 'declined', text: 'everyone invited to "Bo Chen" declined' }]);
  });
});

describe('when an occurrence takes place', () => {
  const at = (...lines: string[]): string[] =>
    duties(
      read(calendar(event('UID:1', 'SUMMARY:Ana Lima', ...lines)), '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
    ).map((line) => line.slice(5, 16));

  it.each([
    ['daily', ['DTSTART:20260130T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'], ['01-30T08:00', '01-31T08:00']],
    [
      'twice',
      ['DTSTART:20260105T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2'],
      ['01-05T08:00', '01-06T08:00'],
    ],
    [
      'every third week',
      ['DTSTART:20251229T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;INTERVAL=3'],
      ['01-19T08:00'],
    ],
    [
      'the last Friday',
      ['DTSTART:20250131T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR'],
      ['01-30T08:00'],
    ],
    [
      'until a day, which is included',
      ['DTSTART:20260105T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260106'],
      ['01-05T08:00', '01-06T08:00'],
    ],
    [
      'further dates',
      ['DTSTART:20260105T080000Z', 'DURATION:PT1H', 'RDATE:20260107T080000Z,20260109T080000Z'],
      ['01-05T08:00', '01-07T08:00', '01-09T08:00'],
    ],
    [
      'a whole day taken out',
      ['DTSTART:20260130T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20260130'],
      ['01-31T08:00'],
    ],
    [
      'an exception in UTC for a time in a zone',
      ['DTSTART;TZID=Europe/Berlin:20260130T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY', 'EXDATE:20260130T080000Z'],
      ['01-31T08:00'],
    ],
    [
      'begun long ago',
      ['DTSTART:20000101T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=3'],
      ['01-03T08:00'],
    ],
  ])('is known: %s', (_what, lines, starts) => {
    expect(at(...lines)).toEqual(starts);
  });

  it('takes a zone that only the calendar describes from there', () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      event(
        'DTSTART;TZID=W. Europe Standard Time:20260328T090000',
        'DTEND;TZID=W. Europe Standard Time:20260330T090000',
        'UID:1',
        'SUMMARY:ana',
      ),
    );
    expect(duties(read(text))).toEqual(['2026-03-28T08:00 – 2026-03-30T07:00 ana']);
  });

  it('takes a zone that nobody describes for the zone of the schedule, and says so', () => {
    const text = calendar(
      event(
        'DTSTART;TZID=Middle Earth:20260105T090000',
        'DTEND;TZID=Middle Earth:20260105T100000',
        'UID:1',
        'SUMMARY:ana',
      ),
    );
    const found = read(text, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', 'Europe/Berlin');
    expect(duties(found)).toEqual(['2026-01-05T08:00 – 2026-01-05T09:00 ana']);
    expect(found.warnings.map((warning) => warning.reason)).toEqual(['unknown-time-zone']);
  });

  it('does not move an event for the exception of another one', () => {
    const text = calendar(
      event('DTSTART:20260105T080000Z', 'DURATION:P1D', 'RRULE:FREQ=WEEKLY;COUNT=1', 'UID:one', 'SUMMARY:ana'),
      event('DTSTART:20260120T080000Z', 'DURATION:P1D', 'RECURRENCE-ID:20260105T080000Z', 'UID:two', 'SUMMARY:bo'),
    );
    expect(duties(read(text))).toEqual([
      '2026-01-05T08:00 – 2026-01-06T08:00 ana',
      '2026-01-20T08:00 – 2026-01-21T08:00 bo',
    ]);
  });
});

describe('a calendar that is broken or hostile', () => {
  const question = { people, from: '2026-01-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };

  it.each([
    ['empty', '', 'not-a-calendar'],
    ['a login page', '<html><body>Please log in</body></html>', 'not-a-calendar'],
    ['cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026', 'not-a-calendar'],
    ['an address book', 'BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD\r\n', 'not-a-calendar'],
    ['huge', `BEGIN:VCALENDAR\r\n${'X-A:b\r\n'.repeat(900_000)}END:VCALENDAR`, 'too-large'],
    ['one endless line', calendar(`SUMMARY${';A=b'.repeat(100_000)}:x`), 'too-large'],
    ['one endless folded line', calendar(`SUMMARY:a${'\r\n bcd'.repeat(100_000)}`), 'too-large'],
  ])('is refused: %s', (_what, text, reason) => {
    expect(readCalendar(text, question)).toMatchObject({ ok: false, reason });
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY',
    'FREQ=DAILY;INTERVAL=99999999',
    'FREQ=DAILY;INTERVAL=7;BYDAY=WE',
  ])('with a rule that would be searched for ever (%s) keeps the first occurrence and says so', (rule) => {
    const found = read(
      calendar(event('DTSTART:20260105T080000Z', 'DURATION:PT1H', `RRULE:${rule}`, 'UID:1', 'SUMMARY:ana')),
    );
    expect(duties(found)).toEqual(['2026-01-05T08:00 – 2026-01-05T09:00 ana']);
    expect(found.warnings).toEqual([{ reason: 'rule-not-supported', text: '"ana" is only read in part' }]);
  });

  it('stops walking rules after so many steps', () => {
    const old = event('DTSTART:19000101T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY', 'UID:1', 'SUMMARY:ana');
    const found = read(calendar(...Array.from({ length: 30 }, () => old)));
    expect(found.warnings.some((warning) => warning.reason === 'too-many-occurrences')).toBe(true);
  });

  it('reports events without a time or a length and reads the rest', () => {
    const found = read(
      calendar(
        event('UID:1', 'SUMMARY:ana'),
        event('UID:2', 'DTSTART:garbage', 'DTEND:rubbish', 'SUMMARY:ana'),
        event('UID:3', 'DTSTART:20260105T080000Z', 'DTEND:20260105T080000Z', 'SUMMARY:ana'),
        event('UID:4', 'DTSTART:20260105T080000Z', 'DTEND:20260105T090000Z', 'SUMMARY:a\0na \uD800 Ana Lima'),
      ),
    );
    expect(duties(found)).toEqual(['2026-01-05T08:00 – 2026-01-05T09:00 ana']);
    expect(found.warnings).toEqual([expect.objectContaining({ reason: 'event-unreadable' })]);
  });

  it('is survived whatever names it uses', () => {
    const found = read(
      calendar(
        '__proto__:x',
        event('UID:__proto__', 'DTSTART:20260105T080000Z', 'DTEND:20260106T080000Z', 'SUMMARY:constructor __proto__'),
      ),
    );
    expect(found.unknown_people).toEqual([expect.objectContaining({ who: 'constructor __proto__' })]);
  });

  it('nested ever deeper does not exhaust the stack', () => {
    const text = calendar('BEGIN:X\r\n'.repeat(50_000) + 'END:X\r\n'.repeat(50_000));
    expect(typeof readCalendar(text, question).ok).toBe('boolean');
  });
});
