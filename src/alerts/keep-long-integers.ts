/** True when the text may hold an integer that a double cannot: only then is the slower reading worth its time. */
export function hasLongInteger(text: string): boolean {
  return /\d{16}/.test(text);
}

/**
 * Puts quotes around every integer beyond 2^53 of a valid JSON text, so that parsing keeps all its digits as a string.
 *
 * The text must have been parsed before: quoting could otherwise turn invalid JSON into valid.
 */
export function quoteLongIntegers(json: string): string {
  const pieces: string[] = [];
  let from = 0;
  while (from < json.length) {
    const open = json.indexOf('"', from);
    const outside = json.slice(from, open === -1 ? json.length : open);
    pieces.push(outside.replace(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, quoteIfLong));
    if (open === -1) break;
    const close = endOfString(json, open);
    pieces.push(json.slice(open, close));
    from = close;
  }
  return pieces.join('');
}

function quoteIfLong(token: string): string {
  const isExact = token.length < 16 || /[.eE]/.test(token) || Number.isSafeInteger(Number(token));
  return isExact ? token : `"${token}"`;
}

function endOfString(json: string, open: number): number {
  let close = json.indexOf('"', open + 1);
  while (close !== -1 && isEscaped(json, close)) close = json.indexOf('"', close + 1);
  return close === -1 ? json.length : close + 1;
}

function isEscaped(json: string, quote: number): boolean {
  let backslashes = 0;
  while (json[quote - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
