import { describe, expect, test } from 'vitest';
import type { Asked } from '../../src/incident/command.ts';
import { type Birth, declareByHand, declareFromAlert } from '../../src/phases/declare.ts';
import { incidentAfter } from '../support/given.ts';
import { alertOf, idOf, minute } from '../support/store-events.ts';

const asked: Asked = { by: 'ana', at: minute(0), now: minute(5) };
const birth: Birth = { id: idOf(1), salt: 'salt', claims: ['group:x'], follows: [idOf(9)], commander: null };
const assessment = { severity: 'SEV-1', because: 'everything is down' } as const;

describe('an incident that an alert declares', () => {
  test('carries what the alert says, and the alert', () => {
    const events = declareFromAlert(asked, birth, { alert: alertOf('f1'), payload: { raw: true }, assessment });
    expect(events.map(({ type }) => type)).toEqual(['incident.declared', 'alert.received']);
    expect(incidentAfter(events)).toMatchObject({
      id: idOf(1),
      title: 'latency of f1',
      status: 'open',
      phase: 'triage',
      severity: 'SEV-1',
      severity_because: 'everything is down',
      service: 'checkout-api',
      claims: ['group:x'],
      follows: [idOf(9)],
      commander: null,
      alert_count: 1,
      fingerprints: ['f1'],
    });
  });

  test.each([
    ['earlier', minute(-5), minute(-5)],
    ['now', minute(0), minute(0)],
    ['later than its receipt', minute(3), minute(0)],
    ['never said', null, minute(0)],
  ])('began when the alert says, at the latest when it came: %s', (_case, startedAt, expected) => {
    const alert = { ...alertOf('f1'), started_at: startedAt };
    const incident = incidentAfter(declareFromAlert(asked, birth, { alert, payload: null, assessment }));
    expect(incident).toMatchObject({ started_at: expected, detected_at: minute(0), declared_at: minute(0) });
  });

  test('is led by whoever is on call', () => {
    const commander = { person: 'bo', because: 'on call in primary' };
    const events = declareFromAlert(
      asked,
      { ...birth, commander },
      { alert: alertOf('f1'), payload: null, assessment },
    );
    expect(incidentAfter(events)).toMatchObject({ commander: 'bo', roles: { commander: ['bo'] } });
  });
});

test('an incident that a person declares has no known beginning, and is told apart', () => {
  const [event, ...rest] = declareByHand(asked, birth, { title: 'logins fail', service: null, assessment });
  expect(rest).toEqual([]);
  expect(event).toMatchObject({
    type: 'incident.declared',
    by: 'ana',
    data: { source: 'manual', started_at: null, detected_at: minute(0) },
  });
});
