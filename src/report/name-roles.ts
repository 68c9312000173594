import type { Incident } from '../incident/incident.ts';
import type { Role } from '../incident/role.ts';
import { foldLetters } from './fold-letters.ts';
import { isHeading, isNamePosition } from './name-position.ts';
import { spellingsOf } from './name-spellings.ts';
import { everyone, type KnownPeople, roleOf } from './people.ts';
import { fill, type Words, wordsFor } from './words/words.ts';

/** Scripts that put no space between words, where a name may stand inside a run of letters. */
const withoutSpaces =
  /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Writes roles in the place of people: keys, names, addresses and @handles become "the incident commander" or
 * "a responder".
 *
 * `people` are those of the configuration; whoever holds a role or wrote into the journal counts as well.
 */
export function nameRoles(text: string, incident: Incident, people: KnownPeople, words?: Words): string {
  return prepareNameRoles(incident, people, words)(text);
}

/** The same, made once for many texts of one incident; without an incident, for those of the configuration alone. */
export function prepareNameRoles(
  incident: Incident | null,
  people: KnownPeople,
  words: Words = wordsFor('en'),
): (text: string) => string {
  const known = knownNames(incident, people);
  if (known.size === 0) return (text) => text;
  const pattern = patternFor([...known.keys()]);
  return (given) => {
    const text = given.normalize('NFC');
    const found = joinNames(findNames(text, pattern, known), text);
    if (found.length === 0) return given;
    let result = '';
    let done = 0;
    for (const { start, end, role } of found) {
      const bare = /\b(?:the|an?) $/i.test(text.slice(Math.max(0, start - 5), start));
      const said = words.role[role];
      result += text.slice(done, start);
      result += bare ? said.replace(/^(?:the|an?) /, '') : atSentenceStart(text, start) ? capitalised(said) : said;
      done = end;
    }
    return tidy(result + text.slice(done), words);
  };
}

interface KnownName {
  readonly role: Role;
  readonly certainty: 'sure' | 'likely' | 'heading';
  readonly given_only: boolean;
}

interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/** Every spelling of everybody; what means one person for sure counts before what may mean another. */
function knownNames(incident: Incident | null, people: KnownPeople): ReadonlyMap<string, KnownName> {
  const known = new Map<string, KnownName>();
  const everybody = (incident === null ? Object.keys(people) : everyone(incident, people)).map((person) => ({
    role: (incident === null ? null : roleOf(person, incident)) ?? ('responder' as const),
    spellings: spellingsOf(person, people),
  }));
  for (const certainty of ['sure', 'likely', 'heading'] as const) {
    for (const { role, spellings } of everybody) {
      for (const spelling of spellings[certainty]) {
        if (!known.has(spelling)) known.set(spelling, { role, certainty, given_only: spellings.given_only });
      }
    }
  }
  return known;
}

function findNames(text: string, pattern: RegExp, known: ReadonlyMap<string, KnownName>): readonly FoundName[] {
  const found: FoundName[] = [];
  for (const match of foldLetters(text).matchAll(pattern)) {
    const spelling = match[0];
    const [start, end] = [match.index, match.index + spelling.length];
    const around = `${text.charAt(start - 1)}${text.charAt(end)}`;
    if (around.includes('/') && /^\p{Ll}/u.test(spelling)) continue;
    const name = known.get(spelling) ?? known.get(spelling.replace(/^@/, ''));
    const handle = spelling.startsWith('@');
    if (name?.certainty === 'likely' && !handle && !isNamePosition(text, start, end)) continue;
    if (name?.certainty === 'heading' && !handle && !isHeading(text, start, end)) continue;
    const family = name?.given_only === true ? (familyName.exec(text.slice(end, end + 60))?.[0] ?? '') : '';
    found.push({ start, end: end + family.length, role: name?.role ?? 'responder' });
  }
  return found;
}

/** Initials belong to the name they stand before, and what stands between two parts of one name to both. */
function joinNames(found: readonly FoundName[], text: string): readonly FoundName[] {
  const joined: FoundName[] = [];
  for (const name of found) {
    const last = joined.at(-1);
    const initials = initialsBefore.exec(text.slice(Math.max(last?.end ?? 0, name.start - 12), name.start))?.[0] ?? '';
    const start = /^\p{Lu}/u.test(text.charAt(name.start)) ? name.start - initials.length : name.start;
    if (last !== undefined && last.role === name.role && betweenParts.test(text.slice(last.end, start))) {
      joined[joined.length - 1] = { ...last, end: name.end };
    } else {
      joined.push({ ...name, start });
    }
  }
  return joined;
}

/** What follows a given name in capitals is the family name, unless it is a day or a month. */
const familyName =
  /^(?:(?: (?:van|von|de|der|del|della|di|da|dos|la|le|bin|binti|al|el)){0,2} (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)\p{Lu}['’]?(?:\p{Lu}?\p{Ll}){1,20}(?:-\p{Lu}\p{Ll}{1,20})?(?![\p{L}\p{N}_.-]*[\p{L}\p{N}_])){1,3}/u;
const initialsBefore = /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\. ?){1,3}|[OD]['’])$/u;
const betweenParts =
  /^(?: (?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|binti|al|el|ibn|ter|y|e|\p{Lu}\.|\p{Lu}\p{Ll}+) ){0,2})$/u;

/** Longer spellings first, so that a full name is taken whole; a name inside another word or an address is none. */
function patternFor(spellings: readonly string[]): RegExp {
  const sorted = spellings.toSorted((a, b) => b.length - a.length);
  const apart = sorted.filter((spelling) => !withoutSpaces.test(spelling)).map(escapePattern);
  const inside = sorted.filter((spelling) => withoutSpaces.test(spelling) && spelling.length > 2).map(escapePattern);
  const sources = [
    ...(apart.length === 0
      ? []
      : [
          `(?<![\\p{L}\\p{M}\\p{N}_@.#-])@?(?:${apart.join('|')})(?![\\p{L}\\p{M}\\p{N}_@-]|:\\/\\/|\\.[\\p{L}\\p{N}])`,
        ]),
    ...(inside.length === 0 ? [] : [`@?(?:${inside.join('|')})`]),
  ];
  return new RegExp(sources.join('|'), 'gu');
}

/** "the incident commander is incident commander" says nothing new: whoever it was, the incident commander is in charge. */
function tidy(text: string, words: Words): string {
  const { commander, responder, scribe, 'communications-lead': lead } = words.role;
  const taken = fill(words.role.taken, { role: commander });
  const anyone = [commander, responder, scribe, lead].map(escapePattern).join('|');
  return text.replaceAll(
    new RegExp(`(?:${anyone}) (?:is|as) (?:the |now )?(?:incident commander|ic)(?![\\p{L}\\p{N}])`, 'giu'),
    (found) => (/^\p{Lu}/u.test(found) ? capitalised(taken) : taken),
  );
}

function atSentenceStart(text: string, offset: number): boolean {
  return /(?:^|[.!?]\s)\s*$/.test(text.slice(Math.max(0, offset - 4), offset));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
