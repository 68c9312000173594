import { escapeHtml } from '../sanitise/escape-html.ts';
import { safeLink } from './safe-link.ts';

/** Longer texts are shown as they stand; nobody writes so much into one section by hand. */
const longestProse = 200_000;

/**
 * Shows what people wrote in Markdown as HTML: headings, lists, tables, quotes, code, paragraphs, emphasis and links.
 *
 * Anything else, raw HTML included, is shown as text; comments are not shown.
 */
export function proseToHtml(markdown: string): string {
  const lines = withoutComments(markdown.slice(0, longestProse)).split(/\r?\n/);
  const parts: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const kind = kindOfLine(line);
    let end = at + 1;
    if (kind === 'code') {
      while (end < lines.length && !/^\s*(?:```|~~~)/.test(lines[end] ?? '')) end += 1;
      parts.push(`<pre><code>${escapeHtml(lines.slice(at + 1, end).join('\n'))}</code></pre>`);
      end += 1;
    } else if (kind === 'heading') {
      const [, marks = '#', text = ''] = /^(#{1,6})\s+(.*)$/.exec(line) ?? [];
      const level = Math.min(Math.max(marks.length, 2), 4);
      parts.push(`<h${level}>${inline(text)}</h${level}>`);
    } else if (kind !== 'blank') {
      while (end < lines.length && kindOfLine(lines[end] ?? '') === kind) end += 1;
      parts.push(blockOf(kind, lines.slice(at, end)));
    }
    at = end;
  }
  return parts.join('\n');
}

/** A comment without an end is text, so that a slip of the pen hides nothing. */
function withoutComments(text: string): string {
  let shown = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end === -1) break;
    shown += text.slice(from, start);
    from = end + 3;
  }
  return shown + text.slice(from);
}

type LineKind = 'blank' | 'code' | 'heading' | 'bullet' | 'number' | 'quote' | 'table' | 'text';

function kindOfLine(line: string): LineKind {
  if (line.trim() === '') return 'blank';
  if (/^\s*(?:```|~~~)/.test(line)) return 'code';
  if (/^#{1,6}\s/.test(line)) return 'heading';
  if (/^\s*[-*+]\s/.test(line)) return 'bullet';
  if (/^\s*\d{1,9}[.)]\s/.test(line)) return 'number';
  if (/^\s*>/.test(line)) return 'quote';
  return /^\s*\|/.test(line) ? 'table' : 'text';
}

function blockOf(kind: LineKind, lines: readonly string[]): string {
  if (kind === 'bullet') return `<ul>${items(lines, /^\s*[-*+]\s+/)}</ul>`;
  if (kind === 'number') return `<ol>${items(lines, /^\s*\d{1,9}[.)]\s+/)}</ol>`;
  if (kind === 'quote')
    return `<blockquote><p>${inline(lines.map((line) => line.replace(/^\s*> ?/, '')).join(' '))}</p></blockquote>`;
  return kind === 'table' ? table(lines) : `<p>${inline(lines.join(' '))}</p>`;
}

function items(lines: readonly string[], mark: RegExp): string {
  return lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('');
}

function table(lines: readonly string[]): string {
  const rows = lines
    .filter((line) => !/^\s*\|[\s:|-]+\|?\s*$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\|/, '')
        .replace(/(?<!\\)\|$/, '')
        .split(/(?<!\\)\|/)
        .map((cell) => inline(cell.trim())),
    );
  const [head = [], ...body] = rows;
  const headRow = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const bodyRows = body.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<div class="scroll"><table><thead><tr>${headRow}</tr></thead><tbody>${bodyRows}</tbody></table></div>`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]);

const inlineMarks =
  /\\([!-/:-@[-`{-~])|(&(?:lt|gt|amp);)|`([^`\n]{1,500})`|\*\*([^*\n]{1,500})\*\*|(?<![\p{L}\p{N}*])[*_]([^*_\n]{1,500})[*_](?![\p{L}\p{N}*])|\[([^\][\n]{1,500})\]\(([^()\s]{1,2000})\)/gu;

function inline(text: string): string {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(inlineMarks)) {
    const [whole, escaped, entity, code, strong, emphasis, label, address] = match;
    html += escapeHtml(text.slice(from, match.index));
    from = match.index + whole.length;
    if (escaped !== undefined) html += escapeHtml(escaped);
    else if (entity !== undefined) html += escapeHtml(entities.get(entity) ?? entity);
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (strong !== undefined) html += `<strong>${escapeHtml(strong)}</strong>`;
    else if (emphasis !== undefined) html += `<em>${escapeHtml(emphasis)}</em>`;
    else html += link(label ?? '', address ?? '');
  }
  return html + escapeHtml(text.slice(from));
}

function link(label: string, address: string): string {
  const url = safeLink(address);
  return url === null
    ? escapeHtml(label)
    : `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(label)}</a>`;
}
