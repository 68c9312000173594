import type { ChangeEvent } from '../../incident/change-event.ts';
import type { ChangeStore } from '../change-store.ts';
import { changeName, parseChange, writeChange } from '../change-text.ts';
import type { Database } from './database.ts';

/** As with files: the latest ones count. */
const mostRead = 1000;

/** Changes that every machine knows of: rows that are written once and never altered. */
export class PostgresChanges implements ChangeStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(change: ChangeEvent): Promise<{ readonly outcome: 'added' | 'known'; readonly path: null }> {
    const rows = await this.#database.ask(
      `insert into ${this.#table} (name, at, body) values ($1, $2, $3) on conflict (name) do nothing returning name`,
      [changeName(change), change.at, writeChange(change)],
    );
    return { outcome: rows.length === 0 ? 'known' : 'added', path: null };
  }

  async between(since: string, until: string): Promise<readonly ChangeEvent[]> {
    const rows = await this.#database.ask<{ body: string }>(
      `select body from ${this.#table} where at >= $1 and at <= $2 order by at desc, name desc limit $3`,
      [since, until, mostRead],
    );
    return rows.toReversed().flatMap(({ body }) => parseChange(body) ?? []);
  }

  get #table(): string {
    return `${this.#database.schema}.change`;
  }
}
