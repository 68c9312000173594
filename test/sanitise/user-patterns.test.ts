import { describe, expect, it } from 'vitest';
import { emptyPlaceholders } from '../../src/sanitise/placeholders.ts';
import { sanitiseText } from '../../src/sanitise/sanitise-text.ts';
import { compileUserPatterns } from '../../src/sanitise/user-patterns.ts';

const fresh = emptyPlaceholders('salt');
const replace = (text: string, name: string, regex: string): string =>
  sanitiseText(text, fresh, { patterns: compileUserPatterns([{ name, regex }]).patterns }).text;

describe("the project's own patterns", () => {
  it.each([
    ['a plain pattern', 'Customer ID', 'CUST-\\d{6}', 'see CUST-004711', 'see [secret-1:customer-id]'],
    ['a leading (?i)', 'Desk', '(?i)desk-\\d+', 'at DESK-42', 'at [secret-1:desk]'],
    ['a Unicode class', 'x', '\\p{Lu}{3}§', 'see ÄÖÜ§', 'see [secret-1:x]'],
    [
      'the usual mail pattern',
      'mail',
      '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}',
      'x root@db.example',
      'x [secret-1:mail]',
    ],
    ['a name without letters', '***', 'abc', 'abc', '[secret-1:pattern-1]'],
  ])('work: %s', (_, name, regex, text, expected) => {
    expect(replace(text, name, regex)).toBe(expected);
  });

  it('change nothing on a second reading, even if they match their own placeholders', () => {
    const { patterns } = compileUserPatterns([{ name: 'secret', regex: '[a-z]+-\\d|secret' }]);
    const first = sanitiseText('the secret of web-1', fresh, { patterns });
    expect(sanitiseText(first.text, first.state, { patterns }).text).toBe(first.text);
  });

  it.each([
    ['(a+)+$', 'nested-repetition'],
    ['(?:a|aa)+$', 'repeated-alternatives'],
    ['(\\w+\\s?)*x', 'nested-repetition'],
    ['\\d+\\d+x', 'overlapping-repetition'],
    ['.*.*.*x', 'overlapping-repetition'],
    ['.*a.*b.*c.*', 'overlapping-repetition'],
    ['a{1,500}a{1,500}b', 'overlapping-repetition'],
    ['(a)\\1', 'back-reference'],
    ['a*', 'matches-nothing'],
    ['(unclosed', 'invalid-regex'],
    [`a${'b'.repeat(500)}`, 'too-long'],
  ])('are refused with a reason: %s', (regex, reason) => {
    const { patterns, refused } = compileUserPatterns([{ name: 'mine', regex }]);
    expect(patterns).toEqual([]);
    expect(refused).toEqual([{ index: 0, name: 'mine', reason, detail: expect.any(String) }]);
  });

  it('are used as far as they are good, and the others are named by position', () => {
    const { patterns, refused } = compileUserPatterns([
      { name: 'bad', regex: '(x+)+' },
      { name: 'good', regex: 'CUST-\\d+' },
    ]);
    expect(patterns.map(({ name }) => name)).toEqual(['good']);
    expect(refused.map(({ index }) => index)).toEqual([0]);
  });

  it('stop at fifty', () => {
    const many = Array.from({ length: 52 }, (_, index) => ({ name: `p${index}`, regex: `p${index}x` }));
    expect(compileUserPatterns(many).refused.map(({ reason }) => reason)).toEqual(['too-many', 'too-many']);
  });

  it.each(['.*secret.*x', '[a-z]+@[a-z.]+\\.[a-z]{2,}!', '\\w+\\s+\\w{3,}#'])(
    'stay quick on a hostile text of 100,000 characters: %s',
    (regex) => {
      const { patterns } = compileUserPatterns([{ name: 'slow', regex }]);
      for (const unit of ['a', 'a.', 'secret ', 'a@']) {
        const { text } = sanitiseText(unit.repeat(100_000 / unit.length), fresh, { patterns });
        expect(text.length).toBeGreaterThan(0);
      }
    },
  );
});
