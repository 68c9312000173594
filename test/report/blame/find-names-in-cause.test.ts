import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findNamesInCause } from '../../../src/report/blame/find-names-in-cause.ts';

const people = ['Tova Lindqvist', 'Ravi Banerjee'];
const names = (text: string): readonly string[] => findNamesInCause(text, people).map((finding) => finding.text);

test('every form of a name is found in causal text', () => {
  expect(names('Tova Lindqvist ran it; Banerjee watched; @ravi.banerjee and Ravi agreed.')).toEqual([
    'Tova Lindqvist',
    'Banerjee',
    '@ravi.banerjee',
    'Ravi',
  ]);
});

test('of Markdown only the causal sections are read', () => {
  const text =
    '# Report\nOwner: Tova\n## Trigger\nTova merged.\n## What went well\nRavi helped.\n## Five whys\n- Ravi left.';
  expect(findNamesInCause(text, people).map(({ line, text: name }) => [line, name])).toEqual([
    [4, 'Tova'],
    [8, 'Ravi'],
  ]);
});

test('a section ends with the next heading of its rank', () => {
  expect(names('## Contributing factors\n### Tooling\nTova.\n## Action items\nRavi.')).toEqual(['Tova']);
});

test('names only inform, and code is not read', () => {
  expect(findNamesInCause('Tova', people)[0]).toMatchObject({ kind: 'name-in-cause', tier: 'info' });
  expect(names('`Tova` and https://example.test/Ravi')).toEqual([]);
  expect(findNamesInCause('Tova', [])).toEqual([]);
});

describe('in a causal section nobody has to be on the roster', () => {
  const lines = readFileSync(new URL('../../fixtures/blameless/names-in-cause.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const found = (line: string): number =>
    findNamesInCause(`# Report\n\n## Contributing factors\n- ${line.slice(2)}\n`, []).length;

  test.each(lines.filter((line) => line.startsWith('N ')))('a person: %s', (line) => {
    expect(found(line)).toBeGreaterThan(0);
    expect(findNamesInCause(line.slice(2), [])).toEqual([]);
  });

  test.each(lines.filter((line) => line.startsWith('I ')))('software, a place or a month: %s', (line) => {
    expect(found(line)).toBe(0);
  });
});
