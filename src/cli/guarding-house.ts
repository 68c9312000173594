import type { Upkeep } from './upkeep.ts';

/** What guards the record, and what keeps it in order. */
export interface GuardingHouse {
  /** Why nothing can be recorded at the moment; null when it can. */
  readonly locked: string | null;
  /** Keeps payloads as they came, encrypted to those who may open them, and says what went wrong; null where nobody may. */
  readonly keepOriginals: ((originals: readonly Original[]) => Promise<readonly string[]>) | null;
  /** Keeps a payload that opened no incident; returns its path relative to the project. */
  readonly quarantine: (
    bytes: Buffer,
    why: { readonly reason: string; readonly message: string; readonly size?: number },
  ) => Promise<string>;
  /** Audits, exports, retention and check-ups; loaded when used. */
  readonly upkeep: () => Promise<Upkeep>;
}

/** A payload and the facts that hold its alerts. */
export interface Original {
  readonly bytes: Buffer;
  readonly places: readonly { readonly id: string; readonly seq: number }[];
}
