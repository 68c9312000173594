import { describe, expect, it } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import { retryAt } from '../../src/reactions/back-off.ts';
import {
  acknowledged,
  and,
  at,
  declared,
  policyOf,
  recordOf,
  resolved,
  sayMessages,
  settleAt,
  slackAndEmail,
} from './record.ts';

const unreachable = { fault: 'unreachable', retry: true } as const;
const once = { steps: [{ after: '0m', notify: ['oncall:primary'] }] };

describe('how long to wait before the next attempt', () => {
  it.each([
    [1, null, 15],
    [2, null, 60],
    [3, null, 300],
    [4, null, 900],
    [1, 40, 40],
    [3, 40, 300],
    [1, 999_999, 3600],
  ])('after failure %i, told to wait %s s: %i s', (attempt, retry_after, seconds) => {
    expect(retryAt(attempt, { retry: true, retry_after }, at(0))).toBe(at(seconds / 60));
  });

  it('ends after five attempts, and at once where trying again can not help', () => {
    expect(retryAt(5, { retry: true, retry_after: null }, at(0))).toBeNull();
    expect(retryAt(1, { retry: false, retry_after: null }, at(0))).toBeNull();
  });
});

describe('a message that failed', () => {
  const policy = policyOf({ escalation: { default: once } });
  const failed = settleAt(recordOf(declared()), 0, policy, () => unreachable).incident;

  it('is tried again when its time has come, and not before', () => {
    expect(settleAt(failed, 0.2, policy).owed.messages).toEqual([]);
    expect(settleAt(failed, 0.2, policy).owed.next_at).toBe(at(0.25));
    const { owed, incident } = settleAt(failed, 0.25, policy);
    expect(owed.messages).toMatchObject([{ key: 'page-1-1.1/email/ana', attempt: 2, maybe_repeated: false }]);
    expect(incident.notifications).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('is given up after five attempts', () => {
    let state = failed;
    let attempts = 1;
    for (let minutes = 1; minutes <= 60; minutes += 1) {
      const settled = settleAt(state, minutes, policy, () => unreachable);
      state = settled.incident;
      attempts += settled.owed.messages.length;
    }
    expect(attempts).toBe(5);
    expect(state.notifications).toMatchObject([{ state: 'failed', reason: 'unreachable', retry_at: null }]);
  });

  it('for good is never tried again', () => {
    const state = settleAt(recordOf(declared()), 0, policy, () => ({ fault: 'recipient-unknown', retry: false }));
    expect(settleAt(state.incident, 60, policy).owed.messages).toEqual([]);
  });

  it.each([
    ['acknowledged', acknowledged(0.1), 'acknowledged-meanwhile'],
    ['resolved', resolved(0.1), 'resolved-meanwhile'],
  ])('is dropped when the incident is %s meanwhile', (_name, event, reason) => {
    const { owed } = settleAt(and(failed, event), 5, policy);
    expect(owed.messages).toEqual([]);
    expect(owed.notices).toMatchObject([{ type: 'notification.expired', reason }]);
  });

  it('by running out of time may have got through, and the next attempt says so', () => {
    const late = settleAt(recordOf(declared()), 0, policy, () => ({ fault: 'timed-out', retry: true })).incident;
    expect(settleAt(late, 1, policy).owed.messages).toMatchObject([{ maybe_repeated: true }]);
  });
});

describe('a person with several ways', () => {
  const chosen = { ana: { slack: 'U0ANA', email: 'ana@example.com', channels: { default: ['slack'] } } };
  const policy = policyOf({ escalation: { default: once }, notifications: slackAndEmail, people: chosen });

  it('is told by the next one at once when the chosen one fails', () => {
    const first = settleAt(recordOf(declared()), 0, policy, () => unreachable);
    const second = settleAt(first.incident, 0, policy);
    expect([...sayMessages(first.owed), ...sayMessages(second.owed)]).toEqual(['page ana slack', 'page ana email']);
  });

  it('is paged again by the chosen one although another worked, until somebody answers', () => {
    const first = settleAt(recordOf(declared()), 0, policy, () => unreachable);
    const { incident } = settleAt(first.incident, 0, policy);
    expect(settleAt(incident, 5, policy).owed.messages).toMatchObject([{ channel: 'slack', attempt: 2 }]);
    expect(settleAt(and(incident, acknowledged(1)), 5, policy).owed).toMatchObject({
      messages: [],
      notices: [{ reason: 'acknowledged-meanwhile' }],
    });
  });

  it('hears news once: what failed is not tried again when another way worked', () => {
    const stakeholders = [{ to: ['person:ana'], from: 'SEV-4', stages, audience: 'internal' }] as const;
    const news = policyOf({ ...policy.config, stakeholders, escalation: {}, oncall: {}, services: {} });
    const first = settleAt(recordOf(declared()), 0, news, () => unreachable);
    const second = settleAt(first.incident, 0, news);
    expect([...sayMessages(first.owed), ...sayMessages(second.owed)]).toEqual([
      'declared ana slack',
      'declared ana email',
    ]);
    expect(settleAt(second.incident, 5, news).owed).toMatchObject({
      messages: [],
      notices: [{ reason: 'reached-by-another-channel' }],
    });
  });

  it('is not told twice when the chosen one works', () => {
    const { incident } = settleAt(recordOf(declared()), 0, policy);
    expect(settleAt(incident, 5, policy).owed.messages).toEqual([]);
  });
});

describe('a process that is killed between sending and recording', () => {
  const policy = policyOf({ escalation: { default: once } });
  const cut = settleAt(recordOf(declared()), 0, policy, () => 'cut-short').incident;

  it('keeps the message to itself while its claim holds', () => {
    expect(settleAt(cut, 0.5, policy).owed.messages).toEqual([]);
  });

  it('leaves it to be sent once more, marked as maybe repeated', () => {
    const { incident, owed } = settleAt(cut, 1, policy);
    expect(owed.messages).toMatchObject([{ attempt: 2, maybe_repeated: true }]);
    expect(incident.notifications).toMatchObject([{ state: 'sent', maybe_repeated: true }]);
  });

  it('twice is the end of it: nobody is told for the third time', () => {
    const again = settleAt(cut, 1, policy, () => 'cut-short').incident;
    const { owed, incident } = settleAt(again, 5, policy);
    expect(owed.messages).toEqual([]);
    expect(incident.notifications).toMatchObject([{ state: 'failed', reason: 'outcome-unknown' }]);
  });
});
