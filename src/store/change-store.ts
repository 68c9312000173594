import type { ChangeEvent } from '../incident/change-event.ts';

/** Where changes are kept that somebody handed in: each is written once and never altered. */
export interface ChangeStore {
  /**
   * Keeps one durably; the same one handed in again is known already. The path is that of its file, relative to the
   * project; null where it is kept in a database.
   */
  add(change: ChangeEvent): Promise<{ readonly outcome: 'added' | 'known'; readonly path: string | null }>;
  /** Those that took effect between two moments (UTC ISO-8601), oldest first; what can't be read is passed over. */
  between(since: string, until: string): Promise<readonly ChangeEvent[]>;
}
