import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, readBlocks } from '../../src/report/blocks.ts';
import { mergeReport } from '../../src/report/merge-report.ts';
import { render } from './render-for-test.ts';
import { slowCheckout } from './stories.ts';

const block = (name: string, text: string): Block => ({ kind: 'generated', name, text });
const written = (text: string): Block => ({ kind: 'written', text });
const before = [block('summary', 'It broke.'), written('\n\n<!-- write here -->\n\n'), block('impact', 'Ten orders.')];
const after = [
  block('summary', 'It was slow.'),
  written('\n\n<!-- write here -->\n\n'),
  block('impact', 'Ten orders.'),
];
const first = mergeReport(null, before).text;

describe('writing a report again', () => {
  test('brings a block that nobody touched up to date', () => {
    expect(mergeReport(first, after)).toEqual({ text: mergeReport(null, after).text, kept: [], conflicts: [] });
  });

  test('keeps a block that somebody changed, and says so', () => {
    const edited = first.replace('It broke.', 'It broke, and here is how.');
    expect(mergeReport(edited, before)).toEqual({ text: edited, kept: ['summary'], conflicts: [] });
  });

  test('reports a conflict where the record has moved on under a changed block', () => {
    const edited = first.replace('It broke.', 'It broke, and here is how.');
    expect(mergeReport(edited, after)).toEqual({ text: edited, kept: ['summary'], conflicts: ['summary'] });
  });

  test('fills a block again that somebody emptied, which settles a conflict', () => {
    const emptied = first.replace('It broke.', '');
    expect(mergeReport(emptied, after).text).toBe(mergeReport(null, after).text);
  });

  test('leaves a removed block away', () => {
    const removed = first.replace(/<!-- generated:impact [\s\S]*generated:impact -->\n/, '');
    const again = mergeReport(removed, after);
    expect(again.text).not.toContain('Ten orders');
    expect(again.kept).toEqual(['impact']);
  });

  test('puts a block that is new in its place', () => {
    const more = [...before.slice(0, 1), block('background', 'A shop.'), ...before.slice(1)];
    const { text, kept } = mergeReport(first, more);
    expect(text.indexOf('A shop.')).toBeGreaterThan(text.indexOf('It broke.'));
    expect(text.indexOf('A shop.')).toBeLessThan(text.indexOf('<!-- write here -->'));
    expect(kept).toEqual([]);
    expect(mergeReport(text, more).text).toBe(text);
  });

  test('does not take another editor’s line ends or trailing spaces for a change', () => {
    const saved = first.replaceAll('\n', '\r\n').replace('It broke.', 'It broke.  ');
    expect(mergeReport(saved, after)).toMatchObject({ kept: [], conflicts: [] });
    expect(mergeReport(saved, after).text).toContain('It was slow.');
  });

  test.each([
    ['a fence without an end', '<!-- generated:impact sha256:0123456789abcdef -->\nmine\n'],
    ['an end without a fence', '<!-- /generated:impact -->\nmine\n'],
    [
      'a fence within a fence',
      '<!-- generated:a sha256:0123456789abcdef -->\nmine\n<!-- generated:b sha256:0123456789abcdef -->\n',
    ],
    ['a second copy of a block', `${first}\nmine\n${first}`],
  ])('loses nothing to %s', (_name, text) => {
    const merged = mergeReport(`mine too\n${text}`, before).text;
    for (const line of ['mine too', ...(text.match(/^mine$/gm) ?? [])]) expect(merged).toContain(line);
    expect(mergeReport(merged, before).text).toBe(merged);
  });
});

const name = fc.constantFrom('summary', 'impact', 'timeline', 'factors', 'actions');
const blocks = fc
  .uniqueArray(fc.tuple(name, fc.string({ maxLength: 40 })), { selector: ([one]) => one, minLength: 1 })
  .map((list): readonly Block[] => list.flatMap(([one, text]) => [block(one, `## ${text}`), written('\n\n')]));
const humanLine = fc.string({ minLength: 1, maxLength: 30 }).map((text) => `human ${text.replaceAll(/\s/g, ' ')}.`);

describe('for any report and any edits', () => {
  test('writing it twice is writing it once', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.string(), (old, fresh, tail) => {
        const once = mergeReport(mergeReport(null, old).text + tail, fresh).text;
        expect(mergeReport(once, fresh).text).toBe(once);
      }),
    );
  });

  test('no line that people wrote is lost, wherever they wrote it', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.array(fc.tuple(fc.nat(), humanLine), { maxLength: 6 }), (old, fresh, edits) => {
        const lines = mergeReport(null, old).text.split('\n');
        for (const [at, line] of edits) lines.splice(at % (lines.length + 1), 0, line);
        const merged = mergeReport(lines.join('\n'), fresh).text.split('\n');
        for (const [, line] of edits) expect(merged).toContain(line);
      }),
    );
  });

  test('taking a report apart and putting it together gives the same text', () => {
    fc.assert(
      fc.property(blocks, fc.string(), (old, tail) => {
        const text = mergeReport(null, old).text.replace(/<!-- generated-blocks.*\n/, '') + tail;
        const parts = readBlocks(text).blocks.map((part) => (part.kind === 'generated' ? part.raw : part.text));
        expect(parts.join('')).toBe(text);
      }),
    );
  });
});

describe('the whole report', () => {
  test('carries edited and added text into the page', () => {
    const { markdown } = render(slowCheckout());
    const existingMarkdown = markdown
      .replace('## Trigger', '## Trigger\n\nEdited **by hand**, <b>see</b> [the graph](https://graphs.example.com).')
      .replace('<!-- /generated:summary -->', '<!-- /generated:summary -->\n\nAdded below the summary.')
      .replace(/<!-- generated:risks [\s\S]*generated:risks -->/, '');
    const again = render(slowCheckout(), { existingMarkdown });
    expect(again.kept).toEqual(['risks', 'trigger']);
    expect(again.markdown).toContain('Added below the summary.');
    expect(again.html).toContain(
      'Edited <strong>by hand</strong>, &lt;b&gt;see&lt;/b&gt; <a href="https://graphs.example.com/" rel="noopener noreferrer">the graph</a>.',
    );
    expect(again.html).toContain('<div class="written"><p>Added below the summary.</p></div>');
    expect(again.html).not.toContain('#risks');
    expect(again.html).not.toContain('id="risks"');
  });

  test('is the same when it is written again from the same record', () => {
    const { markdown } = render(slowCheckout());
    expect(render(slowCheckout(), { existingMarkdown: markdown }).markdown).toBe(markdown);
  });
});
