import { escapeHtml } from '../sanitise/escape-html.ts';
import type { MessageText, Paragraph, Piece } from './message-text.ts';

/** Lays a message out as a page that mail programs show: no pictures, nothing fetched, readable without styles. */
export function layOutAsHtml(words: MessageText, language: 'en' | 'th'): string {
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(words.subject)}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1f2328;background:#ffffff;max-width:42em">',
    `<h1 style="font-size:20px;line-height:1.3">${escapeHtml(words.subject)}</h1>`,
    ...bodyOf(words.paragraphs),
    '</body></html>',
    '',
  ].join('\n');
}

function bodyOf(paragraphs: readonly Paragraph[]): string[] {
  const lines: string[] = [];
  let inList = false;
  for (const { kind, pieces } of paragraphs) {
    const inner = pieces.map(pieceHtml).join('');
    if (inList !== (kind === 'item')) lines.push(inList ? '</ul>' : '<ul>');
    inList = kind === 'item';
    if (kind === 'item') lines.push(`<li>${inner}</li>`);
    else if (kind === 'quote') lines.push(`<blockquote style="${quoteStyle}">${inner}</blockquote>`);
    else lines.push(kind === 'note' ? `<p style="color:#59636e;font-size:14px">${inner}</p>` : `<p>${inner}</p>`);
  }
  if (inList) lines.push('</ul>');
  return lines;
}

const quoteStyle = 'margin:0 0 16px;padding:0 0 0 12px;border-left:4px solid #d1d9e0';

function pieceHtml({ text, bold, code, url, at }: Piece): string {
  const words = escapeHtml(text).replaceAll('\n', '<br>\n');
  if (url !== null) return `<a href="${escapeHtml(url)}">${words}</a>`;
  if (at !== null) return `<time datetime="${escapeHtml(at)}">${words}</time>`;
  if (code) return `<code>${words}</code>`;
  return bold ? `<strong>${words}</strong>` : words;
}
