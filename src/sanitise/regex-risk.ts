/** Why a regular expression is not run over other people's texts. */
export type RegexRisk = 'nested-repetition' | 'repeated-alternatives' | 'overlapping-repetition' | 'back-reference';

/** A bounded repetition this high is as slow as an unbounded one. */
const highCount = 64;

interface Atom {
  readonly source: string;
  readonly optional: boolean;
  readonly repeated: boolean;
}

interface Group {
  readonly atoms: Atom[];
  alternatives: boolean;
  repeats: boolean;
}

const atomPattern =
  /\[\^?(?:\\.|[^\]\\])*\]|\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]*\}|k<[^>]*>|.)|[^\\]/suy;
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;

function readQuantifier(source: string, at: number): { length: number; optional: boolean; repeated: boolean } {
  quantifier.lastIndex = at;
  const match = quantifier.exec(source);
  if (match === null) return { length: 0, optional: false, repeated: false };
  const sign = match[0].charAt(0);
  if (sign !== '{') return { length: match[0].length, optional: sign !== '+', repeated: sign !== '?' };
  const least = Number(match[1]);
  const most = match[2] === '' ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
  return { length: match[0].length, optional: least === 0, repeated: most > highCount };
}

const probes = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).concat(
  '\n',
  '\t',
  'é',
  'ก',
  '\u00a0',
);

function matchesOf(source: string, flags: string): ReadonlySet<string> {
  try {
    const one = new RegExp(`^(?:${source})$`, flags);
    return new Set(probes.filter((probe) => one.test(probe)));
  } catch {
    return new Set(probes);
  }
}

/** Counts pairs of repetitions that fight over the same characters: those with a literal between them, and those without. */
function countFights(atoms: readonly Atom[], flags: string): { apart: number; adjacent: number } {
  const sets = new Map<string, ReadonlySet<string>>();
  const setOf = (source: string): ReadonlySet<string> => {
    const known = sets.get(source) ?? matchesOf(source, flags);
    sets.set(source, known);
    return known;
  };
  const disjoint = (a: string, b: string): boolean => ![...setOf(a)].some((probe) => setOf(b).has(probe));
  const fights = { apart: 0, adjacent: 0 };
  for (const [index, first] of atoms.entries()) {
    if (!first.repeated) continue;
    let literalBetween = false;
    for (const second of atoms.slice(index + 1)) {
      if (!second.optional && disjoint(first.source, second.source)) break;
      if (second.repeated && !disjoint(first.source, second.source)) fights[literalBetween ? 'apart' : 'adjacent'] += 1;
      literalBetween ||= !second.optional && !second.repeated && setOf(second.source).size <= 3;
    }
  }
  return fights;
}

/**
 * Tells whether a valid regular expression is quick (`null`), `slow` (cubic at worst: short pieces only) or a risk.
 *
 * A simple test that errs on the side of refusing: no repetition inside a repetition, no alternatives inside one, no two
 * repetitions in a row that match the same characters (one such pair with a literal between is slow), no back-references.
 */
export function findRegexRisk(source: string, flags: string): RegexRisk | 'slow' | null {
  const open: Group[] = [{ atoms: [], alternatives: false, repeats: false }];
  const everything: Atom[] = [];
  for (let at = 0; at < source.length; ) {
    const group = open.at(-1);
    if (group === undefined) return 'nested-repetition';
    const character = source.charAt(at);
    if (character === '(') {
      open.push({ atoms: [], alternatives: false, repeats: false });
      at += /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(at, at + 80))?.[0].length ?? 1;
    } else if (character === '|') {
      group.alternatives = true;
      at += 1;
    } else if (character === ')') {
      const closed = open.pop();
      const { length, repeated } = readQuantifier(source, at + 1);
      if (repeated && closed?.repeats) return 'nested-repetition';
      if (repeated && closed?.alternatives) return 'repeated-alternatives';
      const outer = open.at(-1);
      if (outer) outer.repeats ||= repeated || (closed?.repeats ?? false);
      if (repeated)
        for (const atom of closed?.atoms ?? []) everything.push({ ...atom, optional: true, repeated: true });
      at += 1 + length;
    } else if (character === '^' || character === '$') {
      at += 1;
    } else {
      atomPattern.lastIndex = at;
      const atom = atomPattern.exec(source)?.[0] ?? character;
      if (/^\\(?:[1-9]|k<)/.test(atom)) return 'back-reference';
      at += atom.length;
      const { length, optional, repeated } = readQuantifier(source, at);
      at += length;
      if (/^\\[bB]$/.test(atom)) continue;
      const read = { source: atom, optional: optional || open.length > 1, repeated };
      group.repeats ||= repeated;
      group.atoms.push(read);
      everything.push(read);
    }
  }
  const { apart, adjacent } = countFights(everything, flags);
  if (adjacent > 0 || apart > 1) return 'overlapping-repetition';
  return apart === 1 ? 'slow' : null;
}
