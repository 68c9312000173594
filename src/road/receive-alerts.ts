import type { Alert } from '../incident/alert.ts';
import type { Asked, Assessment, Command } from '../incident/command.ts';
import type { IncidentEvent } from '../incident/event.ts';
import { evolve } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import { decide } from '../phases/decide.ts';
import { fact } from '../phases/decision.ts';
import { type Birth, declareFromAlert } from '../phases/declare.ts';
import { type AlertClaims, claimsOf, type GroupingPolicy, type Place } from '../phases/place-alert.ts';
import type { IncidentStore } from '../store/incident-store.ts';
import { findSeat, type Joining, placeWithin, type Seat } from './find-seat.ts';
import { type Sanitising, sanitiseEvents } from './sanitise-events.ts';

/** An alert that has been read and judged, with the sanitised payload it came in. */
export interface ReceivedAlert {
  readonly alert: Alert;
  readonly payload: unknown;
  readonly assessment: Assessment;
}

export type AlertOutcome = 'created' | 'deduplicated' | 'grouped' | 'reopened' | 'alert-cleared' | 'no-open-incident';

/** Where one alert of a payload ended up. */
export interface AlertResult {
  readonly fingerprint: string;
  readonly outcome: AlertOutcome;
  readonly incident_id: string | null;
  readonly because: string;
}

/** What receiving needs from outside. */
export interface Reception {
  readonly store: IncidentStore;
  readonly policy: GroupingPolicy;
  readonly sanitising: Sanitising;
  readonly newBirth: () => Pick<Birth, 'id' | 'salt'>;
  readonly onCall: (service: string | null, at: string) => Promise<Birth['commander']>;
}

export interface Received {
  readonly results: readonly AlertResult[];
  /** The state of every incident that was touched, as kept. */
  readonly incidents: readonly Incident[];
  readonly warnings: readonly string[];
}

/** So many alerts are kept in one entry at most: enough to share the wait for the disk, few enough to stay small. */
const mostInOneEntry = 64;

/** See `respond`: so many lost races in a row are a fault. */
const mostAttempts = 500;

/**
 * Puts every alert on record, in order: each is durable before this returns.
 *
 * Neighbours that belong to the same incident share one journal entry, and with it one wait for the disk.
 */
export async function receiveAlerts(
  received: readonly ReceivedAlert[],
  asked: Asked,
  reception: Reception,
): Promise<Received> {
  const results: AlertResult[] = [];
  const incidents = new Map<string, Incident>();
  const warnings: string[] = [];
  let attempts = 0;
  while (results.length < received.length) {
    const batch = await gather(received.slice(results.length, results.length + mostInOneEntry), asked, reception);
    const kept = await keep(batch, asked, reception.store);
    if (kept === null) {
      attempts += 1;
      if (attempts > mostAttempts) throw new Error(`an alert could not be kept in ${mostAttempts} attempts`);
      continue;
    }
    attempts = 0;
    results.push(...batch.results);
    warnings.push(...kept.warnings);
    if (kept.incident !== null) incidents.set(kept.incident.id, kept.incident);
  }
  return { results, incidents: [...incidents.values()], warnings };
}

/** Alerts that belong together, and the facts that follow from them. */
interface Batch {
  readonly results: readonly AlertResult[];
  readonly events: readonly IncidentEvent[];
  /** The incident they join, as it was read; null when they start one or belong nowhere. */
  readonly joins: Incident | null;
  readonly starts: { readonly id: string; readonly claim: string } | null;
  readonly passes: Seat['passes'];
}

async function gather(upcoming: readonly ReceivedAlert[], asked: Asked, reception: Reception): Promise<Batch> {
  const [first, ...rest] = upcoming;
  if (first === undefined) return { results: [], events: [], joins: null, starts: null, passes: [] };
  const claims = claimsOf(first.alert, reception.policy);
  const seat = await findSeat(first.alert, claims, asked.now, reception);
  if (seat.place.kind === 'nowhere') {
    return {
      results: [toResult(first, 'no-open-incident', null, seat.place)],
      events: [],
      joins: null,
      starts: null,
      passes: [],
    };
  }
  let state: Incident;
  let batch: { results: AlertResult[]; events: IncidentEvent[] };
  if (seat.place.kind === 'join') {
    const { incident, how } = seat.place;
    const events = recordIn(incident, first, claims, asked, seat.place, reception);
    state = follow(incident, events, asked.now);
    batch = { results: [toResult(first, how, incident.id, seat.place)], events };
  } else {
    const events = await declareFor(first, claims, seat, asked, reception);
    const declared = follow(null, events, asked.now);
    state = declared;
    batch = { results: [toResult(first, 'created', declared.id, seat.place)], events };
  }
  for (const next of rest) {
    const nextClaims = claimsOf(next.alert, reception.policy);
    const place = await placeWithin(state, next.alert, nextClaims, asked.now, reception);
    if (place === null) break;
    const events = recordIn(state, next, nextClaims, asked, place, reception);
    batch.events.push(...events);
    batch.results.push(toResult(next, place.how, state.id, place));
    state = follow(state, events, asked.now);
  }
  return {
    ...batch,
    joins: seat.place.kind === 'join' ? seat.place.incident : null,
    starts: seat.place.kind === 'start' ? { id: state.id, claim: claims.group ?? claims.fingerprint } : null,
    passes: seat.place.kind === 'start' ? seat.passes : [],
  };
}

async function declareFor(
  first: ReceivedAlert,
  claims: AlertClaims,
  seat: Seat,
  asked: Asked,
  { newBirth, onCall, sanitising }: Reception,
): Promise<IncidentEvent[]> {
  const { id, salt } = newBirth();
  const birth: Birth = {
    id: seat.promised ?? id,
    salt,
    claims: claims.group === null ? [claims.fingerprint] : [claims.group, claims.fingerprint],
    follows: seat.place.kind === 'start' ? seat.place.follows : [],
    commander: await onCall(first.alert.service, asked.at),
  };
  return [...sanitiseEvents(declareFromAlert(asked, birth, first), { salt, by_digest: {}, counts: {} }, sanitising)];
}

function recordIn(
  incident: Incident,
  received: ReceivedAlert,
  claims: AlertClaims,
  asked: Asked,
  place: Joining,
  { sanitising }: Reception,
): IncidentEvent[] {
  const command: Command = {
    ...asked,
    type: 'record-alert',
    ...received,
    claims: [claims.fingerprint],
    because: place.because,
  };
  const decision = decide(command, incident);
  return decision.ok ? [...sanitiseEvents(decision.events, incident.placeholders, sanitising)] : [];
}

/** The state as it would be if these facts were kept. */
function follow(incident: Incident | null, events: readonly IncidentEvent[], now: string): Incident {
  let state = incident;
  for (const event of events) state = evolve(state, { ...event, seq: (state?.last_seq ?? 0) + 1, recorded_at: now });
  if (state === null) throw new Error('an incident without a declaration');
  return state;
}

async function keep(batch: Batch, asked: Asked, store: IncidentStore): Promise<Kept | null> {
  if (batch.starts === null && batch.joins === null) return { incident: null, warnings: [] };
  if (batch.joins !== null) {
    const appended = await store.append(batch.joins.id, batch.joins.revision, batch.events, asked.now);
    return appended.ok ? appended : null;
  }
  if (batch.starts === null) return null;
  const { id, claim } = batch.starts;
  for (const { holder, claims } of batch.passes) {
    const events = claims.map((passed) => fact('claim.passed', { ...asked, by: null }, { claim: passed, to: id }));
    const appended = await store.append(holder.id, holder.revision, events, asked.now);
    if (!appended.ok) return null;
  }
  const created = await store.create({ id, claim, events: batch.events, recorded_at: asked.now });
  return created.ok ? created : null;
}

interface Kept {
  readonly incident: Incident | null;
  readonly warnings: readonly string[];
}

function toResult(
  { alert }: ReceivedAlert,
  outcome: AlertOutcome,
  incident_id: string | null,
  { because }: Place,
): AlertResult {
  return { fingerprint: alert.fingerprint, outcome, incident_id, because };
}
