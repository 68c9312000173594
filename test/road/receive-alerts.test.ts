import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alert, AlertStatus } from '../../src/incident/alert.ts';
import type { Asked } from '../../src/incident/command.ts';
import { receiveAlerts } from '../../src/road/receive-alerts.ts';
import type { ReceivedAlert, Reception } from '../../src/road/reception.ts';
import { placeAt } from '../support/file-place.ts';
import { receptionsAt } from '../support/reception.ts';
import { alertOf, idOf, minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const openReception = (): Reception => receptionsAt(placeAt(temporaryFolder()))();

const at = (offset: number): Asked => ({ by: null, at: minute(offset), now: minute(offset) });

function received(
  fingerprint: string,
  more: Partial<Alert> = {},
  severity: 'SEV-1' | 'SEV-3' = 'SEV-1',
): ReceivedAlert {
  return {
    alert: { ...alertOf(fingerprint), ...more },
    payload: { of: fingerprint },
    assessment: { severity, because: 'x' },
  };
}

const gone = (fingerprint: string): ReceivedAlert => received(fingerprint, { status: 'resolved' });

describe('alerts of one problem', () => {
  test('make one incident, however many there are and whoever stands between them', async () => {
    const reception = openReception();
    const alerts = ['a', 'b', 'a', 'c', 'b'].map((name, index) =>
      received(name, { service: name === 'c' ? 'search' : 'checkout', title: `${name}${index}` }),
    );
    const { results, incidents } = await receiveAlerts(alerts, at(0), reception);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'created',
      'grouped',
      'deduplicated',
      'created',
      'deduplicated',
    ]);
    expect(incidents.map(({ revision, alert_count }) => ({ revision, alert_count }))).toEqual([
      { revision: 1, alert_count: 4 },
      { revision: 1, alert_count: 1 },
    ]);
  });

  test('are declared with the worst of them', async () => {
    const reception = openReception();
    const { incidents } = await receiveAlerts(
      [received('a', {}, 'SEV-3'), received('b', {}, 'SEV-1')],
      at(0),
      reception,
    );
    expect(incidents).toMatchObject([{ severity: 'SEV-1', title: 'latency of a' }]);
    expect(incidents[0]?.timeline.map(({ type }) => type)).not.toContain('severity.changed');
  });

  test('clear one by one, and the last of them clears the incident', async () => {
    const reception = openReception();
    await receiveAlerts([received('a'), received('b')], at(0), reception);
    const first = await receiveAlerts([gone('a')], at(1), reception);
    expect(first.incidents[0]?.firing).toEqual(['b']);
    const second = await receiveAlerts([gone('b'), gone('unheard-of')], at(2), reception);
    expect(second.results.map(({ outcome }) => outcome)).toEqual(['alert-cleared', 'no-open-incident']);
    expect(second.incidents[0]?.firing).toEqual([]);
  });
});

describe('an alert that comes back', () => {
  const resolve = async (reception: Reception, offset: number): Promise<void> => {
    const incident = await reception.store.read(idOf(1));
    const resolved = { type: 'incident.resolved', at: minute(offset), by: 'ana', data: { basis: 'verified' } } as const;
    await reception.store.append(idOf(1), incident?.revision ?? 0, [resolved], minute(offset));
  };

  test('soon after resolving reopens the incident', async () => {
    const reception = openReception();
    await receiveAlerts([received('a')], at(0), reception);
    await resolve(reception, 10);
    const { results } = await receiveAlerts([received('a')], at(39), reception);
    expect(results).toMatchObject([{ outcome: 'reopened', incident_id: idOf(1) }]);
  });

  test('later makes a new one that follows the old, also when that one is closed', async () => {
    const reception = openReception();
    await receiveAlerts([received('a')], at(0), reception);
    await resolve(reception, 10);
    const second = await receiveAlerts([received('a')], at(41), reception);
    expect(second.incidents).toMatchObject([{ id: idOf(2), follows: [idOf(1)] }]);
    const closed = { type: 'incident.closed', at: minute(50), by: 'ana', data: { because: 'done' } } as const;
    await reception.store.append(idOf(2), 1, [closed], minute(50));
    const third = await receiveAlerts([received('a')], at(60), reception);
    expect(third.incidents).toMatchObject([{ id: idOf(3), follows: [idOf(2)] }]);
    expect(third.past.get(idOf(3))).toMatchObject([{ id: idOf(2), closed_at: minute(50) }]);
  });

  test('again and again is called flapping once, and its changes are folded', async () => {
    const reception = openReception();
    for (let change = 0; change < 20; change += 1) {
      await receiveAlerts([change % 2 === 0 ? received('a') : gone('a')], at(change), reception);
    }
    const incident = await reception.store.read(idOf(1));
    const lines = incident?.timeline.filter(({ type }) => type === 'flapping.noticed') ?? [];
    expect(lines).toHaveLength(1);
    expect(lines[0]?.text).toMatch(/^flapping: latency of a .*\(15 more, latest /);
    expect(incident?.timeline).toHaveLength(6);
    expect(incident).toMatchObject({ flapping: ['a'], alert_count: 20, firing: [] });
  });

  test('slowly is no flapping', async () => {
    const reception = openReception();
    for (let change = 0; change < 8; change += 1) {
      await receiveAlerts([change % 2 === 0 ? received('a') : gone('a')], at(change * 11), reception);
    }
    expect((await reception.store.read(idOf(1)))?.flapping).toEqual([]);
  });
});

test('a silence that matches some of many alerts keeps only those quiet', async () => {
  const reception = openReception();
  const silence = {
    id: 'SIL-ABC234',
    matchers: [{ field: 'labels.region', how: 'is', value: 'north' }],
    because: 'planned',
    by: 'ana',
    created_at: minute(0),
    starts_at: minute(0),
    ends_at: minute(30),
  } as const;
  await reception.silences.add(silence);
  const south = { labels: { region: 'south' } };
  const { results } = await receiveAlerts([received('a'), received('b', south), received('c')], at(1), reception);
  expect(results.map(({ outcome }) => outcome)).toEqual(['silenced', 'created', 'silenced']);
  expect(await reception.silences.list(minute(2), false)).toMatchObject([{ alert_count: 2 }]);
  expect(await reception.silences.current(minute(31))).toEqual([]);
  const later = await receiveAlerts([received('a')], at(32), reception);
  expect(later.results).toMatchObject([{ outcome: 'created' }]);
});

test('whatever comes in whatever order, every alert has one result and every incident its count', async () => {
  const anyAlert = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    service: fc.constantFrom('checkout', 'search', null),
    status: fc.constantFrom<(AlertStatus | null)[]>('firing', 'resolved', 'acknowledged', null),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyAlert, { maxLength: 12 }), { maxLength: 4 }), async (payloads) => {
      const reception = openReception();
      const counted = new Map<string, number>();
      for (const [index, payload] of payloads.entries()) {
        const alerts = payload.map(({ name, service, status }) => received(`${name}${service}`, { service, status }));
        const { results } = await receiveAlerts(alerts, at(index), reception);
        expect(results.map(({ fingerprint }) => fingerprint)).toEqual(alerts.map(({ alert }) => alert.fingerprint));
        for (const { incident_id: id } of results) if (id !== null) counted.set(id, (counted.get(id) ?? 0) + 1);
      }
      for (const [id, count] of counted) expect((await reception.store.read(id))?.alert_count).toBe(count);
      const open = await reception.store.listOpen();
      expect(new Set(open.map(({ id }) => id))).toEqual(new Set(counted.keys()));
    }),
    { numRuns: 40 },
  );
});
