import type { IncidentEvent } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentStore } from '../store/incident-store.ts';

/** Each lost race means that somebody else's entry was kept. */
export const mostAttempts = 200;

/** How something went is a fact: it is kept after whatever came first, never dropped. */
export async function keepOutcomes(
  incident: Incident,
  events: readonly IncidentEvent[],
  desk: { readonly store: IncidentStore; readonly now: () => string },
): Promise<Incident> {
  let state = incident;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const appended = await desk.store.append(state.id, state.revision, events, desk.now());
    if (appended.ok) return appended.incident;
    state = (await desk.store.read(state.id)) ?? state;
  }
  throw new Error(`${incident.id} changed ${mostAttempts} times while outcomes were being kept`);
}
