import { type Block, fenceBlock, readBlocks } from './blocks.ts';
import { escapeAll, escapeMarkdown, type Verbatim } from './escape-markdown.ts';
import type { PostMortemView } from './post-mortem.ts';
import { renderTemplate } from './render-template.ts';
import { mermaidTimeline } from './timeline-mermaid.ts';

export type MarkdownBlocks =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly reason: 'template-broken'; readonly message: string };

/** Writes the report as Markdown, taken apart into generated blocks and the space for people between them. */
export function renderMarkdown(view: PostMortemView, template: string): MarkdownBlocks {
  const mermaid: Verbatim | null =
    view.lanes === null ? null : { verbatim: mermaidTimeline(view.lanes, view.id, view.w) };
  const timeline = view.timeline.map((row) => ({
    ...row,
    links: row.links.map(({ label, url }) => ({ label, url: { verbatim: url } })),
  }));
  const rendered = renderTemplate(template, escapeAll({ ...view, timeline, lanes: null, mermaid }, escapeMarkdown), {
    format: 'markdown',
    block: (name, inside) => `${fenceBlock(name, inside)}\n`,
  });
  return rendered.ok ? { ok: true, blocks: readBlocks(rendered.text).blocks } : rendered;
}
