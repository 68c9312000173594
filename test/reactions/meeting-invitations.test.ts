import { describe, expect, it } from 'vitest';
import { computeOwed } from '../../src/reactions/owed.ts';
import type { TellingConfig } from '../../src/reactions/telling-policy.ts';
import {
  acknowledged,
  and,
  at,
  declared,
  fact,
  policyOf,
  recordOf,
  resolved,
  sayMessages,
  settleAt,
} from './record.ts';

const usual = policyOf().config.post_mortem;
const inviting = (attendees: readonly string[] = [], people?: TellingConfig['people']) =>
  policyOf({
    escalation: {},
    oncall: {},
    services: {},
    post_mortem: { ...usual, meeting: { ...usual.meeting, attendees } },
    ...(people === undefined ? {} : { people }),
  });

/** A meeting of these people, called at a minute; the start moves along with it. */
const called = (minutes: number, attendees: readonly string[], calledOff = false) =>
  fact(minutes, 'post-mortem.scheduled', {
    starts_at: at(1440 + minutes),
    minutes: 60,
    attendees,
    sequence: minutes,
    ...(calledOff ? { called_off: true as const } : {}),
  });
const over = recordOf(declared(), acknowledged(1), resolved(2));
const unreachable = { fault: 'unreachable', retry: true } as const;

describe('an invitation', () => {
  it('goes once to each who is asked, however often they are named', () => {
    const policy = inviting(['ANA@example.com', 'guest@example.com', 'Guest@Example.com']);
    expect(sayMessages(computeOwed(and(over, called(3, ['ana', 'bo'])), at(3), policy))).toEqual([
      'meeting ana email',
      'meeting bo email',
      'meeting guest@example.com email',
    ]);
  });

  it('goes to one of two people who share an address', () => {
    const people = { ana: { email: 'team@example.com' }, bo: { email: 'Team@example.com' } };
    expect(sayMessages(computeOwed(and(over, called(3, ['ana', 'bo'])), at(3), inviting([], people)))).toEqual([
      'meeting ana email',
    ]);
  });

  it('goes out again when the meeting is moved, and once for each time', () => {
    const first = settleAt(and(over, called(3, ['ana'])), 3, inviting()).incident;
    const second = settleAt(and(first, called(4, ['ana'])), 4, inviting());
    expect(sayMessages(second.owed)).toEqual(['meeting ana email']);
    expect(settleAt(second.incident, 5, inviting()).owed.messages).toEqual([]);
  });

  it('that still waits is not sent for a time that no longer holds', () => {
    const waiting = settleAt(and(over, called(3, ['ana'])), 3, inviting(), () => unreachable).incident;
    const { messages, notices } = settleAt(and(waiting, called(4, ['ana'])), 4, inviting()).owed;
    expect(messages.map(({ key }) => key)).toEqual(['meeting-7/email/ana']);
    expect(notices).toMatchObject([{ key: 'meeting-4/email/ana', reason: 'folded-into-later-message' }]);
  });

  it('that somebody is on the way with is left to them', () => {
    const cut = settleAt(and(over, called(3, ['ana'])), 3, inviting(), () => 'cut-short').incident;
    expect(settleAt(and(cut, called(3.5, ['ana'])), 3.5, inviting()).owed.notices).toEqual([]);
  });
});

describe('an invitation is taken back', () => {
  const invited = (outcome: Parameters<typeof settleAt>[3]) =>
    settleAt(and(over, called(3, ['ana', 'bo'])), 3, inviting(), outcome).incident;

  it('from whoever is no longer asked to come', () => {
    const { owed } = settleAt(
      and(
        invited(() => 'sent'),
        called(4, ['bo']),
      ),
      4,
      inviting(),
    );
    expect(sayMessages(owed)).toEqual(['meeting bo email', 'meeting-cancelled ana email']);
  });

  it('from all when the meeting is called off, once', () => {
    const off = settleAt(
      and(
        invited(() => 'sent'),
        called(4, ['ana', 'bo'], true),
      ),
      4,
      inviting(),
    );
    expect(sayMessages(off.owed)).toEqual(['meeting-cancelled ana email', 'meeting-cancelled bo email']);
    expect(sayMessages(settleAt(and(off.incident, called(5, ['bo'])), 5, inviting()).owed)).toEqual([
      'meeting bo email',
    ]);
  });

  it('from whoever may have got it, and not from whoever surely did not', () => {
    const state = invited(({ to }) => (to === 'ana' ? { fault: 'timed-out', retry: true } : unreachable));
    expect(sayMessages(settleAt(and(state, called(4, [], true)), 4, inviting()).owed)).toEqual([
      'meeting-cancelled ana email',
    ]);
  });
});
