import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/report/escape-markdown.ts';
import { proseToHtml } from '../../src/report/prose-html.ts';
import { renderTemplate } from '../../src/report/render-template.ts';
import { safeLink } from '../../src/report/safe-link.ts';
import { mermaidText } from '../../src/report/timeline-mermaid.ts';
import { alert, causes, declared, note, tell } from './incident-story.ts';
import { render } from './render-for-test.ts';
import { hostileAlerts, slowCheckout } from './stories.ts';

const at = '2026-03-02T10:00:00.000Z';
const sayingEverywhere = (text: string) =>
  tell([
    [at, 'incident.declared', text, declared({ title: text, service: text, source: text, id: 'INC-20260302-AAAAAA' })],
    [at, 'alert.received', null, alert(text, { links: [text] })],
    [at, 'note.added', text, note(text, { kind: 'impact', evidence: [text] })],
    [at, 'root-cause.recorded', null, causes({ trigger: text, factors: [text], whys: [text], went_well: [text] })],
    [at, 'verification.attested', text, { text }],
  ]);
const tagsOf = (html: string): readonly string[] => html.match(/<\/?[a-z][a-z0-9]*/gi) ?? [];

describe('text from outside', () => {
  test('adds no element to the page and no block to the Markdown', () => {
    const plain = render(sayingEverywhere('word'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom(
            '<script>alert(1)</script>',
            '{{constructor}} {{{x}}} {{#each this}}',
            '</svg></title></style><img src=x onerror=alert(1)>',
            '"><b onload="x',
            "' onclick='x",
            '<!-- generated:summary sha256:0123456789abcdef -->',
            '<!-- /generated:summary -->',
            '--> | `x` ``` # h',
            '$& $1 \\| \\',
          ),
        ),
        (text) => {
          const hostile = render(sayingEverywhere(`word ${text}`));
          const kinds = (html: string) => [...new Set(tagsOf(html))].sort();
          expect(kinds(hostile.html)).toEqual(kinds(plain.html));
          expect(hostile.html).not.toMatch(/[\u001b\u202a-\u202e]/);
          const fences = (markdown: string) => markdown.match(/^<!-- \/?generated:[a-z]+/gm);
          expect(fences(hostile.markdown)).toEqual(fences(plain.markdown));
          expect(render(sayingEverywhere(`word ${text}`), { existingMarkdown: hostile.markdown }).markdown).toBe(
            hostile.markdown,
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  test('keeps every row of a table one row with the same number of cells', () => {
    const { markdown } = render(hostileAlerts());
    const widths = markdown
      .split('\n\n')
      .flatMap((part) => [part.split('\n').filter((line) => line.startsWith('|'))])
      .filter((rows) => rows.length > 0)
      .map((rows) => new Set(rows.map((row) => row.match(/(?<!\\)\|/g)?.length)).size);
    expect(widths.every((width) => width === 1)).toBe(true);
  });

  test('the page asks for nothing from outside', () => {
    const { html } = render(slowCheckout());
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed)\b|@import|url\(/);
    expect(html).toContain("default-src 'none'");
  });

  test('headings of the page follow each other without a gap', () => {
    const levels = (render(slowCheckout()).html.match(/<h[1-6]/g) ?? []).map((tag) => Number(tag.at(-1)));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
  });
});

describe('in Markdown', () => {
  test.each([
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['[x] done', '\\[x] done'],
    ['a | b `c` *d*', 'a \\| b \\`c\\` \\*d\\*'],
    ['<b>&lt;', '&lt;b>&amp;lt;'],
    ['[text](https://x.example)', '[text\\](https://x.example)'],
    ['[email-1] and p99_latency', '[email-1] and p99_latency'],
    ['_emphasis_', '\\_emphasis\\_'],
    ['two\nlines', 'two lines'],
    ['costs $5 ~~not~~', 'costs \\$5 \\~\\~not\\~\\~'],
  ])('%j is written %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

describe('in Mermaid', () => {
  test.each([
    ['10:20; a', '10#58;20#59; a'],
    ['section x', '- section x'],
    ['click a', '- click a'],
    ['%% "quoted" #1 <b>', 'quoted 1 b'],
    ['', '- '],
    ['การแจ้งเตือน', 'การแจ้งเตือน'],
  ])('%j is written %j', (text, expected) => {
    expect(mermaidText(text)).toBe(expected);
  });
});

describe('links', () => {
  test.each([
    ['https://x.example/a?b=1', 'https://x.example/a?b=1'],
    ['https://user:secret@x.example/', 'https://x.example/'],
    ['https://x.example/a)b|c', 'https://x.example/a%29b%7Cc'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['not a link', null],
  ])('%s becomes %s', (address, expected) => {
    expect(safeLink(address)).toBe(expected);
  });
});

describe('what people wrote', () => {
  test.each([
    ['## Head\n\ntext **bold** `code`', '<h2>Head</h2>\n<p>text <strong>bold</strong> <code>code</code></p>'],
    ['# Head', '<h2>Head</h2>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2) b', '<ol><li>a</li><li>b</li></ol>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['```\n<b>\n```\nafter', '<pre><code>&lt;b&gt;</code></pre>\n<p>after</p>'],
    [
      '| a | b |\n| --- | --- |\n| 1 \\| 2 | 3 |',
      '<div class="scroll"><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1 | 2</td><td>3</td></tr></tbody></table></div>',
    ],
    ['<script>x</script>', '<p>&lt;script&gt;x&lt;/script&gt;</p>'],
    ['[x](javascript:alert(1)) [y](data:,x)', '<p>[x](javascript:alert(1)) y</p>'],
    ['a <!-- hidden --> b', '<p>a  b</p>'],
    ['&lt;b> \\*', '<p>&lt;b&gt; *</p>'],
  ])('%j is shown as %j', (markdown, html) => {
    expect(proseToHtml(markdown)).toBe(html);
  });

  test('is shown as text from a comment on that has no end', () => {
    expect(proseToHtml('a <!-- one --> b <!-- two')).toBe('<p>a  b &lt;!-- two</p>');
  });

  test('takes time in proportion to its length', () => {
    for (const text of [
      '*'.repeat(50_000),
      '['.repeat(50_000),
      '`'.repeat(50_000),
      '<!--'.repeat(20_000),
      '| '.repeat(50_000),
    ]) {
      expect(proseToHtml(text).length).toBeGreaterThan(0);
    }
  });
});

describe('a template of one’s own', () => {
  const fill = (template: string) =>
    renderTemplate(template, { name: '<x>', list: [1] }, { format: 'html', block: (_name, inside) => inside });

  test('sees own fields only, and says which one is missing', () => {
    expect(fill('{{name}}')).toEqual({ ok: true, text: '&lt;x&gt;' });
    expect(fill('{{nam}}')).toMatchObject({ ok: false, reason: 'template-broken' });
    for (const template of [
      '{{constructor}}',
      '{{name.constructor.name}}',
      '{{__proto__}}',
      '{{list.push}}',
      '{{toString}}',
    ]) {
      const filled = fill(template);
      expect(filled.ok ? filled.text : '').toBe('');
    }
  });

  test.each(['{{#each list}}', '{{lookup . "name"}}', '{{log "x"}}', '{{> other}}', '{{unknown 1}}'])(
    '%s is refused in words',
    (template) => {
      expect(fill(template)).toMatchObject({ ok: false, reason: 'template-broken', message: expect.any(String) });
    },
  );
});
