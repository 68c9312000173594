import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { type Status, statuses, transitions } from '../../src/incident/status.ts';
import { incidentAfter } from '../support/given.ts';
import { fact, idOf, note, received, repeated } from '../support/store-events.ts';
import {
  acknowledged,
  actionAdded,
  attested,
  drafted,
  finalized,
  finished,
  judged,
  proposed,
  started,
  verified,
  wayTo,
} from '../support/stories.ts';

/** What becomes of open, investigating, mitigating, resolved and closed, in this order; a dot: it stays. */
const rows: readonly (readonly [name: string, becomes: string, ...events: readonly IncidentEvent[]])[] = [
  ['another alert', '. . . . .', received('f9')],
  ['the same alert again', '. . . . .', repeated('f9')],
  ['an acknowledgement', 'investigating . . . .', acknowledged],
  ['an escalation', '. . . . .', fact('incident.escalated', { because: '' })],
  ['a note', '. . . . .', note('seen')],
  ['a commander', '. . . . .', fact('role.assigned', { role: 'commander', person: 'bo', because: '' })],
  ['a higher severity', '. . . . .', fact('severity.changed', { from: 'SEV-2', to: 'SEV-1', because: '' })],
  ['a proposal', '. . . . .', proposed('M7')],
  ['a run that began', '. . . . .', proposed('M7'), started('M7')],
  ['a run that succeeded', 'mitigating mitigating . . .', proposed('M7'), started('M7'), finished('succeeded', 'M7')],
  ['a run that failed', '. . . . .', proposed('M7'), started('M7'), finished('failed', 'M7')],
  ['something that worked', 'mitigating mitigating . . .', judged('worked')],
  ['something that did nothing', 'investigating . investigating . .', judged('no-effect')],
  ['something that made it worse', 'investigating . investigating . .', judged('worse')],
  ['a proposal judged useless before it ran', '. . . . .', proposed('M7'), judged('no-effect', 9, 'M7')],
  ['a check that passed', '. . . . .', verified(true)],
  ['a check that failed', '. . . . .', verified(false)],
  ["a person's word", '. . . . .', attested()],
  ['its resolution', 'resolved resolved resolved . resolved', fact('incident.resolved', { basis: '' })],
  [
    'its reopening',
    'investigating . investigating investigating investigating',
    fact('incident.reopened', { because: '' }),
  ],
  ['a merge', '. . . . .', fact('incident.merged', { into: idOf(2) })],
  ['its closing', 'closed closed closed closed .', fact('incident.closed', { because: '' })],
  ['a draft', '. . . . .', drafted()],
  ['a finished report', '. . . . .', finalized()],
  ['an action item', '. . . . .', actionAdded()],
];

const named = rows.map(([name, becomes, ...events]) => ({ name, becomes, events }));

describe.each(named)('$name', ({ becomes, events }) => {
  it.each(statuses.map((status, index) => [status, becomes.split(' ')[index] ?? ''] as const))(
    'when %s',
    (status, next) => {
      const before = incidentAfter(wayTo[status]);
      const after = incidentAfter(events, before);
      expect(before.status).toBe(status);
      expect(after.status).toBe(next === '.' ? status : next);
    },
  );
});

describe('the transition table', () => {
  const ways: Readonly<Record<Status, readonly Status[]>> = {
    open: ['closed', 'investigating', 'resolved'],
    investigating: ['closed', 'mitigating', 'resolved'],
    mitigating: ['closed', 'investigating', 'resolved'],
    resolved: ['closed', 'investigating'],
    closed: [],
  };

  it.each(statuses)('lets %s become exactly what it should, and says by which fact', (status) => {
    expect(Object.keys(transitions[status]).sort()).toEqual(ways[status]);
    expect(Object.values(transitions[status]).every((fact) => fact !== '')).toBe(true);
  });

  it('leads from every status but the last to the end, and from nowhere back to the beginning', () => {
    const reached = new Set<Status>(['open']);
    for (const status of reached) for (const next of ways[status]) reached.add(next);
    expect([...reached].sort()).toEqual([...statuses].sort());
    expect(Object.values(ways).flat()).not.toContain('open');
  });
});

describe('reopening', () => {
  it('forgets the end and the stop of the impact, and keeps what came before', () => {
    const before = incidentAfter(wayTo.resolved);
    const after = incidentAfter([fact('incident.reopened', { because: 'it fires again' }, 20)], before);
    expect(after).toMatchObject({
      resolved_at: null,
      mitigated_at: null,
      reopened_at: fact('incident.reopened', { because: '' }, 20).at,
    });
    expect(after.acknowledged_at).toBe(before.acknowledged_at);
    expect(after.durations).toMatchObject({ time_to_resolve: null, time_to_mitigate: null });
    expect(after.verification).toEqual(before.verification);
    expect(after.mitigations).toEqual(before.mitigations);
  });
});
