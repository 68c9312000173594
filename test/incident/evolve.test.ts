import { describe, expect, test } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { incidentAfter } from '../support/given.ts';
import { alertOf, fact, idOf, minute, note, received, repeated } from '../support/store-events.ts';
import {
  acknowledged,
  actionAdded,
  approvedBy,
  attested,
  closedAt,
  declared,
  drafted,
  finalized,
  finished,
  firstFingerprint,
  judged,
  proposed,
  resolved,
  started,
  verified,
  wayTo,
} from '../support/stories.ts';

const notice = { key: 'k1', to: 'ana', channel: 'email', reason: null, re: 1, attempt: 1, retry_at: null };
const message = {
  key: 'k1',
  to: 'ana',
  channel: 'email',
  via: null,
  person: 'ana',
  kind: 'declared',
  audience: 'responders',
  re: 1,
  attempt: 1,
};
const claimed = fact('notification.claimed', { until: minute(9), messages: [message] }, 8);

type Row = readonly [
  type: string,
  before: readonly IncidentEvent[],
  event: IncidentEvent,
  change: Partial<Record<keyof Incident, unknown>>,
];

const inWork = wayTo.investigating;
const rows: readonly Row[] = [
  [
    'alert.received',
    declared,
    received('f2'),
    { alert_count: 2, fingerprints: [firstFingerprint, 'f2'], firing: [firstFingerprint, 'f2'] },
  ],
  ['alert.repeated', declared, repeated(firstFingerprint), { alert_count: 2, fingerprints: [firstFingerprint] }],
  [
    'alert.cleared',
    declared,
    fact('alert.cleared', { alert: { ...alertOf(firstFingerprint), status: 'resolved' }, payload: {} }),
    { firing: [], alert_count: 2 },
  ],
  [
    'flapping.noticed',
    declared,
    fact('flapping.noticed', { fingerprint: 'f1', title: 'x', service: null, changes: 4, within_seconds: 60 }),
    { flapping: ['f1'] },
  ],
  [
    'text.sanitised',
    declared,
    fact('text.sanitised', { by_digest: { d: '[secret 1]' }, counts: { secret: 1 } }),
    { placeholders: expect.objectContaining({ by_digest: { d: '[secret 1]' }, counts: { secret: 1 } }) },
  ],
  ['claim.added', declared, fact('claim.added', { claim: 'x' }), { claims: expect.arrayContaining(['x']) }],
  [
    'claim.passed',
    declared,
    fact('claim.passed', { claim: 'group:checkout', to: idOf(2) }),
    { passed_claims: { 'group:checkout': idOf(2) } },
  ],
  [
    'severity.changed',
    declared,
    fact('severity.changed', { from: 'SEV-2', to: 'SEV-1', because: 'worse' }),
    { severity: 'SEV-1', highest_severity: 'SEV-1', severity_because: 'worse' },
  ],
  [
    'incident.acknowledged',
    declared,
    acknowledged,
    { status: 'investigating', phase: 'mitigation', acknowledged_at: minute(2) },
  ],
  ['incident.escalated', inWork, fact('incident.escalated', { because: 'more hands' }), { status: 'investigating' }],
  [
    'role.assigned',
    inWork,
    fact('role.assigned', { role: 'commander', person: 'bo', because: '' }),
    { commander: 'bo', roles: { commander: ['bo'] } },
  ],
  ['note.added', inWork, note('seen'), { status: 'investigating', dated_by_hand: [] }],
  ['update.posted', inWork, fact('update.posted', { text: 'slow', next_update_at: null }), { status: 'investigating' }],
  [
    'mitigation.proposed',
    inWork,
    proposed(),
    { mitigations: [expect.objectContaining({ id: 'M1', state: 'proposed' })] },
  ],
  [
    'mitigation.approved',
    [...inWork, proposed()],
    approvedBy('bo'),
    {
      mitigations: [
        expect.objectContaining({
          state: 'approved',
          approvals: [{ by: 'bo', at: minute(6), expires_at: minute(66) }],
        }),
      ],
    },
  ],
  [
    'workflow.started',
    [...inWork, proposed()],
    started(),
    { mitigations: [expect.objectContaining({ state: 'running', started_at: minute(7) })] },
  ],
  [
    'workflow.finished',
    [...inWork, proposed(), started()],
    finished('succeeded'),
    { status: 'mitigating', mitigated_at: minute(8) },
  ],
  ['mitigation.judged', wayTo.mitigating, judged('worse', 20), { status: 'investigating', mitigated_at: null }],
  [
    'verification.recorded',
    inWork,
    verified(false),
    { verification: [expect.objectContaining({ passed: false, attested: null, seq: 4 })] },
  ],
  [
    'verification.attested',
    inWork,
    attested(),
    { verification: [expect.objectContaining({ passed: true, by: 'ana', checks: [] })] },
  ],
  [
    'incident.resolved',
    wayTo.mitigating,
    resolved(20),
    { status: 'resolved', phase: 'post-mortem', resolved_at: minute(20) },
  ],
  [
    'incident.reopened',
    wayTo.resolved,
    fact('incident.reopened', { because: 'again' }, 20),
    { status: 'investigating', reopened_at: minute(20), resolved_at: null, mitigated_at: null },
  ],
  ['incident.merged', declared, fact('incident.merged', { into: idOf(2) }), { merged_into: idOf(2) }],
  ['incident.closed', wayTo.resolved, closedAt(), { status: 'closed', closed_at: minute(14) }],
  [
    'root-cause.recorded',
    wayTo.resolved,
    fact('root-cause.recorded', {
      trigger: 't',
      factors: ['f'],
      whys: [],
      went_well: [],
      was_difficult: [],
      got_lucky: [],
    }),
    { contributing_factors: ['f'] },
  ],
  [
    'action.added',
    wayTo.resolved,
    actionAdded(),
    { action_items: [expect.objectContaining({ id: 'A1', state: 'open' })] },
  ],
  [
    'action.done',
    [...wayTo.resolved, actionAdded()],
    fact('action.done', { action: 'A1', because: null }),
    { action_items: [expect.objectContaining({ state: 'done' })] },
  ],
  [
    'action.dropped',
    [...wayTo.resolved, actionAdded()],
    fact('action.dropped', { action: 'A1', because: 'no' }),
    { action_items: [expect.objectContaining({ state: 'dropped', because: 'no' })] },
  ],
  [
    'post-mortem.scheduled',
    wayTo.resolved,
    fact('post-mortem.scheduled', { starts_at: minute(99), minutes: 45, attendees: [], sequence: 0 }),
    { post_mortem: expect.objectContaining({ meeting: expect.objectContaining({ minutes: 45 }) }) },
  ],
  [
    'post-mortem.drafted',
    wayTo.resolved,
    drafted(2),
    { post_mortem: expect.objectContaining({ state: 'draft', version: 2 }) },
  ],
  [
    'post-mortem.finalized',
    [...wayTo.resolved, drafted()],
    finalized(),
    { post_mortem: expect.objectContaining({ state: 'final', reviewers: ['bo'] }) },
  ],
  [
    'actions.handed-over',
    wayTo.resolved,
    fact('actions.handed-over', { outcome: 'succeeded', text: 'ok', actions: [] }),
    { status: 'resolved' },
  ],
  [
    'notification.claimed',
    inWork,
    claimed,
    { notifications: [expect.objectContaining({ state: 'waiting', claimed_until: minute(9) })] },
  ],
  [
    'notification.sent',
    [...inWork, claimed],
    fact('notification.sent', notice, 9),
    { notifications: [expect.objectContaining({ state: 'sent', person: 'ana', claimed_until: null })] },
  ],
  [
    'notification.failed',
    [...inWork, claimed],
    fact('notification.failed', { ...notice, reason: 'rejected' }, 9),
    { notifications: [expect.objectContaining({ state: 'failed', reason: 'rejected' })] },
  ],
  [
    'notification.suppressed',
    inWork,
    fact('notification.suppressed', { ...notice, times: 7 }, 9),
    { notifications: [expect.objectContaining({ state: 'suppressed', times: 7 })] },
  ],
  [
    'notification.expired',
    [...inWork, claimed],
    fact('notification.expired', notice, 9),
    { notifications: [expect.objectContaining({ state: 'expired' })] },
  ],
];

describe('the state after', () => {
  test.each(rows)('%s', (type, before, event, change) => {
    const earlier = incidentAfter(before);
    const untouched = JSON.stringify(earlier);
    const later = incidentAfter([event], earlier);
    expect(event.type).toBe(type);
    expect(later).toMatchObject(change);
    expect(later.last_seq).toBe(earlier.last_seq + 1);
    expect(JSON.stringify(earlier), 'the state before is left alone').toBe(untouched);
  });

  test('anything before the declaration is nothing, and a second declaration changes nothing', () => {
    expect(evolve(null, { ...note('early'), seq: 1, recorded_at: minute(1) })).toBeNull();
    const again = incidentAfter([{ ...(declared[0] ?? note('')), at: minute(50) }], incidentAfter(wayTo.mitigating));
    expect(again).toMatchObject({ status: 'mitigating', declared_at: minute(0) });
  });
});

describe('alerts on record', () => {
  test('are the first and the latest of each fingerprint, with the count', () => {
    const { alerts } = incidentAfter([
      ...declared,
      repeated(firstFingerprint, 1),
      repeated(firstFingerprint, 2),
      received('f2'),
    ]);
    expect(alerts.map(({ fingerprint, count, received_at }) => [fingerprint, count, received_at])).toEqual([
      [firstFingerprint, 3, minute(0)],
      [firstFingerprint, 3, minute(2)],
      ['f2', 1, minute(0)],
    ]);
  });

  test('fold their repeats into one line of the timeline, until people write something', () => {
    const story = [
      ...declared,
      repeated(firstFingerprint, 1),
      repeated(firstFingerprint, 2),
      note('looking'),
      repeated(firstFingerprint, 4),
    ];
    const { timeline } = incidentAfter(story);
    expect(timeline.map(({ type, seq }) => `${seq} ${type}`)).toEqual([
      '1 incident.declared',
      '2 alert.received',
      '3 alert.repeated',
      '5 note.added',
      '6 alert.repeated',
    ]);
    expect(timeline[2]).toMatchObject({
      text: expect.stringContaining(`(2 times, latest ${minute(2)})`),
      data: { times: 2, latest_seq: 4 },
    });
  });

  test('of two kinds that come by turns keep one line each', () => {
    const byTurns = Array.from({ length: 40 }, (_, index) =>
      repeated(index % 2 === 0 ? firstFingerprint : 'f2', index),
    );
    const { timeline } = incidentAfter([...declared, received('f2'), ...byTurns]);
    expect(timeline).toHaveLength(5);
    expect(timeline.slice(3).map(({ data }) => data['times'])).toEqual([20, 20]);
  });

  test('that flap fold every change into the line that says so', () => {
    const cleared = (offset: number) =>
      fact('alert.cleared', { alert: { ...alertOf(firstFingerprint), status: 'resolved' }, payload: {} }, offset);
    const noticed = fact(
      'flapping.noticed',
      { fingerprint: firstFingerprint, title: 'x', service: null, changes: 4, within_seconds: 1800 },
      3,
    );
    const { timeline, alert_count, firing } = incidentAfter([
      ...declared,
      noticed,
      cleared(4),
      repeated(firstFingerprint, 5),
      cleared(6),
    ]);
    expect(timeline).toHaveLength(3);
    expect(timeline[2]?.text).toContain(`3 more, latest ${minute(6)}`);
    expect({ alert_count, firing }).toEqual({ alert_count: 4, firing: [] });
  });

  test('and their payloads stay out of the timeline', () => {
    expect(JSON.stringify(incidentAfter([...declared, received('f2', { very: 'large' })]).timeline)).not.toContain(
      'very',
    );
  });
});

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
      assign('scribe', 'a'),
      assign('scribe', 'b'),
      assign('responder', 'c'),
      assign('responder', 'd'),
      assign('responder', 'c'),
    ]);
    expect(roles).toEqual({ scribe: ['b'], responder: ['c', 'd'] });
  });
});
