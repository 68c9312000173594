import { describe, expect, test } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { whyNotVerified } from '../../src/phases/resolution.ts';
import { everyCommand } from '../support/every-command.ts';
import { given, incidentAfter } from '../support/given.ts';
import { fact, minute, note, received, repeated } from '../support/store-events.ts';
import {
  approvedBy,
  attested,
  declared,
  finished,
  firstFingerprint,
  judged,
  proposed,
  resolved,
  started,
  verified,
  wayTo,
} from '../support/stories.ts';

const { resolve } = everyCommand;

describe('resolved means verified', () => {
  test('without any verification it is refused', () => {
    given(...wayTo.mitigating)
      .when(resolve)
      .thenRefused({ reason: 'not-verified', since: null, last: 'none' });
  });

  test('after checks that failed it is refused, also when earlier ones passed', () => {
    given(...wayTo.mitigating, verified(true, 10), verified(false, 11))
      .when(resolve)
      .thenRefused({ reason: 'not-verified', since: minute(11), last: 'failed' });
  });

  test.each<[string, readonly IncidentEvent[], string]>([
    ['checks', [verified(true)], 'check passed: health'],
    ['a word', [attested()], 'ana attests: error rate flat for ten minutes'],
    ['checks after failed ones', [verified(false), verified(true, 11)], 'check passed: health'],
  ])('with %s that passed it is resolved, and says on what basis', (_what, facts, basis) => {
    for (const way of [wayTo.open, wayTo.investigating, wayTo.mitigating]) {
      const after = given(...way, ...facts)
        .when(resolve)
        .thenKept(['incident.resolved', { basis }]);
      expect(after).toMatchObject({ status: 'resolved', phase: 'post-mortem', resolved_at: minute(30) });
    }
  });

  test.each<[string, IncidentEvent]>([
    ['a workflow started', started('M1', 20)],
    ['a workflow ended', finished('failed', 'M1', 20)],
    ['a verdict fell', judged('worked', 20)],
    ['a new alert came', received('f00d000000000002')],
    ['the alert came again', repeated(firstFingerprint, 20)],
    ['it was reopened', fact('incident.reopened', { because: 'again' }, 20)],
  ])('a verification counts no more once %s', (_what, disturbance) => {
    const ready = [...wayTo.investigating, proposed(), approvedBy('bo'), attested()];
    expect(whyNotVerified(incidentAfter(ready))).toBeNull();
    given(...ready, disturbance)
      .when(resolve)
      .thenRefused({ reason: 'not-verified', since: disturbance.at, last: 'outdated' });
  });

  test('a repeat after it stands in a line of its own, also where repeats before it were folded', () => {
    const ready = [...declared, repeated(firstFingerprint, 3), attested(4), repeated(firstFingerprint, 5)];
    given(...ready)
      .when(resolve)
      .thenRefused({ reason: 'not-verified', since: minute(5), last: 'outdated' });
  });

  test('an alert that flaps makes it worthless each time it fires, and not when it clears', () => {
    const cleared = (offset: number) =>
      fact('alert.cleared', { alert: { ...receivedAlert(), status: 'resolved' }, payload: {} }, offset);
    const title = 'latency';
    const noticed = { fingerprint: firstFingerprint, title, service: null, changes: 4, within_seconds: 1800 };
    const restless = [...declared, repeated(firstFingerprint, 3), fact('flapping.noticed', noticed, 3)];
    given(...restless, attested(4), cleared(5))
      .when(resolve)
      .thenKept(['incident.resolved']);
    given(...restless, attested(4), repeated(firstFingerprint, 5), cleared(6))
      .when(resolve)
      .thenRefused({ reason: 'not-verified', since: minute(5), last: 'outdated' });
    given(...restless, repeated(firstFingerprint, 4), attested(5))
      .when(resolve)
      .thenKept(['incident.resolved']);
  });

  test.each<[string, IncidentEvent]>([
    ['a note', note('all quiet', 20)],
    [
      'an alert that cleared',
      fact('alert.cleared', { alert: { ...receivedAlert(), status: 'resolved' }, payload: {} }, 20),
    ],
    ['an update', fact('update.posted', { text: 'calm', next_update_at: null }, 20)],
  ])('%s leaves the verification standing', (_what, event) => {
    given(...wayTo.mitigating, attested(), event)
      .when(resolve)
      .thenKept(['incident.resolved']);
  });
});

describe('checks and words', () => {
  test('checks are on record as they went, and passed only if all did', () => {
    const checks = [
      { name: 'a', passed: true, detail: '200' },
      { name: 'b', passed: false, detail: '503' },
    ];
    given(...declared)
      .when({ type: 'record-verification', checks })
      .thenKept(['verification.recorded', { passed: false, checks }]);
    given(...declared)
      .when({ type: 'record-verification', checks: [] })
      .thenRefused({ reason: 'nothing-to-record', wanted: 'a check, or --attest "how I know"' });
  });

  test('a word has to say how one knows', () => {
    given(...declared)
      .when({ type: 'attest', text: ' ' })
      .thenRefused({ reason: 'reason-missing', wanted: 'how you know', flag: '--attest "…"' });
  });
});

describe('a verdict that follows from checks', () => {
  test('is nobody’s word, whoever asked for the checks', () => {
    const ran = [...wayTo.investigating, proposed(), approvedBy('bo'), started(), finished('succeeded')];
    const after = given(...ran)
      .when(everyCommand['record-verification'])
      .thenKept(['mitigation.judged', { from_checks: true }], ['verification.recorded']);
    expect(after.timeline.slice(-2).map(({ type, by }) => [type, by])).toEqual([
      ['mitigation.judged', null],
      ['verification.recorded', 'ana'],
    ]);
  });
});

describe('reopening', () => {
  test('goes back to work, takes the end back, and wants a reason', () => {
    const after = given(...wayTo.resolved)
      .when(everyCommand.reopen)
      .thenKept(['incident.reopened', { because: 'logins fail again' }]);
    expect(after).toMatchObject({
      status: 'investigating',
      resolved_at: null,
      mitigated_at: null,
      reopened_at: minute(30),
    });
    expect(after.durations).toMatchObject({ time_to_resolve: null, time_to_mitigate: null });
    for (const because of ['', ' ']) {
      given(...wayTo.resolved)
        .when({ type: 'reopen', because })
        .thenRefused({ reason: 'reason-missing', wanted: 'why', flag: '--because "…"' });
    }
    given(...wayTo.resolved, fact('incident.reopened', { because: 'again' }, 20))
      .when(resolve)
      .thenRefused({ reason: 'not-verified', since: minute(20), last: 'outdated' });
  });

  test('and resolving again counts from the same beginning', () => {
    const again = [...wayTo.resolved, fact('incident.reopened', { because: 'again' }, 20), attested(29), resolved(30)];
    expect(incidentAfter(again).durations.time_to_resolve).toBe(35 * 60);
  });
});

function receivedAlert() {
  const event = received(firstFingerprint);
  if (event.type !== 'alert.received') throw new Error('not an alert');
  return event.data.alert;
}
