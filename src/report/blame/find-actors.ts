import { type Actor, type ActorKind, matchRoster, type Roster } from './actor.ts';
import { actorWords } from './actor-words.ts';
import { judgeName } from './first-names.ts';
import type { Token } from './tokenise.ts';

const pronouns: ReadonlyMap<string, ActorKind> = new Map([
  ['he', 'P'],
  ['she', 'P'],
  ['they', 'P'],
  ['him', 'P'],
  ['i', 'I'],
  ['we', 'I'],
  ['you', 'Y'],
  ['someone', 'S'],
  ['somebody', 'S'],
  ['whoever', 'S'],
  ['anyone', 'S'],
  ['anybody', 'S'],
  ['nobody', 'Z'],
  ['everyone', 'E'],
  ['everybody', 'E'],
]);
const titles = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'miss']);
const ownedTeam =
  /^(?:support|security|legal|ops|operations|infra|leadership|management|marketing|sales|compliance|procurement|engineering)$/;
const notNames =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|october|november|december|september|christmas|easter|why|how|what|when|where|which|who|this|that|these|those|there|it|its|if|had|should|once|another|please|english|europe|asia|america|africa|east|west|north|south|availability|zone|region|front|status|status-page|root|cause|action|owner|summary|timeline|impact)$/;
// "The security side" are people, "the port side" and "the client side" are not.
const vagueHead = /^(?:side|board|panel|lot|bunch|office|rotation)$/;
const noPeople =
  /^(?:client|server|user|front-end|back-end|backend|frontend|web|data|first|second|third|other|same|new|single|whole|entire|system|external|internal|remote|upstream|downstream|primary|secondary)$/;
// "A channel that on-call reads": after a thing, "that" begins a clause and belongs to no actor.
const things =
  /^(?:channels?|mailbox|mailboxes|inbox|dashboards?|lists?|queues?|pages?|wikis?|documents?|rooms?|boards?|feeds?|calendars?|address|folders?|repository|hosts?|alerts?|metrics?|fields?|settings?|flags?|forms?|tickets?|consoles?|views?|reports?|topics?)$/;
const behind = new Set(['shift', 'call', 'duty', 'charge', 'watch', 'rotation', 'bridge']);
// After one of these even an unknown capitalised word inside a sentence is a person.
const doneByPeopleOnly =
  /^(?:forgot|decided|insisted|thought|assumed|reckoned|figured|believed|neglected|panicked|botched|bungled|goofed|blundered|misread|mistyped|fat-fingered|approved|merged|typed|tidied|fiddled|tinkered|slipped|rushed|refused|wanted|bothered|admitted|apologised|apologized|promised|claimed|swore|told|asked|joined|acknowledged|noticed|suggested|hurried|meddled|improvised|guessed|hesitated|shrugged)$/;
const doneInChat =
  /^(?:yanked|unplugged|dropped|flipped|changed|touched|kicked|tripped|turned|forgot|broke|nuked|deleted|wiped|pushed|merged|botched|messed|screwed|borked|decided|thought|ignored|skipped|approved|fat-fingered|typed|killed|panicked|rebooted|restarted|shipped|acked|did|acknowledged|joined|noticed|found|fixed)$/;
const doneByTeamInChat =
  /^(?:broke|forgot|decided|insisted|thought|refused|messed|screwed|lied|neglected|promised|bothered|shipped|released|pushed)$/;
const talksLikeAPerson =
  /^(?:forgot|fat-fingered|botched|panicked|neglected|screwed|messed|bungled|goofed|blundered|ignored|insisted|decided|thought|assumed|broke|deleted|wiped|nuked|pushed|took|caused|merged|failed|missed|dropped|skipped|knocked|triggered|let|left|approved|misread|brought|rushed|waited|ran|typed|shipped|disabled|bypassed|killed|leaked|exposed|ruined|lied)$/;

function bare(token: Token | undefined): string {
  return token === undefined ? '' : token.raw.replace(/['’]s?$/, '');
}

function isCapitalised(token: Token | undefined): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}'’-]+(?:\p{Lu}?\p{Ll}+)*$/u.test(bare(token));
}

function isPossessive(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.word === "'s" && tokens[at + 1]?.start === tokens[at]?.start;
}

/** Counts the capitalised words after a given name: they are taken for the family name. */
function surnames(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 2 && !isPossessive(tokens, at - 1) && isCapitalised(tokens[at])) {
    if (judgeName(tokens[at]?.word ?? '') === 'system') break;
    at += 1;
  }
  return at;
}

/** Chats write names in lower case; a verb that only people are the subject of shows them. */
function isNameInChat(tokens: readonly Token[], at: number): boolean {
  const raw = tokens[at]?.raw ?? '';
  if (!/^\p{Ll}{3,}$/u.test(raw)) return false;
  const previous = tokens[at - 1]?.word ?? ',';
  if (previous !== 'did' && !doneInChat.test(tokens[at + 1]?.word ?? '')) return false;
  const { determiners, stops } = actorWords();
  return (
    (stops.has(previous) ||
      /^(?:again|then|lol|ugh|omg|lmao|welp|argh|wow|yeah|well|okay|ok|wow|[a-z]+ly)$/.test(previous)) &&
    !determiners.has(previous) &&
    judgeName(raw) === 'sure'
  );
}

function findName(tokens: readonly Token[], at: number, roster: Roster): Actor | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const fromRoster = matchRoster(tokens, at, roster);
  if (fromRoster > 0) return { kind: 'N', head: token.word, from: at, to: at + fromRoster };
  // "@db1.cluster.example.net" is the end of an address, and no handle.
  if (token.raw.startsWith('@') && !/\/|\..*\./.test(token.raw))
    return { kind: 'N', head: token.word, from: at, to: at + 1 };
  if (titles.has(token.word) && /^[A-Z]/.test(token.raw)) {
    const first = tokens[at + 1]?.word === '.' ? at + 2 : at + 1;
    if (isCapitalised(tokens[first])) return { kind: 'N', head: token.word, from: at, to: surnames(tokens, first + 1) };
  }
  const { determiners, stops, bareTeams, vendors } = actorWords();
  if (isNameInChat(tokens, at)) return { kind: 'N', head: token.word, from: at, to: at + 1 };
  if (!isCapitalised(token) || notNames.test(token.word)) return undefined;
  if (determiners.has(token.word) || stops.has(token.word)) return undefined;
  const certainty = judgeName(token.word);
  const to = surnames(tokens, at + 1);
  const name: Actor = { kind: 'N', head: token.word, from: at, to };
  const next = tokens[to]?.word ?? '';
  const onlyPeople = to === at + 1 && doneByPeopleOnly.test(next);
  const startsSentence = at === 0 || !/\p{L}/u.test(tokens[at - 1]?.word ?? '');
  if (
    certainty === 'sure' ||
    (certainty === 'unknown' && /^(?:his|her)$/.test(tokens[to + 1]?.word ?? '') && next === 'and')
  )
    return name;
  if (certainty === 'system') return undefined;
  if (certainty === 'ambiguous') {
    return !startsSentence || isPossessive(tokens, at) || talksLikeAPerson.test(next) ? name : undefined;
  }
  if (bareTeams.has(token.word) || vendors.has(token.word)) return undefined;
  if (onlyPeople && !startsSentence && !isCapitalised(tokens[at - 1])) return name;
  // "Ingrid Falk deleted" is a person; "US East Zone caused" is a place.
  if (to === at + 2 && talksLikeAPerson.test(next) && !isCapitalised(tokens[at - 1])) return name;
  return startsSentence && !talksLikeAPerson.test(tokens[at + 1]?.word ?? '')
    ? undefined
    : { ...name, kind: 'U', to: at + 1 };
}

/** Walks left from a head noun over its adjectives; says whether a determiner was met. */
function startOfPhrase(tokens: readonly Token[], head: number, floor: number): { from: number; determined: boolean } {
  const { determiners, stops, modifiers } = actorWords();
  let known = head;
  for (let at = head - 1; at >= Math.max(floor, head - 4); at -= 1) {
    const word = tokens[at]?.word ?? '';
    if (word === 'that' && things.test(tokens[at - 1]?.word ?? '')) break;
    if (determiners.has(word)) return { from: word === "'s" ? Math.max(floor, at) : at, determined: true };
    if (stops.has(word) || !/^[\p{L}&/-]+$/u.test(word)) break;
    if (known === at + 1 && modifiers.has(word)) known = at;
  }
  return { from: known, determined: false };
}

function kindOfHead(
  tokens: readonly Token[],
  at: number,
  { from, determined }: { readonly from: number; readonly determined: boolean },
): ActorKind | undefined {
  const words = actorWords();
  const modified = at - from > (determined ? 1 : 0);
  const determiner = determined ? (tokens[from]?.word ?? '') : '';
  const token = tokens[at];
  const word = token?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  // The last noun of a compound is the actor: "support desk", "database team", "team lead".
  if (/^leads?$/.test(word) && /^(?:to|straight|back|directly|into|nowhere|us|them)$/.test(next)) return undefined;
  if (words.followers.has(next) || words.teamHeads.has(next) || words.roles.has(next)) return undefined;
  if (words.customers.has(word)) return 'C';
  // Terse notes leave the article out.
  const opens = at === 0 && /^[A-Z]/.test(token?.raw ?? '');
  if (words.vendorHeads.has(word) && (determined || modified || opens)) return 'V';
  const previous = tokens[at - 1]?.word ?? '';
  // "A post on Teams" is a post in a chat program.
  if (token?.raw === 'Teams' && /^(?:on|in|via|microsoft|ms)$/.test(previous)) return undefined;
  if (vagueHead.test(word) && (!words.modifiers.has(previous) || noPeople.test(previous))) return undefined;
  if (
    words.teamHeads.has(word) &&
    (word === 'noc' ||
      /^(?:teams?|crews?|squads?|folks|helpdesk|personnel)$/.test(word) ||
      (word === 'staff' && (opens || determined)) ||
      modified)
  )
    return 'T';
  if (words.vendors.has(word)) return isProduct(tokens, at, determiner) ? undefined : 'V';
  if (words.roles.has(word)) {
    if (words.bareRoles.has(word) && !modified) return determined ? 'R' : undefined;
    return 'R';
  }
  const raw = token?.raw ?? '';
  const owned = ownedTeam.test(word) && /^(?:their|our|'s)$/.test(determiner);
  // "Turned down by finance": after "by" the bare word is the office.
  const doneBy =
    previous === 'by' && /^(?:finance|legal|marketing|procurement|compliance|management|hr|sales|security)$/.test(word);
  const isBareTeam =
    owned || doneBy || (words.bareTeams.has(word) && (word === 'it' ? raw === 'IT' : /^[A-Z]/.test(raw)));
  const inChat =
    doneByTeamInChat.test(next) && words.bareTeams.has(word) && words.stops.has(previous === '' ? ',' : previous);
  return isBareTeam || inChat || /^(?:sre|qa|devops|infra|ops|secops|netops|leadership|noc)$/.test(word)
    ? 'T'
    : undefined;
}

/** "Amazon EBS", "an AWS region" and "Google us-east-1" are products or places, not the company behind them. */
function isProduct(tokens: readonly Token[], at: number, determiner: string): boolean {
  const next = tokens[at + 1]?.raw ?? '';
  return /^an?$/.test(determiner) || /^[A-Z\d]/.test(next) || /\d$/.test(next);
}

function findRoleOrTeam(tokens: readonly Token[], at: number, floor: number): Actor | undefined {
  const word = tokens[at]?.word ?? '';
  const phrase = startOfPhrase(tokens, at, floor);
  const kind = kindOfHead(tokens, at, phrase);
  if (kind === undefined) return undefined;
  let to = at + 1;
  if (kind === 'R' && /^(?:responsible|involved|concerned|accountable)$/.test(tokens[to]?.word ?? '')) to += 1;
  const after = tokens[to]?.word;
  if ((after === 'on' || after === 'in') && behind.has(tokens[to + 1]?.word ?? '')) to += 2;
  else if (after === 'on' && tokens[to + 1]?.word === 'the' && behind.has(tokens[to + 2]?.word ?? '')) to += 3;
  return { kind, head: word, from: phrase.from, to };
}

/** Finds the actors of a sentence from left to right; they do not overlap. */
export function findActors(tokens: readonly Token[], roster: Roster): readonly Actor[] {
  const actors: Actor[] = [];
  let floor = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (at < floor) continue;
    const word = tokens[at]?.word ?? '';
    const kind = pronouns.get(word);
    const actor =
      kind !== undefined
        ? { kind, head: word, from: at, to: at + 1 }
        : word === 'no' && tokens[at + 1]?.word === 'one'
          ? ({ kind: 'Z', head: 'nobody', from: at, to: at + 2 } as const)
          : (findRoleOrTeam(tokens, at, floor) ?? findName(tokens, at, roster));
    if (actor === undefined) continue;
    actors.push(actor);
    floor = actor.to;
  }
  return actors;
}
