import type { TroubleReason } from '../store/incident-store.ts';
import type { HealthCheck } from './upkeep.ts';

/** What became of one record that was to be moved from one store to another. */
export interface MovedRecord {
  readonly id: string;
  readonly outcome: 'moved' | 'unknown-incident' | 'another-record';
  readonly entries: number;
  /** The hash of its latest entry, the same on both sides. */
  readonly head: string | null;
}

/** What commands need that deal with stores themselves. */
export interface SharingHouse {
  /** Moves records, or one, between the files of this machine and a database; `url` is `env:NAME`. */
  readonly moveRecords: (order: {
    readonly to: 'postgres' | 'file';
    readonly url: string | null;
    readonly only: string | null;
  }) => Promise<AsyncIterable<MovedRecord>>;
  /** How sharing stands; null where records are files of one machine. */
  readonly sharingState: () => SharingState | null;
  /** Looks at the database, its clock, its news, and what waits for it; nothing where there is none. */
  readonly inspectSharing: () => Promise<readonly HealthCheck[]>;
}

/** How sharing records with other machines stands. */
export interface SharingState {
  /** Why the database was not there; null when it always was. */
  readonly trouble: { readonly reason: TroubleReason; readonly path: string; readonly message: string } | null;
  /** Whether it is there as far as is known. */
  readonly reachable: boolean;
  /** How many records and entries are kept on this machine alone. */
  readonly waiting: number;
  /** Since when the oldest of them waits, UTC ISO-8601. */
  readonly waiting_since: string | null;
  readonly warnings: readonly string[];
}

/** What `run` asks of a shared store around every command; absent where records are files of one machine. */
export interface SharingWatch {
  readonly state: () => SharingState;
  /** Lets go of the connections. */
  readonly finish: () => Promise<void>;
}
