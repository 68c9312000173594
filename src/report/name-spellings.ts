import { foldedForms } from './fold-letters.ts';
import { judgePart } from './name-words.ts';
import type { KnownPeople } from './people.ts';

/** Every way in which a person is likely to be written, without marks on Latin letters. */
export interface Spellings {
  /** Mean this person wherever they stand. */
  readonly sure: readonly string[];
  /** Are words, too: mean this person where a name is to be expected. */
  readonly likely: readonly string[];
  /** Mean this person at the head of a line of chat: "tess: looking". */
  readonly heading: readonly string[];
  /** True where no family name is known, so that one may follow in a text. */
  readonly given_only: boolean;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "O'Neill" and "McDonald" are `oneill` and `mcdonald` in a handle. */
function joinedUp(part: string): readonly string[] {
  const lower = part.toLowerCase();
  const joined = [part];
  if (/^[od][a-z]{4,}$/.test(lower)) joined.push(`${lower.charAt(0).toUpperCase()}'${capitalised(lower.slice(1))}`);
  if (/^ma?c[a-z]{4,}$/.test(lower)) {
    const stem = lower.startsWith('mac') ? 3 : 2;
    joined.push(capitalised(lower.slice(0, stem)) + capitalised(lower.slice(stem)));
  }
  return joined;
}

function withHyphens(part: string): string {
  return part.split('-').map(capitalised).join('-');
}

/** The spellings of one person: the key, and what the configuration knows beside it. */
export function spellingsOf(person: string, people: KnownPeople): Spellings {
  const known = Object.hasOwn(people, person) ? people[person] : undefined;
  const sure = new Set<string>();
  const likely = new Set<string>();
  const heading = new Set<string>();
  const put = (where: Set<string>, spelling: string | null | undefined): void => {
    const trimmed = spelling?.trim() ?? '';
    if (trimmed.length > 1) for (const form of foldedForms(trimmed)) where.add(form);
  };
  for (const spelling of [known?.email, known?.slack, known?.phone]) put(sure, spelling);
  const key = person.includes('@') ? person.slice(0, person.indexOf('@')) : person;
  const isName = /^\p{L}+(?:[._ -]\p{L}+)+$/u.test(key);
  const name = known?.name ?? (isName ? key.replaceAll(/[._]/g, ' ') : key);
  const parts = name.split(/\s+/).filter((part) => part.length > 1);
  // "platform-team" is nobody; its words are words.
  const somebody = name.split(/[\s._-]+/).some((part) => judgePart(part) !== 'no-name');
  if (!somebody) {
    put(sure, `@${person}`);
    if (judgePart(person) !== 'no-name') put(sure, person);
    return { sure: [...sure], likely: [], heading: [], given_only: false };
  }
  put(sure, name);
  if (isName) put(sure, key.replaceAll(/[._-]/g, ' '));
  put(sure, parts.map(withHyphens).join(' '));
  put(sure, parts.map((part) => part.split('-').map(capitalised).join(' ')).join(' '));
  put(sure, parts.join('.').toLowerCase());
  // "edge-cache" is one name, whatever it names; its parts are words.
  const ofHandle = known?.name == null;
  const own = ofHandle && parts.length === 1 && key.includes('-') ? [] : parts;
  for (const part of own.flatMap((one) => [one, ...one.split('-')]).flatMap(joinedUp)) {
    if (!ofHandle && /^\p{Ll}/u.test(part)) continue;
    const judged = judgePart(part);
    if (judged !== 'no-name') put(judged === 'name' ? sure : likely, withHyphens(part));
  }
  const given = own[0] ?? '';
  const judged = judgePart(given);
  if (judged !== 'no-name' && given.length > 2) {
    put(sure, `@${given.toLowerCase()}`);
    put(heading, given.toLowerCase());
    // Chat is written small: "asked tess to look".
    if (judged === 'name' && own.length > 1) put(sure, given.toLowerCase());
  }
  if (judgePart(person) === 'name') {
    put(sure, person);
    put(sure, capitalised(key));
  } else {
    put(sure, `@${person}`);
    if (judgePart(person) === 'also-word') put(likely, capitalised(key));
  }
  return {
    sure: [...sure],
    likely: [...likely],
    heading: [...heading],
    given_only: own.length === 1 && !given.includes('-'),
  };
}
