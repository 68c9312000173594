import { expect, test } from 'vitest';
import { readJsonPath } from '../../src/workflow/read-json-path.ts';

const value = { status: { checks: [{ name: 'db' }, { name: 'queue' }] }, 'a-b': 0, none: null };

test.each<[string, unknown]>([
  ['status.checks[1].name', 'queue'],
  ['$.status.checks[0].name', 'db'],
  ['$status.checks.0.name', 'db'],
  ['a-b', 0],
  ['none', null],
  ['', value],
  ['$', value],
  ['status.checks[2]', undefined],
  ['none.deeper', undefined],
  ['a-b.deeper', undefined],
  ['constructor', undefined],
  ['status.__proto__', undefined],
  ['status.checks.map', undefined],
])('at %j stands %j', (path, found) => {
  expect(readJsonPath(value, path)).toBe(found);
});
