import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/incident/alert.ts';
import type { Severity } from '../../src/incident/severity.ts';
import { everyCommand } from '../support/every-command.ts';
import { given } from '../support/given.ts';
import { alertOf, fact, idOf, minute } from '../support/store-events.ts';
import { acknowledged, declared, firstFingerprint, wayTo } from '../support/stories.ts';

function record(change: Partial<Alert>, severity: Severity = 'SEV-2', claims: readonly string[] = []) {
  const alert = { ...alertOf(firstFingerprint), ...change };
  return { ...everyCommand['record-alert'], alert, claims, assessment: { severity, because: 'so it is' } };
}

describe('an alert that joins', () => {
  test('is a repeat when its fingerprint is known, and new when it is not', () => {
    given(...declared)
      .when(record({}))
      .thenKept(['alert.repeated']);
    given(...declared)
      .when(record({ fingerprint: 'f00d000000000002' }))
      .thenKept(['alert.received']);
  });

  test('that says it is over clears, and raises nothing whatever severity it claims', () => {
    const after = given(...declared)
      .when(record({ status: 'resolved' }, 'SEV-1'))
      .thenKept(['alert.cleared']);
    expect(after).toMatchObject({ severity: 'SEV-2', firing: [], status: 'open' });
  });

  test.each<[Severity, readonly string[]]>([
    ['SEV-1', ['alert.repeated', 'severity.changed']],
    ['SEV-2', ['alert.repeated']],
    ['SEV-3', ['alert.repeated']],
    ['SEV-4', ['alert.repeated']],
  ])('judged %s raises the severity or leaves it, and never lowers it', (severity, expected) => {
    const decided = given(...declared).when(record({}, severity));
    const after =
      expected.length === 1
        ? decided.thenKept(['alert.repeated'])
        : decided.thenKept(
            ['alert.repeated'],
            ['severity.changed', { from: 'SEV-2', to: severity, because: 'so it is' }],
          );
    expect(after.severity).toBe(severity === 'SEV-1' ? 'SEV-1' : 'SEV-2');
  });

  test('reopens what was resolved', () => {
    const after = given(...wayTo.resolved)
      .when(record({}))
      .thenKept(['alert.repeated'], ['incident.reopened', { because: 'the same alert' }]);
    expect(after).toMatchObject({ status: 'investigating', resolved_at: null });
  });

  test('and has been acknowledged elsewhere acknowledges here, in the name of where that was', () => {
    const after = given(...declared)
      .when({ ...record({ status: 'acknowledged' }), by: null })
      .thenKept(['alert.repeated'], ['incident.acknowledged']);
    expect(after).toMatchObject({ status: 'investigating', acknowledged_at: minute(30) });
    expect(after.timeline.at(-1)?.by).toBe('test');
    given(...declared, acknowledged)
      .when(record({ status: 'acknowledged' }))
      .thenKept(['alert.repeated']);
    const named = given(...declared)
      .when({ ...record({ status: 'acknowledged' }), by: 'bo' })
      .thenKept(['alert.repeated'], ['incident.acknowledged']);
    expect(named.timeline.at(-1)?.by).toBe('bo');
  });

  test('and is kept quiet is counted, and neither reopens nor raises anything', () => {
    const after = given(...wayTo.resolved)
      .when({ ...record({}, 'SEV-1'), quiet: true })
      .thenKept(['alert.repeated']);
    expect(after).toMatchObject({ status: 'resolved', severity: 'SEV-2', alert_count: 2 });
  });

  test('brings the claims that the incident does not have yet', () => {
    given(...declared)
      .when(record({ fingerprint: 'f00d000000000002' }, 'SEV-2', ['group:checkout', 'fingerprint:f00d000000000002']))
      .thenKept(['alert.received'], ['claim.added', { claim: 'fingerprint:f00d000000000002' }]);
  });

  test('back and forth four times within half an hour is called flapping, once', () => {
    const cleared = (offset: number) =>
      fact('alert.cleared', { alert: { ...alertOf(firstFingerprint), status: 'resolved' }, payload: {} }, offset);
    const again = (offset: number) => fact('alert.repeated', { alert: alertOf(firstFingerprint), payload: {} }, offset);
    const restless = [...declared, cleared(3), again(6), cleared(9)];
    const at = (offset: number) => ({ at: minute(offset), now: minute(offset) });
    const noticed = given(...restless)
      .when({ ...record({}), ...at(12) })
      .thenKept(['alert.repeated'], ['flapping.noticed', { fingerprint: firstFingerprint, changes: 4 }]);
    expect(noticed.flapping).toEqual([firstFingerprint]);
    given(...restless)
      .when({ ...record({}), ...at(34) })
      .thenKept(['alert.repeated']);
    const flapping = fact(
      'flapping.noticed',
      { fingerprint: firstFingerprint, title: 'x', service: null, changes: 4, within_seconds: 1800 },
      12,
    );
    given(...restless, again(12), flapping)
      .when({ ...record({ status: 'resolved' }), ...at(13) })
      .thenKept(['alert.cleared']);
  });
});

describe('acknowledging', () => {
  test('makes whoever does it the commander where there is none', () => {
    const after = given(...declared)
      .when({ type: 'acknowledge', by: 'ana' })
      .thenKept(['incident.acknowledged'], ['role.assigned', { role: 'commander', person: 'ana' }]);
    expect(after).toMatchObject({ status: 'investigating', commander: 'ana', acknowledged_at: minute(30) });
  });

  test('leaves the commander who is on call, and needs no name', () => {
    const commander = fact('role.assigned', { role: 'commander', person: 'bo', because: 'on call' }, 1);
    given(...declared, commander)
      .when({ type: 'acknowledge' })
      .thenKept(['incident.acknowledged']);
    const nobody = given(...declared)
      .when({ type: 'acknowledge', by: null })
      .thenKept(['incident.acknowledged']);
    expect(nobody.commander).toBeNull();
  });

  test('again is on record too, but the first moment counts', () => {
    const after = given(...declared, acknowledged)
      .when({ type: 'acknowledge', by: null })
      .thenKept(['incident.acknowledged']);
    expect(after).toMatchObject({ status: 'investigating', acknowledged_at: minute(2) });
  });
});

describe('roles, severity and escalation', () => {
  test('a role is given, and giving it again changes nothing', () => {
    const wish = { type: 'assign', role: 'responder', person: 'cy', because: '' } as const;
    const after = given(...declared)
      .when(wish)
      .thenKept(['role.assigned', { role: 'responder', person: 'cy' }]);
    expect(after.roles).toEqual({ responder: ['cy'] });
    given(...declared, fact('role.assigned', { role: 'responder', person: 'cy', because: '' }, 3))
      .when(wish)
      .thenKept();
  });

  test('the severity moves both ways, but never without a reason and never onto itself', () => {
    const lower = { type: 'change-severity', severity: 'SEV-3', because: 'one tenant only' } as const;
    const after = given(...declared)
      .when(lower)
      .thenKept(['severity.changed', { from: 'SEV-2', to: 'SEV-3' }]);
    expect(after).toMatchObject({ severity: 'SEV-3', highest_severity: 'SEV-2', severity_because: 'one tenant only' });
    for (const because of ['', ' \t']) {
      given(...declared)
        .when({ ...lower, because })
        .thenRefused({ reason: 'reason-missing', wanted: 'why', flag: '--because "…"' });
    }
    given(...declared)
      .when({ ...lower, severity: 'SEV-2' })
      .thenRefused({ reason: 'same-severity', severity: 'SEV-2' });
  });

  test('an escalation says why', () => {
    given(...declared)
      .when({ type: 'escalate', because: 'storage' })
      .thenKept(['incident.escalated', { because: 'storage' }]);
    for (const because of ['', ' ']) {
      given(...declared)
        .when({ type: 'escalate', because })
        .thenRefused({ reason: 'reason-missing', wanted: 'why', flag: '--because "…"' });
    }
  });
});

describe('merging', () => {
  test('passes every claim on that was not passed on before, and closes', () => {
    const passed = fact('claim.passed', { claim: 'group:checkout', to: idOf(5) }, 1);
    const after = given(...declared, passed)
      .when({ type: 'merge', into: idOf(2) })
      .thenKept(
        ['claim.passed', { claim: `fingerprint:${firstFingerprint}`, to: idOf(2) }],
        ['incident.merged', { into: idOf(2) }],
        ['incident.closed', { because: `duplicate of ${idOf(2)}` }],
      );
    expect(after).toMatchObject({ status: 'closed', merged_into: idOf(2) });
  });

  test('into itself is refused', () => {
    given(...declared)
      .when({ type: 'merge', into: idOf(1) })
      .thenRefused({ reason: 'merge-into-itself' });
  });
});
