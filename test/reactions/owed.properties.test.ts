import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { computeOwed } from '../../src/reactions/owed.ts';
import {
  acknowledged,
  alerted,
  and,
  at,
  declared,
  fact,
  leads,
  noted,
  policyOf,
  recordOf,
  reopened,
  resolved,
  settleAt,
  severityChanged,
  updated,
} from './record.ts';

const policy = policyOf({
  stakeholders: [{ to: ['email:all@example.com', 'person:cy'], from: 'SEV-4', stages, audience: 'internal' }],
  communications: { cadence: { 'SEV-1': 600, 'SEV-2': 1200 } },
});

const makers: readonly ((minutes: number) => IncidentEvent)[] = [
  acknowledged,
  noted,
  resolved,
  (minutes) => reopened(minutes),
  (minutes) => updated(minutes, minutes + 20),
  (minutes) => leads(minutes, 'bo', 'ana'),
  (minutes) => alerted(minutes, 'aa'),
  (minutes) => alerted(minutes, 'aa', 'repeated'),
  (minutes) => alerted(minutes, 'bb'),
  (minutes) => severityChanged(minutes, 'SEV-2', 'SEV-1'),
  (minutes) => severityChanged(minutes, 'SEV-1', 'SEV-3'),
  (minutes) => fact(minutes, 'incident.escalated', { because: 'more' }),
];

/** Any history, in time order, and a moment after it. */
const histories = fc
  .array(fc.record({ wait: fc.integer({ min: 0, max: 30 }), make: fc.constantFrom(...makers) }), { maxLength: 12 })
  .map((steps) => {
    let minutes = 0;
    const events = steps.map(({ wait, make }) => {
      minutes += wait;
      return make(minutes);
    });
    return { events: [declared(), ...events], end: minutes };
  });

describe('for any history', () => {
  it('settling what is owed leaves nothing owed at that moment', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 200 }), ({ events, end }, later) => {
        const settled = settleAt(recordOf(...events), end + later, policy).incident;
        const again = computeOwed(settled, at(end + later), policy);
        expect(again.messages).toEqual([]);
        expect(again.notices).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('no message is ever sent twice, however often it is settled on the way', () => {
    fc.assert(
      fc.property(histories, ({ events, end }) => {
        const sent: string[] = [];
        let state = recordOf(declared());
        for (let minutes = 0; minutes <= end + 60; minutes += 3) {
          const due = events.slice(1).filter(({ at: when }) => when > at(minutes - 3) && when <= at(minutes));
          state = settleAt(and(state, ...due), minutes, policy).incident;
        }
        sent.push(
          ...state.timeline.flatMap(({ type, data }) => (type === 'notification.sent' ? [`${data['key']}`] : [])),
        );
        expect(new Set(sent).size).toBe(sent.length);
      }),
      { numRuns: 100 },
    );
  });

  it('something that falls due is announced beforehand, so that a watch can sleep until then', () => {
    fc.assert(
      fc.property(histories, ({ events, end }) => {
        const { incident } = settleAt(recordOf(...events), end, policy);
        const next = computeOwed(incident, at(end), policy).next_at;
        const before = next === null ? at(end + 500) : new Date(Date.parse(next) - 1).toISOString();
        if (before > at(end)) expect(computeOwed(incident, before, policy).messages).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
