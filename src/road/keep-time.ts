import type { Incident } from '../incident/incident.ts';
import { earliest } from '../reactions/entries.ts';
import { settle, type TellingDesk, type Told } from './settle.ts';

/** Something that is looked after in every open incident, time and again; it returns the state as it leaves it. */
export type Duty = (incident: Incident) => Promise<Incident>;

/** What one look at everything that is open came to. */
export interface TimeKept {
  readonly told: readonly Told[];
  readonly attempted: number;
  readonly sent: number;
  /** When something falls due next; null if nothing does. */
  readonly next_at: string | null;
}

/** One incident may keep the others waiting for so long, in seconds. */
const patience = 30;

const mostAtOnce = 8;

/** Does what is due now in every open incident, worst first: further duties, then telling people. */
export async function keepTime(desk: TellingDesk, duties: readonly Duty[]): Promise<TimeKept> {
  const open = await desk.store.listOpen();
  const told: Told[] = [];
  const worstFirst = open.toSorted((a, b) => a.severity.localeCompare(b.severity));
  // Side by side, so that the dead channel of one incident does not keep the others waiting.
  for (let from = 0; from < worstFirst.length; from += mostAtOnce) {
    const some = worstFirst.slice(from, from + mostAtOnce);
    told.push(...(await Promise.all(some.map((incident) => keepOne(incident, desk, duties)))));
  }
  return {
    told,
    attempted: told.reduce((sum, { attempted }) => sum + attempted, 0),
    sent: told.reduce((sum, { sent }) => sum + sent, 0),
    next_at: earliest(told.map(({ next_at }) => next_at)),
  };
}

async function keepOne(incident: Incident, desk: TellingDesk, duties: readonly Duty[]): Promise<Told> {
  let state = incident;
  for (const duty of duties) state = await duty(state);
  return settle(state, desk, patience);
}
