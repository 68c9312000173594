import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/incident/alert.ts';
import type { Asked } from '../../src/incident/command.ts';
import { claimsOf } from '../../src/phases/place-alert.ts';
import { receiveAlerts } from '../../src/road/receive-alerts.ts';
import type { ReceivedAlert, Reception } from '../../src/road/reception.ts';
import { placeAt } from '../support/file-place.ts';
import { receptionsAt } from '../support/reception.ts';
import { alertOf, fact, idOf, minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const at = (offset: number): Asked => ({ by: null, at: minute(offset), now: minute(offset) });

function received(
  fingerprint: string,
  more: Partial<Alert> = {},
  severity: 'SEV-1' | 'SEV-2' | 'SEV-3' = 'SEV-3',
): ReceivedAlert {
  return { alert: { ...alertOf(fingerprint), ...more }, payload: {}, assessment: { severity, because: 'x' } };
}

/** A reception where alerts of the north are kept quiet from minute 5 to minute 30. */
async function quietNorth(...before: readonly ReceivedAlert[]): Promise<Reception> {
  const reception = receptionsAt(placeAt(temporaryFolder()))();
  if (before.length > 0) await receiveAlerts(before, at(0), reception);
  await reception.silences.add({
    id: 'SIL-ABC234',
    matchers: [{ field: 'labels.region', how: 'is', value: 'north' }],
    because: 'planned',
    by: 'ana',
    created_at: minute(5),
    starts_at: minute(5),
    ends_at: minute(30),
  });
  return reception;
}

const south = { labels: { region: 'south' } };
const outcomes = async (alerts: readonly ReceivedAlert[], reception: Reception, offset = 6) =>
  (await receiveAlerts(alerts, at(offset), reception)).results.map(({ outcome }) => outcome);

describe('a silence', () => {
  test('leaves an alert that an open incident knows with that incident', async () => {
    const reception = await quietNorth(received('a'));
    const { results } = await receiveAlerts([received('a')], at(6), reception);
    expect(results).toMatchObject([{ outcome: 'deduplicated', because: expect.stringContaining('SIL-ABC234') }]);
  });

  test('keeps what the incident does not know from joining it, and nothing else', async () => {
    const reception = await quietNorth(received('a', south), received('b'));
    const payload = [received('a', south), received('new'), received('b'), received('other', south)];
    expect(await outcomes(payload, reception)).toEqual(['deduplicated', 'silenced', 'deduplicated', 'grouped']);
  });

  test('that comes first in a payload takes no alert from the incident that knows it', async () => {
    const reception = await quietNorth(received('b'));
    expect(await outcomes([received('new'), received('b')], reception)).toEqual(['silenced', 'deduplicated']);
  });

  test('keeps a worse repeat from raising the severity while it holds, and not after', async () => {
    const reception = await quietNorth(received('a'));
    const severityAt = async (offset: number) =>
      (await receiveAlerts([received('a', {}, 'SEV-1')], at(offset), reception)).incidents.map(
        ({ severity }) => severity,
      );
    expect([await severityAt(6), await severityAt(31)]).toEqual([['SEV-3'], ['SEV-1']]);
  });
});

test('alerts of one fingerprint stay together, though a later one would fit an incident that is begun already', async () => {
  const reception = receptionsAt(placeAt(temporaryFolder()))();
  const payload = [received('a'), received('b', { service: 'search' }), received('b')];
  const { results } = await receiveAlerts(payload, at(0), reception);
  expect(results.map(({ outcome, incident_id }) => [outcome, incident_id])).toEqual([
    ['created', idOf(1)],
    ['created', idOf(2)],
    ['deduplicated', idOf(2)],
  ]);
});

test('what begins with ever worse alerts is declared with the worst', async () => {
  const reception = receptionsAt(placeAt(temporaryFolder()))();
  const payload = [received('a'), received('b', {}, 'SEV-2'), received('c', {}, 'SEV-1')];
  expect((await receiveAlerts(payload, at(0), reception)).incidents).toMatchObject([{ severity: 'SEV-1' }]);
});

test('every result has the number under which its alert was kept', async () => {
  const reception = receptionsAt(placeAt(temporaryFolder()))();
  await receiveAlerts([received('a')], at(0), reception);
  const { results, incidents } = await receiveAlerts([received('b'), received('a'), received('b')], at(1), reception);
  const kept: string[] = [];
  for await (const { seq, type, data } of reception.store.history(incidents[0]?.id ?? ''))
    if (type.startsWith('alert.') && 'alert' in data) kept.push(`${seq} ${data.alert.fingerprint}`);
  expect(results.map(({ seq, fingerprint }) => `${seq} ${fingerprint}`).toSorted()).toEqual(kept.slice(1).toSorted());
});

test('an incident that a crash left promised begins under the promised id', async () => {
  const reception = receptionsAt(placeAt(temporaryFolder()))();
  const { incidents } = await receiveAlerts([received('a')], at(0), reception);
  const claims = claimsOf(received('a').alert, reception.policy);
  const promises = [claims.fingerprint, claims.group ?? ''].map((claim) =>
    fact('claim.passed', { claim, to: idOf(9999) }, 3),
  );
  const over = [fact('incident.resolved', { basis: 'x' }, 2), ...promises];
  await reception.store.append(idOf(1), incidents[0]?.revision ?? 0, over, minute(3));
  const { results } = await receiveAlerts([received('a')], at(600), reception);
  expect(results).toMatchObject([{ outcome: 'created', incident_id: idOf(9999) }]);
});
