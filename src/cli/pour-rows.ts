import { stripControls } from '../sanitise/terminal-safe.ts';
import { alignTo, widenFor } from './align-columns.ts';
import type { Pour } from './answer.ts';

/** Things of one kind that are listed, however many there are. */
export interface Rows<Item> {
  /** The member of the JSON object that holds them. */
  readonly name: string;
  /** Goes through them from the first; may be asked more than once. */
  readonly open: () => AsyncIterable<Item>;
  readonly head: readonly string[];
  readonly cells: (item: Item) => readonly string[];
  /** What is said to a person when there is none. */
  readonly none: string;
}

/** Rows that are looked at together to find how wide their columns are. */
const together = 1000;
const piece = 64 * 1024;

/** Gives rows out as they come, for a person in aligned columns, or as the first member of a JSON object. */
export function pourRows<Item>(rows: Rows<Item>): Pour {
  return (out, json) => (json ? pourJson(rows, out) : pourLines(rows, out));
}

async function pourJson<Item>({ name, open }: Rows<Item>, out: (text: string) => void): Promise<void> {
  let held = `{${JSON.stringify(name)}:[`;
  let between = '';
  try {
    for await (const item of open()) {
      held += between + JSON.stringify(item);
      between = ',';
      if (held.length < piece) continue;
      out(held);
      held = '';
    }
  } finally {
    // Whatever happens there is one JSON object on the way, and its array ends here.
    out(`${held}]`);
  }
}

async function pourLines<Item>(rows: Rows<Item>, out: (text: string) => void): Promise<void> {
  const { open, head, cells, none } = rows;
  let held: (readonly string[])[] = [head];
  let widths: readonly number[] = [];
  let any = false;
  const flush = (): void => {
    widths = widenFor(widths, held);
    const lines = alignTo(widths, held).map((line) => stripControls(line));
    if (lines.length > 0) out(`${lines.join('\n')}\n`);
    held = [];
  };
  for await (const item of open()) {
    any = true;
    held.push(cells(item));
    if (held.length > together) flush();
  }
  if (any) flush();
  else out(`${none}\n`);
}
