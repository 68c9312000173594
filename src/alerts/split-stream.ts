import { isSpace, scanJson } from './json-scanner.ts';

/** One thing found in a stream: a JSON value, or what is none, up to the next line that may begin one. */
export interface Piece {
  readonly kind: 'value' | 'unreadable';
  /** Its bytes; of what is larger than the limit only the beginning. */
  readonly bytes: Buffer;
  /** How many bytes it had in the stream. */
  readonly size: number;
}

export interface StreamSplitter {
  /** Takes the next bytes, cut wherever they happen to be cut; returns what is complete now. */
  readonly push: (chunk: Uint8Array) => readonly Piece[];
  /** Returns what was left when the stream ended. */
  readonly end: () => readonly Piece[];
}

const newline = 0x0a;
const opening: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const closing: ReadonlySet<number> = new Set([0x7d, 0x5d]);
/** Bytes between two values: a byte order mark, and the separator of JSON text sequences. */
const betweenValues: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf, 0x1e]);
/** After so many restarts in a row inside one broken value the rest of it is given up, so that hostile input stays cheap. */
const mostRestarts = 8;

/**
 * Cuts a stream of JSON values, one after another or one a line, into its values.
 *
 * What is no JSON becomes an `unreadable` piece and reading goes on at a line end: after the line for a broken line, and
 * at the next line that begins with a bracket for a broken value of several lines. No more than one value is ever held,
 * and of one above the limit only the beginning.
 */
export function splitStream(limit: number): StreamSplitter {
  let held = Buffer.alloc(64 * 1024);
  let length = 0;
  /** Where the piece being read begins, and how far it is read. */
  let start = 0;
  let at = 0;
  let scanner: ReturnType<typeof scanJson> | null = null;
  let skipping: { readonly lines: boolean; lineStart: boolean; closing: boolean } | null = null;
  /** The beginning of a piece above the limit, and how much of it has gone by. */
  let head: Buffer | null = null;
  let gone = 0;
  let restarts = 0;
  let found: Piece[] = [];
  /** Where the last unreadable piece began, while nothing but space has followed: its neighbours join it. */
  let joinFrom = -1;

  function take(kind: Piece['kind'], stop: number): void {
    const size = gone + stop - start;
    const joins = kind === 'unreadable' && joinFrom >= 0 && head === null && stop - joinFrom <= limit;
    if (joins) found.pop();
    const from = joins ? joinFrom : start;
    const bytes = head ?? Buffer.from(held.subarray(from, stop));
    found.push({ kind, bytes, size: joins ? stop - from : size });
    joinFrom = kind === 'unreadable' && head === null ? from : -1;
    if (kind === 'value') restarts = 0;
    head = null;
    gone = 0;
    start = stop;
    at = stop;
    scanner = null;
    skipping = null;
  }

  /** A fault at `at`: finds where reading may go on, or begins to skip. */
  function recover(): void {
    const lastLine = held.lastIndexOf(newline, at - 1) + 1;
    const severalLines = at > start && lastLine > start && head === null;
    if (severalLines) {
      const next = nextStart(restarts < mostRestarts ? 'first' : 'last');
      if (next !== null) {
        restarts += 1;
        take('unreadable', next);
        return;
      }
      at = lastLine;
    }
    scanner = null;
    skipping = { lines: severalLines, lineStart: severalLines, closing: false };
  }

  function nextStart(which: 'first' | 'last'): number | null {
    let candidate: number | null = null;
    for (let line = held.indexOf(newline, start) + 1; line > 0 && line <= at; line = held.indexOf(newline, line) + 1) {
      if (!opening.has(held[line] ?? 0) || line >= length) continue;
      candidate = line;
      if (which === 'first') break;
    }
    return candidate;
  }

  function skip(state: NonNullable<typeof skipping>, byte: number): void {
    if (state.lineStart) {
      if (opening.has(byte)) {
        take('unreadable', at);
        return;
      }
      state.closing = closing.has(byte);
      state.lineStart = false;
    }
    at += 1;
    if (byte !== newline) return;
    if (!state.lines || state.closing) take('unreadable', at);
    else state.lineStart = true;
  }

  function scan(byte: number): void {
    if (scanner === null) {
      if (isSpace(byte) || betweenValues.has(byte)) {
        at += 1;
        start = at;
        return;
      }
      scanner = scanJson();
    }
    const step = scanner.step(byte);
    if (step === 'wrong') recover();
    else if (step === 'done-before') take(head === null ? 'value' : 'unreadable', at);
    else {
      at += 1;
      if (step === 'done') take(head === null ? 'value' : 'unreadable', at);
    }
  }

  function read(): readonly Piece[] {
    while (at < length) {
      const byte = held[at] ?? 0;
      if (skipping === null) scan(byte);
      else skip(skipping, byte);
      if (at - start > limit) letGo();
    }
    const pieces = found;
    found = [];
    joinFrom = -1;
    held.copyWithin(0, start, length);
    length -= start;
    at -= start;
    start = 0;
    return pieces;
  }

  /** Keeps the beginning of a piece that grew above the limit and forgets the rest as it goes by. */
  function letGo(): void {
    head ??= Buffer.from(held.subarray(start, start + limit));
    gone += at - start;
    start = at;
  }

  function add(chunk: Uint8Array): void {
    if (length + chunk.length > held.length) {
      const larger = Buffer.alloc(Math.max(held.length * 2, length + chunk.length));
      held.copy(larger, 0, 0, length);
      held = larger;
    }
    held.set(chunk, length);
    length += chunk.length;
  }

  return {
    push: (chunk) => {
      add(chunk);
      return read();
    },
    end: () => {
      const pieces = [...read()];
      while (at > start || gone > 0) {
        const whole = scanner?.isWholeAtEnd() === true && head === null;
        if (whole) take('value', length);
        else if (skipping === null && head === null) recover();
        if (at >= length && (skipping !== null || head !== null)) take('unreadable', length);
        pieces.push(...read());
      }
      return pieces;
    },
  };
}
