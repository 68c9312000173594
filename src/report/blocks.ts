import { createHash } from 'node:crypto';

/** A part of a report that the program writes and may write anew. */
export interface GeneratedBlock {
  readonly kind: 'generated';
  readonly name: string;
  readonly text: string;
}

/** A part between generated ones; it belongs to people. */
export interface WrittenText {
  readonly kind: 'written';
  readonly text: string;
}

export type Block = GeneratedBlock | WrittenText;

/** A block as it stands in a file, with the checksum it was written with. */
export type BlockOnFile =
  | (GeneratedBlock & {
      readonly checksum: string;
      /** Fences and all, exactly as found. */
      readonly raw: string;
    })
  | WrittenText;

const opening = /^<!-- generated:([a-z][a-z-]{0,40}) sha256:([0-9a-f]{16}) -->\s*$/;
const list = /^<!-- generated-blocks:((?: [a-z][a-z-]{0,40})*) -->\s*$/;

/** Sixteen hex digits that change with the words of a block, but not with line endings or white space at line ends. */
export function checksumOf(text: string): string {
  return createHash('sha256').update(settled(text)).digest('hex').slice(0, 16);
}

/** Puts the fences around a block. */
export function fenceBlock(name: string, text: string): string {
  const body = settled(text);
  return `<!-- generated:${name} sha256:${checksumOf(body)} -->\n${body}\n<!-- /generated:${name} -->`;
}

/** The line at the end of a report that remembers which blocks it was made with, so that a removed one stays removed. */
export function listBlocks(names: Iterable<string>): string {
  return `<!-- generated-blocks: ${[...names].join(' ')} -->`;
}

/** Takes a report apart; a fence without its counterpart is text like any other. */
export function readBlocks(text: string): {
  readonly blocks: readonly BlockOnFile[];
  readonly listed: readonly string[];
} {
  const lines = text.split(/(?<=\n)/);
  const nextOpening = new Array<number>(lines.length + 1).fill(lines.length);
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    nextOpening[at] = opening.test(lines[at] ?? '') ? at : (nextOpening[at + 1] ?? lines.length);
  }
  const blocks: BlockOnFile[] = [];
  const listed = new Set<string>();
  const seen = new Set<string>();
  let written = '';
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [, name, checksum] = opening.exec(line) ?? [];
    if (name !== undefined && checksum !== undefined && !seen.has(name)) {
      const close = closingOf(lines, at + 1, nextOpening[at + 1] ?? lines.length, name);
      if (close !== null) {
        if (written !== '') blocks.push({ kind: 'written', text: written });
        const last = lines[close] ?? '';
        const ending = /\s*$/.exec(last)?.[0] ?? '';
        const raw = lines.slice(at, close).join('') + last.slice(0, last.length - ending.length);
        blocks.push({ kind: 'generated', name, checksum, text: lines.slice(at + 1, close).join(''), raw });
        seen.add(name);
        written = ending;
        at = close + 1;
        continue;
      }
    }
    const names = list.exec(line)?.[1];
    if (names === undefined) written += line;
    else for (const known of names.trim().split(' ')) if (known !== '') listed.add(known);
    at += 1;
  }
  if (written !== '') blocks.push({ kind: 'written', text: written });
  return { blocks, listed: [...listed] };
}

function closingOf(lines: readonly string[], from: number, before: number, name: string): number | null {
  const closing = `<!-- /generated:${name} -->`;
  for (let at = from; at < before; at += 1) if (lines[at]?.trimEnd() === closing) return at;
  return null;
}

function settled(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
