import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { incidentAfter } from '../support/given.ts';
import { fact, minute } from '../support/store-events.ts';
import { declared, message, notice } from '../support/stories.ts';

const claim = (attempt = 1, offset = 8): IncidentEvent =>
  fact('notification.claimed', { until: minute(offset + 1), messages: [{ ...message, attempt }] }, offset);
const sent = (attempt = 1): IncidentEvent => fact('notification.sent', { ...notice, attempt, reference: 'm-1' }, 10);
const failed = (retryAt: string | null, attempt = 1, reason = 'timed-out'): IncidentEvent =>
  fact('notification.failed', { ...notice, attempt, reason, retry_at: retryAt, detail: 'no answer' }, 10);
const suppressed = fact('notification.suppressed', { ...notice, reason: 'told-already', times: 3 }, 10);
const expired = fact('notification.expired', { ...notice, reason: 'too-late' }, 10);

const rows: readonly (readonly [name: string, events: readonly IncidentEvent[], state: object])[] = [
  [
    'is waiting while somebody sends it',
    [claim()],
    { state: 'waiting', attempts: 1, claimed_until: minute(9), lapses: 0, maybe_repeated: false },
  ],
  ['is sent', [claim(), sent()], { state: 'sent', reference: 'm-1', claimed_until: null, reason: null }],
  [
    'waits for its next attempt',
    [claim(), failed(minute(15))],
    { state: 'waiting', retry_at: minute(15), reason: 'timed-out', detail: 'no answer' },
  ],
  ['has failed where nobody will try again', [claim(), failed(null)], { state: 'failed', retry_at: null }],
  [
    'is sent by its second attempt',
    [claim(), failed(minute(15)), claim(2), sent(2)],
    { state: 'sent', attempts: 2, reason: null, detail: null },
  ],
  [
    'may have been sent twice where the first attempt never ended',
    [claim(), claim(2)],
    { state: 'waiting', lapses: 1, maybe_repeated: true, attempts: 2 },
  ],
  ['counts every attempt that never ended', [claim(), claim(2), claim(3)], { lapses: 2, maybe_repeated: true }],
  [
    'may have been sent twice where the first attempt got no answer',
    [claim(), failed(minute(15)), claim(2)],
    { lapses: 0, maybe_repeated: true },
  ],
  [
    'may still have been sent twice when a later attempt was turned away',
    [claim(), claim(2), failed(minute(15), 2, 'refused'), claim(3)],
    { lapses: 1, maybe_repeated: true },
  ],
  [
    'was not sent twice where the first attempt was turned away',
    [claim(), failed(minute(15), 1, 'refused'), claim(2)],
    { lapses: 0, maybe_repeated: false, reason: 'refused' },
  ],
  [
    'stays sent, whatever a slower sender says later',
    [claim(), claim(2), sent(2), failed(null)],
    { state: 'sent', maybe_repeated: true, reference: 'm-1' },
  ],
  [
    'is suppressed, and says for how many it stands',
    [suppressed],
    { state: 'suppressed', times: 3, reason: 'told-already' },
  ],
  ['is expired', [claim(), expired], { state: 'expired', reason: 'too-late', claimed_until: null }],
  [
    'is known by its answer alone, where its claim is missing',
    [sent()],
    { state: 'sent', kind: 'none', audience: 'responders', person: null, via: null },
  ],
];

describe('one message', () => {
  it.each(rows)('%s', (_, events, state) => {
    const { notifications } = incidentAfter([...declared, ...events]);
    expect(notifications).toHaveLength(1);
    expect(notifications[0]).toMatchObject({ key: message.key, to: 'ana', channel: 'email', re: 1, ...state });
  });

  it('keeps what it is about through every answer', () => {
    const { notifications } = incidentAfter([...declared, claim(), failed(minute(15)), claim(2), sent(2)]);
    const { attempt: _, ...about } = message;
    expect(notifications[0]).toMatchObject(about);
  });

  it('says nothing about another', () => {
    const other = fact('notification.sent', { ...notice, key: 'k2', to: 'bo' }, 10);
    const { notifications } = incidentAfter([...declared, claim(), other]);
    expect(notifications.map(({ key, state }) => [key, state])).toEqual([
      ['k1', 'waiting'],
      ['k2', 'sent'],
    ]);
  });
});

describe('the pinned summary of the chat channel', () => {
  const opened = fact('channel.opened', { channel: 'C1', name: 'inc-1', reference: 't1' }, 3);
  const summary = (reference: string | null): IncidentEvent =>
    fact('notification.sent', { ...notice, key: 'summary-2', reference }, 9);

  it.each<readonly [string, readonly IncidentEvent[], string | null | undefined]>([
    ['is the one that was there when the channel opened', [opened], 't1'],
    ['is the one that was posted anew', [opened, summary('t2')], 't2'],
    ['stays where a change of it names no other', [opened, summary(null)], 't1'],
    ['is no other message', [opened, fact('notification.sent', { ...notice, reference: 't3' }, 9)], 't1'],
    ['is nowhere without a channel', [summary('t2')], undefined],
  ])('%s', (_, events, reference) => {
    expect(incidentAfter([...declared, ...events]).chat?.summary_reference).toBe(reference);
  });
});
