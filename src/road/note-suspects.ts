import type { Asked } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import { hypothesesFor } from '../phases/note-suspects.ts';
import type { SuspectFound } from './doors.ts';
import { type Desk, respond } from './respond.ts';

/** So many of the likeliest suspects are written down. */
const mostNoted = 3;

/** Writes the likeliest suspects down as hypotheses of the program, each once; returns how many were new. */
export async function noteSuspects(
  incident: Incident,
  suspects: readonly SuspectFound[],
  asked: Asked,
  desk: Desk,
): Promise<{ readonly incident: Incident; readonly noted: number }> {
  let state = incident;
  let noted = 0;
  for (const text of hypothesesFor(incident, suspects, mostNoted)) {
    const note = { kind: 'hypothesis', text, evidence: [], milestone: null, amends: null } as const;
    const response = await respond(incident.id, { type: 'add-note', ...asked, by: null, ...note }, desk);
    if (!response.ok) break;
    state = response.incident;
    noted += 1;
  }
  return { incident: state, noted };
}
