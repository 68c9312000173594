import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type ReviewInvitation, writeReviewInvitation } from '../../src/report/review-ics.ts';

const invitation: ReviewInvitation = {
  incidentId: 'INC-20260302-7KQ2MX',
  method: 'REQUEST',
  sequence: 0,
  summary: 'Review of INC-20260302-7KQ2MX; "checkout", slowly',
  description: 'What happened,\nand what we change. ผลกระทบ'.repeat(4),
  startsAt: '2026-03-04T09:00:00.000Z',
  minutes: 45,
  zone: 'UTC',
  organizer: { name: 'Incident response', email: 'incidents@example.com' },
  attendees: [
    { name: 'Ana Lima', email: 'ana@example.com' },
    { name: 'no address', email: '' },
    { name: 'two lines', email: 'a@example.com\r\nX-EVIL:1' },
  ],
  stamp: '2026-03-02T13:00:00.000Z',
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  return { calendar, component, event: new ICAL.Event(component) };
}

describe('the invitation to the review', () => {
  test('says the same after another program has read it', () => {
    const { calendar, component, event } = read(writeReviewInvitation(invitation));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(event.summary).toBe(invitation.summary);
    expect(event.description).toBe(invitation.description);
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-04T09:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-03-04T09:45:00.000Z');
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-02T13:00:00Z');
    expect(event.sequence).toBe(0);
    expect(event.organizer).toBe('mailto:incidents@example.com');
    expect(event.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual([
      'mailto:ana@example.com',
    ]);
  });

  test('has every time in UTC, CRLF line ends and no line over 75 bytes', () => {
    const text = writeReviewInvitation(invitation);
    const times = text.match(/^(?:DTSTART|DTEND|DTSTAMP).*$/gm) ?? [];
    expect(times).toHaveLength(3);
    for (const time of times) expect(time.trim()).toMatch(/^DT[A-Z]+:\d{8}T\d{6}Z$/);
    for (const line of text.split('\r\n')) {
      expect(line).not.toContain('\n');
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  test.each([
    ['Europe/Berlin', '2026-03-04T09:00:00.000Z', '20260304T100000'],
    ['Europe/Berlin', '2026-07-01T08:00:00.000Z', '20260701T100000'],
    ['America/New_York', '2026-03-09T13:00:00.000Z', '20260309T090000'],
    ['Australia/Lord_Howe', '2026-01-05T00:00:00.000Z', '20260105T110000'],
    ['Asia/Bangkok', '2026-03-04T03:00:00.000Z', '20260304T100000'],
    ['Asia/Kolkata', '2026-03-04T04:30:00.000Z', '20260304T100000'],
  ])('in %s shows the clock of the team, with rules that another program understands', (zone, startsAt, shown) => {
    const text = writeReviewInvitation({ ...invitation, zone, startsAt });
    expect(text).toContain(`DTSTART;TZID=${zone}:${shown}\r\n`);
    const { calendar, event } = read(text);
    const rules = calendar.getFirstSubcomponent('vtimezone');
    if (rules === null) throw new Error('no rules');
    expect(rules.getFirstPropertyValue('tzid')).toBe(zone);
    const known = new ICAL.Timezone(rules);
    for (const [time, minutes] of [
      [event.startDate, 0],
      [event.endDate, 45],
    ] as const) {
      time.zone = known;
      expect(time.toJSDate().toISOString()).toBe(new Date(Date.parse(startsAt) + minutes * 60_000).toISOString());
    }
  });

  test('keeps its id when the meeting moves, and is called off under the same id', () => {
    const first = read(writeReviewInvitation(invitation));
    const moved = read(writeReviewInvitation({ ...invitation, sequence: 1, startsAt: '2026-03-05T09:00:00.000Z' }));
    const off = read(writeReviewInvitation({ ...invitation, sequence: 2, method: 'CANCEL' }));
    expect([moved.event.uid, off.event.uid]).toEqual([first.event.uid, first.event.uid]);
    expect([moved.event.sequence, off.event.sequence]).toEqual([1, 2]);
    expect(off.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(off.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  test('a hostile name adds no line and no field', () => {
    const name = 'A"\r\nX-EVIL:1;CN="B\u0000,:';
    const text = writeReviewInvitation({
      ...invitation,
      attendees: [{ name, email: 'a@example.com' }],
      organizer: { name, email: 'o@example.com' },
    });
    expect(text).not.toMatch(/^X-EVIL/m);
    const { component, event } = read(text);
    expect(event.attendees).toHaveLength(1);
    expect(component.getAllProperties('x-evil')).toEqual([]);
    expect(text).not.toContain('\u0000');
  });

  test('is the same file for the same meeting', () => {
    expect(writeReviewInvitation(invitation)).toBe(writeReviewInvitation(invitation));
  });
});
