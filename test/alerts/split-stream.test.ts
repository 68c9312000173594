import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Piece, splitStream } from '../../src/alerts/split-stream.ts';

const limit = 1000;

function split(text: string | Buffer, cuts: readonly number[] = [], most = limit): readonly Piece[] {
  const bytes = Buffer.from(text);
  const splitter = splitStream(most);
  const pieces: Piece[] = [];
  let from = 0;
  for (const cut of [...new Set(cuts)].sort((a, b) => a - b).filter((place) => place < bytes.length)) {
    pieces.push(...splitter.push(bytes.subarray(from, cut)));
    from = cut;
  }
  pieces.push(...splitter.push(bytes.subarray(from)), ...splitter.end());
  return pieces;
}

function show(pieces: readonly Piece[]): readonly string[] {
  return pieces.map(({ kind, bytes }) => `${kind === 'value' ? '' : '✗ '}${bytes.toString('utf8').trim()}`);
}

function valuesIn(pieces: readonly Piece[]): readonly unknown[] {
  return pieces.filter(({ kind }) => kind === 'value').map(({ bytes }) => JSON.parse(bytes.toString('utf8')));
}

const cases: readonly (readonly [name: string, text: string, pieces: readonly string[]])[] = [
  ['nothing', '', []],
  ['only space', ' \n\t\r\n ', []],
  ['one value', '{"a":1}', ['{"a":1}']],
  ['one a line', '{"a":1}\n{"b":2}\n', ['{"a":1}', '{"b":2}']],
  ['one right after another', '{"a":1}{"b":2}[3]"x"7 true', ['{"a":1}', '{"b":2}', '[3]', '"x"', '7', 'true']],
  ['values of several lines', '{\n  "a": 1\n}\n{\n  "b": [\n  ]\n}', ['{\n  "a": 1\n}', '{\n  "b": [\n  ]\n}']],
  ['braces inside of strings', '{"a":"}{\\"]"}\n{"b":2}', ['{"a":"}{\\"]"}', '{"b":2}']],
  ['a byte order mark first', '\ufeff{"a":1}', ['{"a":1}']],
  ['a JSON text sequence', '\u001e{"a":1}\n\u001e{"b":2}\n', ['{"a":1}', '{"b":2}']],
  ['a line of prose between', '{"a":1}\nno such host\n{"b":2}', ['{"a":1}', '✗ no such host', '{"b":2}']],
  ['a line cut short', '{"a": 1\n{"b":2}\n', ['✗ {"a": 1', '{"b":2}']],
  ['a line cut inside of a string', '{"a": "on\n{"b":2}\n', ['✗ {"a": "on', '{"b":2}']],
  ['a line cut after its colon', '{"a":\n{"b":2}\n{"c":3}', ['✗ {"a":', '{"b":2}', '{"c":3}']],
  ['a broken value of several lines', '{\n  "a": 1\n  "b": 2\n}\n{"c":3}', ['✗ {\n  "a": 1\n  "b": 2\n}', '{"c":3}']],
  ['a trailing comma', '{\n  "a": 1,\n}\n{"c":3}', ['✗ {\n  "a": 1,\n}', '{"c":3}']],
  ['a page of something else', '<html>\n<p>502</p>\n\n</html>\n', ['✗ <html>\n<p>502</p>\n\n</html>']],
  ['an end that comes too early', '{"a":1}\n{"b":', ['{"a":1}', '✗ {"b":']],
  ['an end too early after a line that could stand alone', '{"a":\n{"b":2}', ['✗ {"a":', '{"b":2}']],
  ['a closing bracket too many', '{"a":1}}\n{"b":2}', ['{"a":1}', '✗ }', '{"b":2}']],
];

describe('a stream is cut into its values', () => {
  test.each(cases)('%s', (_name, text, pieces) => {
    expect(show(split(text))).toEqual(pieces);
  });

  test('a value above the limit is cut to its beginning, and the next one is read', () => {
    const [large, next, ...rest] = split(`{"a":"${'x'.repeat(5000)}"}\n{"b":2}`, [7, 2000, 4000]);
    expect(large).toMatchObject({ kind: 'unreadable', size: 5008 });
    expect(large?.bytes).toHaveLength(limit);
    expect(next?.bytes.toString()).toBe('{"b":2}');
    expect(rest).toEqual([]);
  });

  test('prose without an end is let go of as it passes', () => {
    const splitter = splitStream(limit);
    for (let chunk = 0; chunk < 200; chunk += 1) expect(splitter.push(Buffer.alloc(1000, 'x'))).toEqual([]);
    const [piece] = splitter.end();
    expect(piece).toMatchObject({ kind: 'unreadable', size: 200_000 });
    expect(piece?.bytes).toHaveLength(limit);
  });

  test('deep nesting does not overflow', () => {
    const pieces = split(`${'[\n'.repeat(50_000)}\n{"b":2}\n`, [], 1_000_000);
    expect(pieces.some(({ kind }) => kind === 'unreadable')).toBe(true);
  });
});

const anyCuts = fc.array(fc.nat(400), { maxLength: 30 });
const anyValue = fc.jsonValue({ maxDepth: 3 });
const separators = fc.constantFrom('\n', ' ', '\r\n', '\n\n', '\t');

describe('however the bytes are cut', () => {
  test('every value comes out as JSON.parse reads it, in order', () => {
    const streams = fc.array(fc.tuple(anyValue, fc.constantFrom(0, 2), separators), { maxLength: 8 });
    fc.assert(
      fc.property(streams, anyCuts, (entries, cuts) => {
        const texts = entries.map(([value, indent, separator]) => [JSON.stringify(value, null, indent), separator]);
        const pieces = split(texts.flat().join(''), cuts, 100_000);
        expect(valuesIn(pieces)).toEqual(texts.map(([text]) => JSON.parse(text ?? '')));
        expect(pieces.every(({ kind }) => kind === 'value')).toBe(true);
      }),
    );
  });

  test('objects follow one another without anything between', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), anyValue), { maxLength: 6 }), anyCuts, (objects, cuts) => {
        const texts = objects.map((object) => JSON.stringify(object));
        expect(valuesIn(split(texts.join(''), cuts, 100_000))).toEqual(texts.map((text) => JSON.parse(text)));
      }),
    );
  });

  test('a broken line never swallows a whole one, and nothing gets lost', () => {
    const garbage = fc.string({ minLength: 1 }).filter((text) => !/[\n\r]/.test(text));
    const lines = fc.array(
      fc.oneof(
        garbage,
        fc.dictionary(fc.string(), anyValue).map((one) => JSON.stringify(one)),
      ),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(lines, anyCuts, (entries, cuts) => {
        const text = entries.map((line) => `${line}\n`).join('');
        const pieces = split(text, cuts, 100_000);
        const whole = entries.filter((line) => line.startsWith('{') && isJson(line));
        const values = pieces.filter(({ kind }) => kind === 'value').map(({ bytes }) => bytes.toString('utf8'));
        for (const line of whole) expect(values).toContain(line);
        const seen = pieces.map(({ bytes }) => bytes.toString('utf8')).join('');
        const dense = (given: string): string => given.replaceAll(/[\s\u001e\ufeff]/g, '');
        expect(dense(seen)).toBe(dense(Buffer.from(text).toString('utf8')));
      }),
    );
  });

  test('any bytes at all are taken, and what is called a value is one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), anyCuts, (bytes, cuts) => {
        for (const piece of split(Buffer.from(bytes), cuts)) {
          if (piece.kind === 'value') expect(isJson(piece.bytes.toString('utf8'))).toBe(true);
          expect(piece.bytes.length).toBe(piece.size);
        }
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
