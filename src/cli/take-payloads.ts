import type { Reading } from '../incident/alert.ts';
import type { Asked } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { judgeAlerts } from '../road/judge-alerts.ts';
import { type Received, receiveAlerts } from '../road/receive-alerts.ts';
import type { AlertResult, ReceivedAlert } from '../road/reception.ts';
import { StoreTrouble } from '../store/incident-store.ts';
import { type ExitCode, exitCodes } from './answer.ts';
import type { House } from './house.ts';
import { explainTooLarge, readPayload } from './read-input.ts';

/** A payload as it came. */
export interface GivenPayload {
  readonly bytes: Buffer;
  /** The source it was sent by, where the sender's address says so. */
  readonly source: string | null;
  /** How many bytes it had, where only its beginning is here. */
  readonly size?: number;
}

/** What became of one payload; every kind of it is on disk. */
export type Taken =
  | {
      readonly kind: 'quarantined';
      readonly reason: string;
      readonly message: string;
      readonly path: string;
      readonly exit_code: ExitCode;
    }
  | { readonly kind: 'not-an-alert'; readonly reading: Reading; readonly path: string }
  | {
      readonly kind: 'received';
      readonly reading: Reading;
      readonly received: readonly ReceivedAlert[];
      readonly results: readonly AlertResult[];
      readonly warnings: readonly string[];
      /** Where the payload is kept if no incident holds it; else null. */
      readonly path: string | null;
    };

export interface TakenTogether {
  /** One for each payload, in the order they were given. */
  readonly taken: readonly Taken[];
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly past: ReadonlyMap<string, readonly IncidentSummary[]>;
  readonly warnings: readonly string[];
}

type Waiting = Omit<Extract<Taken, { kind: 'received' }>, 'results' | 'path'> & { readonly bytes: Buffer };

/**
 * Takes payloads from their bytes to the record, those that arrived together with as few waits for the disk as possible.
 *
 * Never fails on what a payload holds; trouble with the disk is thrown.
 */
export async function takePayloads(given: readonly GivenPayload[], asked: Asked, house: House): Promise<TakenTogether> {
  // An alert is a fact: one that is dated into the future by mistake is kept all the same.
  const when: Asked = Date.parse(asked.at) > Date.parse(asked.now) ? { ...asked, at: asked.now } : asked;
  const read: (Taken | Waiting)[] = [];
  for (const payload of given) read.push(await readOne(payload, house));
  const waiting = read.flatMap((one) => (isWaiting(one) ? [one] : []));
  const kept = await receiveTogether(waiting, when, house);
  const incidents = new Map<string, Incident>();
  const past = new Map<string, readonly IncidentSummary[]>();
  const warnings = new Set<string>();
  for (const part of new Set(kept.map(({ received }) => received))) {
    for (const incident of part?.incidents ?? []) incidents.set(incident.id, incident);
    for (const [id, summaries] of part?.past ?? []) past.set(id, summaries);
    for (const warning of part?.warnings ?? []) warnings.add(warning);
  }
  for (const warning of await keepOriginals(kept, house)) warnings.add(warning);
  const settled = new Map(kept.map(({ waiting: one, taken }) => [one, taken]));
  const taken = read.flatMap((one) => (isWaiting(one) ? (settled.get(one) ?? []) : [one]));
  return { taken, incidents, past, warnings: [...warnings] };
}

/** After everything is on record: what came, as it came, for those who may open it. */
async function keepOriginals(kept: readonly Kept[], { keepOriginals: keep }: House): Promise<readonly string[]> {
  if (keep === null) return [];
  const originals = kept.map(({ waiting: { bytes }, taken }) => ({
    bytes,
    places: (taken.kind === 'received' ? taken.results : []).flatMap(({ incident_id: id, seq }) =>
      id === null || seq === undefined ? [] : [{ id, seq }],
    ),
  }));
  return keep(originals.filter(({ places }) => places.length > 0));
}

function isWaiting(one: Taken | Waiting): one is Waiting {
  return 'bytes' in one;
}

async function readOne({ bytes, source, size = bytes.length }: GivenPayload, house: House): Promise<Taken | Waiting> {
  try {
    if (house.locked !== null) return await putAside(bytes, 'record-locked', house.locked, house, exitCodes.degraded);
    if (size > bytes.length)
      return await putAside(bytes, 'too-large', explainTooLarge(size), house, exitCodes.wrongUsage, size);
    const read = readPayload(bytes, source);
    if (!read.ok) return await putAside(bytes, read.reason, read.message, house);
    const { reading, payload } = read;
    const change = await keepChange(reading, payload, house);
    if (!reading.is_alert) {
      const path = await house.quarantine(bytes, { reason: 'not-an-alert', message: reading.because });
      return { kind: 'not-an-alert', reading: withChange(reading, change), path };
    }
    const { received, warnings } = await judgeAlerts(reading, payload, house.judges);
    return { kind: 'received', reading, received, warnings, bytes };
  } catch (error) {
    return putAsideForBug(bytes, error, house);
  }
}

/** Some sources report deployments as well; each is kept as a change that may turn out to have caused something. */
async function keepChange({ source }: Reading, payload: unknown, house: House): Promise<string | null> {
  if (source !== 'pagerduty' && source !== 'github') return null;
  const { readChange } = await import('../alerts/read-change.ts');
  const now = house.now();
  const change = readChange(payload, now);
  if (change === null) return null;
  const { path } = await house.changes.add({ ...change, text: house.redact(change.text), recorded_at: now, by: null });
  return path === null ? 'It is kept as a change.' : `It is kept as a change in ${path}.`;
}

function withChange(reading: Reading, kept: string | null): Reading {
  return kept === null ? reading : { ...reading, because: `${reading.because} ${kept}` };
}

type Kept = { readonly waiting: Waiting; readonly taken: Taken; readonly received: Received | null };

async function receiveTogether(waiting: readonly Waiting[], asked: Asked, house: House): Promise<readonly Kept[]> {
  if (waiting.length === 0) return [];
  try {
    const alerts = waiting.flatMap(({ received }) => received);
    const received = await receiveAlerts(alerts, asked, house.reception);
    let from = 0;
    const kept: Kept[] = [];
    for (const one of waiting) {
      const results = received.results.slice(from, from + one.received.length);
      from += one.received.length;
      kept.push({ waiting: one, taken: await toTaken(one, results, house), received });
    }
    return kept;
  } catch (error) {
    if (error instanceof StoreTrouble) throw error;
    const [only, ...others] = waiting;
    if (only !== undefined && others.length === 0) {
      return [{ waiting: only, taken: await putAsideForBug(only.bytes, error, house), received: null }];
    }
    // One of them hits a bug: taken one by one, it harms nobody but itself.
    const kept: Kept[] = [];
    for (const one of waiting) kept.push(...(await receiveTogether([one], asked, house)));
    return kept;
  }
}

async function toTaken({ bytes, ...rest }: Waiting, results: readonly AlertResult[], house: House): Promise<Taken> {
  const [first] = results;
  const unmatched = results.every(({ outcome }) => outcome === 'no-open-incident');
  const path = unmatched
    ? await house.quarantine(bytes, {
        reason: 'no-open-incident',
        message: first?.because ?? 'the payload holds no alert',
      })
    : null;
  return { ...rest, results, path };
}

async function putAside(
  bytes: Buffer,
  reason: string,
  message: string,
  house: House,
  exit_code: ExitCode = exitCodes.wrongUsage,
  size = bytes.length,
): Promise<Taken> {
  const path = await house.quarantine(bytes, { reason, message, size });
  return { kind: 'quarantined', reason, message, path, exit_code };
}

async function putAsideForBug(bytes: Buffer, error: unknown, house: House): Promise<Taken> {
  if (error instanceof StoreTrouble) throw error;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return putAside(bytes, 'bug', message, house, exitCodes.bug);
}
