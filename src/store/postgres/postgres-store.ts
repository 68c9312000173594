import type { IncidentEvent, RecordedEvent } from '../../incident/event.ts';
import type { Incident } from '../../incident/incident.ts';
import type { IncidentSummary } from '../../incident/incident-summary.ts';
import { type FileStoreOptions, groundOf } from '../ground.ts';
import type {
  Appended,
  ClaimHolder,
  Created,
  Declaration,
  Examination,
  IncidentStore,
  Kinship,
} from '../incident-store.ts';
import { parseEntry, type Standing } from '../journal.ts';
import { ownClaims } from '../load-record.ts';
import { isIncidentId } from '../record-paths.ts';
import { appendText, formatNext } from './append-events.ts';
import { findHolder, takeClaims } from './claim-rows.ts';
import { createIncident } from './create-incident.ts';
import { Database } from './database.ts';
import { examineRows, rebuildRows } from './examine-rows.ts';
import { prepareEntry } from './keep-entry.ts';
import { findIds, findPast, listIds, listOpen, listSummaries } from './lists.ts';
import { applyBody, entryPath, type Loaded, loadStanding, readBodies, type Tables } from './load-standing.ts';
import { watchChanges } from './watch-changes.ts';

/** What a store in PostgreSQL works with. */
export interface PostgresOptions extends Omit<FileStoreOptions, 'uid' | 'random'> {
  /** `postgres://…`; null when the variable that should hold it is not set. */
  readonly url: string | null;
  /** What people know the URL by, such as `DATABASE_URL`. */
  readonly name: string;
}

/** Opens the records in a database; nothing is connected to before the first question. */
export function openPostgresStore(options: PostgresOptions): PostgresStore {
  return new PostgresStore(options);
}

const mostRemembered = 64;

/** The same promises as a folder of files keeps, kept by transactions; the entries are the same bytes. */
export class PostgresStore implements IncidentStore {
  readonly database: Database;
  readonly tables: Tables;
  // A head start only: who was first is decided by the database alone.
  readonly #remembered = new Map<string, Loaded>();

  constructor({ url, name, ...options }: PostgresOptions) {
    this.database = new Database(url, name);
    this.tables = { schema: this.database.schema, ground: groundOf({ ...options, uid: null, random: () => '' }) };
  }

  /** The texts of an incident's entries as they are kept; empty when there is no such incident. */
  async journal(id: string): Promise<readonly string[]> {
    const texts: string[] = [];
    for await (const { body } of readBodies(this.database, this.tables, id)) texts.push(body);
    return texts;
  }

  async create(declaration: Declaration): Promise<Created> {
    const created = await createIncident(this.database, this.tables, declaration);
    return 'ok' in created ? created : this.#acknowledge(created);
  }

  async append(
    id: string,
    expectedRevision: number,
    events: readonly IncidentEvent[],
    recordedAt: string,
  ): Promise<Appended> {
    const before = await this.#standAt(id, expectedRevision);
    if (before === null) return changed;
    const after = await appendText(
      this.database,
      this.tables,
      before,
      formatNext(this.tables, before, events, recordedAt),
    );
    if (after !== null) return this.#acknowledge(after);
    this.#remembered.delete(id);
    return changed;
  }

  async read(id: string): Promise<Incident | null> {
    return (await this.#load(id))?.incident ?? null;
  }

  async findClaim(claim: string): Promise<ClaimHolder> {
    return findHolder(this.database, this.tables.schema, claim);
  }

  async listOpen(): Promise<readonly Incident[]> {
    return listOpen(this.database, this.tables);
  }

  listAll(): AsyncIterable<IncidentSummary> {
    return listSummaries(this.database, this.tables);
  }

  async findPast(kin: Kinship, most: number): Promise<readonly IncidentSummary[]> {
    return findPast(this.database, this.tables, kin, most);
  }

  listIds(): AsyncIterable<string> {
    return listIds(this.database, this.tables);
  }

  async findIds(typed: string): Promise<readonly string[]> {
    return findIds(this.database, this.tables, typed);
  }

  async *history(id: string): AsyncGenerator<RecordedEvent, void, undefined> {
    if (!isIncidentId(id) || (await this.#load(id)) === null) return;
    let before: Standing | null = null;
    for await (const { entry, body } of readBodies(this.database, this.tables, id)) {
      before = applyBody(this.tables, id, before, entry, body);
      const parsed = parseEntry(body, this.tables.ground.protection, entryPath(this.tables, id, entry));
      if (typeof parsed === 'string') return;
      for (const event of parsed.events) yield { ...event, recorded_at: parsed.recorded_at };
    }
  }

  async examine(id: string): Promise<Examination> {
    return examineRows(this.database, this.tables, id);
  }

  async rebuild(id: string): Promise<readonly string[]> {
    this.#remembered.delete(id);
    return this.database.transaction(async (asker) => {
      const written = await rebuildRows(asker, this.tables, id);
      const incident = (await loadStanding(asker, this.tables, id))?.incident;
      if (incident !== undefined && incident.status !== 'closed') {
        await takeClaims(asker, this.tables.schema, id, ownClaims(incident));
      }
      return written;
    });
  }

  /**
   * The entry that these events would be on top of a revision this process has seen, and the state after it, without
   * asking the database; null when it has not seen it.
   */
  prepareUnreached(
    id: string,
    revision: number,
    events: readonly IncidentEvent[],
    recordedAt: string,
  ): { readonly text: string; readonly incident: Incident } | null {
    const before = this.#remembered.get(id);
    if (before?.incident.revision !== revision) return null;
    const text = formatNext(this.tables, before, events, recordedAt);
    return { text, incident: prepareEntry(this.tables, id, before, text).loaded.incident };
  }

  /** Ids of incidents that anybody changes from now on; `null` once listening has begun. Ends with the signal. */
  changes(signal: AbortSignal): AsyncIterable<string | null> {
    return watchChanges(this.database, signal);
  }

  /** The database's clock, UTC ISO-8601: the one that all machines share. */
  async now(): Promise<string> {
    const [row] = await this.database.ask<{ now: Date }>(`select clock_timestamp() as now`, []);
    return (row?.now ?? new Date(0)).toISOString();
  }

  /** Lets go of the connections. */
  async close(): Promise<void> {
    await this.database.end();
  }

  async #load(id: string): Promise<Loaded | null> {
    const loaded = await loadStanding(this.database, this.tables, id, this.#remembered.get(id) ?? null);
    if (loaded === null) this.#remembered.delete(id);
    return loaded === null ? null : this.#remember(loaded);
  }

  /** The standing at a revision; null when it is not, or no longer, the latest. */
  async #standAt(id: string, revision: number): Promise<Loaded | null> {
    const known = this.#remembered.get(id);
    if (known?.incident.revision === revision) return known;
    const loaded = await this.#load(id);
    return loaded?.incident.revision === revision ? loaded : null;
  }

  #remember(loaded: Loaded): Loaded {
    this.#remembered.delete(loaded.incident.id);
    this.#remembered.set(loaded.incident.id, loaded);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > mostRemembered && oldest !== undefined) this.#remembered.delete(oldest);
    return loaded;
  }

  #acknowledge(loaded: Loaded): { ok: true; incident: Incident; warnings: readonly string[] } {
    this.#remember(loaded);
    this.database.announce(loaded.incident.id);
    return { ok: true, incident: loaded.incident, warnings: [] };
  }
}

const changed: Appended = { ok: false, reason: 'changed-meanwhile' };
