import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: 'blameful' | 'blameless';
  readonly category: string | null;
  readonly span: string | null;
}

const file = new URL('../../fixtures/blameless/sentences.jsonl', import.meta.url);
const rows: readonly Row[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const isFlagged = (row: Row): boolean => checkBlame(row.text).some((finding) => finding.tier !== 'info');
const blameful = rows.filter((row) => row.label === 'blameful');
const blameless = rows.filter((row) => row.label === 'blameless');

describe('labelled sentences', () => {
  test('of the sentences that are flagged at least 97 in 100 blame somebody', () => {
    const right = blameful.filter(isFlagged).length;
    const wrong = blameless.filter(isFlagged).length;
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.97);
  });

  test('at least 93 in 100 blaming sentences are flagged', () => {
    expect(blameful.filter(isFlagged).length / blameful.length).toBeGreaterThanOrEqual(0.93);
  });

  test.each([...new Set(blameful.map((row) => row.category))])('three quarters of %s are flagged', (category) => {
    const inCategory = blameful.filter((row) => row.category === category);
    expect(inCategory.filter(isFlagged).length / inCategory.length).toBeGreaterThanOrEqual(0.75);
  });

  test('nine in ten findings touch the words that a person marked', () => {
    const marked = blameful.filter((row) => {
      const start = row.text.indexOf(row.span ?? '');
      const end = start + (row.span ?? '').length;
      return checkBlame(row.text).some((finding) => finding.start < end && finding.end > start);
    });
    expect(marked.length / blameful.length).toBeGreaterThanOrEqual(0.9);
  });
});
