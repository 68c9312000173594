import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import { findTooDeep } from '../../src/config/find-too-deep.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { wholeConfig } from './whole-config.ts';

function expectUsable(text: string): void {
  const { config, problems } = parseConfig(text, 'c');
  expect(Object.keys(config).sort()).toEqual(Object.keys(defaultConfig).sort());
  expect(config.verification.passes).toBeGreaterThan(0);
  expect(config.approvals.default.count).toBeGreaterThan(0);
  expect(['deny', 'allow']).toContain(config.safety.network_policy.default);
  expect(Number.isFinite(config.grouping.window)).toBe(true);
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.column).toBeGreaterThan(0);
    expect(problem.what).not.toBe('');
  }
}

describe('whatever the text is, there is a usable configuration', () => {
  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectUsable), { numRuns: 150 });
  });

  test('any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some).toString('utf8'));
    fc.assert(fc.property(bytes, expectUsable), { numRuns: 150 });
  });

  test('any lines made of what YAML is made of', () => {
    const word = fc.constantFrom(
      'incident_response:',
      '  people:',
      '    a:',
      '- ',
      '? ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '<<: ',
      '|',
      '"',
      "'",
      '#',
      '\t',
      '---',
      '!x ',
      'approvals: ',
      '\n',
      '\n  ',
      ': ',
      '__proto__: ',
    );
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));
    fc.assert(fc.property(text, expectUsable), { numRuns: 300 });
  });

  test('any values where ours should stand', () => {
    const sections = [...wholeConfig.matchAll(/^ {2}([a-z_]+):/gm)].map(([, key]) => key ?? '');
    const section = fc.dictionary(fc.constantFrom(...sections), fc.jsonValue());
    fc.assert(
      fc.property(section, fc.jsonValue(), (ours, safety) =>
        expectUsable(JSON.stringify({ safety, incident_response: ours })),
      ),
      { numRuns: 200 },
    );
  });

  test('the whole one with any stretch cut out or written over', () => {
    const place = fc.nat(wholeConfig.length);
    fc.assert(
      fc.property(place, fc.nat(80), fc.string({ maxLength: 5 }), (from, length, instead) => {
        expectUsable(wholeConfig.slice(0, from) + instead + wholeConfig.slice(from + length));
      }),
      { numRuns: 120 },
    );
  });
});

test('no problem ever repeats a secret, wherever in the file it stands', () => {
  const secret = ['glpat', 'Q7w', 'E5r', 'T3y', 'U1i', 'O9pA'].join('-').replaceAll(/(?<=-.*)-/g, '');
  const values = [...wholeConfig.matchAll(/(?<=[:[,] )[\w.:@/-]+(?=[\n,} \]])/g)];
  expect(values.length).toBeGreaterThan(100);
  for (const [index, value] of values.entries()) {
    if (index % 2 === 1) continue;
    const text = wholeConfig.slice(0, value.index) + secret + wholeConfig.slice(value.index + value[0].length);
    expect(JSON.stringify(parseConfig(text, 'c').problems)).not.toContain(secret);
  }
});

describe('depth', () => {
  const deep: readonly (readonly [string, string])[] = [
    ['brackets', '['.repeat(5000)],
    ['braces', '{a: '.repeat(5000)],
    ['lists in lists', '- '.repeat(5000)],
    ['keys of keys', '? '.repeat(5000)],
    ['indentation', Array.from({ length: 700 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
    [
      'both together',
      Array.from({ length: 150 }, (_, index) => `${' '.repeat(index * 4)}${'- ? '.repeat(14)}`).join('\n'),
    ],
  ];
  test.each(deep)('%s beyond measure are refused before they are parsed', (_, text) => {
    expect(findTooDeep(text)).not.toBeNull();
    expect(parseConfig(`lang: th\nother:\n${text}`, 'c').problems.at(-1)?.what).toMatch(/nested too deeply/);
  });

  test('a real configuration is not deep', () => {
    expect(findTooDeep(wholeConfig)).toBeNull();
  });
});

test('tens of thousands of entries, right or wrong, are read, and not all problems are listed', () => {
  const people = (value: string): string =>
    Array.from({ length: 5_000 }, (_, index) => `    p${index}: ${value}\n`).join('');
  expect(parseConfig(`incident_response:\n  people:\n${people('{ name: a }')}`, 'c').problems).toEqual([]);
  expect(parseConfig(`incident_response:\n  people:\n${people('{ name: 7 }')}`, 'c').problems).toHaveLength(200);
});
