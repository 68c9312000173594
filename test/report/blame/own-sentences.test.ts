import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';

function readSections(name: string): readonly (readonly [string, readonly string[]])[] {
  const text = readFileSync(new URL(`../../fixtures/blameless/${name}`, import.meta.url), 'utf8');
  return text
    .split(/^# /m)
    .filter((section) => section.trim() !== '')
    .map((section) => {
      const [title = '', ...lines] = section.trim().split('\n');
      return [title, lines] as const;
    });
}
const isFlagged = (line: string): boolean => checkBlame(line).some((finding) => finding.tier !== 'info');

describe('sentences that blame', () => {
  test.each(readSections('blaming.txt'))('nine in ten of %s are found', (_category, lines) => {
    const missed = lines.filter((line) => !isFlagged(line));
    expect(missed.length / lines.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
  });
});

describe('their innocent twins', () => {
  test.each(readSections('innocent.txt'))('of %s are left alone', (_category, lines) => {
    expect(lines.filter(isFlagged)).toEqual([]);
  });
});
