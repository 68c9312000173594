import fc from 'fast-check';
import { parse, stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { parsePayload } from '../../src/alerts/parse-payload.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('what is refused', () => {
  it.each([
    ['an empty text', '', 'empty'],
    ['blank lines', ' \n\t\r\n', 'empty'],
    ['a byte order mark alone', '\ufeff', 'empty'],
    ['prose', 'the database is down', 'not-json'],
    ['a text that breaks off', '{"title": "disk', 'not-json'],
    ['two values after each other', '{} {}', 'not-json'],
    ['single quotes', "{'title': 1}", 'not-json'],
    ['a trailing comma', '[1,]', 'not-json'],
    ['NUL bytes', '{"title"\u0000: 1}', 'nul-bytes'],
    ['101 levels', nested(101), 'too-deep'],
    ['200 levels', nested(200), 'too-deep'],
    ['a million levels', nested(1_000_000), 'too-deep'],
    ['six megabytes', JSON.stringify('x'.repeat(6_000_000)), 'too-large'],
    ['five million characters of two bytes each', JSON.stringify('é'.repeat(5_000_000)), 'too-large'],
  ])('%s', (_, text, reason) => {
    expect(parsePayload(text)).toMatchObject({ ok: false, reason });
  });

  it.each([
    ['{"a": 1,\n "b": }', 2, 7],
    ['{"a": 1', 1, 8],
    ['[1 2]', 1, 4],
    ['{"a" 1}', 1, 6],
    ['{"a":1}}', 1, 8],
    ['[tru]', 1, 2],
    ['{"a":\n\n "\\x"}', 3, 2],
    ['[}', 1, 2],
    [',', 1, 1],
    ['"a" "b"', 1, 5],
  ])('says at which line and column %j stops being JSON', (text, line, column) => {
    expect(parsePayload(text)).toMatchObject({ ok: false, reason: 'not-json', at: { line, column } });
  });

  it('keeps to the limits it is handed', () => {
    expect(parsePayload('[[1]]', { bytes: 100, depth: 1 })).toMatchObject({ ok: false, reason: 'too-deep' });
    expect(parsePayload('[[1]]', { bytes: 4, depth: 9 })).toMatchObject({ ok: false, reason: 'too-large' });
  });

  it('survives megabytes of broken text', () => {
    for (const text of [`{"a": "${'x'.repeat(4_900_000)}`, '"\\'.repeat(2_400_000), `[${'9'.repeat(4_900_000)}.`]) {
      expect(parsePayload(text)).toMatchObject({ ok: false, reason: 'not-json' });
    }
  });
});

describe('what is read', () => {
  it('takes any root and 100 levels', () => {
    for (const text of ['0', '""', 'null', 'false', nested(100)]) {
      expect(parsePayload(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }
  });

  it('skips a byte order mark', () => {
    expect(parsePayload('\ufeff{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  it('keeps every digit of integers beyond 2^53, and leaves all other numbers alone', () => {
    const text =
      '{"id": 9007199254740993, "n": [-12345678901234567890, 9007199254740991, 0.125, 1e30], "s": "9007199254740993 \\" 9007199254740993"}';
    expect(parsePayload(text)).toEqual({
      ok: true,
      value: {
        id: '9007199254740993',
        n: ['-12345678901234567890', 9007199254740991, 0.125, 1e30],
        s: '9007199254740993 " 9007199254740993',
      },
    });
  });

  it('leaves no trace of a __proto__ key on other objects', () => {
    const parsed = parsePayload('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
    expect(parsed.ok).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('for any JSON', () => {
  it('reads what JSON.parse reads, as long as no integer is too long for it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(parsePayload(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('keeps long integers exactly as a lossless parser does', () => {
    const number = fc.oneof(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(number)), (value) => {
        const text = stringify(value) ?? '';
        const exact = parse(text, null, (token) => {
          const isLong = /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
          return isLong ? token : Number(token);
        });
        const parsed = parsePayload(text);
        expect(parsed.ok && JSON.stringify(parsed.value)).toBe(JSON.stringify(exact));
      }),
    );
  });

  it('finds the first character that a broken text went wrong at', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, cut) => {
        const broken = text.slice(0, cut % text.length);
        const parsed = parsePayload(broken);
        if (parsed.ok || parsed.reason !== 'not-json') return;
        expect(parsed.at?.column).toBeLessThanOrEqual(broken.length + 1);
        expect(parsed.at?.line).toBe(1);
      }),
    );
  });
});
