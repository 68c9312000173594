import { type ActionItemsFile, composeActionItemsFile } from './action-items-file.ts';
import { mergeReport } from './merge-report.ts';
import { nameRoles } from './name-roles.ts';
import { composePostMortem, type PostMortemSource } from './post-mortem.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';

/** The texts of `templates/post-mortem.md.hbs` and `templates/post-mortem.html.hbs`, or of a project's own. */
export interface PostMortemTemplates {
  readonly markdown: string;
  readonly html: string;
}

export type RenderedPostMortem =
  | {
      readonly ok: true;
      readonly markdown: string;
      readonly html: string;
      readonly actionItems: ActionItemsFile;
      /** Blocks that people changed or removed. */
      readonly kept: readonly string[];
      /** Kept blocks about which the record now says something else. */
      readonly conflicts: readonly string[];
      /** Texts that were not quoted because of blaming language. */
      readonly leftOut: number;
    }
  | {
      readonly ok: false;
      readonly reason: 'template-broken';
      readonly template: keyof PostMortemTemplates;
      readonly message: string;
    };

/** Writes everything that a post-mortem consists of, keeping what people wrote into the Markdown before. */
export function renderPostMortem(
  source: PostMortemSource & {
    readonly templates: PostMortemTemplates;
    /** The Markdown as it stands on disk; null for the first draft. */
    readonly existingMarkdown: string | null;
  },
): RenderedPostMortem {
  const { templates, existingMarkdown, incident, people } = source;
  const { view, leftOut } = composePostMortem(source);
  const fresh = renderMarkdown(view, templates.markdown);
  if (!fresh.ok) return { ...fresh, template: 'markdown' };
  const { text: markdown, kept, conflicts } = mergeReport(existingMarkdown, fresh.blocks);
  const html = renderHtml(view, templates.html, markdown);
  if (!html.ok) return { ...html, template: 'html' };
  const actionItems = composeActionItemsFile(incident, (text) => nameRoles(text, incident, people));
  return { ok: true, markdown, html: html.text, actionItems, kept, conflicts, leftOut };
}
