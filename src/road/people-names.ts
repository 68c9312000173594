import type { Incident } from '../incident/incident.ts';
import type { PersonConfig } from '../oncall/oncall-config.ts';
import { everyone } from '../report/people.ts';

/** Every spelling under which the people of an incident, and those of the configuration, may be named in a text. */
export function peopleNames(
  people: Readonly<Record<string, PersonConfig>>,
  incident: Incident | null,
): readonly string[] {
  const names = new Set<string>();
  for (const person of incident === null ? Object.keys(people) : everyone(incident, people)) {
    names.add(person);
    const key = person.replace(/@.*$/s, '');
    // Someone who signs as "tess.okafor" is called Tess by the others.
    if (/^\p{L}+(?:[._-]\p{L}+)+$/u.test(key)) names.add(key.replaceAll(/[._-]/g, ' '));
  }
  for (const { name, email, slack } of Object.values(people)) {
    for (const spelling of [name, name?.split(' ')[0], email, slack]) if (spelling !== undefined) names.add(spelling);
  }
  return [...names].filter((name) => name.length > 1);
}
