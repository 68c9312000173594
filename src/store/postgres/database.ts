import type { Notification, Pool, PoolClient, PoolConfig, QueryResultRow } from 'pg';
import { StoreTrouble } from '../incident-store.ts';
import type { Asker } from './asker.ts';
import { type DatabaseAddress, readAddress } from './database-address.ts';
import { isWorthRepeating, toDatabaseTrouble } from './database-trouble.ts';
import { migrate, refuseIfNewer, schemaVersion } from './migrate.ts';
import { migrations } from './migrations.ts';

/** Everybody waits for the database, so nobody waits long: milliseconds. */
const patience = {
  connectionTimeoutMillis: 3000,
  lock_timeout: 3000,
  statement_timeout: 5000,
  query_timeout: 8000,
  idle_in_transaction_session_timeout: 10_000,
} as const satisfies PoolConfig;

const mostRepeats = 5;

/**
 * One PostgreSQL database, connected to when it is first asked; a failed connection is tried anew by the next question.
 *
 * What goes wrong is thrown as `StoreTrouble` with a `database-…` reason.
 */
export class Database implements Asker {
  /** The quoted schema, to be put before every table's name: search paths do not survive a connection pooler. */
  readonly schema: string;
  readonly shown: string;
  readonly #address: DatabaseAddress | null;
  readonly #missing: string;
  readonly #saying = new Set<Promise<unknown>>();
  #ready: Promise<Pool> | null = null;

  /** `url` null stands for one that is configured and not there; `name` is what people know it by. */
  constructor(url: string | null, name: string) {
    this.#address = url === null ? null : readAddress(url);
    this.#missing = url === null ? `${name} is not set` : `${name} is no postgres:// URL`;
    this.schema = this.#address?.schema ?? 'public';
    this.shown = this.#address?.shown ?? name;
  }

  async ask<Row extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return this.#attempt(async () => (await (await this.#open()).query<Row>(sql, [...values])).rows);
  }

  /** Does all of the work or none of it; the work may run again when transactions got in each other's way. */
  async transaction<Result>(work: (asker: Asker) => Promise<Result>): Promise<Result> {
    return this.#attempt(async () => {
      const pool = await this.#open();
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await transact(pool, work);
        } catch (error) {
          if (attempt > mostRepeats || !isWorthRepeating(error)) throw error;
        }
      }
    });
  }

  /** Says something on the channel once what came before it is done; nobody waits for it and nothing depends on it. */
  announce(payload: string): void {
    // A transaction of its own: inside that of an entry it would make every commit wait for the one before.
    const said = this.ask(`select pg_notify($1, $2)`, [`${this.schema}_changes`, payload])
      .catch(ignore)
      .finally(() => this.#saying.delete(said));
    this.#saying.add(said);
  }

  /** Hears what is announced until the signal; null in between says that the connection stands. */
  async listen(signal: AbortSignal, hear: (payload: string | null) => void): Promise<void> {
    await this.#attempt(async () => {
      const client = await (await this.#open()).connect();
      try {
        await new Promise<void>((resolve, reject) => {
          client.on('notification', ({ payload }: Notification) => hear(payload ?? ''));
          client.on('error', reject);
          client.on('end', () => reject(new Error('Connection terminated')));
          signal.addEventListener('abort', () => resolve(), { once: true });
          client.query(`listen ${this.schema}_changes`).then(() => hear(null), reject);
          if (signal.aborted) resolve();
        });
      } finally {
        client.on('error', ignore);
        client.release(true);
      }
    });
  }

  /** Lets go of every connection, once what was asked is answered. */
  async end(): Promise<void> {
    // A pool that is told to end forgets what nobody has sent yet.
    await Promise.all(this.#saying);
    const pool = await this.#ready?.catch(() => null);
    this.#ready = null;
    await pool?.end().catch(() => {});
  }

  #open(): Promise<Pool> {
    this.#ready ??= this.#connect().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  async #connect(): Promise<Pool> {
    if (this.#address === null) throw new StoreTrouble('database-not-configured', this.shown, this.#missing);
    const { url } = this.#address;
    try {
      return await this.#openPool(url, patience);
    } catch (error) {
      // A pooler may take none of the limits with which a connection begins; our own patience has an end all the same.
      if (!(error instanceof Error) || !/unsupported startup parameter/.test(error.message)) throw error;
      const { connectionTimeoutMillis, query_timeout } = patience;
      return this.#openPool(url, { connectionTimeoutMillis, query_timeout });
    }
  }

  async #openPool(url: string, limits: PoolConfig): Promise<Pool> {
    const { Pool } = await loadClient(this.shown);
    const pool = new Pool({
      ...limits,
      connectionString: url,
      application_name: 'incident',
      max: 4,
      keepAlive: true,
      allowExitOnIdle: true,
    });
    // A connection that breaks while nobody uses it is noticed by the next who does.
    pool.on('error', ignore);
    try {
      const asker = askerOf(pool);
      const version = await schemaVersion(asker, this.schema);
      refuseIfNewer(version, this.shown);
      if (version < migrations.length) await transact(pool, (inside) => migrate(inside, this.schema, this.shown));
      return pool;
    } catch (error) {
      pool.end().catch(() => {});
      throw error;
    }
  }

  async #attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw toDatabaseTrouble(error, this.shown);
    }
  }
}

function askerOf(source: Pool | PoolClient): Asker {
  return {
    ask: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) =>
      values.length === 0 ? (await source.query<Row>(sql)).rows : (await source.query<Row>(sql, [...values])).rows,
  };
}

async function transact<Result>(pool: Pool, work: (asker: Asker) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken = true;
  client.on('error', ignore);
  try {
    await client.query('begin');
    const result = await work(askerOf(client));
    await client.query('commit');
    broken = false;
    return result;
  } catch (error) {
    broken = !(await client.query('rollback').then(
      () => true,
      () => false,
    ));
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** What breaks a connection also fails the question that was asked on it, which is where it is told. */
function ignore(): void {}

/** The client library is an optional part of the installation. */
async function loadClient(shown: string): Promise<typeof import('pg')> {
  try {
    return await import('pg');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'it does not load';
    throw new StoreTrouble('database-client-missing', shown, `the library "pg" is not installed (${why})`);
  }
}
