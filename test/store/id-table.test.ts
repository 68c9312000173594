import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdTable } from '../../src/store/id-table.ts';

const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const day = fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, '0'));
const code = fc.array(fc.constantFrom(...letters), { minLength: 4, maxLength: 12 }).map((found) => found.join(''));
const id = fc.tuple(day, code).map(([on, what]) => `INC-${on}-${what}`);

test('a table of ids answers as a Map does, whatever the ids', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.nat()), { maxLength: 200 }), fc.array(id), (kept, asked) => {
      const table = new IdTable();
      const map = new Map<string, number>();
      for (const [one, value] of kept) {
        table.set(one, value);
        map.set(one, value);
      }
      for (const one of [...map.keys(), ...asked]) expect(table.get(one)).toBe(map.get(one));
    }),
  );
});

test('ids that differ only in zeros or in one place are not taken for each other', () => {
  const table = new IdTable();
  const close = [
    'INC-20260101-0000',
    'INC-20260101-00000',
    'INC-20260101-000000',
    'INC-20260102-0000',
    'INC-20260101-ZZZZZZ',
  ];
  for (const [number, one] of close.entries()) table.set(one, number);
  expect(close.map((one) => table.get(one))).toEqual([0, 1, 2, 3, 4]);
});

test('tens of thousands of ids of the same days are all found again, each with its latest number', () => {
  const table = new IdTable();
  const nth = (number: number): string =>
    `INC-202601${String(number % 28).padStart(2, '0')}-${number.toString(36).toUpperCase().padStart(6, '2')}`;
  for (const offset of [0, 7])
    for (let number = 0; number < 30_000; number += 1) table.set(nth(number), number + offset);
  for (let number = 0; number < 30_000; number += 1) expect(table.get(nth(number))).toBe(number + 7);
  expect(table.get(nth(30_000))).toBeUndefined();
});
