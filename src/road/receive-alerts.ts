import type { Asked } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { fact } from '../phases/decision.ts';
import { claimsOf } from '../phases/place-alert.ts';
import { findRelatives } from './find-relatives.ts';
import { type Batch, gatherBatch, type Room } from './gather-batch.ts';
import type { AlertResult, ClaimingAlert, ReceivedAlert, Reception } from './reception.ts';

export interface Received {
  /** One for each alert, in the order they were given. */
  readonly results: readonly AlertResult[];
  /** The state of every incident that was touched, as kept. */
  readonly incidents: readonly Incident[];
  /** Earlier incidents of the same alert or service, for every incident that was declared. */
  readonly past: ReadonlyMap<string, readonly IncidentSummary[]>;
  readonly warnings: readonly string[];
}

/** So many alerts of a family are looked through at once for those that join one incident. */
const lookAhead = 512;

/** See `respond`: so many lost races in a row are a fault. */
const mostAttempts = 500;

/**
 * Puts every alert on record: each is durable before this returns.
 *
 * Those that belong to the same incident share one journal entry, and with it one wait for the disk; alerts of one
 * fingerprint are kept in the order they came.
 */
export async function receiveAlerts(
  received: readonly ReceivedAlert[],
  asked: Asked,
  reception: Reception,
): Promise<Received> {
  const results = new Map<number, AlertResult>();
  const incidents = new Map<string, Incident>();
  const past = new Map<string, readonly IncidentSummary[]>();
  const warnings = new Set<string>();
  const silences = await reception.silences.current(asked.now);
  const claiming = received.map((one) => ({ ...one, claims: claimsOf(one.alert, reception.policy) }));
  for (const family of findRelatives(claiming, silences, asked.now)) {
    let waiting = family;
    while (waiting.length > 0) {
      const window = waiting.slice(0, lookAhead);
      const upcoming = window.flatMap((index) => claiming[index] ?? []);
      const { batch, kept } = await gatherAndKeep(upcoming, asked, { ...reception, current: silences });
      const numbers = numberAlerts(batch, kept.incident);
      for (const [place, result] of batch.results) {
        const seq = numbers.get(result.fingerprint)?.shift();
        results.set(window[place] ?? -1, seq === undefined ? result : { ...result, seq });
      }
      waiting = waiting.filter((index) => !results.has(index));
      for (const warning of kept.warnings) warnings.add(warning);
      if (kept.incident !== null) incidents.set(kept.incident.id, kept.incident);
      if (batch.starts !== null) past.set(batch.starts.id, batch.starts.past);
    }
  }
  const inOrder = [...received.keys()].flatMap((index) => results.get(index) ?? []);
  return { results: inOrder, incidents: [...incidents.values()], past, warnings: [...warnings] };
}

/** Keeps what goes together of the upcoming alerts; looks again whenever somebody else was faster. */
async function gatherAndKeep(
  upcoming: readonly ClaimingAlert[],
  asked: Asked,
  room: Room,
): Promise<{ readonly batch: Batch; readonly kept: Kept }> {
  for (let attempt = 0; attempt <= mostAttempts; attempt += 1) {
    const batch = await gatherBatch(upcoming, asked, room);
    const kept = await keep(batch, asked, room);
    if (kept !== null) return { batch, kept };
  }
  throw new Error(`an alert could not be kept in ${mostAttempts} attempts`);
}

interface Kept {
  readonly incident: Incident | null;
  readonly warnings: readonly string[];
}

/** The numbers under which the alerts of a batch were kept, by fingerprint and in order. */
function numberAlerts({ events }: Batch, incident: Incident | null): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  if (incident === null) return numbers;
  for (const [index, event] of events.entries()) {
    if (event.type !== 'alert.received' && event.type !== 'alert.repeated' && event.type !== 'alert.cleared') continue;
    const { fingerprint } = event.data.alert;
    numbers.set(fingerprint, [...(numbers.get(fingerprint) ?? []), incident.last_seq - events.length + index + 1]);
  }
  return numbers;
}

async function keep(batch: Batch, asked: Asked, { store, silences }: Reception): Promise<Kept | null> {
  if (batch.silenced !== null) await silences.keep(batch.silenced.id, batch.silenced.alerts);
  if (batch.joins !== null) {
    const appended = await store.append(batch.joins.id, batch.joins.revision, batch.events, asked.now);
    return appended.ok ? appended : null;
  }
  if (batch.starts === null) return { incident: null, warnings: [] };
  const { id, claim, passes } = batch.starts;
  for (const { holder, claims } of passes) {
    const events = claims.map((passed) => fact('claim.passed', { ...asked, by: null }, { claim: passed, to: id }));
    const appended = await store.append(holder.id, holder.revision, events, asked.now);
    if (!appended.ok) return null;
  }
  const created = await store.create({ id, claim, events: batch.events, recorded_at: asked.now });
  return created.ok ? created : null;
}
