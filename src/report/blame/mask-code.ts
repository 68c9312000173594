/** Stands for one unit of text that is not prose but takes the place of a noun. */
export const thing = '\uFFFC';

const fence = /^ {0,3}(`{3,}|~{3,})/;
const listItem = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])\s/;

function blank(line: string, filler: string): string {
  return filler.repeat(line.length);
}

/** Replaces fenced and indented code blocks by blanks; the length of the text and its line ends stay. */
export function maskCodeBlocks(text: string): string {
  let open: string | undefined;
  let inList = false;
  let previousIsBlank = true;
  let previousIsCode = false;
  return text
    .split('\n')
    .map((line) => {
      const mark = fence.exec(line)?.[1];
      if (open !== undefined) {
        if (mark?.startsWith(open) && line.trim() === mark) open = undefined;
        return blank(line, ' ');
      }
      if (mark !== undefined) {
        open = mark;
        previousIsBlank = false;
        return blank(line, ' ');
      }
      const isBlank = line.trim() === '';
      if (listItem.test(line)) inList = true;
      else if (!isBlank && !/^\s/.test(line)) inList = false;
      const isCode = !inList && !isBlank && /^(?: {4}|\t)/.test(line) && (previousIsBlank || previousIsCode);
      previousIsCode = isCode || (isBlank && previousIsCode);
      previousIsBlank = isBlank;
      return isCode ? blank(line, ' ') : line;
    })
    .join('\n');
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** Replaces inline code spans by `thing` signs of the same length; a span ends with as many backticks as it began. */
export function maskCodeSpans(text: string): string {
  if (!text.includes('`')) return text;
  const runs: Run[] = [];
  for (const match of text.matchAll(/`+|\n[ \t]*(?=\n)/g)) {
    runs.push({ start: match.index, length: match[0].startsWith('`') ? match[0].length : 0 });
  }
  const next = nextOfSameLength(runs);
  let out = '';
  let done = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    const closing = next[index];
    const last = closing === undefined ? undefined : runs[closing];
    if (run === undefined || closing === undefined || last === undefined) continue;
    const end = last.start + last.length;
    out += text.slice(done, run.start) + text.slice(run.start, end).replace(/[^\n]/g, thing);
    done = end;
    index = closing;
  }
  return out + text.slice(done);
}

// Walking backwards once keeps the search for closing runs linear even if every run has another length.
function nextOfSameLength(runs: readonly Run[]): readonly (number | undefined)[] {
  const next = new Array<number | undefined>(runs.length).fill(undefined);
  const seen = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.length ?? 0;
    if (length === 0) seen.clear();
    else {
      next[index] = seen.get(length);
      seen.set(length, index);
    }
  }
  return next;
}
