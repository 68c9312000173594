import { type MessageText, type Paragraph, type Piece, toPlainText } from './message-text.ts';

/** The part of Block Kit that is used. Rich text is shown as it stands: nothing in it is read as markup or as a mention. */
export type SlackBlock =
  | {
      readonly type: 'header';
      readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
    }
  | { readonly type: 'rich_text'; readonly elements: readonly RichElement[] };

type RichElement =
  | { readonly type: 'rich_text_section' | 'rich_text_quote'; readonly elements: readonly Words[] }
  | { readonly type: 'rich_text_list'; readonly style: 'bullet'; readonly elements: readonly RichElement[] };

type Style = { readonly bold?: true; readonly italic?: true; readonly code?: true };

type Words =
  | { readonly type: 'text'; readonly text: string; readonly style?: Style }
  | { readonly type: 'link'; readonly url: string; readonly text: string }
  | { readonly type: 'date'; readonly timestamp: number; readonly format: string; readonly fallback: string };

/** Slack's limits, with room to spare where it counts differently than documented. */
const mostBlocks = 50;
const longestSection = 2_900;
const longestHeader = 150;
const longestFallback = 400;
const longestWords = 2_000;
const usualBudget = 11_000;
const smallBudget = 3_000;

/** What is posted: blocks for reading, and one line for notifications and screen readers. */
export interface SlackPost {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** Lays a message out for Slack; `small` for one that was refused as too long. */
export function layOutForSlack(words: MessageText, size: 'usual' | 'small' = 'usual'): SlackPost {
  const budget = size === 'usual' ? usualBudget : smallBudget;
  const text = fallbackOf(words);
  for (let longest = budget; longest >= 40; longest = Math.floor(longest * 0.7)) {
    const blocks = blocksOf(words, longest);
    if (blocks.length <= mostBlocks && JSON.stringify(blocks).length <= budget) return { text, blocks };
  }
  return { text, blocks: blocksOf({ subject: words.subject, paragraphs: [] }, smallBudget) };
}

/** What a notification shows: the subject and the news. */
function fallbackOf({ subject, paragraphs }: MessageText): string {
  const chosen = paragraphs.find(({ kind }) => kind === 'quote') ?? paragraphs[0];
  const first = chosen?.pieces.map(({ text }) => text).join('') ?? '';
  return escapeForSlack(cut(first === '' ? subject : `${subject}\n${first}`, longestFallback));
}

/** The whole message in one text, for when Slack does not take the blocks. */
export function wordsForSlack(words: MessageText): string {
  return escapeForSlack(cut(`${words.subject}\n\n${toPlainText(words)}`, longestWords));
}

/** Takes the meaning from what Slack would read as a mention, a link or markup in a text. */
export function escapeForSlack(text: string): string {
  return defuse(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Breaks what could be taken for a mention with a mark that nobody sees, should anything on the way still read it. */
function defuse(text: string): string {
  return text.replaceAll(/<(?=[!@#])/g, '<\u200b').replaceAll(/[@＠](?=\S)/g, '$&\u200b');
}

function blocksOf({ subject, paragraphs }: MessageText, longest: number): SlackBlock[] {
  const header = { type: 'plain_text', text: cut(defuse(subject), longestHeader), emoji: false } as const;
  const blocks: SlackBlock[] = [{ type: 'header', text: header }];
  let open: RichElement[] = [];
  let size = 0;
  const close = (): void => {
    if (open.length > 0) blocks.push({ type: 'rich_text', elements: open });
    open = [];
    size = 0;
  };
  const whole: Paragraph[] = subject.length <= longestHeader ? [] : [{ kind: 'text', pieces: [plainPiece(subject)] }];
  for (const part of [...whole, ...paragraphs].flatMap((paragraph) => split(shortened(paragraph, longest)))) {
    const length = part.pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (size + length > longestSection) close();
    addElement(open, part);
    size += length;
  }
  close();
  return blocks;
}

/** A subject that the header has no room for stands below it once more. */
function plainPiece(text: string): Piece {
  return { text, bold: true, code: false, url: null, at: null };
}

function shortened(paragraph: Paragraph, longest: number): Paragraph {
  return { ...paragraph, pieces: paragraph.pieces.map((piece) => ({ ...piece, text: cut(piece.text, longest) })) };
}

/** A paragraph in parts that fit into a section each. */
function split({ kind, pieces }: Paragraph): readonly Paragraph[] {
  const parts: Piece[][] = [[]];
  let size = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.text.length; ) {
      const room = longestSection - size;
      const text = wholeCharacters(piece.text.slice(from, from + room));
      if (text === '') {
        parts.push([]);
        size = 0;
        continue;
      }
      parts.at(-1)?.push({ ...piece, text });
      from += text.length;
      size += text.length;
    }
  }
  return parts.map((part) => ({ kind, pieces: part }));
}

function addElement(open: RichElement[], { kind, pieces }: Paragraph): void {
  const words = pieces.map((piece) => wordsOf(piece, kind === 'note'));
  const last = open.at(-1);
  if (kind === 'quote') open.push({ type: 'rich_text_quote', elements: words });
  else if (kind !== 'item') {
    const gap: Words[] =
      last?.type === 'rich_text_section' ? [{ type: 'text', text: kind === 'note' ? '\n' : '\n\n' }] : [];
    open.push({ type: 'rich_text_section', elements: [...gap, ...words] });
  } else {
    const item: RichElement = { type: 'rich_text_section', elements: words };
    if (last?.type === 'rich_text_list') open[open.length - 1] = { ...last, elements: [...last.elements, item] };
    else open.push({ type: 'rich_text_list', style: 'bullet', elements: [item] });
  }
}

function wordsOf({ text, bold, code, url, at }: Piece, italic: boolean): Words {
  const plain = defuse(text);
  if (url !== null) return { type: 'link', url, text: plain };
  // Slack shows a date in the zone of whoever reads it.
  if (at !== null) {
    const timestamp = Math.floor(Date.parse(at) / 1000);
    return { type: 'date', timestamp, format: '{date_short_pretty} {time}', fallback: plain };
  }
  const style: Style = { ...(bold && { bold }), ...(italic && { italic }), ...(code && { code }) };
  return Object.keys(style).length === 0 ? { type: 'text', text: plain } : { type: 'text', text: plain, style };
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${wholeCharacters(text.slice(0, longest - 1))}…`;
}

function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
