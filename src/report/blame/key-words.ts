import { firstWordsOf } from './first-words.ts';
import { expandMacros } from './phrase-macros.ts';

// "{person}{tail}{adv} broke": an actor and what may stand between it and its verb.
const actor =
  '\\{(?:person|blamed|human|single|one|role|group|name|sure|us|none|all)\\}|[A-Z]=\\[\\^ \\]\\+|\\[[A-Z]+\\]=\\[\\^ \\]\\+';
const actorFirst = new RegExp(`^(?:${actor}|\\(\\?:(?:${actor})(?:\\|(?:${actor}))*\\))(?:\\{tail\\})?(?:\\{adv\\})? `);

/**
 * Lists words of which one must be in a sentence for a phrase to match: those after its actor where they can be told,
 * since actors are in most sentences; or else those it begins with. Undefined where neither can be told.
 */
export function keyWordsOf(phrase: string): ReadonlySet<string> | undefined {
  const start = actorFirst.exec(phrase)?.[0].length ?? 0;
  return (
    (start > 0 ? firstWordsOf(expandMacros(phrase.slice(start))) : undefined) ?? firstWordsOf(expandMacros(phrase))
  );
}
