/** Why a JSON value is not taken as an alert although it parses. */
export interface UnsafeText {
  readonly reason: 'unsafe-key' | 'not-unicode';
  readonly message: string;
}

/** Keys that no monitor sends and that change what an object is. */
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__']);

/**
 * Finds what only an attack or a broken sender writes: a key that reaches for a prototype, or half a character.
 *
 * Looks at the raw text first, so that an ordinary payload is never walked.
 */
export function findUnsafeText(text: string, value: unknown): UnsafeText | null {
  if (!text.includes('proto__') && !/\\u/i.test(text)) return null;
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && !next.isWellFormed()) return halfCharacter();
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, child] of Object.entries(next)) {
      if (unsafeKeys.has(key))
        return {
          reason: 'unsafe-key',
          message: `The payload has a key ${JSON.stringify(key)}, which no monitor sends.`,
        };
      if (!key.isWellFormed()) return halfCharacter();
      left.push(child);
    }
  }
  return null;
}

function halfCharacter(): UnsafeText {
  return {
    reason: 'not-unicode',
    message: 'The payload holds half of a Unicode character (a lone surrogate), so its text is damaged.',
  };
}
