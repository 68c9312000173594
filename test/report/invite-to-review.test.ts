import { describe, expect, test } from 'vitest';
import { inviteToReview } from '../../src/report/invite-to-review.ts';
import { writeReviewInvitation } from '../../src/report/review-ics.ts';

const incident = { id: 'INC-20260302-7KQ2MX', title: 'Checkout answers slowly', highest_severity: 'SEV-2' } as const;
const meeting = { starts_at: '2026-03-04T09:00:00.000Z', minutes: 45, attendees: ['ana', 'bo'], sequence: 3 };
const people = { ana: { name: 'Ana Lima', email: 'ana@example.com' }, bo: { name: 'Bo Chen' } };
const invite = (changes: object = {}, from = 'incidents@example.com') =>
  inviteToReview(incident, { ...meeting, ...changes }, '2026-03-02T13:00:00.000Z', from, people, 'UTC');

describe('whom an invitation names', () => {
  test.each([
    ['ana', [{ name: 'Ana Lima', email: 'ana@example.com' }]],
    ['guest@example.org', [{ name: 'guest@example.org', email: 'guest@example.org' }]],
    ['bo', []],
    ['stranger', []],
    ['constructor', []],
  ])('%s: %j', (attendee, named) => {
    expect(invite({ attendees: [attendee] }).attendees).toEqual(named);
  });

  test.each([
    ['incidents@example.com', 'incidents@example.com'],
    ['Incident response <incidents@example.com>', 'incidents@example.com'],
  ])('it comes from the address in %j', (from, email) => {
    expect(invite({}, from).organizer).toEqual({ name: 'Incident response', email });
  });
});

test.each([
  [{}, 'REQUEST', 'BUSY', 'CONFIRMED'],
  [{ called_off: true }, 'CANCEL', 'FREE', 'CANCELLED'],
])('with %j it asks to %s, and the time is %s', (changes, method, busy, status) => {
  const invitation = invite(changes);
  expect(invitation).toMatchObject({ method, sequence: 3, minutes: 45 });
  const text = writeReviewInvitation(invitation);
  expect(text).toContain(`METHOD:${method}`);
  expect(text).toContain(`BUSYSTATUS:${busy}`);
  expect(text).toContain(`STATUS:${status}`);
});
