/** Offset of the first character that no JSON text could have there; the length of the text where it only ends too early. */
export function findSyntaxError(text: string): number {
  const token =
    /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
  const open: string[] = [];
  let expected: Expectation = 'value';
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    const start = skipBlanks(text, at);
    if (match === null || start >= text.length) return start;
    const next = follow(expected, open, match[1] ?? (match[2] === undefined ? 'scalar' : 'string'));
    if (next === null) return start;
    expected = next;
    at = token.lastIndex;
  }
  return text.length;
}

type Expectation = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

/** What may come after this token, with `open` brought up to date; null when the token may not stand here. */
function follow(expected: Expectation, open: string[], token: string): Expectation | null {
  if (token === '}' || token === ']') {
    const mayClose = expected === 'comma-or-close' || expected === (token === '}' ? 'key-or-close' : 'value-or-close');
    if (!mayClose || open.pop() !== (token === '}' ? '{' : '[')) return null;
    return open.length === 0 ? 'end' : 'comma-or-close';
  }
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (token === ',') return expected === 'comma-or-close' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (expected === 'key' || expected === 'key-or-close') return token === 'string' ? 'colon' : null;
  if (expected !== 'value' && expected !== 'value-or-close') return null;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'key-or-close' : 'value-or-close';
  }
  return open.length === 0 ? 'end' : 'comma-or-close';
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1;
  return at;
}
