import { prepareRoster } from './blame/actor.ts';
import { extractProse } from './blame/extract-prose.ts';
import { findStrangers } from './blame/find-strangers.ts';
import { splitSentences } from './blame/split-sentences.ts';
import { tokenise } from './blame/tokenise.ts';
import type { Words } from './words/words.ts';

const nobody = prepareRoster([]);

/** Writes "a responder" for people whom neither the record nor the configuration knows but who are named in a text. */
export function nameStrangers(text: string, words: Words): string {
  if (!/\p{Lu}\p{Ll}|@/u.test(text)) return text;
  const prose = extractProse(text);
  const role = words.role.responder;
  let result = '';
  let done = 0;
  for (const span of splitSentences(prose)) {
    const tokens = tokenise(prose, span);
    for (const { from, to } of findStrangers(tokens, nobody)) {
      const [first, last] = [tokens[from], tokens[to - 1]];
      if (first === undefined || last === undefined) continue;
      const before = text.slice(done, first.start);
      const starts = from === 0 || /[.!?:]\s*$/.test(before);
      result += before + (starts ? `${role.charAt(0).toUpperCase()}${role.slice(1)}` : role);
      done = last.end;
    }
  }
  return result + text.slice(done);
}
