import type { Incident } from '../incident/incident.ts';
import type { PersonConfig } from '../oncall/oncall-config.ts';

/** Every spelling under which the people of an incident, and those of the configuration, may be named in a text. */
export function peopleNames(
  people: Readonly<Record<string, PersonConfig>>,
  incident: Incident | null,
): readonly string[] {
  const names = new Set<string>();
  for (const [key, { name, email, slack }] of Object.entries(people)) {
    for (const spelling of [key, name, name?.split(' ')[0], email, slack])
      if (spelling !== undefined) names.add(spelling);
  }
  for (const holders of Object.values(incident?.roles ?? {})) for (const holder of holders) names.add(holder);
  for (const { by } of incident?.timeline ?? []) if (by !== null) names.add(by);
  return [...names].filter((name) => name.length > 1);
}
