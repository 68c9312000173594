import { describe, expect, test } from 'vitest';
import { displayName, everyone, isOutsider, isSystem, roleOf } from '../../src/report/people.ts';
import { action, declared, note, type Told, tell } from './incident-story.ts';

const at = '2026-03-02T10:00:00.000Z';
const people = { 'ops.bot': { name: 'Otto Bot' }, vendor: {} };
const story: readonly Told[] = [
  [at, 'incident.declared', null, declared()],
  [at, 'role.assigned', null, { role: 'commander', person: 'web.lead', because: '' }],
  [at, 'role.assigned', null, { role: 'scribe', person: 'partner', because: '' }],
];
const incident = tell(story);

describe('who writes into a journal', () => {
  test.each([
    ['deploy-bot', true],
    ['alertmanager', true],
    ['edge.metrics', true],
    ['checkout', true],
    ['ana', false],
    ['ops.bot', false],
    ['web.lead', false],
  ])('%s is a program: %s', (by, expected) => {
    expect(isSystem(by, incident, people)).toBe(expected);
  });

  test.each([
    ['provider', true],
    ['dns-provider', true],
    ['third party', true],
    ['vendor', false],
    ['partner', false],
    ['ana', false],
  ])('%s is outside the team: %s', (by, expected) => {
    expect(isOutsider(by, incident, people)).toBe(expected);
  });

  test('plays the most particular part', () => {
    expect(['web.lead', 'partner', 'ana'].map((person) => roleOf(person, incident))).toEqual([
      ...['commander', 'scribe', null],
    ]);
  });

  test('is called as configured', () => {
    expect(['ops.bot', 'vendor', 'ana', 'constructor'].map((person) => displayName(person, people))).toEqual([
      ...['Otto Bot', 'vendor', 'ana', 'constructor'],
    ]);
  });
});

test('owners that look like people count among them, and neither teams nor programs do', () => {
  const owners = ['tess.okafor', 'Ana Lima', 'x@example.com', 'payments', 'deploy.bot', 'Platform'];
  const owned = tell([
    ...story,
    [at, 'note.added', 'mia', note('x')],
    ...owners.map((owner, index): Told => [at, 'action.added', null, action(`A${index + 1}`, 'x', { owner })]),
  ]);
  expect(everyone(owned, people)).toEqual([
    ...['ops.bot', 'vendor', 'web.lead', 'partner', 'mia', 'tess.okafor', 'Ana Lima', 'x@example.com'],
  ]);
});
