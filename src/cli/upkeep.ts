import type { Examination } from '../store/incident-store.ts';

/** What keeps the record in order, behind one door. */
export interface Upkeep {
  /** The encrypted original of one alert, or of the first that has one; null when there is none. */
  readonly findOriginal: (id: string, seq: number | null) => FoundOriginal | null;
  /** Opens it with the identities of a key file. */
  readonly openOriginal: (original: FoundOriginal, keyFile: string) => Promise<OriginalOpened>;
  /** Puts a whole record into one file for an auditor, in a folder below the project or the usual one. */
  readonly exportRecord: (id: string, by: string | null, folder: string | null) => Promise<Exported>;
  /** Checks such a file by itself. */
  readonly examineArchive: (bytes: Uint8Array) => ArchiveExamined;
  /** Looks at every line that stands for a record that was pruned. */
  readonly examineTombstones: () => Iterable<Examination>;
  /** Removes one closed record for good, if nothing in it is unfinished. */
  readonly prune: (id: string) => Pruned;
  /** Looks at the configuration, the secrets it counts on, and what runs the program. */
  readonly inspectSettings: () => Promise<readonly HealthCheck[]>;
  /** Looks at the place where records are kept, and sets modes right if asked to. */
  readonly inspectSite: (mend: boolean) => readonly HealthCheck[];
}

export interface FoundOriginal {
  readonly seq: number;
  readonly path: string;
  readonly sealed: Uint8Array;
}

export type OriginalOpened =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'no-identity' | 'not-for-this-identity' };

export type Exported =
  | { readonly ok: true; readonly path: string; readonly files: number; readonly signed: boolean }
  | { readonly ok: false; readonly reason: 'unknown-incident' | 'outside-allow-list'; readonly path: string };

export type ArchiveExamined =
  | { readonly ok: true; readonly examination: Examination; readonly signature: 'fits' | 'no-key' | 'missing' }
  | { readonly ok: false; readonly why: string };

export type Pruned = 'pruned' | 'not-there' | 'not-closed' | 'actions-open' | 'damaged';

/** One thing that was looked at. */
export interface HealthCheck {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly text: string;
  /** What to type to put it right; null when nothing has to be done. */
  readonly fix: string | null;
}
