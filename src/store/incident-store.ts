import type { IncidentEvent, RecordedEvent } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';

/** The decision that starts an incident: its first event is `incident.declared`. */
export interface Declaration {
  readonly id: string;
  readonly events: readonly IncidentEvent[];
  /** The claim that lets only one incident start for one problem; null for an incident declared by hand. */
  readonly claim: string | null;
  /** UTC ISO-8601: the moment of writing. */
  readonly recorded_at: string;
}

/** Who answers to a claim. */
export interface ClaimHolder {
  /** The incident that holds it, or was the last to hold it while the promised one is missing; null when nobody does. */
  readonly holder: string | null;
  /** The id that the last holder passed it on to, where that incident has not been started yet. */
  readonly promised: string | null;
}

/** What makes a past incident worth showing. */
export interface Kinship {
  readonly fingerprint: string | null;
  readonly service: string | null;
}

export type Created =
  /** Kept; `warnings` says which derived file could not be written, which loses nothing. */
  | { readonly ok: true; readonly incident: Incident; readonly warnings: readonly string[] }
  /** Someone else was faster: the claim is held by this incident. */
  | { readonly ok: false; readonly reason: 'claimed-meanwhile'; readonly id: string }
  /** Another incident has this id already, by a chance in hundreds of millions: decide again with a fresh one. */
  | { readonly ok: false; readonly reason: 'id-taken' };

export type Appended =
  /** Kept; `warnings` says which derived file could not be written, which loses nothing. */
  | { readonly ok: true; readonly incident: Incident; readonly warnings: readonly string[] }
  /** The revision is no longer the latest: read and decide again. */
  | { readonly ok: false; readonly reason: 'changed-meanwhile' };

/** What an examination of one record found. */
export interface Examination {
  readonly id: string;
  readonly ok: boolean;
  readonly entries: number;
  /** The first journal entry that does not fit, and why; null while everything fits. */
  readonly first_bad: { readonly entry: number; readonly path: string; readonly why: string } | null;
  /** Derived files that say what the journal never said; `audit rebuild` puts them right. */
  readonly stale: readonly string[];
  /** Derived files a killed writer did not come to: missing, cut short or as of an earlier entry; absent without any. */
  readonly behind?: readonly string[];
  /** Files in the record's folder that nothing in the journal accounts for; nobody removes them. */
  readonly unknown: readonly string[];
  /** What the signatures say; absent where the store signs nothing or none was seen and no key asks for them. */
  readonly signatures?: SignatureTally;
  /** False when the entries are encrypted and the key is not at hand: then only the chain was checked. */
  readonly opened?: boolean;
  /** When the record was removed after the time it had to be kept. */
  readonly pruned_at?: string;
}

export interface SignatureTally {
  readonly signed: number;
  readonly unsigned: number;
  /** False when there was no key to check them with. */
  readonly checked: boolean;
}

/**
 * Where incidents are kept. Every store keeps the same promises, checked by one contract suite:
 * an append is kept whole, durably and at the expected revision, or not at all; entries are chained by hash; a crash at
 * any moment leaves a record that the next command can read without a repair step.
 *
 * Trouble with the medium (full, read-only, damaged …) is thrown as `StoreTrouble`, because no caller can decide anything about it.
 */
export interface IncidentStore {
  /** Starts a record, or says which incident already holds the claim. */
  create(declaration: Declaration): Promise<Created>;
  /** Keeps the events of one decision on top of the revision it was made from. */
  append(id: string, expectedRevision: number, events: readonly IncidentEvent[], recordedAt: string): Promise<Appended>;
  /** The state now; null when there is no such incident. */
  read(id: string): Promise<Incident | null>;
  /** Who holds the claim now, following claims that were passed on. */
  findClaim(claim: string): Promise<ClaimHolder>;
  /** Every incident that is not closed, oldest first. */
  listOpen(): Promise<readonly Incident[]>;
  /** Every incident there is, without reading each record: open ones newest first, then closed ones, latest first. */
  listAll(): AsyncIterable<IncidentSummary>;
  /** Closed incidents of the same alert or service among the latest closings only, the same alert first: always cheap. */
  findPast(kin: Kinship, most: number): Promise<readonly IncidentSummary[]>;
  /** Every id there is, also of damaged records that no list shows; in no order. */
  listIds(): AsyncIterable<string>;
  /** Ids that start with, or contain, what was typed; at most ten. */
  findIds(typed: string): Promise<readonly string[]>;
  /** Every event of one incident with all it carries, in order. */
  history(id: string): AsyncIterable<RecordedEvent>;
  /** Checks the chain and the derived files. */
  examine(id: string): Promise<Examination>;
  /** Writes every derived file anew from the journal; returns the paths written. */
  rebuild(id: string): Promise<readonly string[]>;
  /**
   * Ids of incidents that anybody changes from now on, on any machine; null once listening has begun. Ends with the
   * signal, or when nothing can be heard any more. Absent where a store has no such news: then look again in time.
   */
  changes?(signal: AbortSignal): AsyncIterable<string | null>;
}

export type TroubleReason =
  | 'disk-full'
  | 'read-only'
  | 'no-permission'
  | 'input-output-error'
  | 'folder-vanished'
  | 'symlink-in-path'
  | 'unsafe-permissions'
  | 'record-damaged'
  | 'record-locked'
  | 'links-not-supported'
  | DatabaseReason;

/** What keeps a database from answering; each leaves the local disk as the place to keep an alert. */
export type DatabaseReason =
  | 'database-unreachable'
  | 'database-refused'
  | 'database-busy'
  | 'database-full'
  | 'database-read-only'
  | 'database-too-new'
  | 'database-faulty'
  | 'database-not-configured'
  | 'database-client-missing';

/** The medium failed; nothing was acknowledged and no half decision is visible. */
export class StoreTrouble extends Error {
  readonly reason: TroubleReason;
  readonly path: string;

  constructor(reason: TroubleReason, path: string, message: string) {
    super(message);
    this.name = 'StoreTrouble';
    this.reason = reason;
    this.path = path;
  }
}
