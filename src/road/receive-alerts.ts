import type { Asked } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { fact } from '../phases/decision.ts';
import { type Batch, gatherBatch } from './gather-batch.ts';
import type { AlertResult, ReceivedAlert, Reception } from './reception.ts';

export interface Received {
  /** One for each alert, in the order they were given. */
  readonly results: readonly AlertResult[];
  /** The state of every incident that was touched, as kept. */
  readonly incidents: readonly Incident[];
  /** Earlier incidents of the same alert or service, for every incident that was declared. */
  readonly past: ReadonlyMap<string, readonly IncidentSummary[]>;
  readonly warnings: readonly string[];
}

/** So many alerts are looked through at once for those that belong together. */
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
  let waiting = [...received.keys()];
  let attempts = 0;
  while (waiting.length > 0) {
    const window = waiting.slice(0, lookAhead);
    const upcoming = window.flatMap((index) => received[index] ?? []);
    const batch = await gatherBatch(upcoming, asked, { ...reception, current: silences });
    const kept = await keep(batch, asked, reception);
    if (kept === null) {
      attempts += 1;
      if (attempts > mostAttempts) throw new Error(`an alert could not be kept in ${mostAttempts} attempts`);
      continue;
    }
    attempts = 0;
    const taken = new Set<number>();
    const numbers = numberAlerts(batch, kept.incident);
    for (const [place, result] of batch.results) {
      const index = window[place];
      const seq = numbers.get(result.fingerprint)?.shift();
      if (index !== undefined) taken.add(index) && results.set(index, seq === undefined ? result : { ...result, seq });
    }
    waiting = waiting.filter((index) => !taken.has(index));
    for (const warning of kept.warnings) warnings.add(warning);
    if (kept.incident !== null) incidents.set(kept.incident.id, kept.incident);
    if (batch.starts !== null) past.set(batch.starts.id, batch.starts.past);
  }
  const inOrder = [...received.keys()].flatMap((index) => results.get(index) ?? []);
  return { results: inOrder, incidents: [...incidents.values()], past, warnings: [...warnings] };
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
