import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/incident/alert.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { claimsOf, type GroupingPolicy, placeAlert } from '../../src/phases/place-alert.ts';
import { incidentAfter } from '../support/given.ts';
import { alertOf, idOf, minute } from '../support/store-events.ts';
import { wayTo } from '../support/stories.ts';

const policy: GroupingPolicy = { by: ['service'], window: 300, max_age: 14_400, reopen_within: 1800 };
const alert = alertOf('f00d000000000001');
const over: Alert = { ...alert, status: 'resolved' };
const open = incidentAfter(wayTo.investigating);
const resolved = incidentAfter(wayTo.resolved);
const closed = incidentAfter(wayTo.closed);

type Case = readonly [
  what: string,
  holders: { byFingerprint?: Incident; byGroup?: Incident },
  alert: Alert,
  at: string,
  expected: string,
];

const cases: readonly Case[] = [
  ['nobody knows it', {}, alert, minute(1), 'start'],
  ['nobody knows it, and it is over', {}, over, minute(1), 'nowhere'],
  ['its incident is open', { byFingerprint: open }, alert, minute(1), 'deduplicated'],
  ['its incident has been open for a week', { byFingerprint: open }, alert, minute(7 * 1440), 'deduplicated'],
  ['it clears', { byFingerprint: open }, over, minute(1), 'alert-cleared'],
  ['it clears after its incident was resolved', { byFingerprint: resolved }, over, minute(600), 'alert-cleared'],
  ['it clears after its incident was closed', { byFingerprint: closed }, over, minute(600), 'nowhere'],
  ['it fires at the end of the reopen window', { byFingerprint: resolved }, alert, minute(41), 'reopened'],
  ['it fires a minute after the reopen window', { byFingerprint: resolved }, alert, minute(42), 'start'],
  ['it fires after its incident was closed', { byFingerprint: closed }, alert, minute(15), 'start'],
  ['a neighbour had an alert five minutes ago', { byGroup: open }, alert, minute(5), 'grouped'],
  ['a neighbour had an alert six minutes ago', { byGroup: open }, alert, minute(6), 'start'],
  ['a neighbour is resolved', { byGroup: resolved }, alert, minute(1), 'start'],
  ['a neighbour is closed', { byGroup: closed }, alert, minute(1), 'start'],
  ['it is over, and only a neighbour is open', { byGroup: open }, over, minute(1), 'nowhere'],
  [
    'its own incident is over, but a neighbour is open',
    { byFingerprint: resolved, byGroup: open },
    alert,
    minute(45),
    'start',
  ],
  ['the clock was set back', { byGroup: open }, alert, minute(-600), 'grouped'],
];

describe('where an alert belongs when', () => {
  test.each(cases)('%s', (_what, { byFingerprint = null, byGroup = null }, one, at, expected) => {
    const place = placeAlert(one, { byFingerprint, byGroup }, policy, at);
    expect(place.kind === 'join' ? place.how : place.kind).toBe(expected);
    expect(place.because).not.toBe('');
  });

  test('its own incident is over, but a neighbour takes more', () => {
    const neighbour = { ...open, last_alert_at: minute(44), first_alert_at: minute(40) };
    const place = placeAlert(alert, { byFingerprint: resolved, byGroup: neighbour }, policy, minute(45));
    expect(place).toMatchObject({ kind: 'join', how: 'grouped' });
  });

  test('the group keeps getting alerts, but has become too old', () => {
    const busy = { ...open, first_alert_at: minute(0), last_alert_at: minute(241) };
    expect(placeAlert(alert, { byFingerprint: null, byGroup: busy }, policy, minute(240)).kind).toBe('join');
    expect(placeAlert(alert, { byFingerprint: null, byGroup: busy }, policy, minute(241)).kind).toBe('start');
  });

  test('it clears, what is left is said', () => {
    const two = { ...open, firing: [alert.fingerprint, 'f00d000000000002'] };
    const left = (incident: Incident) =>
      placeAlert(over, { byFingerprint: incident, byGroup: null }, policy, minute(1));
    expect(left(two).because).toBe('an alert of this incident has cleared; 1 is still firing');
    expect(left(open).because).toBe('every alert of this incident has cleared');
  });

  test('it starts anew, the earlier incident is named', () => {
    const place = placeAlert(alert, { byFingerprint: resolved, byGroup: null }, policy, minute(600));
    expect(place).toMatchObject({ kind: 'start', follows: [idOf(1)], because: expect.stringContaining(idOf(1)) });
  });
});

describe('the claims of an alert', () => {
  test('are its fingerprint, and its group as a digest', () => {
    expect(claimsOf(alert, policy)).toEqual({
      fingerprint: 'fingerprint:f00d000000000001',
      group: expect.stringMatching(/^group:[0-9a-f]{16}$/),
    });
    expect(claimsOf({ ...alert, title: 'another' }, policy).group).toBe(claimsOf(alert, policy).group);
    expect(claimsOf({ ...alert, service: 'search' }, policy).group).not.toBe(claimsOf(alert, policy).group);
  });

  test('hold no group when a label to group by is missing, empty, or not the alert’s own', () => {
    const by = (...names: string[]) => claimsOf(alert, { ...policy, by: names }).group;
    expect(by('service', 'region')).not.toBeNull();
    expect(by('region')).not.toBe(by('service', 'region'));
    for (const missing of [['cluster'], ['service', 'cluster'], ['constructor'], ['__proto__'], []])
      expect(by(...missing)).toBeNull();
    expect(claimsOf({ ...alert, service: '' }, policy).group).toBeNull();
  });
});
