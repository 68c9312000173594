import { describe, expect, it } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import { retryAt } from '../../src/reactions/back-off.ts';
import {
  acknowledged,
  and,
  at,
  declared,
  fact,
  leads,
  policyOf,
  recordOf,
  resolved,
  sayMessages,
  settleAt,
  severityChanged,
  slackAndEmail,
  updated,
} from './record.ts';

const unreachable = { fault: 'unreachable', retry: true } as const;
const meeting = (minutes: number) =>
  fact(minutes, 'post-mortem.scheduled', {
    starts_at: at(1440),
    minutes: 60,
    attendees: ['ana'],
    sequence: 0,
  });
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

  it('is dropped when a new escalation has taken its place, which pages in its stead', () => {
    const { owed } = settleAt(and(failed, severityChanged(1, 'SEV-2', 'SEV-1')), 1, policy);
    expect(owed.messages.map(({ key }) => key)).toEqual(['page-4-1.1/email/ana']);
    expect(owed.notices).toMatchObject([{ key: 'page-1-1.1/email/ana', reason: 'replaced-by-new-escalation' }]);
  });

  it('and was asked for after somebody had acknowledged is tried again all the same', () => {
    const asked = recordOf(declared(), acknowledged(1), fact(2, 'incident.escalated', { because: 'more hands' }));
    const missed = settleAt(asked, 2, policy, () => unreachable).incident;
    expect(settleAt(missed, 3, policy).owed.messages).toMatchObject([{ kind: 'page', attempt: 2 }]);
  });

  it('is tried again although the same news reached somebody else', () => {
    const to = ['email:one@example.com', 'email:other@example.com'];
    const stakeholders = [{ to, from: 'SEV-4', stages, audience: 'internal' }] as const;
    const news = policyOf({ stakeholders, escalation: {}, oncall: {}, services: {} });
    const half = settleAt(recordOf(declared()), 0, news, (message) =>
      message.to === 'one@example.com' ? 'sent' : unreachable,
    );
    expect(sayMessages(settleAt(half.incident, 1, news).owed)).toEqual(['declared other@example.com email']);
  });

  it.each([
    ['helps nobody after half an hour', [], 31, 'too-old'],
    ['is over with the incident', [resolved(61)], 2, 'too-old'],
    ['is tried again before that', [], 30, null],
  ] as const)('and is a reminder %s', (_name, events, minutes, reason) => {
    const quiet = policyOf({ escalation: {}, oncall: {}, services: {} });
    const missed = settleAt(recordOf(declared(), leads(0, 'ana')), 60, quiet, () => unreachable).incident;
    const { owed } = settleAt(and(missed, ...events), 60 + minutes, quiet);
    expect(owed.notices.map((notice) => notice.reason)).toEqual(reason === null ? [] : [reason]);
    expect(sayMessages(owed)).toEqual(reason === null ? ['reminder ana email'] : []);
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

  it('is told by another command when the chosen one fails', () => {
    const phone = '+1 202 555 0101';
    const people = { ana: { phone, channels: { default: ['command:pager'] } } };
    const notifications = { webhook: {}, command: { pager: ['/bin/page'], sms: ['/bin/text'] } };
    const commands = policyOf({ escalation: { default: once }, people, notifications });
    const first = settleAt(recordOf(declared()), 0, commands, () => unreachable).incident;
    expect(settleAt(first, 0, commands).owed.messages.map(({ via }) => via)).toEqual(['sms']);
  });

  it('is not told by a third while one of the chosen ones worked', () => {
    const people = {
      ana: { ...chosen.ana, phone: '+1 202 555 0101', channels: { default: ['slack', 'email'] } },
    };
    const notifications = { ...slackAndEmail, command: { pager: ['/bin/page'] } };
    const three = policyOf({ escalation: { default: once }, people, notifications });
    const first = settleAt(recordOf(declared()), 0, three, ({ channel }) =>
      channel === 'slack' ? 'sent' : unreachable,
    );
    expect(settleAt(first.incident, 0, three).owed.messages).toEqual([]);
  });

  it('is not rung up by another way for a page of an escalation that is over', () => {
    const first = settleAt(recordOf(declared()), 0, policy, () => unreachable).incident;
    const { owed } = settleAt(and(first, severityChanged(0.1, 'SEV-2', 'SEV-1')), 0.1, policy);
    expect(owed.messages.map(({ key }) => key)).toEqual(['page-4-1.1/slack/ana']);
  });

  it('is not rung up for a meeting whose invitation failed', () => {
    const phoned = {
      people: { ana: { email: 'ana@example.com', phone: '+1 202 555 0101' } },
      notifications: { ...slackAndEmail, command: { pager: ['/bin/page'] } },
    };
    const meets = policyOf({ ...phoned, escalation: {}, oncall: {}, services: {} });
    const called = recordOf(declared(), acknowledged(1), resolved(2), meeting(3));
    const { incident, owed } = settleAt(called, 3, meets, () => ({ fault: 'recipient-unknown', retry: false }));
    expect(sayMessages(owed)).toEqual(['meeting ana email']);
    expect(settleAt(incident, 4, meets).owed.messages).toEqual([]);
  });

  it('gets one line on record where a message is both folded and no longer needed', () => {
    const stakeholders = [{ to: ['person:ana'], from: 'SEV-4', stages, audience: 'internal' }] as const;
    const news = policyOf({ ...policy.config, stakeholders, escalation: {}, oncall: {}, services: {} });
    const first = settleAt(recordOf(declared()), 0, news, () => unreachable);
    const { incident } = settleAt(first.incident, 0, news);
    const { notices } = settleAt(and(incident, updated(5, null)), 5, news).owed;
    expect(notices.map(({ key }) => key)).toEqual(['declared-1/slack/ana']);
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
    expect(settleAt(and(cut, acknowledged(0.3)), 0.5, policy).owed.notices).toEqual([]);
  });

  it('is forgiven once: when the next attempt fails for a known reason, there is another, which may be a repeat', () => {
    const failed = settleAt(cut, 1, policy, () => unreachable).incident;
    expect(settleAt(failed, 5, policy).owed).toMatchObject({
      messages: [{ attempt: 3, maybe_repeated: true }],
      notices: [],
    });
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
