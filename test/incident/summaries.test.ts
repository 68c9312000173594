import { describe, expect, test } from 'vitest';
import type { EventData, IncidentEvent } from '../../src/incident/event.ts';
import { summarise } from '../../src/incident/incident-summary.ts';
import { summariseForSmartspec } from '../../src/incident/smartspec-summary.ts';
import { incidentAfter } from '../support/given.ts';
import { fact, idOf, received } from '../support/store-events.ts';
import {
  acknowledged,
  actionAdded,
  approvedBy,
  declared,
  finished,
  judged,
  proposed,
  started,
  wayTo,
} from '../support/stories.ts';

type Findings = EventData['root-cause.recorded'];

const nothing: Findings = { trigger: null, factors: [], whys: [], went_well: [], was_difficult: [], got_lucky: [] };
const taken = [...declared, acknowledged];
const ran = [...taken, proposed(), approvedBy('bo'), started(), finished('succeeded')];

describe('one line about an incident', () => {
  test.each<[string, readonly IncidentEvent[], string | null]>([
    ['nothing where nothing was tried', taken, null],
    ['what succeeded, while nobody has judged it', ran, 'succeeded'],
    ['nothing where what succeeded did not help', [...ran, judged('no-effect', 9, 'M1')], null],
    ['what people say worked', [...ran, judged('no-effect', 9, 'M1'), judged('worked', 10)], 'it worked'],
    [
      'the latest of two that worked',
      [...ran, fact('mitigation.judged', { mitigation: null, verdict: 'worked', text: 'cache emptied' }, 10)],
      'cache emptied',
    ],
    [
      'the workflow where nobody put it in words',
      [...ran, fact('mitigation.judged', { mitigation: 'M1', verdict: 'worked', text: '' }, 10)],
      'smartspec_rollback',
    ],
  ])('names as what fixed it %s', (_what, facts, expected) => {
    expect(summarise(incidentAfter(facts)).fixed_by).toBe(expected);
  });

  test('lists actions that are neither done nor dropped', () => {
    const settled = [
      fact('action.done', { action: 'A2', because: null }, 20),
      fact('action.dropped', { action: 'A3', because: 'retired' }, 20),
    ];
    const facts = [...wayTo.resolved, actionAdded('A1'), actionAdded('A2'), actionAdded('A3'), ...settled];
    expect(summarise(incidentAfter(facts)).open_actions).toEqual([
      { id: 'A1', text: 'test the limit', due: '2026-12-11', owner: 'platform' },
    ]);
  });

  test('holds the first twenty kinds of alert', () => {
    const storm = Array.from({ length: 30 }, (_, index) => received(`f${index}`));
    const { fingerprints, alert_count } = summarise(incidentAfter([...declared, ...storm]));
    expect(fingerprints).toHaveLength(20);
    expect(fingerprints.at(-1)).toBe('f18');
    expect(alert_count).toBe(31);
  });
});

describe('what sibling workflows read', () => {
  test.each<[string, Partial<Findings>, boolean]>([
    ['a trigger', { trigger: 'a deploy' }, true],
    ['a contributing factor', { factors: ['no load test'] }, true],
    ['only what went well', { went_well: ['the alert'] }, false],
  ])('has a root cause with %s on record: %s', (_what, found, identified) => {
    const recorded = fact('root-cause.recorded', { ...nothing, ...found }, 15);
    expect(summariseForSmartspec(incidentAfter([...wayTo.resolved, recorded]), '1.0.0')).toEqual({
      workflow: 'smartspec_incident_response',
      version: '1.0.0',
      run_id: `${idOf(1)}-0`,
      incident_id: idOf(1),
      severity: 'SEV-2',
      status: 'resolved',
      root_cause_identified: identified,
      action_items_created: 0,
    });
  });
});
