import { describe, expect, test } from 'vitest';
import { nameRoles } from '../../src/report/name-roles.ts';
import { wordsFor } from '../../src/report/words/words.ts';
import { declared, note, tell } from './incident-story.ts';

const at = '2026-03-02T10:00:00.000Z';
const people = {
  ana: { name: 'Ana Lima', email: 'ana@example.com', slack: 'U0ANA', phone: '+1 202 555 0101', os_user: 'ci' },
  will: { name: 'Will van der Berg' },
  somchai: { name: 'สมชาย ใจดี' },
};
const incident = tell([
  [at, 'incident.declared', null, declared()],
  [at, 'role.assigned', null, { role: 'commander', person: 'ana', because: '' }],
  [at, 'role.assigned', null, { role: 'communications-lead', person: 'dee.park', because: '' }],
  [at, 'note.added', 'tess.okafor', note('x')],
  [at, 'note.added', 'prometheus', note('x')],
  [at, 'note.added', 'edge-metrics', note('x')],
]);

describe('people become roles', () => {
  test.each([
    ['Ana rolled back.', 'The incident commander rolled back.'],
    ['ana rolled back', 'The incident commander rolled back'],
    ['then Ana Lima rolled back', 'then the incident commander rolled back'],
    [
      'Ask @ana or ana@example.com or +1 202 555 0101',
      'Ask the incident commander or the incident commander or the incident commander',
    ],
    ['paged U0ANA', 'paged the incident commander'],
    [
      "Ana's deploy; it began. Ana saw it.",
      "The incident commander's deploy; it began. The incident commander saw it.",
    ],
    ['Declared, Ana is incident commander, bridge open', 'Declared, the incident commander is in charge, bridge open'],
    ['Dee Park wrote it', 'The communications lead wrote it'],
    ['Tess joined', 'A responder joined'],
    ['pasted by tess.okafor: the log', 'pasted by a responder: the log'],
    ['Okafor and Ana/Tess looked', 'A responder and the incident commander/a responder looked'],
    ['Berg looked at it', 'A responder looked at it'],
    ['แจ้งโดยสมชายแล้ว', 'แจ้งโดยa responderแล้ว'],
  ])('%s', (text, expected) => {
    expect(nameRoles(text, incident, people)).toBe(expected);
  });

  test.each([
    'the ci pipeline waits',
    'it will not start; Will it?',
    'prometheus alert rule, Prometheus fired',
    'edge-metrics and Edge caches',
    'https://git.example.com/ana/repo and /home/ana/log',
    'analysis of Anatolia, banana, der Motor',
    'host ana-db-1, channel #ana',
  ])('%s stays as it is', (text) => {
    expect(nameRoles(text, incident, people)).toBe(text);
  });

  test('a name of two letters is no name within the words of a script without spaces', () => {
    expect(nameRoles('นาฬิกาช้า', incident, { na: { name: 'นา' } })).toBe('นาฬิกาช้า');
  });

  test('in the language of the report', () => {
    expect(nameRoles('Ana rolled back', incident, people, wordsFor('th'))).toBe('ผู้บัญชาการเหตุการณ์ rolled back');
  });

  test('whatever keys the configuration has', () => {
    const odd = JSON.parse('{"__proto__": {"name": "x"}, "constructor": {"name": "Con Structor"}, "a(b": {}}');
    expect(nameRoles('Con Structor and a(b met', incident, odd)).toBe('A responder and a responder met');
  });
});
