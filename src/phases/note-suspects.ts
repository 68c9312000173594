import type { Incident } from '../incident/incident.ts';

/** As much of a suspect as a hypothesis says. */
interface Suspected {
  readonly ref: string;
  readonly title: string;
  readonly reason: string;
}

/** The texts of the hypotheses that are not on record yet, for the likeliest suspects. */
export function hypothesesFor(incident: Incident, suspects: readonly Suspected[], most: number): readonly string[] {
  const known = incident.timeline.flatMap(({ type, data }) =>
    type === 'note.added' && data['kind'] === 'hypothesis' && typeof data['text'] === 'string' ? [data['text']] : [],
  );
  return suspects
    .slice(0, most)
    .map(({ ref, title, reason }) => ({ lead: `suspect ${shorten(ref)}: `, title, reason }))
    .filter(({ lead }) => !known.some((text) => text.startsWith(lead)))
    .map(({ lead, title, reason }) => `${lead}${title.slice(0, 300)}. ${reason}`);
}

/** A commit is known by the beginning of its hash. */
function shorten(ref: string): string {
  return /^[0-9a-f]{40,64}$/.test(ref) ? ref.slice(0, 10) : ref.slice(0, 60);
}
