import type { Incident } from '../incident/incident.ts';
import type { Role } from '../incident/role.ts';
import { everyone, type KnownPeople, roleOf } from './people.ts';
import { fill, type Words, wordsFor } from './words/words.ts';

/** First names that are also common words stay as they are, unless they stand in a full name or a handle. */
const alsoWords = new Set(
  'will mark may rose grace hope art bill dean drew faith frank gene grant guy jack joy june lance miles nick pat paul penny ray rich rob rod sandy skip sue summer tab tom van wade web app api ops dev sre dba oncall on-call admin root lead manager team support infra platform database operator engineer tester user me'.split(
    ' ',
  ),
);

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
  const roleBySpelling = new Map<string, Role>();
  for (const person of incident === null ? Object.keys(people) : everyone(incident, people)) {
    const role = (incident === null ? null : roleOf(person, incident)) ?? 'responder';
    for (const spelling of spellingsOf(person, people)) {
      if (!roleBySpelling.has(spelling)) roleBySpelling.set(spelling, role);
    }
  }
  if (roleBySpelling.size === 0) return (text) => text;
  const pattern = patternFor([...roleBySpelling.keys()]);
  return (text) =>
    tidy(
      text.replaceAll(pattern, (spelling, offset: number) => {
        const around = `${text.charAt(offset - 1)}${text.charAt(offset + spelling.length)}`;
        if (around.includes('/') && /^\p{Ll}/u.test(spelling)) return spelling;
        const role = roleBySpelling.get(spelling) ?? roleBySpelling.get(spelling.replace(/^@/, '')) ?? 'responder';
        if (/\b(?:the|an?) $/i.test(text.slice(Math.max(0, offset - 5), offset)))
          return words.role[role].replace(/^(?:the|an?) /, '');
        return atSentenceStart(text, offset) ? capitalised(words.role[role]) : words.role[role];
      }),
      words,
    );
}

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

/** Every way in which a person is likely to be written. */
function spellingsOf(person: string, people: KnownPeople): readonly string[] {
  const known = Object.hasOwn(people, person) ? people[person] : undefined;
  const found = new Set<string>([person]);
  const add = (spelling: string | null | undefined): void => {
    const trimmed = spelling?.trim() ?? '';
    if (trimmed.length > 1) found.add(trimmed);
  };
  for (const spelling of [known?.email, known?.slack, known?.phone]) add(spelling);
  const key = person.includes('@') ? person.slice(0, person.indexOf('@')) : person;
  const name = known?.name ?? (/^\p{L}+(?:[._ -]\p{L}+)+$/u.test(key) ? key.replaceAll(/[._-]/g, ' ') : key);
  const parts = name.split(/\s+/).filter((part) => part.length > 1);
  add(name);
  add(parts.map(capitalised).join(' '));
  add(parts.join('.').toLowerCase());
  const ownNames = known?.name == null ? parts : parts.filter((part) => !/^\p{Ll}/u.test(part));
  for (const part of ownNames) if (!alsoWords.has(part.toLowerCase())) add(capitalised(part));
  if (!alsoWords.has(person.toLowerCase())) add(capitalised(key));
  else {
    found.delete(person);
    found.add(`@${person}`);
  }
  return [...found];
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
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
