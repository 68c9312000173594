import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { defaultConfig } from '../../src/config/default-config.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { readMarked } from './marked.ts';

const period = (config: Config): unknown => config.watch_period;
const argument = (config: Config): unknown => config.playbooks[0]?.propose.args['a'];
const withArgument = (value: string): string =>
  `incident_response:\n  playbooks:\n    - { name: p, match: { service: s }, propose: { workflow: w, args: { a: ${value} } } }\n`;

describe('what YAML makes of a text', () => {
  test.each<readonly [string, string, (config: Config) => unknown, unknown]>([
    ['a mark for the byte order', '\ufeffincident_response: { watch_period: 5m }', period, 300],
    ['lines that end as on Windows', 'incident_response:\r\n  watch_period: 5m\r\n', period, 300],
    ['a text without its last line end', 'incident_response:\n  watch_period: 5m', period, 300],
    [
      'a directive and the beginning and end of a document',
      '%YAML 1.2\n---\nincident_response: { watch_period: 5m }\n...\n',
      period,
      300,
    ],
    ['JSON', '{"incident_response": {"watch_period": "5m"}}', period, 300],
    ['keys in quotes', '"incident_response": { \'watch_period\': 5m }', period, 300],
    ['comments everywhere', '# a\nincident_response: # b\n  # c\n  watch_period: 5m # d\n', period, 300],
    ['a text over several lines', 'incident_response:\n  watch_period: >-\n    5m\n', period, 300],
    ['an anchor that is used again', 'x: &t 5m\nincident_response: { watch_period: *t }', period, 300],
    ['keys that are merged', 'x: &b { watch_period: 5m }\nincident_response: { <<: *b }', period, 300],
    [
      'a key beside what is merged',
      'x: &b { watch_period: 5m }\nincident_response: { <<: *b, watch_period: 6m }',
      period,
      360,
    ],
    [
      'several that are merged, of which the first counts',
      'x: &b { watch_period: 5m }\ny: &c { watch_period: 9m }\nincident_response: { <<: [*b, *c] }',
      period,
      300,
    ],
    ['nothing at all', '', period, defaultConfig.watch_period],
    ['nothing but comments', '# later\n', period, defaultConfig.watch_period],
    ['nothing but a beginning', '---\n', period, defaultConfig.watch_period],
    ['a number in base eight', withArgument('0o17'), argument, '15'],
    ['a number that begins with nought', withArgument('017'), argument, '17'],
    ['a number in base sixteen', withArgument('0xff'), argument, '255'],
    ['a number with its sign', withArgument('-0.50'), argument, '-0.5'],
    ['Norway', withArgument('NO'), argument, 'NO'],
    ['an answer', withArgument('yes'), argument, 'yes'],
    ['a switch', withArgument('on'), argument, 'on'],
    ['truth', withArgument('True'), argument, 'true'],
    ['a day', withArgument('2026-01-05'), argument, '2026-01-05'],
    ['a time of day', withArgument('08:30'), argument, '08:30'],
    ['a version in quotes', withArgument('"1.10"'), argument, '1.10'],
    ['a tag that asks for text', withArgument('!!str 7'), argument, '7'],
    ['other scripts', withArgument('"日本 🚨"'), argument, '日本 🚨'],
  ])('%s', (_, text, pick, expected) => {
    const { config, problems } = parseConfig(text, 'c');
    expect(problems).toEqual([]);
    expect(pick(config)).toEqual(expected);
  });
});

describe('what is no YAML, or too much of it, is told in words and with its place', () => {
  test.each<readonly [string, string, ...string[]]>([
    ['a tab', 'incident_response:\n«\twatch_period: 5m\n', 'a tab is used for indentation'],
    [
      'a key twice',
      'incident_response:\n  watch_period: 5m\n  «watch_period: 6m\n',
      'this key stands here twice; only the last counts',
    ],
    ['an alias of nothing', 'incident_response: { watch_period: «*t }', 'an alias (*name) has no anchor before it'],
    ['an alias before its anchor', 'x: «*t\ny: &t 5m\n', 'an alias (*name) has no anchor before it'],
    ['a list where keys should be', '«- a\n- b\n', 'it holds no keys'],
    ['a word where keys should be', '«just words\n', 'it holds no keys'],
    ['a number where keys should be', '«7', 'it holds no keys'],
    [
      'a key that reaches a prototype',
      'incident_response:\n  people: { «__proto__: { name: x } }\n',
      'this can not be a key',
    ],
    ['a list as a key', 'incident_response:\n  ? «[a, b]\n  : c\n', 'this can not be a key'],
  ])('%s', (_, text, ...words) => {
    const { parsed, found, marks } = readMarked(text);
    expect(found).toEqual(marks);
    expect(parsed.problems.map(({ what }) => what)).toEqual(words);
  });

  test.each<readonly [string, string]>([
    ['a quote that is never closed', 'incident_response: { watch_period: "5m }\n'],
    ['a bracket that is never closed', 'incident_response: { watch_period: 5m\n'],
    ['a value that begins with a sign of its own', 'incident_response: { watch_period: @5m }\n'],
    ['two values', 'incident_response: a: b\n'],
    ['a second document', 'lang: en\n---\nlang: th\n'],
    ['NULs', '\u0000\u0000\u0000'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'],
    ['half an emoji', 'lang: \ud83d\n'],
    ['a text that is nested without end', `incident_response: ${'['.repeat(50_000)}`],
    [
      'a text that is nested by indentation without end',
      Array.from({ length: 3_000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
    ],
    ['a key without end', `${'k'.repeat(200_000)}: 1\nincident_response: [`],
    [
      'aliases that grow without end',
      [
        'a: &a [x, x]',
        ...'bcdefgh'
          .split('')
          .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`),
      ].join('\n'),
    ],
  ])('%s', (_, text) => {
    const { problems, config } = parseConfig(text, 'c');
    expect(problems.length).toBeGreaterThan(0);
    for (const { line, column, what, expected } of problems) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(what.length + expected.length).toBeLessThan(300);
    }
    expect(config.watch_period).toBe(defaultConfig.watch_period);
  });

  test('thousands of wrong keys are told up to a limit, and what is right is used', () => {
    const wrong = Array.from({ length: 3_000 }, (_, index) => `  key${index}: 1`).join('\n');
    const { problems, config } = parseConfig(`incident_response:\n${wrong}\n  watch_period: 5m\n`, 'c');
    expect(problems).toHaveLength(200);
    expect(config.watch_period).toBe(300);
  });

  test('places stay true behind lines of Windows, a byte order mark and wide characters', () => {
    const { found, marks } = readMarked('# 日本 🚨\r\nincident_response: # ü\r\n  watch_period: «soon\r\n');
    expect(found).toEqual(marks);
  });
});

describe('a name of a variable for a secret', () => {
  const told = (reference: string) =>
    parseConfig(`incident_response: { notifications: { slack: { token: ${reference} } } }`, 'c').problems;

  test.each(['env:A', 'env:SLACK_BOT_TOKEN', 'env:_x1', '"env:A"'])('%s is one', (reference) => {
    expect(told(reference)).toEqual([]);
  });

  test.each([
    '"env:"',
    'env:1A',
    'env:A-B',
    'env:A B',
    '"env: A"',
    'ENV:A',
    '$A',
    ['"$', '{A}"'].join(''),
    'env',
    '7',
    '~',
    '[env:A]',
    '{ env: A }',
    '""',
  ])('%s is none', (reference) => {
    expect(told(reference)).toHaveLength(1);
    expect(told(reference)[0]?.expected).toBe('env:SLACK_BOT_TOKEN');
  });
});
