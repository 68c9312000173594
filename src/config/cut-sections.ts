import { readPiece } from './yaml-piece.ts';

/** A section of the file that is read without the rest of it. */
export interface CutSection {
  /** One key, or two where the section is cut again. */
  readonly path: readonly [section: string] | readonly [section: string, key: string];
  readonly text: string;
  /** How many lines of the file come before it. */
  readonly line: number;
}

interface Block {
  readonly key: string;
  readonly lines: readonly string[];
  readonly line: number;
}

const ours = ['lang', 'platform', 'safety', 'incident_response'];
const mostBlocks = 200;

/** Cuts our sections out of a text by their indentation alone, and those that don't stand by themselves once more. */
export function cutSections(text: string): CutSection[] {
  const blocks = cutAt(text.split('\n'), 0, 0).filter(({ key }) => ours.includes(key));
  return blocks.flatMap((block): CutSection[] => {
    const whole = { path: [block.key] as const, text: block.lines.join('\n'), line: block.line };
    const piece = readPiece(whole.text, whole.line);
    if (piece.faults.length === 0 || !['safety', 'incident_response'].includes(block.key)) return [whole];
    const body = block.lines.slice(1);
    const indentation = body.find((line) => /^ *[^\s#]/.test(line))?.search(/\S/) ?? 0;
    const inner = indentation === 0 ? [] : cutAt(body, indentation, block.line + 1);
    if (inner.length === 0) return [whole];
    return inner.map(({ key, lines, line }) => ({ path: [block.key, key] as const, text: lines.join('\n'), line }));
  });
}

/** Every stretch that begins with a key at this indentation, up to the next line that is indented no further. */
function cutAt(lines: readonly string[], indentation: number, before: number): Block[] {
  const blocks: { key: string; lines: string[]; line: number }[] = [];
  let open: (typeof blocks)[number] | null = null;
  for (const [index, line] of lines.entries()) {
    const indented = line.search(/[^ ]/);
    if (indented !== -1 && indented <= indentation && !/^\s*(?:#|\r?$)/.test(line)) {
      const key = /^\s*(["']?)([A-Za-z_][\w-]{0,63})\1\s*:(?:\s|$)/.exec(line)?.[2];
      open = key === undefined || indented < indentation ? null : { key, lines: [], line: before + index };
      if (open !== null && blocks.length < mostBlocks) blocks.push(open);
    }
    open?.lines.push(line);
  }
  return blocks;
}
