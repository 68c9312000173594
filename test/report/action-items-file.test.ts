import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composeActionItemsFile } from '../../src/report/action-items-file.ts';
import { nameRoles } from '../../src/report/name-roles.ts';
import { action, causes, declared, tell } from './incident-story.ts';
import { people } from './stories.ts';

const at = '2026-03-02T10:00:00.000Z';
const incident = tell([
  [at, 'incident.declared', null, declared()],
  [at, 'root-cause.recorded', null, causes({ factors: ['The pool has no limit.'] })],
  [at, 'action.added', 'ana', action('A1', 'Ask Ana Lima for the limit', { owner: 'ana', factor: 1 })],
  [at, 'action.added', 'ana', action('A2', 'Replace the pool', { factor: 9 })],
  [at, 'action.dropped', 'ana', { action: 'A2', because: 'costs too much' }],
]);
const compose = () => composeActionItemsFile(incident, (text) => nameRoles(text, incident, people));

test('each action has an id that no other incident shares, its severity, service, factors and state', () => {
  expect(compose().action_items).toEqual([
    {
      id: 'INC-20260302-7KQ2MX/A1',
      incident_id: 'INC-20260302-7KQ2MX',
      text: 'Ask a responder for the limit',
      owner: 'ana',
      type: 'prevent',
      priority: 'P1',
      due: '2026-04-01',
      ticket: 'PAY-1',
      end_state: 'the test fails without the change',
      state: 'open',
      because: null,
      severity: 'SEV-2',
      service: 'checkout',
      factors: ['The pool has no limit.'],
    },
    expect.objectContaining({ id: 'INC-20260302-7KQ2MX/A2', state: 'dropped', because: 'costs too much', factors: [] }),
  ]);
});

test('names nobody but the owner, and keeps the worst severity there was', () => {
  const named = tell([
    [at, 'incident.declared', null, declared({ title: 'Ana Lima saw it' })],
    [at, 'severity.changed', 'ana', { from: 'SEV-2', to: 'SEV-4', because: 'one tenant' }],
    [at, 'root-cause.recorded', null, causes({ factors: ['Ana Lima was alone.', 'The pool has no limit.'] })],
    [at, 'action.added', 'ana', action('A1', 'x', { owner: 'ana', factor: 1 })],
    [at, 'action.dropped', 'ana', { action: 'A1', because: 'Bo Chen left' }],
  ]);
  const file = composeActionItemsFile(named, (text) => nameRoles(text, named, people));
  expect(file).toMatchObject({ severity: 'SEV-2' });
  expect(file.action_items[0]).toMatchObject({ severity: 'SEV-2', owner: 'ana', state: 'dropped' });
  expect(JSON.stringify(file)).not.toMatch(/Ana Lima|Bo Chen/);
});

test('the same record gives the same file, byte for byte', () => {
  expect(JSON.stringify(compose())).toBe(JSON.stringify(compose()));
});

test('the file says which schema and which revision of the journal it follows', () => {
  expect(compose()).toMatchObject({
    schema_version: 1,
    workflow: 'smartspec_incident_response',
    post_mortem: 'draft',
    revision: 5,
  });
});

test('the schema in the documentation names exactly the fields of the file', () => {
  const text = readFileSync(new URL('../../docs/action-items.schema.json', import.meta.url), 'utf8');
  const schema = JSON.parse(text);
  const file = compose();
  const item = schema.properties.action_items.items;
  for (const [described, written] of [
    [schema, file],
    [item, file.action_items[0] ?? {}],
  ]) {
    expect(Object.keys(described.properties).sort()).toEqual(Object.keys(written).sort());
    expect([...described.required].sort()).toEqual(Object.keys(written).sort());
  }
  for (const { id } of file.action_items) expect(id).toMatch(new RegExp(item.properties.id.pattern));
});
