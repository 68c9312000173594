/** A run of words in one style. */
export interface Piece {
  readonly text: string;
  readonly bold: boolean;
  /** To be typed as it stands. */
  readonly code: boolean;
  /** A checked web address, when the piece is one. */
  readonly url: string | null;
  /** UTC ISO-8601, when the piece is a time; `text` is its usual spelling. */
  readonly at: string | null;
}

/** A message in words, before a channel lays it out; no text in it means anything but itself. */
export interface MessageText {
  /** One line. */
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  readonly kind: 'text' | 'item' | 'quote' | 'note';
  readonly pieces: readonly Piece[];
}

interface Value {
  readonly text: string;
  readonly url: string | null;
  readonly at: string | null;
}

/**
 * Keeps what goes into a template apart from the template: the template sees marks, and the values take their place
 * only after its structure has been read, so that no value can make a heading, a list or a link.
 */
export interface ValueMarks {
  readonly mark: (value: string, as?: { readonly url?: string; readonly at?: string }) => string;
  readonly read: (filled: string) => MessageText;
}

const markPattern = /\*\*|`|\ue000(\d{1,4})\ue001/g;
const prefixes: readonly (readonly [string, Paragraph['kind']])[] = [
  ['- ', 'item'],
  ['> ', 'quote'],
  ['-- ', 'note'],
];

/** Opens the marks of one message. */
export function openMarks(): ValueMarks {
  const values: Value[] = [];
  const mark: ValueMarks['mark'] = (text, as = {}) => {
    values.push({ text: text.replaceAll(/[\ue000\ue001]/g, ''), url: as.url ?? null, at: as.at ?? null });
    return `\ue000${values.length - 1}\ue001`;
  };
  return { mark, read: (filled) => readFilled(filled, values) };
}

function readFilled(filled: string, values: readonly Value[]): MessageText {
  const [first = '', ...rest] = filled.trim().split('\n');
  const paragraphs: Paragraph[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push({ kind: 'text', pieces: readPieces(open.join('\n'), values) });
    open = [];
  };
  for (const line of rest.map((one) => one.trim())) {
    const [prefix, kind] = prefixes.find(([sign]) => line.startsWith(sign)) ?? [];
    if (line === '' || kind !== undefined) close();
    if (prefix !== undefined && kind !== undefined) {
      paragraphs.push({ kind, pieces: readPieces(line.slice(prefix.length), values) });
    } else if (line !== '') open.push(line);
  }
  close();
  const subject = readPieces(first.trim(), values).map(({ text }) => text);
  return { subject: subject.join('').replaceAll(/\s+/g, ' ').trim(), paragraphs };
}

function readPieces(line: string, values: readonly Value[]): Piece[] {
  const pieces: Piece[] = [];
  let bold = false;
  let code = false;
  let from = 0;
  const add = (text: string, value: Value | null): void => {
    if (text === '') return;
    const piece = { text, bold, code, url: value?.url ?? null, at: value?.at ?? null };
    const last = pieces.at(-1);
    if (last !== undefined && isSameRun(last, piece)) pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push(piece);
  };
  for (const match of line.matchAll(markPattern)) {
    add(line.slice(from, match.index), null);
    from = match.index + match[0].length;
    const value = match[1] === undefined ? undefined : values[Number(match[1])];
    if (value !== undefined) add(value.text, value);
    else if (match[0] === '**') bold = !bold;
    else if (match[0] === '`') code = !code;
  }
  add(line.slice(from), null);
  return pieces;
}

function isSameRun(a: Piece, b: Piece): boolean {
  return [a, b].every(({ url, at }) => url === null && at === null) && a.bold === b.bold && a.code === b.code;
}

/** The message as plain text, one empty line between paragraphs. */
export function toPlainText({ paragraphs }: MessageText): string {
  let text = '';
  let before: Paragraph['kind'] | null = null;
  for (const { kind, pieces } of paragraphs) {
    const words = pieces.map((piece) => piece.text).join('');
    const tight = (kind === 'item' && before !== 'quote') || (kind === 'note' && before === 'note');
    text += before === null ? '' : tight ? '\n' : '\n\n';
    text += kind === 'item' ? `- ${words}` : kind === 'quote' ? words.replaceAll(/^/gm, '> ') : words;
    before = kind;
  }
  return text;
}
