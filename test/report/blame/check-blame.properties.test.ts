import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';

const piece = fc.constantFrom(
  'Greg',
  'the team',
  'human error',
  'should have',
  ' ',
  '\n',
  '\n\n',
  '`',
  '```',
  '"',
  '|',
  '# ',
  '- ',
  '<',
  '>',
  '(',
  ']',
  "'s",
  'because',
  'forgot',
  '.',
  ',',
  'ทีมลืม',
  '\u0000',
  '\uD800',
  '😀',
  'https://x.test/',
  '@a',
  '<!--',
  '-->',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
);

describe('whatever the text', () => {
  test('findings lie inside it and say where they are', () => {
    fc.assert(
      fc.property(text, (input) => {
        for (const finding of checkBlame(input)) {
          expect(finding.start).toBeGreaterThanOrEqual(0);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(finding.end).toBeLessThanOrEqual(input.length);
          expect(input.slice(finding.start, finding.end)).toBe(finding.text);
          const before = input.slice(0, finding.start).split('\n');
          expect(finding.line).toBe(before.length);
          expect(finding.column).toBe((before.at(-1)?.length ?? 0) + 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the answer is the same every time', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(checkBlame(input)).toEqual(checkBlame(input));
      }),
      { numRuns: 100 },
    );
  });

  test('nothing inside a fenced block is flagged', () => {
    fc.assert(
      fc.property(text, (input) => {
        const block = input.replaceAll('`', '').replaceAll('\n', ' ');
        expect(checkBlame(`Log:\n\n\`\`\`\n${block}\n\`\`\`\n`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('names that look like syntax do no harm', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), (people) => {
        expect(() => checkBlame('Then __proto__ and constructor broke the build.', { people })).not.toThrow();
      }),
    );
  });
});

describe('long and hostile texts', () => {
  test('twice the text gives twice the findings', () => {
    const sentence = 'The vendor dropped the ball. ';
    expect(checkBlame(sentence.repeat(400))).toHaveLength(2 * checkBlame(sentence.repeat(200)).length);
  });

  test.each([
    ['one endless word', 'a'.repeat(300_000)],
    ['blanks', ' '.repeat(300_000)],
    ['backticks of growing length', Array.from({ length: 600 }, (_, n) => '`'.repeat(n)).join(' ')],
    ['open comments', '<!--'.repeat(50_000)],
    ['open tags', '<a'.repeat(100_000)],
    ['brackets', '](('.repeat(80_000)],
    ['quotes', '"'.repeat(100_000)],
    ['actors only', 'the engineer who '.repeat(10_000)],
    ['names only', 'Greg '.repeat(20_000)],
    ['commas', 'she , '.repeat(20_000)],
    ['halves of many phrases', 'someone pressed the wrong '.repeat(4_000)],
    ['consequences without an end', 'the engineer pushed a b c d e f g and '.repeat(3_000)],
    ['Thai actors only', 'เพราะคุณกกกก '.repeat(3_000)],
    ['line ends', '\n'.repeat(200_000)],
  ])('%s are read to the end', (_what, input) => {
    expect(() => checkBlame(input)).not.toThrow();
  });
});
