import Handlebars from 'handlebars';
import type { Plain } from './escape-markdown.ts';

export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'template-broken'; readonly message: string };

export interface RenderOptions {
  readonly format: 'markdown' | 'html';
  /** Wraps `{{#block "name"}}…{{/block}}`: gets the name and what is inside, gives what stands in its place. */
  readonly block: (name: string, inside: string) => string;
}

const knownHelpers = { each: true, if: true, unless: true, with: true, log: false, lookup: false, block: true };

/**
 * Fills a template with a view.
 *
 * Only the template is ever compiled, never a value. A template sees own fields alone, knows no helper but `each`, `if`,
 * `unless`, `with` and `block`, and a field it asks for must exist. For Markdown the view is expected to be escaped; for
 * HTML `{{…}}` escapes.
 */
export function renderTemplate(template: string, view: Plain, { format, block }: RenderOptions): Rendered {
  const engine = Handlebars.create();
  for (const helper of ['log', 'lookup', 'helperMissing', 'blockHelperMissing']) engine.unregisterHelper(helper);
  engine.registerHelper('block', function wrapBlock(this: unknown, name: unknown, options: Handlebars.HelperOptions) {
    return block(String(name), options.fn(this));
  });
  try {
    const fill = engine.compile(template, {
      noEscape: format === 'markdown',
      strict: true,
      knownHelpersOnly: true,
      knownHelpers,
    });
    const text = fill(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    return { ok: true, text };
  } catch (error) {
    return { ok: false, reason: 'template-broken', message: error instanceof Error ? error.message : String(error) };
  }
}
