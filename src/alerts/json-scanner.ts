/** What one more byte means for the value that is being read. */
export type Step =
  /** It belongs to the value, which goes on. */
  | 'more'
  /** It is the last byte of the value. */
  | 'done'
  /** The value ended before it. */
  | 'done-before'
  /** No JSON value can go on like this. */
  | 'wrong';

export interface JsonScanner {
  readonly step: (byte: number) => Step;
  /** Whether what was read is whole if nothing follows. */
  readonly isWholeAtEnd: () => boolean;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const openBracket = 0x5b;
const escapable = new Set(Buffer.from('"\\/bfnrt'));
const deepest = 128;
const longestAtom = 4096;

/** Follows one JSON value byte by byte, so that a value can be cut out of a stream and a fault is seen where it is. */
export function scanJson(): JsonScanner {
  const open: number[] = [];
  let mode: 'between' | 'string' | 'escape' | 'hex' | 'atom' = 'between';
  let expected: Expected = 'value';
  let isKey = false;
  let hexLeft = 0;
  let atom = '';

  const end = (): Step => {
    mode = 'between';
    expected = 'comma-or-end';
    return open.length === 0 ? 'done' : 'more';
  };
  const beginsValue = (): boolean => expected === 'value' || expected === 'value-or-end';

  function between(byte: number): Step {
    if (isSpace(byte)) return 'more';
    if (byte === quote) {
      isKey = expected === 'key' || expected === 'key-or-end';
      if (!isKey && !beginsValue()) return 'wrong';
      mode = 'string';
      return 'more';
    }
    if (byte === openBrace || byte === openBracket) {
      if (!beginsValue() || open.length >= deepest) return 'wrong';
      open.push(byte);
      expected = byte === openBrace ? 'key-or-end' : 'value-or-end';
      return 'more';
    }
    if (byte === openBrace + 2 || byte === openBracket + 2) {
      const empty = byte === openBrace + 2 ? 'key-or-end' : 'value-or-end';
      if (open.at(-1) !== byte - 2 || (expected !== empty && expected !== 'comma-or-end')) return 'wrong';
      open.pop();
      return end();
    }
    if (byte === 0x2c && expected === 'comma-or-end') {
      expected = open.at(-1) === openBrace ? 'key' : 'value';
      return 'more';
    }
    if (byte === 0x3a && expected === 'colon') {
      expected = 'value';
      return 'more';
    }
    if (!isAtomByte(byte) || !beginsValue()) return 'wrong';
    mode = 'atom';
    atom = String.fromCharCode(byte);
    return 'more';
  }

  function inString(byte: number): Step {
    if (byte === backslash) mode = 'escape';
    else if (byte < 0x20) return 'wrong';
    else if (byte === quote) {
      if (!isKey) return end();
      mode = 'between';
      expected = 'colon';
    }
    return 'more';
  }

  function inEscape(byte: number): Step {
    if (mode === 'hex') {
      if (!isHex(byte)) return 'wrong';
      hexLeft -= 1;
      if (hexLeft === 0) mode = 'string';
    } else if (byte === 0x75) {
      mode = 'hex';
      hexLeft = 4;
    } else if (escapable.has(byte)) mode = 'string';
    else return 'wrong';
    return 'more';
  }

  function inAtom(byte: number): Step {
    if (isAtomByte(byte)) {
      atom += String.fromCharCode(byte);
      return atom.length > longestAtom ? 'wrong' : 'more';
    }
    if (!isAtom(atom)) return 'wrong';
    return end() === 'done' ? 'done-before' : between(byte);
  }

  return {
    step: (byte) => {
      if (mode === 'string') return inString(byte);
      if (mode === 'between') return between(byte);
      return mode === 'atom' ? inAtom(byte) : inEscape(byte);
    },
    isWholeAtEnd: () => mode === 'atom' && open.length === 0 && isAtom(atom),
  };
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isAtomByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e
  );
}

function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66) || (byte >= 0x41 && byte <= 0x46);
}

function isAtom(text: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/.test(text);
}
