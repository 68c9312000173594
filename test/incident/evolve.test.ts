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
  claimed,
  closedAt,
  declared,
  drafted,
  finalized,
  finished,
  firstFingerprint,
  judged,
  notice,
  proposed,
  resolved,
  started,
  verified,
  wayTo,
} from '../support/stories.ts';

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
    { placeholders: expect.objectContaining({ counts: { secret: 1 } }) },
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
  [
    'role.assigned',
    inWork,
    fact('role.assigned', { role: 'commander', person: 'bo', because: '' }),
    { commander: 'bo' },
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
          approvals: [expect.objectContaining({ by: 'bo', expires_at: minute(66) })],
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
    expect(event.type).toBe(type);
    const later = incidentAfter([event], earlier);
    expect(later).toMatchObject({ ...change, last_seq: earlier.last_seq + 1 });
    expect(JSON.stringify(earlier), 'the state before is left alone').toBe(untouched);
  });

  test('anything before the declaration is nothing, and a second declaration changes nothing', () => {
    expect(evolve(null, { ...note('early'), seq: 1, recorded_at: minute(1) })).toBeNull();
    const again = incidentAfter([{ ...(declared[0] ?? note('')), at: minute(50) }], incidentAfter(wayTo.mitigating));
    expect(again).toMatchObject({ status: 'mitigating', declared_at: minute(0) });
  });
});
