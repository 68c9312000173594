import { describe, expect, test } from 'vitest';
import type { CommandType } from '../../src/incident/command.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { mayBecome, type Status, statuses, transitions } from '../../src/incident/status.ts';
import { decide, permitted } from '../../src/phases/decide.ts';
import { everyCommand } from '../support/every-command.ts';
import { commandOf, given, incidentAfter } from '../support/given.ts';
import { fact } from '../support/store-events.ts';
import {
  acknowledged,
  actionAdded,
  approvedBy,
  attested,
  closedAt,
  declared,
  drafted,
  judged,
  proposed,
  resolved,
  wayTo,
} from '../support/stories.ts';

/** Everything that any command could miss is on record: an approved mitigation, a passed check, a draft, an action item. */
const richly: readonly IncidentEvent[] = [proposed(), approvedBy('bo'), actionAdded(), drafted(), attested(20)];

const told: Readonly<Record<Status, readonly IncidentEvent[]>> = {
  open: [...declared, ...richly],
  investigating: [...declared, acknowledged, ...richly],
  mitigating: [...declared, acknowledged, ...richly, judged('worked', 19), attested(20)],
  resolved: [...declared, acknowledged, ...richly, resolved(21)],
  closed: [...declared, acknowledged, ...richly, resolved(21), closedAt(22)],
};

const types = Object.keys(permitted).filter((type): type is CommandType => Object.hasOwn(everyCommand, type));
const pairs = types.flatMap((type) => statuses.map((status) => ({ type, status })));

/** The statuses an incident goes through while these facts are added one by one. */
function statusesDuring(before: readonly IncidentEvent[], events: readonly IncidentEvent[]): readonly Status[] {
  return events.map((_, index) => incidentAfter([...before, ...events.slice(0, index + 1)]).status);
}

describe('the life cycle', () => {
  test('every command of the table has its example here', () => {
    expect(types.toSorted()).toEqual(Object.keys(permitted).toSorted());
    for (const [type, { type: own }] of Object.entries(everyCommand)) expect(own).toBe(type);
  });

  test.each(statuses)('the story of %s ends there', (status) => {
    expect(incidentAfter(told[status]).status).toBe(status);
    expect(incidentAfter(wayTo[status]).status).toBe(status);
  });

  test.each(pairs)('$type while $status is decided as the table says', ({ type, status }) => {
    const wanted = given(...told[status]).when(everyCommand[type]);
    if (!permitted[type].includes(status)) {
      wanted.thenRefused({ reason: 'not-in-this-status', wanted: type, status, allowed: permitted[type] });
      return;
    }
    const decision = decide(commandOf(everyCommand[type]), incidentAfter(told[status]));
    expect(decision).toMatchObject({ ok: true });
    let from = status;
    for (const to of decision.ok ? statusesDuring(told[status], decision.events) : []) {
      if (to !== from) expect(mayBecome(from, to), `${from} → ${to}`).toBe(true);
      from = to;
    }
  });

  test('every way of the transition table is walked by some command', () => {
    const walked = new Set<string>();
    const more = [{ ...everyCommand['judge-mitigation'], verdict: 'worse' as const }];
    for (const status of statuses) {
      for (const wish of [...Object.values(everyCommand), ...more]) {
        const decision = decide(commandOf(wish), incidentAfter(told[status]));
        let from = status;
        for (const to of decision.ok ? statusesDuring(told[status], decision.events) : []) {
          walked.add(`${from} → ${to}`);
          from = to;
        }
      }
    }
    const ways = statuses.flatMap((from) => Object.keys(transitions[from]).map((to) => `${from} → ${to}`));
    expect(ways.filter((way) => !walked.has(way))).toEqual([]);
  });

  test('what is closed stays closed', () => {
    expect(Object.keys(transitions.closed)).toEqual([]);
    const facts = [judged('worked', 30), fact('incident.acknowledged', {}, 31)];
    expect(incidentAfter([...told.closed, ...facts]).status).toBe('closed');
  });

  test('of a merged incident every command that touches its course points at the incident that goes on', () => {
    const merged = [...declared, fact('incident.merged', { into: 'INC-20261123-000009' }), closedAt()];
    for (const type of types) {
      if (permitted[type].includes('closed')) continue;
      given(...merged)
        .when(everyCommand[type])
        .thenRefused({ reason: 'already-merged', into: 'INC-20261123-000009' });
    }
    given(...merged)
      .when(everyCommand['add-note'])
      .thenKept(['note.added']);
  });

  test('nothing can be dated after now, but a clock that is a little off is believed', () => {
    const { 'add-note': note } = everyCommand;
    const late = { ...note, at: '2026-11-23T12:31:01.000Z', now: '2026-11-23T12:30:00.000Z' };
    given(...declared)
      .when(late)
      .thenRefused({ reason: 'in-the-future', at: late.at, now: late.now });
    given(...declared)
      .when({ ...late, at: '2026-11-23T12:31:00.000Z' })
      .thenKept(['note.added']);
  });
});
