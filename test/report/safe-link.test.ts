import { expect, test } from 'vitest';
import { safeLink } from '../../src/report/safe-link.ts';

const word = ['hush', '4711'].join('-');

test.each<[string, string | null]>([
  ['https://graphs.example.com/d/1?from=2', 'https://graphs.example.com/d/1?from=2'],
  ['http://graphs.example.com', 'http://graphs.example.com/'],
  [`https://ana:${word}@graphs.example.com/`, 'https://graphs.example.com/'],
  ['https://graphs.example.com/(a)_b', 'https://graphs.example.com/%28a%29%5Fb'],
  ['javascript:alert(1)', null],
  ['ftp://files.example.com/', null],
  ['data:text/html,x', null],
  ['not an address', null],
  [`https://graphs.example.com/${'x'.repeat(2_000)}`, null],
])('%s leads to %s', (address, link) => {
  expect(safeLink(address)).toBe(link);
});
