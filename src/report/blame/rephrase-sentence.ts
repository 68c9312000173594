import type { Actor, Roster } from './actor.ts';
import { extractProse } from './extract-prose.ts';
import { findActors } from './find-actors.ts';
import { gerundOf, gerundOfBase } from './gerund.ts';
import type { Span } from './split-sentences.ts';
import { type Token, tokenise } from './tokenise.ts';

const hedge =
  /^(?:[a-z]+ly|just|never|ever|even|then|once|again|also|still|already|simply|both|all|had|has|have|went|ahead|and|managed|to|himself|herself)$/;
/** Words after which a reason, a judgement or another story begins. */
const clauseEnd =
  /^(?:because|since|as|while|when|without|before|after|and|but|so|though|although|which|who|despite|again|like|long|months|years|weeks|days|hours|much|way|too|far|sooner|earlier|we|i|[.,;:!?()])$/;
const signal =
  /\b(?:alerts?|pages?|tickets?|warnings?|alarms?|e-?mails?|mails?|messages?|calls?|notifications?|requests?|reports?|signals?|cases?|logs?)$/;
const errorOfPeople =
  /(?<=^\s*|[:(] ?|\b(?:by|to|is|was|of|from|through|from) )(?:an? |the )?(?:(?:avoidable|simple|classic|plain|pure|single|basic|honest|unfortunate) )?(?:human|user|operator|pilot) (?:error|mistake)s?\b/i;
const judgementFirst =
  /^\s*(?:(?:it (?:was|is|should have been) (?:[a-z]+ )?(?:obvious|clear|evident|plain|common knowledge)(?: to (?:any|every)[a-z]*(?: [a-z]+){0,5}?)?|every(?:one|body) (?:knew|knows)|any(?:one|body) (?:knew|knows|could see|can see))(?: full well)? that(?= (?:the|an?|all|both|no|it|there|our|its|every|each|[A-Z\d])\b)|(?:obviously|clearly|of course|needless to say|as anyone could see|predictably),?) (?=\S)/i;
const tooLong = /^(?:(?:far|way|much|altogether) )?(?:too long|so long|forever|ages|an age|an eternity) to(?= )/;
const safeguard = 'A safeguard for the future:';
const longestObject = 14;
/** Words that judge a thing for whoever made it. */
const judging =
  /^(?:garbage|rubbish|terrible|awful|horrible|dreadful|stupid|dumb|silly|crap|crappy|lousy|sloppy|careless|ridiculous|insane|idiotic|half-baked)$/;
/** Sayings: about the system they would say nothing. */
const saying =
  /^(?:lifting|running around|dragging|cutting corners|playing|passing the|pointing|phoning|throwing|thinking|knowing|caring|bothering|sleeping|sitting|standing|walking|digging|waving|panicking|running (?:like|in circles)|turning (?:a|into|(?:[a-z-]+ ){1,4}into)|keeping (?:quiet|us|everyone|people)|making (?:a|excuses|things|up)|doing (?:nothing|the)|having|being|getting|giving|going|coming|blaming|letting|showing|telling|leaving (?:us|everyone|people)|treating|putting|taking (?:ages|forever|no|the easy)|looking|staring|arguing|promising|hiding|shrugging|prioriti[sz]ing|costing)\b/i;
// "Given that the disk was full" waits for a main clause.
const half = /^(?:given that|because|since|while|although|though|when|whenever|if|unless|until|once|as)\b[^,]*$/i;
/** "It would fail" says nothing once the sentence before is gone. */
export const leansOnSomething = /^\s*(?:it|this|that|these|those|they|he|she|so|and|but|which|who)\b/i;

/**
 * Says a blaming sentence again with the system as its subject, and nothing that the sentence does not say: "Wiping the
 * primary was possible." Null where no such sentence can be made; the result is still to be checked. Where the words
 * found name somebody, only what is said of them is retold.
 */
export function rephraseSentence(sentence: string, roster: Roster, found: Span): string | null {
  const prose = extractProse(sentence);
  const tokens = tokenise(prose, { start: 0, end: prose.length });
  const actors = findActors(tokens, roster);
  const said = retold(sentence, tokens, actors, found) ?? withoutJudgement(sentence, roster);
  if (said !== null && half.test(said)) return null;
  return said === null || saying.test(said.replace(/^(?:going on without|a safeguard for the future:) /i, ''))
    ? null
    : `${capitalised(said.trim()).replace(/[\s.!?;,]+$/, '')}.`;
}

function retold(sentence: string, tokens: readonly Token[], actors: readonly Actor[], found: Span): string | null {
  const inverts = (at: number): boolean => tokens[at]?.word === 'had' && actors.some(({ from }) => from === at + 1);
  const first = tokens.findIndex(({ word }, at) => /^(?:if|unless)$/.test(word) || inverts(at));
  const supposed = first !== -1 && first < (actors[0]?.from ?? 0);
  const named = actors.filter(
    ({ from, to }) => (tokens[from]?.start ?? 0) < found.end && (tokens[to - 1]?.end ?? 0) > found.start,
  );
  for (const actor of named.length > 0 ? named : actors) {
    if (actor.kind === 'I' || actor.kind === 'Y') continue;
    const verb = skip(tokens, actor.kind === 'Z' ? afterGroup(tokens, actors, actor.to) : actor.to);
    const said = asCondition(sentence, tokens, actors, actor, verb, supposed);
    if (said !== null) return said;
  }
  return null;
}

function asCondition(
  sentence: string,
  tokens: readonly Token[],
  actors: readonly Actor[],
  actor: Actor,
  at: number,
  supposed: boolean,
): string | null {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  const object = (from: number): string | null => objectAt(sentence, tokens, actors, from);
  if (/^(?:forgot|failed|neglected|omitted)$/.test(word) && next === 'to') {
    return goOnWithout(gerundOfBase(tokens[at + 2]?.word ?? ''), object(at + 3));
  }
  if (word === 'did' && next === 'not') {
    const verb = skip(tokens, at + 2);
    return goOnWithout(gerundOfBase(tokens[verb]?.word ?? ''), object(verb + 1));
  }
  if (/^(?:should|could|would|must)$/.test(word) || (/^(?:ought|needed|supposed)$/.test(word) && next === 'to')) {
    const have = tokens.findIndex((token, index) => index > at && index < at + 4 && token.word === 'have');
    const verb = have === -1 ? -1 : skip(tokens, have + 1);
    const gerund =
      verb === -1 || tokens.slice(at, have).some(({ word: one }) => one === 'not' || one === 'never')
        ? null
        : gerundOf(tokens[verb]?.word ?? '');
    const what = gerund === null ? null : object(verb + 1);
    return what === null ? null : `${safeguard} ${gerund} ${what}`;
  }
  if (/^(?:ignored|missed|overlooked|disregarded|dismissed)$/.test(word)) {
    const what = object(at + 1);
    if (what === null) return null;
    if (signal.test(what.toLowerCase())) return `${what} went unanswered`;
    return word === 'missed' || word === 'overlooked' ? `${what} went unnoticed` : null;
  }
  const wait = /^(?:waited|took|needed|spent)$/.test(word) ? tooLong.exec(wordsFrom(tokens, at + 1)) : null;
  if (wait !== null) {
    const verb = at + 1 + wait[0].split(' ').length;
    const what = object(verb + 1);
    return what === null ? null : `The wait before ${gerundOfBase(tokens[verb]?.word ?? '')} ${what} was long`;
  }
  const gerund = gerundOf(word);
  const what = gerund === null ? null : object(at + 1);
  if (gerund === null || what === null) return null;
  const never = actor.kind === 'Z' || tokens.slice(actor.to, at).some((token) => token.word === 'never');
  if (supposed) return `${safeguard} ${gerund} ${what}`;
  return never ? goOnWithout(gerund, what) : `${gerund} ${what} was possible`;
}

function wordsFrom(tokens: readonly Token[], from: number): string {
  return tokens
    .slice(from, from + 8)
    .map(({ word }) => word)
    .join(' ');
}

function goOnWithout(gerund: string, object: string | null): string | null {
  return object === null || gerund.length < 5 ? null : `Going on without ${gerund} ${object} was possible`;
}

/** Passes "on the infra team" after "nobody". */
function afterGroup(tokens: readonly Token[], actors: readonly Actor[], from: number): number {
  if (!/^(?:on|in|at|from|of)$/.test(tokens[from]?.word ?? '')) return from;
  return actors.find((actor) => actor.from > from && actor.from <= from + 2)?.to ?? from;
}

function skip(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 4 && hedge.test(tokens[at]?.word ?? '')) at += 1;
  return at;
}

/** The words from here to the end of the clause as they stand in the text; null when they speak of people. */
function objectAt(sentence: string, tokens: readonly Token[], actors: readonly Actor[], from: number): string | null {
  let to = from;
  while (to < tokens.length && !clauseEnd.test(tokens[to]?.word ?? '')) {
    if (tokens[to]?.word === 'at' && tokens[to + 1]?.word === 'the' && tokens[to + 2]?.word === 'worst') break;
    to += 1;
  }
  while (
    to > from &&
    /^(?:completely|entirely|totally|altogether|repeatedly|badly|anyway|immediately|quickly|twice|\d+|two|three|five|ten|fifteen|twenty|thirty|forty|fifty|sixty|minutes?|seconds?|hours?|days?|earlier|later)$/.test(
      tokens[to - 1]?.word ?? '',
    )
  )
    to -= 1;
  // "at 10:02" has lost its time by now.
  while (to > from && /^(?:at|on|in|for|after|before|around|about|within|by)$/.test(tokens[to - 1]?.word ?? ''))
    to -= 1;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined || to <= from || to - from > longestObject) return null;
  const ofPeople = actors.some((actor) => actor.from < to && actor.to > from);
  if (/^(?:until|about|for|by|in|at|with|like|than|even|only)$/.test(first.word)) return null;
  const words = tokens.slice(from, to).map(({ word }) => word);
  if (
    ofPeople ||
    words.some((word) => judging.test(word)) ||
    words.some((word) =>
      /^(?:his|her|hers|their|my|your|it|this|that|them|him|us|me|what|how|to|ball|obvious)$/.test(word),
    )
  ) {
    return null;
  }
  return sentence.slice(first.start, last.end);
}

/** "Everybody knew that the disk was full" and "caused by human error" say something about the system, too. */
function withoutJudgement(sentence: string, roster: Roster): string | null {
  if (judgementFirst.test(sentence)) {
    const rest = sentence.replace(judgementFirst, '');
    return leansOnSomething.test(rest) ? null : rest;
  }
  if (errorOfPeople.test(sentence))
    return sentence
      .replace(errorOfPeople, 'an action that nothing stopped')
      .replace(/(nothing stopped) (?:by|of|on the part of) [^.,;:]+/, '$1');
  const clause = /^(.{12,}?)(?:,? because |,? since |, (?:but|and|so|which|as usual)\b| – | — )/.exec(sentence)?.[1];
  if (clause === undefined || leansOnSomething.test(clause)) return null;
  const speaksOfPeople = findActors(tokenise(clause, { start: 0, end: clause.length }), roster).length > 0;
  return speaksOfPeople ? null : clause;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
