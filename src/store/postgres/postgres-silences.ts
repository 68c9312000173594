import type { Silence } from '../../incident/silence.ts';
import type { Protection } from '../protection.ts';
import { openSilence, openSilenced, sealSilence, sealSilenced } from '../seal-silence.ts';
import type { SilencedAlert, SilenceOnRecord, SilenceStore } from '../silence-store.ts';
import type { Database } from './database.ts';

interface SilenceRow {
  readonly body: string;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
  readonly alert_count: number;
}

/** Silences that hold on every machine: rows that are added and ended, never rewritten. */
export class PostgresSilences implements SilenceStore {
  readonly #database: Database;
  readonly #protection: Protection | undefined;

  constructor(database: Database, protection: Protection | undefined) {
    this.#database = database;
    this.#protection = protection;
  }

  async add(silence: Silence): Promise<void> {
    await this.#database.ask(
      `insert into ${this.#table} (id, body, starts_at, ends_at) values ($1, $2, $3, $4) on conflict (id) do nothing`,
      [silence.id, JSON.stringify(sealSilence(this.#protection, silence)), silence.starts_at, silence.ends_at],
    );
  }

  async current(now: string): Promise<readonly Silence[]> {
    return (await this.#select(`ended_at is null and ends_at > $1`, now)).map(
      ({ ended_at: _at, ended_by: _by, alert_count: _count, ...silence }) => silence,
    );
  }

  async list(now: string, all: boolean): Promise<readonly SilenceOnRecord[]> {
    return this.#select(all ? `$1 <> ''` : `ended_at is null and ends_at > $1`, now);
  }

  async end(id: string, by: string | null, at: string): Promise<'ended' | 'unknown' | 'already-over'> {
    if (!/^SIL-[0-9A-Z]{4,12}$/.test(id)) return 'unknown';
    const [row] = await this.#database.ask<{ known: boolean; ended: boolean }>(
      `with ended as (update ${this.#table} set ended_at = $2, ended_by = $3
         where id = $1 and ended_at is null and ends_at > $2 returning id)
       select exists (select 1 from ${this.#table} where id = $1) as known, exists (select 1 from ended) as ended`,
      [id, at, by],
    );
    if (row?.known !== true) return 'unknown';
    return row.ended ? 'ended' : 'already-over';
  }

  async keep(id: string, alerts: readonly SilencedAlert[]): Promise<void> {
    await this.#database.ask(
      `with kept as (insert into ${this.#database.schema}.silenced_alert (silence_id, body)
         select $1, body from unnest($2::text[]) body returning 1)
       update ${this.#table} set alert_count = alert_count + (select count(*) from kept) where id = $1`,
      [id, alerts.map((alert) => sealSilenced(this.#protection, id, alert))],
    );
  }

  async *alerts(id: string): AsyncGenerator<SilencedAlert, void, undefined> {
    for (let last = '0'; ; ) {
      const rows: readonly { number: string; body: string }[] = await this.#database.ask(
        `select number::text, body from ${this.#database.schema}.silenced_alert
         where silence_id = $1 and number > $2::bigint order by silence_id, number limit 500`,
        [id, last],
      );
      for (const { body } of rows) {
        const alert = openSilenced(this.#protection, id, body);
        if (alert !== null) yield alert;
      }
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.number;
    }
  }

  get #table(): string {
    return `${this.#database.schema}.silence`;
  }

  async #select(where: string, now: string): Promise<readonly SilenceOnRecord[]> {
    const rows = await this.#database.ask<SilenceRow>(
      `select body, ended_at, ended_by, alert_count from ${this.#table} where ${where} order by starts_at, id`,
      [now],
    );
    return rows.flatMap(({ body, ...rest }) => {
      const silence = openSilence(this.#protection, JSON.parse(body));
      return silence === null ? [] : [{ ...silence, ...rest }];
    });
  }
}
