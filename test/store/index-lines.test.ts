import fs from 'node:fs';
import { expect, test } from 'vitest';
import { groundOf } from '../../src/store/ground.ts';
import { lineOf } from '../../src/store/index-lines.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { idOf } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A line of the index as far as examining reads it; `padding` makes it longer. */
function lineFor(number: number, revision: number, padding = 0): string {
  const about = { id: idOf(number), status: 'closed', revision, head: `head-${number}-${revision}` };
  return `\n${JSON.stringify({ ...about, title: 'x'.repeat(padding) })}`;
}

function indexWith(...lines: readonly string[]) {
  const project = temporaryFolder();
  const file = incidentsIn(project, 'index.jsonl');
  fs.mkdirSync(incidentsIn(project), { recursive: true });
  fs.writeFileSync(file, lines.join(''));
  const ground = groundOf(placeAt(project));
  const revisionOf = (number: number) => {
    const line = lineOf(ground, idOf(number));
    return line === null || line === 'missing' ? line : line.revision;
  };
  return { file, revisionOf };
}

test('the latest line of an incident counts, in an index of any length', () => {
  const many = Array.from({ length: 12_000 }, (_, number) =>
    lineFor(number % 6000, number < 6000 ? 1 : 2, number % 190),
  );
  const { file, revisionOf } = indexWith(...many);
  expect(fs.statSync(file).size).toBeGreaterThan(2 * 1024 * 1024);
  const revisions = new Set(Array.from({ length: 6000 }, (_, number) => revisionOf(number)));
  expect([...revisions, revisionOf(6000)]).toEqual([2, null]);
});

test('a line longer than one reading is read to its end', () => {
  expect(indexWith(lineFor(1, 7, 10_000), lineFor(2, 1)).revisionOf(1)).toBe(7);
});

test('a torn or garbled line counts as none, and the one before it holds', () => {
  const { revisionOf } = indexWith(
    lineFor(1, 1),
    lineFor(2, 1),
    lineFor(1, 2).slice(0, -8),
    lineFor(2, 2).slice(0, -1),
  );
  expect([revisionOf(1), revisionOf(2)]).toEqual([1, 1]);
});

test('what others add is seen by whoever has read the index before', () => {
  const { file, revisionOf } = indexWith(lineFor(1, 1));
  expect([revisionOf(1), revisionOf(2)]).toEqual([1, null]);
  fs.appendFileSync(file, lineFor(1, 2) + lineFor(2, 1));
  expect([revisionOf(1), revisionOf(2)]).toEqual([2, 1]);
});

test.each<[how: string, change: (file: string) => void]>([
  [
    'put in its place',
    (file) => {
      fs.writeFileSync(`${file}.new`, lineFor(2, 5, 300));
      fs.renameSync(`${file}.new`, file);
    },
  ],
  ['cut short where it lies', (file) => fs.writeFileSync(file, lineFor(2, 5))],
])('an index that was %s is read anew', (_how, change) => {
  const { file, revisionOf } = indexWith(lineFor(1, 1), lineFor(2, 4, 50));
  expect([revisionOf(1), revisionOf(2)]).toEqual([1, 4]);
  change(file);
  expect([revisionOf(1), revisionOf(2)]).toEqual([null, 5]);
});

test('no index is told from an index without the incident', () => {
  const { file, revisionOf } = indexWith();
  expect(revisionOf(1)).toBeNull();
  fs.unlinkSync(file);
  expect(revisionOf(1)).toBe('missing');
});
