import type { Incident } from '../incident/incident.ts';
import { earliest, later } from '../reactions/entries.ts';
import { owedChore } from '../reactions/own-channel.ts';
import { within } from './deliver-messages.ts';
import { settle, type TellingDesk, type Told } from './settle.ts';

/** Something that is looked after in every open incident, time and again; it returns the state as it leaves it. */
export type Duty = (incident: Incident) => Promise<Incident>;

/** What one look at everything that is open came to. */
export interface TimeKept {
  /** Of what is open. */
  readonly told: readonly Told[];
  readonly attempted: number;
  readonly sent: number;
  /** When something falls due next; null if nothing does. */
  readonly next_at: string | null;
}

/** One incident may keep the others waiting for so long, in seconds. */
const patience = 30;

/** So many are looked after side by side; how much goes through one channel at a time is for the notifier to say. */
const mostAtOnce = 32;

/** After so long, in milliseconds, the next incident does not wait for the one before any more. */
const turn = 2000;

/**
 * Does what is due now in every open incident, worst first: further duties, then telling people. What closed lately and
 * still owes something comes last.
 */
export async function keepTime(desk: TellingDesk, duties: readonly Duty[]): Promise<TimeKept> {
  const open = await desk.store.listOpen();
  const worstFirst = open.toSorted((a, b) => a.severity.localeCompare(b.severity));
  const begun: Promise<Told>[] = [];
  let slow = false;
  for (const incident of worstFirst) {
    // One after the other, so that a process that is killed leaves one message of which nobody knows whether it got
    // through; but side by side from the first that dawdles, so that no dead channel keeps the others waiting.
    if (slow) break;
    const keeping = keepOne(incident, desk, duties);
    begun.push(keeping);
    slow = !(await isOverWithin(turn, keeping));
  }
  const rest = sideBySide(worstFirst.slice(begun.length), (incident) => keepOne(incident, desk, duties));
  const told = (await Promise.all([...begun, rest])).flat();
  const after = await sideBySide(await closedOwing(desk), (incident) => settle(incident, desk, patience));
  const all = [...told, ...after];
  return {
    told,
    attempted: all.reduce((sum, { attempted }) => sum + attempted, 0),
    sent: all.reduce((sum, { sent }) => sum + sent, 0),
    next_at: earliest(all.map(({ next_at }) => next_at)),
  };
}

/** Does the work for all, so many at a time, and gives what came of each in their order. */
async function sideBySide(all: readonly Incident[], work: (incident: Incident) => Promise<Told>): Promise<Told[]> {
  const done = new Map<Incident, Told>();
  const waiting = all.values();
  const worker = async (): Promise<void> => {
    for (const incident of waiting) done.set(incident, await work(incident));
  };
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, all.length) }, worker));
  return all.flatMap((incident) => done.get(incident) ?? []);
}

/** What is owed of a closed incident is given up within hours, so older ones need no look. */
const closedSeconds = 24 * 3600;

/** So many of the latest closings are looked at. */
const mostClosed = 50;

/** Incidents closed lately of which something still waits: a last message, an invitation, a channel to archive. */
async function closedOwing({ store, now, policy }: TellingDesk): Promise<readonly Incident[]> {
  const since = later(now(), -closedSeconds);
  const owing: Incident[] = [];
  let seen = 0;
  for await (const { id, status, closed_at, pruned_at } of store.listAll()) {
    if (status !== 'closed') continue;
    seen += 1;
    if (seen > mostClosed) break;
    // Something may have been added to an old one lately, so the next may be younger.
    if (closed_at === null || closed_at < since || pruned_at !== undefined) continue;
    const incident = await store.read(id);
    const waits = incident?.notifications.some(({ state }) => state === 'waiting') === true;
    if (incident !== null && (waits || owedChore(incident, now(), policy) !== null)) owing.push(incident);
  }
  return owing;
}

/** Whether some work is over after so many milliseconds; that it failed is told by whoever waits for all of it. */
async function isOverWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let over = false;
  const note = (): void => {
    over = true;
  };
  await within(milliseconds, work.then(note, note));
  return over;
}

async function keepOne(incident: Incident, desk: TellingDesk, duties: readonly Duty[]): Promise<Told> {
  let state = incident;
  for (const duty of duties) state = await duty(state);
  return settle(state, desk, patience);
}
