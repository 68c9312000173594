import { describe, expect, test } from 'vitest';
import { keyExamples } from '../../src/config/key-examples.ts';
import { parseConfig } from '../../src/config/parse-config.ts';

const kinds = {
  number: '-7.25',
  'truth value': 'true',
  list: '[[]]',
  section: '{ zzz: 1 }',
  'empty text': '""',
  'text with a NUL': '"a\\0b"',
  'text without end': `"${'x'.repeat(5_000)}"`,
} as const;
type Kind = keyof typeof kinds;

/** Where a kind is right after all, or where only the whole that it is a part of can be named. */
const fits: readonly (readonly [pattern: RegExp, ...kinds: readonly Kind[]])[] = [
  [
    /\.(?:disallow_symlink_writes|redact_secrets|pass_apply|at_triage|auto|alert_cleared|encrypt_record|signed)$/,
    'truth value',
  ],
  [/\.args\.\*$/, 'number', 'truth value', 'empty text'],
  [/\.args$/, 'section'],
  [/\.equals$/, 'number', 'truth value', 'empty text', 'text with a NUL', 'text without end'],
  [/^safety(?:\.redaction|\.network_policy|\.content_limits)?$/, 'section'],
  [/\.command(?:\.\*)?\.\*$/, 'empty text'],
  [
    /\.(?:status|verify_key)\.\*$/,
    'number',
    'truth value',
    'list',
    'section',
    'empty text',
    'text with a NUL',
    'text without end',
  ],
];

/** A path that the pattern stands for, with a name or a position for each star. */
function pathOf(pattern: string): readonly (string | number)[] {
  const steps = pattern.split('.');
  return steps.map((step, index) => {
    const above = steps.slice(0, index).join('.');
    if (step !== '*') return step;
    if (keyExamples[above]?.startsWith('[') === true) return 0;
    return /(?:escalation|cadence|within|due|channels)$/.test(above) ? 'SEV-1' : 'x';
  });
}

describe.each(Object.entries(kinds))('a %s', (kind, value) => {
  test('is told at every key where it is wrong, with its place and what would be right', () => {
    for (const pattern of Object.keys(keyExamples)) {
      if (fits.some(([where, ...which]) => where.test(pattern) && which.some((one) => one === kind))) continue;
      const path = pathOf(pattern);
      const text = path.reduceRight<string>(
        (below, step) => (step === 0 ? `[${below}]` : `{ ${step}: ${below} }`),
        value,
      );
      const key = path.join('.');
      const own = parseConfig(text, 'c').problems.filter(
        (problem) => problem.key === key || problem.key.startsWith(`${key}.`),
      );
      expect({ pattern, told: own.length > 0 }).toEqual({ pattern, told: true });
      for (const { line, column, what, expected } of own) {
        expect({ pattern, line, isBefore: (column ?? 0) <= text.indexOf(value) + value.length }).toEqual({
          pattern,
          line: 1,
          isBefore: true,
        });
        expect(what.length + expected.length, pattern).toBeLessThan(400);
        expect(what, pattern).not.toMatch(/zzz|x{9}|7\.25/);
        expect(expected, pattern).not.toBe('');
      }
    }
  });
});

test('a key that is mistyped by one letter is told which was meant, wherever it stands', () => {
  for (const pattern of Object.keys(keyExamples)) {
    const path = pathOf(pattern);
    const last = path.at(-1);
    if (pattern.endsWith('*') || typeof last !== 'string' || path[0] !== 'incident_response' || path.length < 2)
      continue;
    const typed = `${last}q`;
    const text = [...path.slice(0, -1), typed].reduceRight<string>(
      (below, step) => (step === 0 ? `[${below}]` : `{ ${step}: ${below} }`),
      '1',
    );
    const found = parseConfig(text, 'c').problems.find(({ key }) => key.endsWith(`.${typed}`));
    expect({ pattern, what: found?.what }).toEqual({
      pattern,
      what: `is not a key that is known here; did you mean ${last}?`,
    });
    expect(found?.expected.startsWith(`${last}: `), pattern).toBe(true);
  }
});
