import { createHmac } from 'node:crypto';
import type { RuleKind } from './rule.ts';

/** What stands for a value that was taken away: `[email-1]`, `[secret-2:slack-token]`, or `x` for a number once many are known. */
export const placeholderPattern = /\[(?:[a-z][a-z-]{0,30}-(?:\d{1,6}|x)|secret-(?:\d{1,6}|x):[a-z0-9-]{1,40})\]/g;

/** An incident's journal carries this map, so it has a size that can't be driven up by alerts full of new addresses. */
const mostPlaceholders = 500;

/**
 * Which value became which placeholder in one incident, without the values.
 *
 * The salt makes the digests useless in any other incident; whoever has both state and salt can still test guesses of
 * short values (a phone number), so the state belongs with the record and not in what is sent.
 */
export interface Placeholders {
  readonly salt: string;
  /** Sixteen hex digits of a keyed digest → placeholder. */
  readonly by_digest: Readonly<Record<string, string>>;
  /** The highest number given out for `secret`, `email`, … */
  readonly counts: Readonly<Record<string, number>>;
}

/** The state of an incident in which nothing has been replaced yet; `salt` is random, made once per incident. */
export function emptyPlaceholders(salt: string): Placeholders {
  return { salt, by_digest: {}, counts: {} };
}

/** What identifies a value to be replaced. */
interface Replaced {
  readonly kind: RuleKind;
  /** Name of the rule that found it. */
  readonly name: string;
  /** The value in its one agreed spelling. */
  readonly identity: string;
}

function digestOf(salt: string, identity: string): string {
  return createHmac('sha256', salt).update(identity).digest('hex').slice(0, 16);
}

/** The state while texts are being read: it is changed in place and handed back at the end. */
export interface PlaceholderBook {
  /** Gives the placeholder of a value, the same one each time. */
  readonly placeholderFor: (replaced: Replaced) => string;
  /** The state that remembers everything given out; the very state that was opened if that is nothing new. */
  readonly close: () => Placeholders;
}

/** Opens the state for one run over a text or a value; the state handed in is left as it is. */
export function openPlaceholders(state: Placeholders): PlaceholderBook {
  const byDigest = new Map(Object.entries(state.by_digest));
  const counts = new Map(Object.entries(state.counts));
  const seen = new Map<string, string>();
  let changed = false;
  const numbered = (series: string, suffix: string, digest: string): string => {
    if (byDigest.size >= mostPlaceholders) return `[${series}-x${suffix}]`;
    const number = (counts.get(series) ?? 0) + 1;
    const placeholder = `[${series}-${number}${suffix}]`;
    byDigest.set(digest, placeholder);
    counts.set(series, number);
    changed = true;
    return placeholder;
  };
  return {
    placeholderFor: ({ kind, name, identity }) => {
      const before = seen.get(identity);
      if (before !== undefined) return before;
      const digest = digestOf(state.salt, identity);
      const secret = kind === 'secret';
      const placeholder = byDigest.get(digest) ?? numbered(secret ? 'secret' : name, secret ? `:${name}` : '', digest);
      seen.set(identity, placeholder);
      return placeholder;
    },
    close: () =>
      changed
        ? { salt: state.salt, by_digest: Object.fromEntries(byDigest), counts: Object.fromEntries(counts) }
        : state,
  };
}
