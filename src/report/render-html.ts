import { readBlocks } from './blocks.ts';
import { escapeAll } from './escape-markdown.ts';
import { isTouched } from './merge-report.ts';
import type { PostMortemView } from './post-mortem.ts';
import { proseToHtml } from './prose-html.ts';
import { type Rendered, renderTemplate } from './render-template.ts';
import { drawTimeline } from './timeline-picture.ts';

/**
 * Writes the report as one HTML page that asks for nothing from outside.
 *
 * The Markdown is the copy that people edit: blocks they changed, removed or wrote between appear in the page as well.
 */
export function renderHtml(view: PostMortemView, template: string, markdown: string): Rendered {
  const edited = readEdits(markdown);
  const picture = view.lanes === null ? null : drawTimeline(view.lanes, view.id, view.w);
  const headings = new Map(Object.entries(view.w.heading));
  const contents = edited.order
    .filter((name) => headings.has(name))
    .map((name) => ({ name, title: headings.get(name) ?? name }));
  const page = { ...view, lanes: null, picture, contents, preface: edited.preface };
  return renderTemplate(
    template,
    escapeAll(page, (text) => text),
    {
      format: 'html',
      block: (name, inside) => {
        if (!edited.order.includes(name) && edited.removed.includes(name)) return '';
        const body = edited.changed.get(name) ?? inside;
        const more = edited.additions.get(name) ?? '';
        const written = more === '' ? '' : `<div class="written">${more}</div>`;
        return `<section id="${name}">${body}${written}</section>`;
      },
    },
  );
}

interface Edits {
  readonly order: readonly string[];
  readonly removed: readonly string[];
  readonly changed: ReadonlyMap<string, string>;
  readonly additions: ReadonlyMap<string, string>;
  readonly preface: string;
}

function readEdits(markdown: string): Edits {
  const { blocks, listed } = readBlocks(markdown);
  const changed = new Map<string, string>();
  const additions = new Map<string, string>();
  const order: string[] = [];
  let preface = '';
  for (const block of blocks) {
    const last = order.at(-1);
    if (block.kind === 'generated') {
      order.push(block.name);
      if (isTouched(block)) changed.set(block.name, proseToHtml(block.text));
    } else {
      const html = proseToHtml(block.text);
      if (last === undefined) preface += html;
      else if (html !== '') additions.set(last, (additions.get(last) ?? '') + html);
    }
  }
  return { order, removed: listed.filter((name) => !order.includes(name)), changed, additions, preface };
}
