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
export interface Replaced {
  readonly kind: RuleKind;
  /** Name of the rule that found it. */
  readonly name: string;
  /** The value in its one agreed spelling. */
  readonly identity: string;
}

function digestOf(salt: string, identity: string): string {
  return createHmac('sha256', salt).update(identity).digest('hex').slice(0, 16);
}

/** Gives the placeholder of a value, the same one each time, and the state that remembers it. */
export function placeholderFor(state: Placeholders, replaced: Replaced): { placeholder: string; state: Placeholders } {
  const digest = digestOf(state.salt, replaced.identity);
  const known = Object.hasOwn(state.by_digest, digest) ? state.by_digest[digest] : undefined;
  if (known !== undefined) return { placeholder: known, state };
  const secret = replaced.kind === 'secret';
  const series = secret ? 'secret' : replaced.name;
  const suffix = secret ? `:${replaced.name}` : '';
  const given = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
  if (given >= mostPlaceholders) return { placeholder: `[${series}-x${suffix}]`, state };
  const number = (Object.hasOwn(state.counts, series) ? (state.counts[series] ?? 0) : 0) + 1;
  const placeholder = `[${series}-${number}${suffix}]`;
  return {
    placeholder,
    state: {
      salt: state.salt,
      by_digest: { ...state.by_digest, [digest]: placeholder },
      counts: { ...state.counts, [series]: number },
    },
  };
}
