import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { prepareRoster } from '../../../src/report/blame/actor.ts';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';
import { findActors } from '../../../src/report/blame/find-actors.ts';
import { tokenise } from '../../../src/report/blame/tokenise.ts';

interface Row {
  readonly set: string;
  readonly text: string;
  readonly label: 'blameful' | 'blameless';
  readonly category: string | null;
}

const file = new URL('../../fixtures/blameless/held-out.jsonl', import.meta.url);
const rows: readonly Row[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const isFlagged = (row: Row): boolean => checkBlame(row.text).some((finding) => finding.tier !== 'info');

describe.each([...new Set(rows.map((row) => row.set))])('sentences of set %s, written apart from the rules', (set) => {
  const inSet = rows.filter((row) => row.set === set);
  const blameful = inSet.filter((row) => row.label === 'blameful');
  const wrong = inSet.filter((row) => row.label === 'blameless' && isFlagged(row));
  const right = blameful.filter(isFlagged);

  test('of those that are flagged at least 95 in 100 blame somebody', () => {
    expect(
      right.length / (right.length + wrong.length),
      wrong.map((row) => row.text).join('\n'),
    ).toBeGreaterThanOrEqual(0.95);
  });

  test('at least 80 in 100 of the blaming ones are flagged', () => {
    expect(right.length / blameful.length).toBeGreaterThanOrEqual(0.8);
  });
});

describe('over all sets', () => {
  const blameful = rows.filter((row) => row.label === 'blameful');

  test.each([...new Set(blameful.map((row) => row.category))])('three quarters of %s are flagged', (category) => {
    const inCategory = blameful.filter((row) => row.category === category);
    expect(inCategory.filter(isFlagged).length / inCategory.length).toBeGreaterThanOrEqual(0.75);
  });

  test('at most five in a thousand innocent sentences are flagged', () => {
    const innocent = rows.filter((row) => row.label === 'blameless');
    expect(innocent.filter(isFlagged).length / innocent.length).toBeLessThanOrEqual(0.005);
  });
});

describe('what is suggested instead', () => {
  const suggestions = [...new Set(rows.flatMap((row) => checkBlame(row.text).map((finding) => finding.suggestion)))];

  test('blames nobody', () => {
    expect(suggestions.filter((suggestion) => checkBlame(suggestion).length > 0)).toEqual([]);
  });

  test('names nobody', () => {
    const nobody = prepareRoster([]);
    const naming = suggestions.filter((suggestion) =>
      findActors(tokenise(suggestion, { start: 0, end: suggestion.length }), nobody).some(({ kind }) => kind === 'N'),
    );
    expect(naming).toEqual([]);
  });

  test('is one whole sentence, or a question with places to fill in', () => {
    for (const suggestion of suggestions) expect(suggestion).toMatch(/^[\p{Lu}<][^\n]*[.?]$/u);
  });
});
