import type { Alert } from '../incident/alert.ts';
import type { Incident } from '../incident/incident.ts';
import { type AlertClaims, type GroupingPolicy, type Place, placeAlert } from '../phases/place-alert.ts';
import type { IncidentStore } from '../store/incident-store.ts';

export type Joining = Extract<Place, { kind: 'join' }>;

/** Where an alert belongs, and what must be true before it can sit there. */
export interface Seat {
  readonly place: Place;
  /** Earlier holders that must pass their claims on before a new incident may start. */
  readonly passes: readonly { readonly holder: Incident; readonly claims: readonly string[] }[];
  /** The id that an earlier holder has already promised the claim to; a crash came between promise and start. */
  readonly promised: string | null;
}

interface Room {
  readonly store: IncidentStore;
  readonly policy: GroupingPolicy;
}

/** Finds the incident an alert belongs to by asking who holds its claims. */
export async function findSeat(alert: Alert, claims: AlertClaims, now: string, { store, policy }: Room): Promise<Seat> {
  const wanted = claims.group === null ? [claims.fingerprint] : [claims.fingerprint, claims.group];
  const holders = new Map<string, Incident>();
  let promised: string | null = null;
  for (const claim of wanted) {
    const found = await store.findClaim(claim);
    promised ??= found.promised;
    const holder = found.holder === null ? null : await store.read(found.holder);
    if (holder !== null) holders.set(claim, holder);
  }
  const byGroup = claims.group === null ? null : (holders.get(claims.group) ?? null);
  // An incident whose start was cut short may know the alert before it holds its claim.
  const knowsIt = byGroup?.fingerprints.includes(alert.fingerprint) === true;
  const byFingerprint = holders.get(claims.fingerprint) ?? (knowsIt ? byGroup : null);
  const place = placeAlert(alert, { byFingerprint, byGroup }, policy, now);
  return { place, passes: place.kind === 'start' ? toPasses(holders) : [], promised };
}

/** Whether the next alert of a payload belongs to the incident that is being written already. */
export async function placeWithin(
  state: Incident,
  alert: Alert,
  claims: AlertClaims,
  now: string,
  { store, policy }: Room,
): Promise<Joining | null> {
  const known = state.fingerprints.includes(alert.fingerprint) ? state : null;
  const sameGroup = claims.group !== null && state.claims.includes(claims.group) ? state : null;
  if (known === null && (sameGroup === null || (await store.findClaim(claims.fingerprint)).holder !== null))
    return null;
  const place = placeAlert(alert, { byFingerprint: known, byGroup: sameGroup }, policy, now);
  return place.kind === 'join' ? place : null;
}

function toPasses(holders: ReadonlyMap<string, Incident>): Seat['passes'] {
  const byHolder = new Map<string, { holder: Incident; claims: string[] }>();
  for (const [claim, holder] of holders) {
    if (holder.status === 'closed' || Object.hasOwn(holder.passed_claims, claim)) continue;
    const pass = byHolder.get(holder.id) ?? { holder, claims: [] };
    pass.claims.push(claim);
    byHolder.set(holder.id, pass);
  }
  return [...byHolder.values()];
}
