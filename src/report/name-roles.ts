import type { Incident } from '../incident/incident.ts';
import type { Role } from '../incident/role.ts';
import { everyone, type KnownPeople, roleOf } from './people.ts';
import { fill, type Words, wordsFor } from './words/words.ts';

/** First names that are also common words stay as they are, unless they stand in a full name or a handle. */
const alsoWords = new Set(
  'will mark may rose grace hope art bill dean drew faith frank gene grant guy jack joy june lance may miles nick pat paul penny ray rich rob rod sandy skip sue summer tab tom van wade web ann api app ops may dev'.split(
    ' ',
  ),
);

/**
 * Writes roles in the place of people: keys, names, addresses and @handles become "the incident commander" or
 * "a responder".
 *
 * `people` are those of the configuration; whoever holds a role or wrote into the journal counts as well.
 */
export function nameRoles(text: string, incident: Incident, people: KnownPeople, words?: Words): string {
  return prepareNameRoles(incident, people, words)(text);
}

/** The same, made once for many texts of one incident. */
export function prepareNameRoles(
  incident: Incident,
  people: KnownPeople,
  words: Words = wordsFor('en'),
): (text: string) => string {
  const roleBySpelling = new Map<string, Role>();
  for (const person of everyone(incident, people)) {
    const role = roleOf(person, incident) ?? 'responder';
    for (const spelling of spellingsOf(person, people)) {
      if (!roleBySpelling.has(spelling)) roleBySpelling.set(spelling, role);
    }
  }
  if (roleBySpelling.size === 0) return (text) => text;
  const sources = [...roleBySpelling.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}_@.:/#-])@?(?:${sources.join('|')})(?![\\p{L}\\p{M}\\p{N}_@/:-]|\\.[\\p{L}\\p{N}])`,
    'gu',
  );
  return (text) =>
    tidy(
      text.replaceAll(pattern, (spelling, offset: number) => {
        const role = roleBySpelling.get(spelling) ?? roleBySpelling.get(spelling.replace(/^@/, '')) ?? 'responder';
        return atSentenceStart(text, offset) ? capitalised(words.role[role]) : words.role[role];
      }),
      words,
    );
}

/** Every way in which a person is likely to be written. */
function spellingsOf(person: string, people: KnownPeople): readonly string[] {
  const known = Object.hasOwn(people, person) ? people[person] : undefined;
  const found = new Set<string>([person]);
  const add = (spelling: string | null | undefined): void => {
    const trimmed = spelling?.trim() ?? '';
    if (trimmed.length > 1) found.add(trimmed);
  };
  for (const spelling of [known?.email, known?.slack, known?.phone, known?.os_user]) add(spelling);
  const key = person.includes('@') ? person.slice(0, person.indexOf('@')) : person;
  const name = known?.name ?? (/^\p{L}+(?:[._ -]\p{L}+)+$/u.test(key) ? key.replaceAll(/[._-]/g, ' ') : key);
  const parts = name.split(/\s+/).filter((part) => part.length > 1);
  add(name);
  add(parts.map(capitalised).join(' '));
  add(parts.join('.').toLowerCase());
  for (const part of parts) if (!alsoWords.has(part.toLowerCase())) add(capitalised(part));
  if (!person.includes('@') && !alsoWords.has(person.toLowerCase())) add(capitalised(person));
  if (alsoWords.has(person.toLowerCase())) found.delete(person);
  if (alsoWords.has(person.toLowerCase())) found.add(`@${person}`);
  return [...found].filter((spelling) => spelling.length > 1);
}

/** "the incident commander is incident commander" says nothing new, and two roles in a row stutter. */
function tidy(text: string, words: Words): string {
  const commander = words.role.commander;
  const taken = fill(words.role.taken, { role: commander });
  return text
    .replaceAll(
      new RegExp(`${escapePattern(commander)} (?:is|as) (?:the |now )?(?:incident commander|ic)\\b`, 'giu'),
      (found) => (/^\p{Lu}/u.test(found) ? capitalised(taken) : taken),
    )
    .replaceAll(/\bincident commander is the incident commander\b/giu, taken);
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
