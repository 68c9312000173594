import { describe, expect, test } from 'vitest';
import { readSpecIdRule } from '../../src/config/spec-id-rule.ts';
import { readMarked } from './marked.ts';

describe('safety.spec_id_regex', () => {
  test.each<[pattern: string, fits: readonly string[], others: readonly string[]]>([
    ['^[a-z0-9_\\-]{3,64}$', ['spec-core-007-checkout', 'abc'], ['ab', 'Spec-Core', 'spec core', '--spec id; rm']],
    ['(?i)^SP-\\d+$', ['sp-12', 'SP-9'], ['SP-', 'spec-1']],
    ['^.*$', ['anything'], ['x'.repeat(201)]],
  ])('%s takes what it names', (pattern, fits, others) => {
    const rule = readSpecIdRule(pattern);
    expect(rule.ok).toBe(true);
    if (!rule.ok) return;
    expect(fits.filter((id) => !rule.fits(id))).toEqual([]);
    expect(others.filter((id) => rule.fits(id))).toEqual([]);
    // Asked twice, a pattern that remembers where it stood would answer otherwise.
    expect(fits.filter((id) => !rule.fits(id))).toEqual([]);
  });

  test.each([
    ['[', 'is no regular expression that JavaScript understands'],
    ['(a+)+$', 'could take very long on a hostile text'],
    ['a'.repeat(501), 'is longer than 500 characters'],
  ])('%s is not asked', (pattern, what) => {
    expect(readSpecIdRule(pattern)).toMatchObject({ ok: false, what: expect.stringContaining(what) });
  });

  test('judges the ids that services name; one that does not fit is told and left out', () => {
    const { parsed, found, marks } = readMarked(
      [
        "safety: { spec_id_regex: '^spec-[a-z]+$' }",
        'incident_response:',
        '  services:',
        '    shop: { spec_id: spec-shop }',
        '    pay: { spec_id: «SPEC_PAY }',
      ].join('\n'),
    );
    expect(found).toEqual(marks);
    expect(parsed.problems[0]?.what).toBe('does not fit safety.spec_id_regex');
    expect(parsed.config.services).toEqual({ shop: { spec_id: 'spec-shop' }, pay: {} });
  });
});
