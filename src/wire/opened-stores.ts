import type { SharingHouse, SharingWatch } from '../cli/sharing-house.ts';
import type { TellingHouse } from '../cli/telling-house.ts';
import type { ChangeStore } from '../store/change-store.ts';
import type { IncidentStore } from '../store/incident-store.ts';
import type { SilenceStore } from '../store/silence-store.ts';

/** Where everything is kept in this call. */
export interface Stores extends SharingHouse {
  readonly store: IncidentStore;
  readonly silences: SilenceStore;
  readonly changes: ChangeStore;
  /** Null where records are files of one machine. */
  readonly sharing: SharingWatch | null;
  /** The journal of an incident, entry by entry, where it is no file of this machine; null where all are. */
  readonly journalElsewhere: ((id: string) => Promise<readonly string[]>) | null;
  /** The moment of asking, by the clock that all writers share as far as it is known; UTC ISO-8601. */
  readonly now: () => string;
  /** Keeps telling people from failing what is kept already. */
  readonly soften: (telling: TellingHouse) => TellingHouse;
}
