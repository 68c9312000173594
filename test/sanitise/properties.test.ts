import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyPlaceholders } from '../../src/sanitise/placeholders.ts';
import { sanitiseText } from '../../src/sanitise/sanitise-text.ts';
import { type Json, sanitiseValue } from '../../src/sanitise/sanitise-value.ts';
import { contextForms, personalForms, tokenForms } from './forms.ts';

const fresh = emptyPlaceholders('salt');
const letters = 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY'.split('');
const randomPart = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length + 10 }).map((parts) => parts.join(''));

/** Pieces that the rules care about, thrown together at random: better at finding holes than random letters. */
const fragments = [
  ...[
    'password',
    '=',
    ': ',
    '"',
    "'",
    '\\"',
    '\\',
    '://',
    '@',
    'user',
    'example.com',
    ' ',
    '\n',
    '[email-1]',
    '[secret-1:x]',
  ],
  ...[
    'token',
    'key',
    'a',
    'B7',
    '123',
    '+1 202-555-',
    '0147',
    '-',
    '.',
    ',',
    ';',
    '&',
    '?',
    '<',
    '>',
    '(',
    ')',
    '[',
    ']',
    '{',
  ],
  ...[
    'Customer ',
    'Ana Silva',
    'Mr ',
    'cookie: a=',
    'Authorization: Bearer ',
    '-----BEGIN PRIVATE KEY-----',
    '4111',
    '/home/',
  ],
  ...[
    'curl -u ',
    'C:\\Users\\',
    'lat=13.756',
    'born on ',
    '203.0.113.9',
    'client_ip=',
    'คุณ',
    'é',
    '\ud800',
    '\u0000',
    '%40',
    '%3D',
  ],
];
const thrownTogether = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(''));
const anyText = fc.oneof(thrownTogether, fc.string({ unit: 'binary' }), fc.string());

/** Words before and after, set apart by a blank as in any log. */
const surroundings = fc.tuple(
  fc.array(
    fc.constantFrom('db2', 'lag 4.3 GB,', '10:04:05', 'error:', '{"m":', '(see', 'web-0|', '<b>', '\n', '#42', 'ok.'),
    { maxLength: 8 },
  ),
  fc.array(fc.constantFrom('then', '200', '}', '\n', 'retry=3', '"x"', 'end.', '\t', '</b>', '-> ok'), {
    maxLength: 8,
  }),
);

const planted = fc.oneof(
  randomPart(36).map((part) => `${'gh'}${'p_'}${part}`),
  randomPart(24).map((part) => `${'xo'}${'xb-'}0000-${part}`),
  randomPart(20).map((part) => `${'gl'}${'pat-'}${part}`),
  randomPart(24).map((part) => `${'sk'}${'_live_'}${part}`),
  randomPart(8).map((part) => `${part.toLowerCase()}.x@mail.example.com`),
  fc.integer({ min: 1000, max: 9999 }).map((digits) => `+1 202-555-${digits}`),
);

describe('sanitising any text', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const first = sanitiseText(text, fresh);
        const second = sanitiseText(first.text, first.state);
        expect(second.text).toBe(first.text);
        expect(second.found).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('lets no planted value survive, whatever stands around it', () => {
    fc.assert(
      fc.property(surroundings, planted, ([before, after], value) => {
        const text = [...before, value, ...after].join(' ');
        expect(sanitiseText(text, fresh).text).not.toContain(value);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets none of the known forms survive between random words', () => {
    const forms = fc.constantFrom(...tokenForms, ...contextForms, ...personalForms);
    fc.assert(
      fc.property(surroundings, forms, ([before, after], { before: lead, pieces, after: tail }) => {
        const value = pieces.join('');
        const text = `${before.join(' ')}\n${lead}${value}${tail ?? ''}\n${after.join(' ')}`;
        expect(sanitiseText(text, fresh).text).not.toContain(value);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same value the same placeholder in two texts of an incident', () => {
    fc.assert(
      fc.property(planted, (value) => {
        const first = sanitiseText(`first ${value} seen`, fresh);
        const second = sanitiseText(`then ${value} again`, first.state);
        const placeholder = first.text.slice('first '.length, -' seen'.length);
        expect(second.text).toBe(`then ${placeholder} again`);
      }),
    );
  });
});

const shapeOf = (value: Json): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).map(shapeOf);
  return 'leaf';
};

/** Any JSON value, with texts and names that the rules care about. */
const anyJson = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(
    anyText,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  ),
  value: fc.oneof(
    { maxDepth: 5 },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom('password', 'user', 'name', 'value', 'email', 'cookies', '__proto__', 'kind', 'data'),
            anyText,
          ),
          tie('value'),
        ),
        { maxLength: 6 },
      )
      .map((entries): Json => Object.fromEntries(entries)),
  ),
})).value;

describe('sanitising any JSON value', () => {
  it('never fails, keeps its shape, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyJson, (given) => {
        const first = sanitiseValue(given, fresh);
        expect(shapeOf(first.value)).toEqual(shapeOf(given));
        const second = sanitiseValue(first.value, first.state);
        expect(second.value).toEqual(first.value);
        expect(second.found).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets no planted value survive anywhere in it', () => {
    fc.assert(
      fc.property(anyJson, planted, (given, value) => {
        const whole: Json = { a: [given, { deep: { text: `x ${value} y` } }], [value]: 1 };
        expect(JSON.stringify(sanitiseValue(whole, fresh).value)).not.toContain(value);
      }),
    );
  });
});

describe('the time it takes', () => {
  const log = Array.from(
    { length: 700 },
    (_, index) =>
      `2024-01-31T22:04:00Z host=web-${index} trace_id=4bf92f3577b34da6a3ce929d0e0e4736 upstream 10.0.0.7:8080 timed out`,
  ).join('\n');
  const units = [
    'a',
    '1',
    '@',
    'a@',
    '://a:',
    'password=',
    'key=key',
    '"a":"',
    '-----BEGIN PRIVATE KEY-----',
    'Ab Cd ',
    'A1 ',
    '+1 2',
    '\\',
    '[email-1]',
  ];

  it.each([log, ...units.map((unit) => unit.repeat(100_000 / unit.length))])(
    'grows with the length only: %#',
    (text) => {
      // A search that grew faster than the text would not come back before the test is given up.
      expect(sanitiseText(text, fresh).text.length).toBeGreaterThan(0);
    },
  );
});
