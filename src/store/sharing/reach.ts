import type { IncidentStore, StoreTrouble } from '../incident-store.ts';
import { isDatabaseTrouble } from '../postgres/database-trouble.ts';
import type { PostgresStore } from '../postgres/postgres-store.ts';
import type { Ground } from '../record-paths.ts';
import { carryOver, type Unite } from './carry-over.ts';
import { listUnshared } from './unshared.ts';

/** The two stores and what joining them needs. */
export interface Sharing {
  readonly ground: Ground;
  /** The files of this machine. */
  readonly local: IncidentStore;
  readonly shared: PostgresStore;
  /** UTC ISO-8601. */
  readonly now: () => string;
  /** Milliseconds that only ever grow. */
  readonly elapsed: () => number;
  readonly unite: Unite;
  /** Told what is worth knowing about what came over. */
  readonly warn: (text: string) => void;
}

/** How long a database that did not answer is left alone: every attempt may cost an alert three seconds. */
const rest = 10_000;

/** Whether the database can be asked right now; before it is, it gets what waits for it. */
export class Reach {
  readonly #sharing: Sharing;
  #trouble: StoreTrouble | null = null;
  #away: { readonly trouble: StoreTrouble; readonly until: number } | null = null;
  #carrying: { readonly done: Promise<void>; readonly until: number } | null = null;

  constructor(sharing: Sharing) {
    this.#sharing = sharing;
  }

  /** Why the database was not there for something that was asked of it; null when it always was. */
  get trouble(): StoreTrouble | null {
    return this.#trouble;
  }

  /** False while the database is left alone because it did not answer. */
  get reachable(): boolean {
    return this.#away === null;
  }

  /** Asks the database's clock and nothing else, UTC ISO-8601; null when it does not answer. */
  async askTime(): Promise<string | null> {
    if (this.#isResting()) return null;
    try {
      return await this.#sharing.shared.now();
    } catch (error) {
      this.#leaveAlone(error);
      return null;
    }
  }

  /** It has just been heard of: nothing has to rest, and what waits is carried over by the next question. */
  comeBack(): void {
    this.#away = null;
    this.#carrying = null;
  }

  /** Asks the database, or does what is left to do without it. */
  async either<Result>(
    shared: () => Promise<Result>,
    unreached: (trouble: StoreTrouble) => Promise<Result>,
  ): Promise<Result> {
    if (await this.prepare()) {
      try {
        return await shared();
      } catch (error) {
        this.#note(error);
      }
    }
    if (this.#away === null) throw new Error('a database that is neither there nor away');
    return unreached(this.#away.trouble);
  }

  /** True when the database answers. */
  async ping(): Promise<boolean> {
    return this.either(
      async () => (await this.#sharing.shared.now()) !== '',
      async () => false,
    );
  }

  /** Carries over what waits; false while the database is left alone. */
  async prepare(): Promise<boolean> {
    const time = this.#sharing.elapsed();
    if (this.#away !== null && this.#isResting()) {
      this.#trouble = this.#away.trouble;
      return false;
    }
    // Others on this machine may have kept something meanwhile, which a call that stays looks for now and then.
    if (this.#away !== null || this.#carrying === null || time > this.#carrying.until) {
      this.#away = null;
      this.#carrying = { done: this.#carryOver(), until: time + rest };
    }
    await this.#carrying.done;
    return this.#away === null;
  }

  async #carryOver(): Promise<void> {
    const { ground, local, shared, now, unite, warn } = this.#sharing;
    if (listUnshared(ground).length === 0) return;
    try {
      // Only once it answers is anything ended here.
      await shared.now();
      for (const warning of await carryOver(ground, local, shared, now(), unite)) warn(warning);
    } catch (error) {
      this.#note(error);
    }
  }

  #isResting(): boolean {
    return this.#away !== null && this.#sharing.elapsed() < this.#away.until;
  }

  #note(error: unknown): void {
    this.#trouble = this.#leaveAlone(error);
  }

  #leaveAlone(error: unknown): StoreTrouble {
    if (!isDatabaseTrouble(error)) throw error;
    this.#away = { trouble: error, until: this.#sharing.elapsed() + rest };
    return error;
  }
}
