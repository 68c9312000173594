import { describe, expect, test } from 'vitest';
import { parsePlain } from '../../src/cli/parse-plain.ts';

const inputOf = async (...argv: readonly string[]) => {
  const parsed = await parsePlain(argv);
  return parsed?.kind === 'command' ? { name: parsed.name, ...parsed.input } : parsed;
};

describe('a line is read at once', () => {
  test.each<[readonly string[], string, readonly string[], Record<string, unknown>]>([
    [['ack'], 'ack', [], {}],
    [['ack', 'INC-1', '--as', 'ana', '--json'], 'ack', ['INC-1'], { as: 'ana', json: true }],
    [['--json', 'ack', 'INC-1'], 'ack', ['INC-1'], { json: true }],
    [['mitigate', 'run', 'M1', '--apply'], 'mitigate run', ['M1'], { apply: true }],
    [['note', 'a', 'b', 'c'], 'note', ['a', 'b', 'c'], {}],
    [['note', 'x', '--happened-at', '-1'], 'note', ['x'], { happenedAt: '-1' }],
    [
      ['note', 'x', '--evidence', 'https://a.test', '--evidence=https://b.test'],
      'note',
      ['x'],
      { evidence: ['https://a.test', 'https://b.test'] },
    ],
    [['assign', 'scribe', 'bo'], 'assign', ['scribe', 'bo'], {}],
  ])('%j', async (argv, name, args, options) => {
    expect(await inputOf(...argv)).toEqual({ name, args, options });
  });

  test('an alert is one without the name of a command', async () => {
    expect(await inputOf('--alert-payload', '-')).toMatchObject({ args: [], options: { alertPayload: ['-'] } });
  });
});

describe('the full parser has to say what is wrong, or to help,', () => {
  test.each([
    ['with no word at all', []],
    ['with an unknown command', ['frobnicate']],
    ['with an unknown flag', ['ack', '--frobnicate']],
    ['with a flag whose value is missing', ['ack', '--as']],
    ['with a word too many', ['list', 'INC-1', 'INC-2', 'INC-3']],
    ['with a word too few', ['simulate', '--json']],
    ['with a word beside an alert', ['--alert-payload', '{}', 'word']],
    ['where help is asked for', ['ack', '--help']],
    ['where help is asked for in short', ['ack', '-h']],
  ])('%s', async (_what, argv) => {
    expect(await parsePlain(argv)).toBeNull();
  });
});
