import { describe, expect, test } from 'vitest';
import { parseRole } from '../../src/incident/role.ts';
import { incidentAfter } from '../support/given.ts';
import { fact, minute } from '../support/store-events.ts';
import { claimed, message, notice, wayTo } from '../support/stories.ts';

const inWork = wayTo.investigating;

describe('messages', () => {
  test('that failed and may be tried again are waiting, and keep who they are for', () => {
    const failed = fact('notification.failed', { ...notice, reason: 'timed-out', retry_at: minute(12) }, 9);
    const { notifications } = incidentAfter([...inWork, claimed, failed]);
    expect(notifications).toEqual([
      expect.objectContaining({ state: 'waiting', retry_at: minute(12), kind: 'declared', attempts: 1 }),
    ]);
    const again = fact('notification.claimed', { until: minute(15), messages: [{ ...message, attempt: 2 }] }, 13);
    expect(incidentAfter([...inWork, claimed, failed, again]).notifications[0]).toMatchObject({
      attempts: 2,
      lapses: 0,
      maybe_repeated: true,
    });
  });

  test('whose sending was begun twice may have arrived twice', () => {
    const { notifications } = incidentAfter([...inWork, claimed, { ...claimed, at: minute(10) }]);
    expect(notifications[0]).toMatchObject({ lapses: 1, maybe_repeated: true, state: 'waiting' });
  });

  test('once sent stay sent, whatever a slower sender says', () => {
    const sent = fact('notification.sent', { ...notice, reference: 'm1' }, 9);
    const late = fact('notification.failed', { ...notice, reason: 'refused' }, 10);
    expect(incidentAfter([...inWork, claimed, sent, late]).notifications).toMatchObject([
      { state: 'sent', reference: 'm1' },
    ]);
  });
});

describe('roles', () => {
  test('have one holder each, but any number of responders', () => {
    const assign = (role: 'scribe' | 'responder', person: string) =>
      fact('role.assigned', { role, person, because: '' });
    const { roles } = incidentAfter([
      ...inWork,
      assign('responder', 'c'),
      assign('scribe', 'a'),
      assign('scribe', 'b'),
      assign('responder', 'd'),
      assign('responder', 'c'),
    ]);
    expect(roles).toEqual({ scribe: ['b'], responder: ['c', 'd'] });
  });

  test.each([
    ['commander', 'commander'],
    ['Incident Commander', 'commander'],
    [' IC ', 'commander'],
    ['communications_lead', 'communications-lead'],
    ['communications', 'communications-lead'],
    ['comms', 'communications-lead'],
    ['scribe', 'scribe'],
    ['responder', 'responder'],
    ['boss', null],
    ['constructor', null],
    ['', null],
  ])('are known by their names and short forms: %j is %s', (typed, role) => {
    expect(parseRole(typed)).toBe(role);
  });
});
