interface Group {
  readonly alternatives: readonly string[];
  readonly optional: boolean;
  readonly rest: string;
}

// The end of a word in several forms: `dock(?:ed|ing)?`, `organi[sz]e`.
const wordEnding = /^(?:\(\?:([\p{L}|]+)\)|\[(\p{L}+)\])(?![*+{])(\?)?/u;
const quantifier = /^(?:[?*+]|\{\d+,\d*\})\??/;

/** The signs of a pattern that mean something, with the number of groups that are open after each. */
function* signsOf(source: string): Generator<{ readonly sign: string; readonly at: number; readonly depth: number }> {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (!inClass) {
      if (sign === '(') depth += 1;
      else if (sign === ')') depth -= 1;
      yield { sign, at, depth };
    }
  }
}

function closingOf(source: string): number {
  for (const { sign, at, depth } of signsOf(source)) if (sign === ')' && depth === 0) return at;
  return -1;
}

function splitAlternatives(source: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { sign, at, depth } of signsOf(source)) {
    if (sign !== '|' || depth !== 0) continue;
    parts.push(source.slice(start, at));
    start = at + 1;
  }
  return [...parts, source.slice(start)];
}

function openingGroup(source: string): Group | undefined {
  const close = closingOf(source);
  if (close === -1) return undefined;
  const after = source.slice(close + 1);
  const repeat = quantifier.exec(after)?.[0] ?? '';
  return {
    alternatives: splitAlternatives(source.slice(3, close)),
    optional: /^(?:[?*]|\{0)/.test(repeat),
    rest: after.slice(repeat.length),
  };
}

function collect(source: string, into: Set<string>, depth: number): boolean {
  if (depth > 12) return false;
  if (source.startsWith('(?:')) {
    const group = openingGroup(source);
    if (group === undefined) return false;
    const all = group.alternatives.every((alternative) => collect(alternative + group.rest, into, depth + 1));
    return all && (!group.optional || collect(group.rest, into, depth + 1));
  }
  if (/^\(\?<?[=!]/.test(source)) return collect(source.slice(closingOf(source) + 1), into, depth + 1);
  const literal = /^[\p{L}\p{N}'=-]*/u.exec(source)?.[0] ?? '';
  const rest = source.slice(literal.length);
  if (literal !== '' && /^(?:$| |\(\?[:=!] |\(\?:'s\|)/.test(rest)) {
    into.add(literal);
    return true;
  }
  const ending = literal === '' ? null : wordEnding.exec(rest);
  if (ending !== null) {
    const endings = (ending[1] ?? ending[2] ?? '').split(ending[1] === undefined ? '' : '|');
    const words = [...endings.map((end) => literal + end), ...(ending[3] === '?' ? [literal] : [])];
    return words.every((word) => collect(word + rest.slice(ending[0].length), into, depth + 1));
  }
  if (literal.length > 1 && rest.startsWith('?')) {
    return [literal, literal.slice(0, -1)].every((word) => collect(word + rest.slice(1), into, depth + 1));
  }
  // An actor: its kind is enough to look for.
  const actor = /^(\[[A-Z]+\]|[A-Z])=/.exec(source)?.[1];
  if (actor === undefined) return false;
  for (const kind of actor.replace(/[[\]]/g, '')) into.add(`${kind}=`);
  return true;
}

/**
 * Lists the words a phrase can begin with, kinds of actors as `N=`; undefined where that cannot be told, so that the
 * phrase has to be tried on every sentence.
 */
export function firstWordsOf(phrase: string): ReadonlySet<string> | undefined {
  const words = new Set<string>();
  const told = splitAlternatives(phrase).every((alternative) => collect(alternative, words, 0));
  return told ? words : undefined;
}
