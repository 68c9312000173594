import { expect, test } from 'vitest';
import { declared, note, type Told, tell } from './incident-story.ts';
import { render } from './render-for-test.ts';

test('a timeline too long to be read is cut, and says by how much', () => {
  const start = Date.parse('2026-03-02T10:00:00.000Z');
  const notes = Array.from({ length: 1_205 }, (_, index): Told => {
    return [new Date(start + index * 1_000).toISOString(), 'note.added', null, note(`line ${index}`)];
  });
  const { markdown, html } = render(
    tell([['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()], ...notes]),
  );
  expect(markdown).toContain('206 more entries are in the journal only.');
  expect(html).toContain('206 more entries are in the journal only.');
  expect(markdown).toContain('| line 998 |');
  expect(markdown).not.toContain('| line 999 |');
});

test('entries written down later stand where they happened, and corrections point both ways', () => {
  const { markdown } = render(
    tell([
      ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
      ['2026-03-02T10:20:00.000Z', 'note.added', null, note('ten orders were lost')],
      ['2026-03-02T10:10:00.000Z', 'note.added', null, note('the pool is empty')],
      ['2026-03-02T10:30:00.000Z', 'note.added', null, note('twelve orders were lost', { amends: 2 })],
    ]),
  );
  const rows = markdown.split('\n').filter((line) => /^\| #\d/.test(line));
  expect(rows.map((row) => row.split(' | ')[3])).toEqual([
    'SEV-2 incident declared: Checkout answers slowly',
    'the pool is empty',
    'ten orders were lost (corrected later in #4)',
    'correction of #2: twelve orders were lost',
  ]);
});
