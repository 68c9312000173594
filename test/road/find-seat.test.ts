import { describe, expect, test } from 'vitest';
import { claimsOf, type GroupingPolicy } from '../../src/phases/place-alert.ts';
import { findSeat, placeWithin } from '../../src/road/find-seat.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import { placeAt } from '../support/file-place.ts';
import { alertOf, declarationOf, fact, idOf, minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const policy: GroupingPolicy = { by: ['service'], window: 300, max_age: 14_400, reopen_within: 1800 };
// The alert that every declaration of these tests begins with.
const alert = alertOf('f00d000000000001');
const claims = claimsOf(alert, policy);
const group = claims.group ?? '';

async function openStore(claimed: readonly string[]) {
  const store = openFileStore(placeAt(temporaryFolder()));
  if (claimed.length > 0) await store.create(declarationOf({ id: idOf(1), claims: claimed }));
  return store;
}

describe('the seat of an alert', () => {
  test('is a new incident where nobody holds its claims', async () => {
    const store = await openStore([]);
    expect(await findSeat(alert, claims, minute(1), { store, policy })).toMatchObject({
      place: { kind: 'start', follows: [] },
      passes: [],
      promised: null,
    });
  });

  test('is with whoever holds its fingerprint, or its group', async () => {
    const both = await openStore([group, claims.fingerprint]);
    expect((await findSeat(alert, claims, minute(1), { store: both, policy })).place).toMatchObject({
      kind: 'join',
      how: 'deduplicated',
    });
    const neighbour = { ...alert, fingerprint: 'f00d000000000002' };
    const seat = await findSeat(neighbour, claimsOf(neighbour, policy), minute(1), { store: both, policy });
    expect(seat.place).toMatchObject({ kind: 'join', how: 'grouped' });
  });

  test('is with an incident that knows it, even if a crash left its own claim out', async () => {
    const store = await openStore([group]);
    expect((await findSeat(alert, claims, minute(1), { store, policy })).place).toMatchObject({
      kind: 'join',
      how: 'deduplicated',
    });
  });

  test('in a new incident takes over every claim that a resolved one still holds', async () => {
    const store = await openStore([group, claims.fingerprint]);
    await store.append(idOf(1), 1, [fact('incident.resolved', { basis: 'x' }, 2)], minute(2));
    const seat = await findSeat(alert, claims, minute(600), { store, policy });
    expect(seat).toMatchObject({ place: { kind: 'start', follows: [idOf(1)] }, promised: null });
    expect(seat.passes).toMatchObject([{ holder: { id: idOf(1) }, claims: [claims.fingerprint, group] }]);
  });

  test('is the incident that was promised, when a crash came between promise and start', async () => {
    const store = await openStore([group, claims.fingerprint]);
    const promise = [claims.fingerprint, group].map((claim) => fact('claim.passed', { claim, to: idOf(7) }, 3));
    await store.append(idOf(1), 1, [fact('incident.resolved', { basis: 'x' }, 2), ...promise], minute(3));
    expect(await findSeat(alert, claims, minute(600), { store, policy })).toMatchObject({
      place: { kind: 'start' },
      passes: [],
      promised: idOf(7),
    });
  });

  test('is the incident that was promised its own fingerprint, though another one holds the group', async () => {
    const store = await openStore([claims.fingerprint]);
    await store.create(declarationOf({ id: idOf(2), claims: [group] }));
    const promise = fact('claim.passed', { claim: claims.fingerprint, to: idOf(7) }, 3);
    await store.append(idOf(1), 1, [fact('incident.resolved', { basis: 'x' }, 2), promise], minute(3));
    const { promised } = await findSeat(alert, claims, minute(600), { store, policy });
    expect(promised).toBe(idOf(7));
  });

  test('of the next alert in a payload is the same incident, unless another one knows that alert', async () => {
    const store = await openStore([group, claims.fingerprint]);
    const state = await store.read(idOf(1));
    if (state === null) throw new Error('not there');
    const next = { ...alert, fingerprint: 'f00d000000000002' };
    const within = (one: typeof alert) => placeWithin(state, one, claimsOf(one, policy), minute(1), { store, policy });
    expect(await within(next)).toMatchObject({ how: 'grouped' });
    expect(await within(alert)).toMatchObject({ how: 'deduplicated' });
    expect(await within({ ...next, service: 'search' })).toBeNull();
    await store.create(declarationOf({ id: idOf(2), claims: ['fingerprint:f00d000000000002'] }));
    expect(await within(next)).toBeNull();
  });
});
