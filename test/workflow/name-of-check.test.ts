import { expect, test } from 'vitest';
import type { CheckWanted } from '../../src/incident/check-wanted.ts';
import { nameOfCheck } from '../../src/workflow/name-of-check.ts';

const secret = ['hush', '4711'].join('-');

test.each<[string, CheckWanted, string]>([
  [
    'its own name',
    { kind: 'http', name: 'front page', http: { url: 'https://shop.example.com/health' } },
    'front page',
  ],
  [
    'its address',
    { kind: 'http', http: { url: 'https://shop.example.com/health' } },
    'GET https://shop.example.com/health',
  ],
  [
    'its address without what may be secret in it',
    { kind: 'http', http: { url: `https://ana:${secret}@shop.example.com/health?key=${secret}#${secret}` } },
    'GET https://shop.example.com/health',
  ],
  [
    'no address that nobody could ask',
    { kind: 'http', http: { url: `not an address ${secret}` } },
    'GET an address that can’t be read',
  ],
  ['its command', { kind: 'command', command: ['./ops/smoke.sh', '--fast'], timeout: 5 }, './ops/smoke.sh --fast'],
  ['the beginning of a long command', { kind: 'command', command: ['x'.repeat(200)], timeout: 5 }, 'x'.repeat(80)],
  [
    'its workflow',
    { kind: 'workflow', workflow: 'smartspec_production_monitor', args: {} },
    'smartspec_production_monitor',
  ],
  ['what it waits for', { kind: 'alert-cleared' }, 'alert cleared'],
])('a check is known by %s', (_what, check, name) => {
  expect(nameOfCheck(check)).toBe(name);
});
