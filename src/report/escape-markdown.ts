/**
 * Makes one line of text stand in Markdown as it is written: in a paragraph, a list item, a heading or a table cell.
 *
 * Brackets stay readable (`[email-1]`) and are escaped only where they would make a link or a tick box.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\\`*|$~]/g, '\\$&')
    .replaceAll(/&(?=#?[a-zA-Z0-9]{1,32};)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/\](?=[([:])/g, '\\]')
    .replace(/^(\s*)([#>+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/^(\s*)\[(?=[ xX]\])/, '$1\\[');
}

/** Marks a text that is safe in its place already, such as a checked web address or a diagram. */
export interface Verbatim {
  readonly verbatim: string;
}

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** Escapes every text of a view for Markdown, so that a template can't forget to. */
export function escapeAll(view: unknown, escapeText: (text: string) => string, depth = 0): Plain {
  if (typeof view === 'string') return escapeText(view);
  if (typeof view === 'number' || typeof view === 'boolean') return view;
  if (typeof view !== 'object' || view === null || depth > 12) return null;
  if (Array.isArray(view)) return view.map((item: unknown) => escapeAll(item, escapeText, depth + 1));
  if ('verbatim' in view && typeof view.verbatim === 'string') return view.verbatim;
  return Object.fromEntries(
    Object.entries(view).map(([name, value]) => [name, escapeAll(value, escapeText, depth + 1)]),
  );
}
