import { readFileSync } from 'node:fs';
import type { Incident } from '../../src/incident/incident.ts';
import type { PostMortemSource } from '../../src/report/post-mortem.ts';
import { renderPostMortem } from '../../src/report/render-post-mortem.ts';
import { check, people } from './stories.ts';

const template = (name: string): string => readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');

export const templates = { markdown: template('post-mortem.md.hbs'), html: template('post-mortem.html.hbs') };

/** Renders with the project's own templates; fails the test where a template is broken. */
export function render(
  incident: Incident,
  changes: Partial<PostMortemSource> & { readonly existingMarkdown?: string | null } = {},
) {
  const rendered = renderPostMortem({
    incident,
    people,
    earlier: [],
    language: 'en',
    check,
    ruleSet: '0a1b2c3d',
    now: '2026-03-02T13:00:00.000Z',
    templates,
    existingMarkdown: null,
    ...changes,
  });
  if (!rendered.ok) throw new Error(rendered.message);
  return rendered;
}
