import { noteSuspects } from '../road/note-suspects.ts';
import type { House } from './house.ts';

/** Looking for suspects must not keep anybody waiting, in milliseconds. */
const patience = 2_000;

/** Writes the likeliest suspects of an incident that has just begun down as hypotheses. */
export async function noteAtTriage(id: string, house: House): Promise<void> {
  const incident = await house.store.read(id);
  if (incident === null) return;
  const { suspects } = await house.findSuspects(incident, patience);
  const now = house.now();
  await noteSuspects(incident, suspects, { by: null, at: now, now }, house);
}
