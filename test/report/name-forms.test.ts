import { describe, expect, test } from 'vitest';
import { nameRoles } from '../../src/report/name-roles.ts';
import { declared, note, tell } from './incident-story.ts';

const at = '2026-03-02T10:00:00.000Z';
const writers = [
  'juergen.moeller',
  'andre.guzman-ruiz',
  'sinead.oconnell',
  'mark.hunt',
  'grace.obi',
  'will.adisa',
  'may.srisai',
  'k.a.petrov',
  'nurul.aini.binti.hashim',
  'bea',
  'load-balancer',
  'max.weiss',
  'backbone-audit',
  'prober',
  'ann.o.brien',
  'platform-team',
  'lead',
  'jan.novak',
];
const incident = tell([
  [at, 'incident.declared', null, declared()],
  ...writers.map((by) => [at, 'note.added', by, note('x')] as const),
]);
const toRoles = (text: string): string => nameRoles(text, incident, {});

describe('a name is known in every form in which it is written', () => {
  test.each([
    ['Jürgen Möller drained it', 'A responder drained it'],
    ['Ju\u0308rgen drained it', 'A responder drained it'],
    ['then Moller and Juergen met', 'then a responder and a responder met'],
    ['André José Guzmán Ruiz called', 'A responder called'],
    ['asked Guzmán-Ruiz, then Guzman', 'asked a responder, then a responder'],
    ["paged Sinéad O'Connell and O’Connell", 'paged a responder and a responder'],
    ['K. A. Petrov paged', 'A responder paged'],
    ['Nurul Aini binti Hashim: fixed', 'A responder: fixed'],
    ['Weiß and Max Weiß saw it', 'A responder and a responder saw it'],
    ['we asked juergen and andre to look', 'we asked a responder and a responder to look'],
    ["Ann O'Brien on comms", 'A responder on comms'],
    ['bea: looking', 'a responder: looking'],
    ['then Bea Lindqvist-Roy took over from Bea Monday', 'then a responder took over from a responder Monday'],
    ['Bea Luz Robles Gil called', 'A responder called'],
    ["Bea O'Dowd, Bea de Souza and Bea", 'A responder, a responder and a responder'],
  ])('%s', (text, expected) => {
    expect(toRoles(text).toLowerCase()).toBe(expected.toLowerCase());
  });
});

describe('a name that is a word as well is one where the words around it say so', () => {
  test.each([
    ['Mark is on it, paging Grace too.', 'A responder is on it, paging a responder too.'],
    ['Will here: the doors are shut', 'A responder here: the doors are shut'],
    ['declared by Grace. May Srisai writes', 'declared by a responder. A responder writes'],
    ["Grace's change, with Will and Mark", "A responder's change, with a responder and a responder"],
    ['Grace acknowledged.', 'A responder acknowledged.'],
    ['mark: ack', 'a responder: ack'],
    ['will, looking at it', 'a responder, looking at it'],
    ['thanks @may', 'thanks a responder'],
    ['IC: Grace. Scribe: Will', 'IC: a responder. Scribe: a responder'],
    ['Max restarted it', 'A responder restarted it'],
  ])('%s', (text, expected) => {
    expect(toRoles(text).toLowerCase()).toBe(expected.toLowerCase());
  });

  test.each([
    'Mark the host as bad; will it hold?',
    'Will need a restart. May need two.',
    'May exceed the limit in May 2026, last May and on 3 May',
    'the Mark VI turbine, the Grace cluster',
    'Max connections reached; the hunt goes on',
    'Beacon and BEA tables, Bead 4',
    'the lead time grows, Lead to cash is down',
    'Platform Team pages; Jan 12 release, since Jan it fails',
    'Load rises on the balancer, Balancer fails over',
    'Backbone links are down; Prober and Audit agree',
    'max 40, may fail, will retry, a grace period',
  ])('%s stays as it is', (text) => {
    expect(toRoles(text)).toBe(text);
  });
});
