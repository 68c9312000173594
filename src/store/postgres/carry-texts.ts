import { type JournalEntry, parseEntry } from '../journal.ts';
import { ownClaims } from '../load-record.ts';
import { sha256 } from '../record-paths.ts';
import { appendWithin, formatNext } from './append-events.ts';
import type { Asker } from './asker.ts';
import { findHolder, takeClaims } from './claim-rows.ts';
import type { Database } from './database.ts';
import { keepEntry, prepareEntry } from './keep-entry.ts';
import { entryPath, type Loaded, loadStanding, type Tables } from './load-standing.ts';

/** What became of entries that were kept elsewhere first. */
export type Carried =
  | {
      readonly ok: true;
      /** Entries that were not here yet. */
      readonly added: number;
      /** The hash of the latest entry now. */
      readonly head: string;
      /** Other open incidents that hold a claim of this one. */
      readonly rivals: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'unknown-incident' | 'another-record'; readonly entry: number };

/** What is done with entries that do not continue what is here: refused, or their facts added after what came first. */
export type OnFork = 'refuse' | 'add-facts';

/** Ends a transaction whose work has to be undone. */
class Refused extends Error {
  readonly carried: Carried;

  constructor(carried: Carried) {
    super('entries that do not continue what is here');
    this.carried = carried;
  }
}

/**
 * Brings the entries of one incident in, in order and each once, all or none. An entry is the same when its bytes are;
 * entries that continue the record are kept byte for byte, with the hash they had.
 */
export async function carryTexts(
  database: Database,
  tables: Tables,
  id: string,
  texts: readonly string[],
  onFork: OnFork,
): Promise<Carried> {
  try {
    return await database.transaction(async (asker) => {
      await asker.ask(`select id from ${tables.schema}.incident where id = $1 for update`, [id]);
      const bringing = new Bringing(asker, tables, id, onFork);
      for (const text of texts) await bringing.take(text);
      return bringing.conclude();
    });
  } catch (error) {
    if (error instanceof Refused) return error.carried;
    throw error;
  }
}

/** The way of several entries of one incident into the table. */
class Bringing {
  readonly #asker: Asker;
  readonly #tables: Tables;
  readonly #id: string;
  readonly #onFork: OnFork;
  #loaded: Loaded | null | undefined;
  #added = 0;

  constructor(asker: Asker, tables: Tables, id: string, onFork: OnFork) {
    this.#asker = asker;
    this.#tables = tables;
    this.#id = id;
    this.#onFork = onFork;
  }

  async take(text: string): Promise<void> {
    const entry = this.#parse(text);
    const { schema } = this.#tables;
    const hash = sha256(text);
    const [known] = await this.#asker.ask<{ hash: string; body: string }>(
      `select hash, body from ${schema}.entry where incident_id = $1 and entry = $2`,
      [this.#id, entry.entry],
    );
    if (entry.entry === 1) await this.#comeBack();
    if (known !== undefined && (known.hash === hash || this.#saysTheSame(known.body, entry))) return;
    const loaded = await this.#standing();
    if (loaded === null) {
      if (entry.entry !== 1) throw this.#refuse('unknown-incident', entry);
      await this.#begin(text);
    } else if (loaded.incident.revision === entry.entry - 1 && loaded.head === entry.previous) {
      await this.#add(loaded, text);
    } else {
      // A first entry of other bytes is another incident that happens to have the same id.
      if (this.#onFork === 'refuse' || entry.entry === 1) throw this.#refuse('another-record', entry);
      await this.#addFacts(loaded, entry, hash);
    }
  }

  async conclude(): Promise<Carried> {
    const loaded = await this.#standing();
    if (loaded === null) return { ok: false, reason: 'unknown-incident', entry: 0 };
    const { incident, head } = loaded;
    const rivals = new Set<string>();
    for (const claim of incident.status === 'closed' ? [] : ownClaims(incident)) {
      const { holder } = await findHolder(this.#asker, this.#tables.schema, claim);
      if (holder !== null && holder !== this.#id) rivals.add(holder);
    }
    return { ok: true, added: this.#added, head, rivals: [...rivals] };
  }

  async #standing(): Promise<Loaded | null> {
    this.#loaded ??= await loadStanding(this.#asker, this.#tables, this.#id);
    return this.#loaded;
  }

  /** A record that was moved away and comes back whole is here again. */
  async #comeBack(): Promise<void> {
    const { schema } = this.#tables;
    await this.#asker.ask(`update ${schema}.incident set moved = null where id = $1 and moved is not null`, [this.#id]);
    const loaded = await this.#standing();
    if (loaded === null || loaded.incident.status === 'closed') return;
    await takeClaims(this.#asker, schema, this.#id, ownClaims(loaded.incident));
  }

  async #begin(text: string): Promise<void> {
    const keeping = prepareEntry(this.#tables, this.#id, null, text);
    if (!(await keepEntry(this.#asker, keeping))) throw overtaken();
    await takeClaims(this.#asker, this.#tables.schema, this.#id, keeping.loaded.incident.claims);
    this.#loaded = keeping.loaded;
    this.#added += 1;
  }

  async #add(before: Loaded, text: string): Promise<void> {
    const after = await appendWithin(this.#asker, this.#tables, before, text);
    if (after === null) throw overtaken();
    this.#loaded = after;
    this.#added += 1;
  }

  /** Facts stay true whatever else happened meanwhile; that they came over already is remembered by their hash. */
  async #addFacts(before: Loaded, { events, recorded_at }: JournalEntry, hash: string): Promise<void> {
    const first = await this.#asker.ask(
      `insert into ${this.#tables.schema}.carried (hash, incident_id, entry) values ($1, $2, $3)
       on conflict (hash) do nothing returning hash`,
      [hash, this.#id, before.incident.revision + 1],
    );
    if (first.length === 0) return;
    await this.#add(before, formatNext(this.#tables, before, events, recorded_at));
  }

  #parse(text: string): JournalEntry {
    const place = entryPath(this.#tables, this.#id, 0);
    const entry = parseEntry(text, this.#tables.ground.protection, place);
    if (typeof entry === 'string' || entry.incident !== this.#id) {
      throw new Refused({ ok: false, reason: 'another-record', entry: 0 });
    }
    return entry;
  }

  /** What was sealed twice differs in its bytes; it came over twice only because the answer to the first was lost. */
  #saysTheSame(body: string, entry: JournalEntry): boolean {
    return this.#onFork === 'add-facts' && JSON.stringify(this.#parse(body)) === JSON.stringify(entry);
  }

  #refuse(reason: 'unknown-incident' | 'another-record', { entry }: JournalEntry): Refused {
    return new Refused({ ok: false, reason, entry });
  }
}

/** Tells the transaction to begin again, as the database itself does when two of them cross. */
function overtaken(): Error {
  return Object.assign(new Error('somebody else was faster'), { code: '40001' });
}
