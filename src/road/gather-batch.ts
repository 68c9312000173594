import type { Asked, Command } from '../incident/command.ts';
import type { IncidentEvent } from '../incident/event.ts';
import { evolve } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import type { Silence } from '../incident/silence.ts';
import { decide } from '../phases/decide.ts';
import { fact } from '../phases/decision.ts';
import { type Birth, declareFromAlert } from '../phases/declare.ts';
import { findSilence } from '../phases/match-silence.ts';
import type { SilencedAlert } from '../store/silence-store.ts';
import { findSeat, type Joining, placeWithin, type Seat } from './find-seat.ts';
import type { AlertOutcome, AlertResult, ClaimingAlert, ReceivedAlert, Reception } from './reception.ts';
import { sanitiseEvents } from './sanitise-events.ts';

/** Alerts that belong together, and the facts that follow from them. */
export interface Batch {
  /** What becomes of which of the upcoming alerts, by its place among them. */
  readonly results: ReadonlyMap<number, AlertResult>;
  readonly events: readonly IncidentEvent[];
  /** The incident they join, as it was read; null when they start one or belong nowhere. */
  readonly joins: Incident | null;
  readonly starts: {
    readonly id: string;
    readonly claim: string;
    readonly passes: Seat['passes'];
    readonly past: readonly IncidentSummary[];
  } | null;
  readonly silenced: { readonly id: string; readonly alerts: readonly SilencedAlert[] } | null;
}

/** What gathering needs from outside. */
export interface Room extends Reception {
  /** The silences that hold now. */
  readonly current: readonly Silence[];
}

/** So many alerts are kept in one entry at most: enough to share the wait for the disk, few enough to stay small. */
const mostInOneEntry = 128;
const mostPast = 3;
const nothing: Batch = { results: new Map(), events: [], joins: null, starts: null, silenced: null };

/** Takes the first of the upcoming alerts and all others that go where it goes. */
export async function gatherBatch(upcoming: readonly ClaimingAlert[], asked: Asked, room: Room): Promise<Batch> {
  const [first] = upcoming;
  if (first === undefined) return nothing;
  const { claims } = first;
  const seat = await findSeat(first.alert, claims, asked.now, room);
  const { place } = seat;
  const silence = findSilence(room.current, first.alert, asked.now);
  if (silence !== null && !(place.kind === 'join' && place.how === 'deduplicated')) {
    return keepQuiet(upcoming, silence, asked, room);
  }
  if (place.kind === 'nowhere') {
    return { ...nothing, results: new Map([[0, toResult(first, 'no-open-incident', null, place.because)]]) };
  }
  if (place.kind === 'join') {
    const { incident, how, because } = place;
    const events = recordIn(incident, first, asked, place, room);
    const why = silence === null ? because : `${because}; ${silence.id} keeps it quiet`;
    const begun = { events, results: new Map([[0, toResult(first, how, incident.id, why)]]) };
    return { ...nothing, ...(await fill(begun, incident, upcoming, asked, room)), joins: incident };
  }
  const { fingerprint, service } = first.alert;
  const past = await room.store.findPast({ fingerprint, service }, mostPast);
  const again = past.find(({ fingerprints }) => fingerprints.includes(fingerprint));
  const follows = place.follows.length > 0 || again === undefined ? place.follows : [again.id];
  const birth: Birth = {
    ...room.newBirth(),
    ...(seat.promised === null ? {} : { id: seat.promised }),
    claims: claims.group === null ? [claims.fingerprint] : [claims.group, claims.fingerprint],
    follows,
    commander: await room.onCall(service, asked.at),
  };
  const { id, salt } = birth;
  const declared = declareFromAlert(asked, birth, first);
  const events = sanitiseEvents(declared, { salt, by_digest: {}, counts: {} }, room.sanitising);
  const begun = { events, results: new Map([[0, toResult(first, 'created', id, place.because)]]) };
  const filled = await fill(begun, null, upcoming, asked, room);
  const starts = { id, claim: claims.group ?? claims.fingerprint, passes: seat.passes, past };
  return { ...nothing, results: filled.results, events: declareWorst(filled.events), starts };
}

type Begun = Pick<Batch, 'events' | 'results'>;

/** Adds every further alert that goes to the same incident; one that does not keeps later ones of its fingerprint back. */
async function fill(
  begun: Begun,
  incident: Incident | null,
  upcoming: readonly ClaimingAlert[],
  asked: Asked,
  room: Room,
): Promise<Begun> {
  const events = [...begun.events];
  const results = new Map(begun.results);
  const kept = new Set<string>();
  let state = follow(incident, begun.events, asked.now);
  for (const [index, next] of upcoming.entries()) {
    if (results.size >= mostInOneEntry) break;
    const { fingerprint } = next.alert;
    if (index === 0 || kept.has(fingerprint)) continue;
    const place = await placeWithin(state, next.alert, next.claims, asked.now, room);
    const silenced = findSilence(room.current, next.alert, asked.now) !== null;
    if (place === null || (silenced && place.how !== 'deduplicated')) {
      kept.add(fingerprint);
      continue;
    }
    const more = recordIn(state, next, asked, place, room);
    events.push(...more);
    results.set(index, toResult(next, place.how, state.id, place.because));
    state = follow(state, more, asked.now);
  }
  return { events, results };
}

function recordIn(
  incident: Incident,
  { claims, ...received }: ClaimingAlert,
  asked: Asked,
  place: Joining,
  { sanitising, current }: Room,
): readonly IncidentEvent[] {
  const command: Command = {
    ...asked,
    type: 'record-alert',
    ...received,
    claims: [claims.fingerprint],
    because: place.because,
    quiet: findSilence(current, received.alert, asked.now) !== null,
  };
  const decision = decide(command, incident);
  return decision.ok ? sanitiseEvents(decision.events, incident.placeholders, sanitising) : [];
}

/** The state as it would be if these facts were kept. */
function follow(incident: Incident | null, events: readonly IncidentEvent[], now: string): Incident {
  let state = incident;
  for (const event of events) state = evolve(state, { ...event, seq: (state?.last_seq ?? 0) + 1, recorded_at: now });
  if (state === null) throw new Error('an incident without a declaration');
  return state;
}

/** What begins with several alerts at once is declared with the worst of them, instead of being raised right away. */
function declareWorst(events: readonly IncidentEvent[]): readonly IncidentEvent[] {
  const raised = events.findLast((event) => event.type === 'severity.changed');
  if (raised?.type !== 'severity.changed') return events;
  const { to: severity, because: severity_because } = raised.data;
  return events.flatMap((event): IncidentEvent[] => {
    if (event.type === 'severity.changed') return [];
    if (event.type !== 'incident.declared') return [event];
    return [{ ...event, data: { ...event.data, severity, severity_because } }];
  });
}

/** Takes every alert that this silence keeps from opening an incident, to share one wait for the disk. */
async function keepQuiet(
  upcoming: readonly ClaimingAlert[],
  silence: Silence,
  asked: Asked,
  room: Room,
): Promise<Batch> {
  const { id, ends_at, because } = silence;
  const why = `${id} keeps it quiet until ${ends_at.slice(0, 16).replace('T', ' ')} UTC: ${because}`;
  const results = new Map<number, AlertResult>();
  const alerts: SilencedAlert[] = [];
  for (const [index, next] of upcoming.entries()) {
    if (findSilence(room.current, next.alert, asked.now) !== silence) continue;
    const { place } = await findSeat(next.alert, next.claims, asked.now, room);
    if (place.kind === 'join' && place.how === 'deduplicated') continue;
    const { alert, payload } = next;
    const placeholders = { salt: id, by_digest: {}, counts: {} };
    const [safe] = sanitiseEvents([fact('alert.received', asked, { alert, payload })], placeholders, room.sanitising);
    if (safe?.type === 'alert.received') alerts.push({ received_at: asked.now, ...safe.data });
    results.set(index, toResult(next, 'silenced', null, why));
  }
  return { ...nothing, results, silenced: { id, alerts } };
}

function toResult(
  { alert: { fingerprint } }: ReceivedAlert,
  outcome: AlertOutcome,
  incident_id: string | null,
  because: string,
): AlertResult {
  return { fingerprint, outcome, incident_id, because };
}
